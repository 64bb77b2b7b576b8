// Ratio: an exact fraction, which is what division gives, and the only place where numbers are rounded.
//
// In: decimals. Out: fractions that compare, add and multiply exactly, or nothing when a result needs a numerator or
// denominator of more than 18 digits. Kept in lowest terms with a positive denominator, so that equal ratios have equal
// members. Comparison multiplies crosswise in 128 bits and cannot overflow. Tested in tests/unit/base/ratio_test.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/decimal.h"

namespace hjemmel::base {

class Ratio {
 public:
  constexpr Ratio() = default;  // zero

  [[nodiscard]] static Ratio of(Decimal number);

  [[nodiscard]] constexpr std::int64_t numerator() const { return numerator_; }
  [[nodiscard]] constexpr std::int64_t denominator() const { return denominator_; }

  friend bool operator==(Ratio, Ratio) = default;
  friend std::strong_ordering operator<=>(Ratio left, Ratio right);

  // Each gives nothing on overflow.
  friend std::optional<Ratio> add(Ratio left, Ratio right);
  friend std::optional<Ratio> multiply(Ratio left, Ratio right);
  // Nothing when `right` is zero, too.
  friend std::optional<Ratio> divide(Ratio left, Ratio right);
  friend Ratio negate(Ratio value);

 private:
  constexpr Ratio(std::int64_t numerator, std::int64_t denominator)
      : numerator_(numerator), denominator_(denominator) {}
  __extension__ using Wide = __int128;
  static std::optional<Ratio> make(Wide numerator, Wide denominator);

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;  // 1 .. 10^18
};

[[nodiscard]] std::optional<Ratio> add(Ratio left, Ratio right);
[[nodiscard]] std::optional<Ratio> multiply(Ratio left, Ratio right);
[[nodiscard]] std::optional<Ratio> divide(Ratio left, Ratio right);
[[nodiscard]] Ratio negate(Ratio value);

// On the number line: `up` is towards the greater number, `down` towards the smaller, also below zero. Half way, `half_up`
// takes the greater neighbour and `half_even` the even multiple.
enum class Rounding : std::uint8_t { half_up, half_even, up, down };

// To a multiple of `step`, which is above zero. Nothing when the result has more than 18 digits.
[[nodiscard]] std::optional<Decimal> round(Ratio value, Decimal step, Rounding mode);
// The same number, where a decimal can hold it: 1/8 is 0.125, 1/3 is nothing.
[[nodiscard]] std::optional<Decimal> to_decimal(Ratio value);

// Two decimals with the value between them, as near as 18 digits allow; equal when one is the value.
struct Enclosure {
  Decimal low;
  Decimal high;
};
[[nodiscard]] Enclosure enclose(Ratio value);

// `2/3`, or as a decimal where that is exact.
[[nodiscard]] std::string to_string(Ratio value);

}  // namespace hjemmel::base
