// Allowed: the values that a thing may have where a condition holds, as stretches of numbers, and whether it may not apply.
//
// In: comparisons with constants. Out: what is left when several hold at once. Every type travels as a number (eval/value.h);
// whole numbers are told apart, so that nothing lies between 17 and 18. Tested in tests/unit/lint/allowed_test.cpp.
#pragma once

#include <vector>

#include "engine/eval/value.h"

namespace hjemmel::lint {

struct Allowed {
  std::vector<eval::Interval> numbers;  // ascending, apart from each other
  bool not_applicable = false;
  bool whole = false;  // whole numbers only

  [[nodiscard]] bool is_nothing() const { return numbers.empty() && !not_applicable; }
};

// All numbers, or all whole numbers.
[[nodiscard]] Allowed any_number(bool whole);
// `low` to `high`, both included; an end that is not there is open.
[[nodiscard]] Allowed between(std::optional<base::Decimal> low, std::optional<base::Decimal> high, bool whole);
// These whole numbers, ascending.
[[nodiscard]] Allowed only(std::vector<std::uint32_t> const& numbers);
// What both allow.
[[nodiscard]] Allowed both(Allowed const& left, Allowed const& right);

}  // namespace hjemmel::lint
