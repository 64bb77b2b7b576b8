// What an outcome rests on besides facts and rules: presumptions, defaults, readings, parameters.
//
// A presumption is named whenever it was used, and so is a parameter with a value and no range. A default, a reading or a
// parameter within a range is named when another admissible value of it alone would change the outcome: the case is decided
// again with it left open (or with each other choice), within a limit; where that limit is reached it is named. Costs nothing
// in a plan that has none of these. Tested in tests/unit/eval/rests_on_test.cpp and tests/differential.
#pragma once

#include "engine/eval/facts.h"
#include "engine/eval/milder.h"
#include "engine/eval/outcome.h"
#include "engine/eval/plan.h"

namespace hjemmel::eval {

// `departures`: see resolve.h.
[[nodiscard]] std::vector<RestsOn> rests_on(Plan const& plan, Case const& facts, std::uint32_t decision,
                                            std::uint32_t departures, LawChoice choice);

}  // namespace hjemmel::eval
