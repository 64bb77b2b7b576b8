// The bounds that a rule sets, wherever they stand: on the options of its choice, on conditions, in qualifying effects.
#pragma once

#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::ir {

// All of them, for a change; until the rule is copied, which would share its choice again.
[[nodiscard]] std::vector<Bound*> bounds_of(Rule& rule);
// The expressions of those that are computed.
[[nodiscard]] std::vector<ExprId> computed_bounds(Rule const& rule);

// Of a decision on a figure.
[[nodiscard]] Type const& figure_type(Program const& program, Decision const& decision);

}  // namespace hjemmel::ir
