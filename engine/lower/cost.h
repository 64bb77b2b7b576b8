// Cost: how many steps deciding one case can take at most, told from the plan alone before any case is there.
//
// In: a plan. Out: steps for each decision and in all, and the declaration that takes most of them. A step is one instruction,
// one element that a loop turns to, one limit that a table's key is held against. A loop takes what it does for one element
// times the list's `maxItems`; of two branches the dearer counts; a definition counts once in each decision that reads it, as
// the machine keeps its value. Facts that are not known make the machine decide again, once for each completion: see
// eval::Limits. Tested in tests/unit/lower/cost_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/eval/plan.h"

namespace hjemmel::lower {

// Never wraps: kEndless stands for itself and all that is more.
using Steps = std::uint64_t;
inline constexpr Steps kEndless = UINT64_MAX;
// More than this is refused. Some seconds of one processor.
inline constexpr Steps kMaxSteps = 1'000'000'000;

[[nodiscard]] constexpr Steps plus(Steps left, Steps right) {
  return left > kEndless - right ? kEndless : left + right;
}
[[nodiscard]] constexpr Steps times(Steps left, Steps right) {
  return right != 0 && left > kEndless / right ? kEndless : left * right;
}

// A list that is run over; grouped: each of its elements is held against all others.
struct ListRun {
  std::uint32_t fact = 0;
  bool grouped = false;
};

enum class CostOf : std::uint8_t { decision, rule, definition, presumption, service };

struct CostItem {
  CostOf kind = CostOf::decision;
  std::uint32_t index = 0;  // into the plan's vector of that kind
  Steps steps = 0;
  std::vector<ListRun> lists;  // in its dearest part, outermost first
};

struct Cost {
  Steps in_all = 0;              // every decision once
  std::vector<Steps> decisions;  // by their index, with all that each reads
  CostItem dearest;
};

[[nodiscard]] Cost cost_of(eval::Plan const& plan);

}  // namespace hjemmel::lower
