// Shrink: from a group of cases in which a property fails to the simplest one near it.
//
// In: the group and the values worth trying, the simplest first. Out: a group that still fails, and of which no single
// simplification does: no row taken away, no value made simpler. Each step goes down, so it ends; it is capped besides. Tested
// in tests/unit/analysis/shrink_test.cpp.
#pragma once

#include "engine/analysis/judge.h"

namespace hjemmel::analysis {

// Groups that are judged while one is made simpler.
inline constexpr std::uint32_t kMostSimplifications = 20'000;

struct Shrunk {
  Group group;
  bool to_the_end = true;  // false: the cap ended it, and a simpler one may still fail
};

[[nodiscard]] Shrunk shrink(Judge const& judge, CaseMaker const& maker, Values const& values, Group failing,
                            std::uint32_t most = kMostSimplifications);

// Every group that is simpler in one thing, the greatest steps first, until `visit` gives false.
void each_simpler(ir::Property const& property, CaseMaker const& maker, Values const& values, Group const& group,
                  std::function<bool(Group const&)> const& visit);

}  // namespace hjemmel::analysis
