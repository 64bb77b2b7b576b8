// Arithmetic and comparison of intervals: what a range of a fact says about an expression that reads it.
//
// Sound, never narrower than the truth: an overflow gives an unbounded end. Tested in tests/unit/eval/interval_test.cpp.
#pragma once

#include "engine/eval/value.h"

namespace hjemmel::eval {

[[nodiscard]] inline Interval point(base::Decimal number) { return {{number, true}, {number, true}}; }
[[nodiscard]] Interval at_least(base::Decimal number);
[[nodiscard]] Interval add(Interval const& left, Interval const& right);
[[nodiscard]] Interval negate(Interval const& interval);
[[nodiscard]] Interval multiply(Interval const& interval, base::Decimal factor);
[[nodiscard]] Interval intersect(Interval const& left, Interval const& right);
// The whole numbers in it: both ends included.
[[nodiscard]] Interval whole_part(Interval interval);
// The smallest interval that holds both.
[[nodiscard]] Interval hull(Interval const& left, Interval const& right);
// The lesser of two numbers, one in each interval; the greater.
[[nodiscard]] Interval lesser(Interval const& left, Interval const& right);
[[nodiscard]] Interval greater(Interval const& left, Interval const& right);
[[nodiscard]] bool overlaps(Interval const& left, Interval const& right);

// True when every number of `left` is below every number of `right` (or equal, where `or_equal`).
[[nodiscard]] bool always_below(Interval const& left, Interval const& right, bool or_equal);

}  // namespace hjemmel::eval
