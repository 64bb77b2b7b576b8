// Decimal: an exact number in base ten, a scaled integer with checked overflow. No floating point anywhere.
//
// In: digits as the law or a record writes them. Out: a number that compares, adds and multiplies exactly, or nothing
// when the result needs more digits than it holds. Tested in tests/unit/base/decimal_test.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hjemmel::base {

// coefficient * 10^-scale, with |coefficient| < 10^18 and 0 <= scale <= 18. Kept without trailing zeros after the point, so
// that equal numbers have equal members: 12.50 is (125, 1), 100 is (100, 0), zero is (0, 0).
class Decimal {
 public:
  static constexpr int kMaxScale = 18;
  static constexpr int kMaxDigits = 18;

  constexpr Decimal() = default;  // zero

  // Nothing when |value| >= 10^18.
  [[nodiscard]] static std::optional<Decimal> from_integer(std::int64_t value);
  // Nothing when scale is outside 0 .. 18 after trailing zeros are dropped, or the coefficient has more than 18 digits.
  [[nodiscard]] static std::optional<Decimal> make(std::int64_t coefficient, int scale);
  // For constants in our own code and for values that were checked before: CHECKs what `make` would refuse.
  [[nodiscard]] static Decimal of(std::int64_t coefficient, int scale = 0);

  [[nodiscard]] constexpr std::int64_t coefficient() const { return coefficient_; }
  [[nodiscard]] constexpr int scale() const { return scale_; }
  [[nodiscard]] constexpr bool is_integer() const { return scale_ == 0; }

  friend bool operator==(Decimal, Decimal) = default;
  friend std::strong_ordering operator<=>(Decimal left, Decimal right);

 private:
  constexpr Decimal(std::int64_t coefficient, int scale)
      : coefficient_(coefficient), scale_(static_cast<std::int8_t>(scale)) {}

  std::int64_t coefficient_ = 0;
  std::int8_t scale_ = 0;
};

// Each gives nothing on overflow: more than 18 significant digits, or more than 18 after the point.
[[nodiscard]] std::optional<Decimal> add(Decimal left, Decimal right);
[[nodiscard]] std::optional<Decimal> subtract(Decimal left, Decimal right);
[[nodiscard]] std::optional<Decimal> multiply(Decimal left, Decimal right);
// value * 10^power
[[nodiscard]] std::optional<Decimal> shift(Decimal value, int power);
[[nodiscard]] Decimal negate(Decimal value);

enum class NumberFault { none, not_a_number, leading_zero, too_many_digits, decimal_comma, exponent };

struct ParsedDecimal {
  NumberFault fault = NumberFault::none;
  Decimal value;  // zero unless fault is none
};

// Reads the whole text: an optional `-`, digits, and an optional `.` with digits. `010`, `1e400`, `.5`, `5.`, `+5`,
// `1,5`, `1_000` and blanks are faults, and so is a number of more than 18 digits.
[[nodiscard]] ParsedDecimal parse_decimal(std::string_view text);

// As the law writes it in English: `12.5`, `-0.3`, `100`.
[[nodiscard]] std::string to_string(Decimal value);

}  // namespace hjemmel::base
