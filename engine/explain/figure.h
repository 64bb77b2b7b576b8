// Figures of the law that a program holds with their type, such as what a service gives: for programs and for people.
//
// In: a number and its type. Out: text as quantity.h writes it; dates as ISO dates.
#pragma once

#include <string>

#include "engine/explain/words.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

[[nodiscard]] std::string machine_figure(base::Decimal value, ir::Type const& type, ir::Program const& program);
[[nodiscard]] std::string people_figure(base::Decimal value, ir::Type const& type, ir::Program const& program,
                                        Words const& words);

}  // namespace hjemmel::explain
