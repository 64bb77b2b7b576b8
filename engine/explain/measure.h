// What a condition weighed: the values that the case has for the two sides of its comparisons.
//
// In: an expression of the program, and the trace of the case. Out: measures, only of what the trace tells; a side that takes
// more than looking up (arithmetic of several facts) is left out. Tested in tests/unit/explain/measure_test.cpp.
#pragma once

#include <vector>

#include "engine/explain/explanation.h"

namespace hjemmel::explain {

// At most this many of one condition.
inline constexpr std::size_t kMostMeasures = 12;

[[nodiscard]] std::vector<Measure> measures_of(ir::Program const& program, eval::DecisionTrace const& trace,
                                               ir::ExprId expr);

}  // namespace hjemmel::explain
