// Headline: an outcome on one line, with the bounds and conditions of each option and the rules that gave it.
//
// In: an outcome. Out: `may: fine, or imprisonment (length at most 6 months) [ordinary_reaction]`. Used where two outcomes stand
// side by side. Tested in tests/golden/property.
#pragma once

#include <string>

#include "engine/eval/outcome.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

[[nodiscard]] std::string headline(eval::Outcome const& outcome, ir::Program const* program);

}  // namespace hjemmel::explain
