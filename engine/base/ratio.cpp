// Fractions in 128-bit intermediates: two 18-digit numbers multiply to less than 10^36, so nothing here wraps.
#include "engine/base/ratio.h"

#include "engine/base/check.h"

namespace hjemmel::base {
namespace {

__extension__ using Wide = __int128;

constexpr Wide kLimit = 1'000'000'000'000'000'000;  // 10^18

constexpr Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) {
    power *= 10;
  }
  return power;
}

Wide greatest_common_divisor(Wide a, Wide b) {
  a = a < 0 ? -a : a;
  while (b != 0) {
    Wide const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// The greatest whole number that is at most numerator / denominator; the denominator is above zero.
Wide floor_of(Wide numerator, Wide denominator) {
  Wide const whole = numerator / denominator;
  return numerator % denominator < 0 ? whole - 1 : whole;
}

bool goes_up(Wide whole, Wide rest, Wide denominator, Rounding mode) {
  switch (mode) {
    case Rounding::down:
      return false;
    case Rounding::up:
      return rest > 0;
    case Rounding::half_up:
      return 2 * rest >= denominator;
    case Rounding::half_even:
      break;
  }
  return 2 * rest > denominator || (2 * rest == denominator && whole % 2 != 0);
}

}  // namespace

std::optional<Ratio> Ratio::make(Wide numerator, Wide denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Wide const common = greatest_common_divisor(numerator, denominator);
  numerator /= common;
  denominator /= common;
  if (numerator <= -kLimit || numerator >= kLimit || denominator > kLimit) {
    return std::nullopt;
  }
  return Ratio(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

Ratio Ratio::of(Decimal number) {
  auto const ratio = make(number.coefficient(), power_of_ten(number.scale()));
  CHECK(ratio.has_value());
  return *ratio;
}

std::strong_ordering operator<=>(Ratio left, Ratio right) {
  Wide const a = static_cast<Wide>(left.numerator_) * right.denominator_;
  Wide const b = static_cast<Wide>(right.numerator_) * left.denominator_;
  if (a == b) {
    return std::strong_ordering::equal;
  }
  return a < b ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::optional<Ratio> add(Ratio left, Ratio right) {
  return Ratio::make(
      static_cast<Wide>(left.numerator_) * right.denominator_ + static_cast<Wide>(right.numerator_) * left.denominator_,
      static_cast<Wide>(left.denominator_) * right.denominator_);
}

std::optional<Ratio> multiply(Ratio left, Ratio right) {
  return Ratio::make(static_cast<Wide>(left.numerator_) * right.numerator_,
                     static_cast<Wide>(left.denominator_) * right.denominator_);
}

std::optional<Ratio> divide(Ratio left, Ratio right) {
  if (right.numerator_ == 0) {
    return std::nullopt;
  }
  return Ratio::make(static_cast<Wide>(left.numerator_) * right.denominator_,
                     static_cast<Wide>(left.denominator_) * right.numerator_);
}

Ratio negate(Ratio value) { return {-value.numerator_, value.denominator_}; }

std::optional<Decimal> round(Ratio value, Decimal step, Rounding mode) {
  Ratio const unit = Ratio::of(step);
  CHECK(unit.numerator() > 0);
  Wide const numerator = static_cast<Wide>(value.numerator()) * unit.denominator();
  Wide const denominator = static_cast<Wide>(value.denominator()) * unit.numerator();
  Wide const whole = floor_of(numerator, denominator);
  Wide const steps = whole + (goes_up(whole, numerator - whole * denominator, denominator, mode) ? 1 : 0);
  if (steps <= -kLimit || steps >= kLimit) {
    return std::nullopt;
  }
  return multiply(Decimal::of(static_cast<std::int64_t>(steps)), step);
}

std::optional<Decimal> to_decimal(Ratio value) {
  int scale = 0;
  Wide power = 1;
  while (scale <= Decimal::kMaxScale && power % value.denominator() != 0) {
    power *= 10;
    ++scale;
  }
  if (scale > Decimal::kMaxScale) {
    return std::nullopt;
  }
  Wide const coefficient = power / value.denominator() * value.numerator();
  bool const fits = coefficient > -kLimit && coefficient < kLimit;
  return fits ? Decimal::make(static_cast<std::int64_t>(coefficient), scale) : std::nullopt;
}

Enclosure enclose(Ratio value) {
  if (auto const exact = to_decimal(value)) {
    return {*exact, *exact};
  }
  for (int scale = Decimal::kMaxScale; scale > 0; --scale) {
    Wide const low = floor_of(value.numerator() * power_of_ten(scale), value.denominator());
    if (low > -kLimit && low + 1 < kLimit) {
      return {Decimal::of(static_cast<std::int64_t>(low), scale),
              Decimal::of(static_cast<std::int64_t>(low + 1), scale)};
    }
  }
  Wide const low = floor_of(value.numerator(), value.denominator());
  return {Decimal::of(static_cast<std::int64_t>(low)), Decimal::of(static_cast<std::int64_t>(low + 1))};
}

std::string to_string(Ratio value) {
  if (auto const exact = to_decimal(value)) {
    return to_string(*exact);
  }
  return std::to_string(value.numerator()) + "/" + std::to_string(value.denominator());
}

}  // namespace hjemmel::base
