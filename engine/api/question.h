// Steps that every question about one case takes: the format of its facts, and the date that it is decided on.
//
// Private to this folder.
#pragma once

#include <optional>
#include <string>

#include "engine/api/package_data.h"
#include "engine/document/read.h"
#include "engine/eval/facts.h"

namespace hjemmel::api {

[[nodiscard]] document::Format format_of(FactsText const& facts);
// Why `at` is no date; empty when it is one, or is not given.
[[nodiscard]] std::string refuse_date(std::optional<std::string> const& at);
// Puts the date where the case leaves it out and the program names the fact that holds it.
void fill_date(ir::Program const& program, std::optional<std::string> const& at, eval::Case& facts);
// The ISO date that the case has for the fact; none: there is no fact, or the case does not know it.
[[nodiscard]] std::optional<std::string> date_of(ir::FactId fact, eval::Case const& facts);

}  // namespace hjemmel::api
