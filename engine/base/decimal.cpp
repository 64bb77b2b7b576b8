// Arithmetic of Decimal. Intermediates are 128 bits wide, so that two 18-digit numbers can be aligned without loss; the one
// place where overflow is checked is `fit`.
#include "engine/base/decimal.h"

#include <array>

#include "engine/base/check.h"

namespace hjemmel::base {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;  // 10^18, exclusive

constexpr Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) {
    power *= 10;
  }
  return power;
}

// The coefficients of both numbers at the greater of the two scales: below 10^36, well inside 128 bits.
struct Aligned {
  Wide left;
  Wide right;
  int scale;
};

Aligned align(Decimal left, Decimal right) {
  int const scale = left.scale() > right.scale() ? left.scale() : right.scale();
  return {left.coefficient() * power_of_ten(scale - left.scale()),
          right.coefficient() * power_of_ten(scale - right.scale()), scale};
}

std::optional<Decimal> fit(Wide coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (coefficient <= -kLimit || coefficient >= kLimit || scale > Decimal::kMaxScale) {
    return std::nullopt;
  }
  return Decimal::make(static_cast<std::int64_t>(coefficient), scale);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  for (char const c : text) {
    if (!is_digit(c)) {
      return false;
    }
  }
  return !text.empty();
}

bool between_digits(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
}

NumberFault name_fault(std::string_view text) {
  auto const comma = text.find(',');
  if (comma != std::string_view::npos && between_digits(text, comma)) {
    return NumberFault::decimal_comma;
  }
  auto const exponent = text.find_first_of("eE");
  bool const digit_before = exponent != std::string_view::npos && exponent > 0 && is_digit(text[exponent - 1]);
  bool const digit_behind =
      digit_before && text.find_first_not_of("+-0123456789", exponent + 1) == std::string_view::npos;
  return digit_behind && exponent + 1 < text.size() ? NumberFault::exponent : NumberFault::not_a_number;
}

}  // namespace

std::optional<Decimal> Decimal::from_integer(std::int64_t value) { return make(value, 0); }

std::optional<Decimal> Decimal::make(std::int64_t coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (coefficient <= -kLimit || coefficient >= kLimit || scale < 0 || scale > kMaxScale) {
    return std::nullopt;
  }
  return Decimal(coefficient, scale);
}

Decimal Decimal::of(std::int64_t coefficient, int scale) {
  auto const value = make(coefficient, scale);
  CHECK(value.has_value());
  return *value;
}

std::strong_ordering operator<=>(Decimal left, Decimal right) {
  if (left.scale() == right.scale()) {
    return left.coefficient() <=> right.coefficient();
  }
  Aligned const both = align(left, right);
  if (both.left == both.right) {
    return std::strong_ordering::equal;
  }
  return both.left < both.right ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::optional<Decimal> add(Decimal left, Decimal right) {
  Aligned const both = align(left, right);
  return fit(both.left + both.right, both.scale);
}

std::optional<Decimal> subtract(Decimal left, Decimal right) { return add(left, negate(right)); }

std::optional<Decimal> multiply(Decimal left, Decimal right) {
  return fit(static_cast<Wide>(left.coefficient()) * right.coefficient(), left.scale() + right.scale());
}

std::optional<Decimal> shift(Decimal value, int power) {
  if (power < -Decimal::kMaxScale || power > Decimal::kMaxScale) {
    return std::nullopt;
  }
  if (power >= 0) {
    return fit(value.coefficient() * power_of_ten(power), value.scale());
  }
  return fit(value.coefficient(), value.scale() - power);
}

Decimal negate(Decimal value) { return Decimal::of(-value.coefficient(), value.scale()); }

ParsedDecimal parse_decimal(std::string_view text) {
  bool const negative = text.starts_with('-');
  std::string_view const digits = negative ? text.substr(1) : text;
  auto const point = digits.find('.');
  std::string_view const whole = digits.substr(0, point);
  std::string_view const part = point == std::string_view::npos ? std::string_view{} : digits.substr(point + 1);
  if (!all_digits(whole) || (point != std::string_view::npos && !all_digits(part))) {
    return {name_fault(digits), {}};
  }
  if (whole.size() > 1 && whole.front() == '0') {
    return {NumberFault::leading_zero, {}};
  }
  Wide coefficient = 0;
  if (whole.size() + part.size() > 2 * Decimal::kMaxDigits) {
    return {NumberFault::too_many_digits, {}};
  }
  for (char const c : whole) {
    coefficient = coefficient * 10 + (c - '0');
  }
  for (char const c : part) {
    coefficient = coefficient * 10 + (c - '0');
  }
  auto const value = fit(negative ? -coefficient : coefficient, static_cast<int>(part.size()));
  return value ? ParsedDecimal{NumberFault::none, *value} : ParsedDecimal{NumberFault::too_many_digits, {}};
}

std::string to_string(Decimal value) {
  bool const negative = value.coefficient() < 0;
  std::string digits = std::to_string(negative ? -value.coefficient() : value.coefficient());
  auto const scale = static_cast<std::size_t>(value.scale());
  if (scale > 0) {
    if (digits.size() <= scale) {
      digits.insert(0, scale + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - scale, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

}  // namespace hjemmel::base
