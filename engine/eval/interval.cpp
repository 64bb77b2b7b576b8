// Interval arithmetic over exact decimals, end by end.
#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

End add_ends(End const& left, End const& right) {
  if (!left.value || !right.value) {
    return {};
  }
  auto const sum = base::add(*left.value, *right.value);
  return sum ? End{sum, left.included && right.included} : End{};
}

End negate_end(End const& end) { return end.value ? End{base::negate(*end.value), end.included} : End{}; }

End scale_end(End const& end, base::Decimal factor) {
  if (!end.value) {
    return {};
  }
  auto const product = base::multiply(*end.value, factor);
  return product ? End{product, end.included} : End{};
}

// The greater of two low ends: an absent one is below everything.
End higher_low(End const& a, End const& b) {
  if (!a.value || !b.value) {
    return a.value ? a : b;
  }
  if (*a.value == *b.value) {
    return {a.value, a.included && b.included};
  }
  return *a.value > *b.value ? a : b;
}

End lower_high(End const& a, End const& b) {
  if (!a.value || !b.value) {
    return a.value ? a : b;
  }
  if (*a.value == *b.value) {
    return {a.value, a.included && b.included};
  }
  return *a.value < *b.value ? a : b;
}

End lower_low(End const& a, End const& b) {
  if (!a.value || !b.value) {
    return {};
  }
  if (*a.value == *b.value) {
    return {a.value, a.included || b.included};
  }
  return *a.value < *b.value ? a : b;
}

End higher_high(End const& a, End const& b) {
  if (!a.value || !b.value) {
    return {};
  }
  if (*a.value == *b.value) {
    return {a.value, a.included || b.included};
  }
  return *a.value > *b.value ? a : b;
}

std::optional<base::Decimal> neighbour(base::Decimal number, int step) {
  return base::add(number, base::Decimal::of(step));
}

base::Decimal floor_of(base::Decimal number) {
  std::int64_t value = number.coefficient();
  for (int i = 0; i < number.scale(); ++i) {
    value = value >= 0 ? value / 10 : (value - 9) / 10;
  }
  return base::Decimal::of(value);
}

}  // namespace

bool is_empty(Interval const& interval) {
  if (!interval.low.value || !interval.high.value) {
    return false;
  }
  if (*interval.low.value == *interval.high.value) {
    return !interval.low.included || !interval.high.included;
  }
  return *interval.low.value > *interval.high.value;
}

Interval at_least(base::Decimal number) { return {{number, true}, {}}; }

Interval add(Interval const& left, Interval const& right) {
  return {add_ends(left.low, right.low), add_ends(left.high, right.high)};
}

Interval negate(Interval const& interval) { return {negate_end(interval.high), negate_end(interval.low)}; }

Interval multiply(Interval const& interval, base::Decimal factor) {
  if (factor == base::Decimal()) {
    bool const bounded = interval.low.value && interval.high.value;
    return bounded ? point(base::Decimal()) : Interval{};  // it is nothing that is known to be a number
  }
  if (factor < base::Decimal()) {
    return {scale_end(interval.high, factor), scale_end(interval.low, factor)};
  }
  return {scale_end(interval.low, factor), scale_end(interval.high, factor)};
}

Interval intersect(Interval const& left, Interval const& right) {
  return {higher_low(left.low, right.low), lower_high(left.high, right.high)};
}

Interval hull(Interval const& left, Interval const& right) {
  return {lower_low(left.low, right.low), higher_high(left.high, right.high)};
}

Interval lesser(Interval const& left, Interval const& right) {
  return {lower_low(left.low, right.low), lower_high(left.high, right.high)};
}

Interval greater(Interval const& left, Interval const& right) {
  return {higher_low(left.low, right.low), higher_high(left.high, right.high)};
}

bool overlaps(Interval const& left, Interval const& right) { return !is_empty(intersect(left, right)); }

bool always_below(Interval const& left, Interval const& right, bool or_equal) {
  if (!left.high.value || !right.low.value) {
    return false;
  }
  if (*left.high.value == *right.low.value) {
    return or_equal || !left.high.included || !right.low.included;
  }
  return *left.high.value < *right.low.value;
}

Interval whole_part(Interval interval) {
  if (interval.low.value) {
    base::Decimal const low = *interval.low.value;
    base::Decimal const down = floor_of(low);
    bool const stays = low.is_integer() && interval.low.included;
    interval.low = stays ? End{low, true} : End{neighbour(down, 1), true};
  }
  if (interval.high.value) {
    base::Decimal const high = *interval.high.value;
    bool const steps_down = high.is_integer() && !interval.high.included;
    interval.high = steps_down ? End{neighbour(high, -1), true} : End{floor_of(high), true};
  }
  return interval;
}

}  // namespace hjemmel::eval
