// A number of a record, digit by digit into a whole multiple of a power of ten; never through a floating point number.
//
// In: a text and the digits that a slot holds behind the point. Out: what the slot stores. A number of more than kMostDigits digits
// is none here: another reader takes it. Tested by way of tests/unit/records/record_scanner_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hjemmel::records {

inline constexpr std::ptrdiff_t kMostDigits = 15;
inline constexpr int kMostDecimals = 9;  // of a number with a unit, so that it can be converted

struct Number {
  std::int64_t coefficient = 0;
  int decimals = 0;
};

[[nodiscard]] inline bool is_digit(char sign) { return static_cast<unsigned char>(sign - '0') < 10; }

// As base::parse_decimal: no leading zeros, digits on both sides of the point. Gives where it ends; null where it is none.
[[nodiscard]] inline char const* read_number(char const* at, char const* end, bool whole, Number& number) {
  bool const negative = at < end && *at == '-';
  at += negative ? 1 : 0;
  char const* const begin = at;
  std::uint64_t value = 0;
  for (; at < end && is_digit(*at); ++at) {
    value = value * 10 + static_cast<std::uint64_t>(*at - '0');
  }
  std::ptrdiff_t digits = at - begin;
  if (digits == 0 || digits > kMostDigits || (digits > 1 && *begin == '0')) {
    return nullptr;
  }
  number.decimals = 0;
  if (!whole && at < end && *at == '.') {
    char const* const point = at++;
    for (; at < end && is_digit(*at); ++at) {
      value = value * 10 + static_cast<std::uint64_t>(*at - '0');
    }
    number.decimals = static_cast<int>(at - point) - 1;
    digits += at - point - 1;
    if (number.decimals == 0 || digits > kMostDigits) {
      return nullptr;
    }
  }
  number.coefficient = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
  return at;
}

// coefficient * 10^power; false where it is no whole number or does not lie in [least, most].
[[nodiscard]] inline bool scaled(std::int64_t coefficient, int power, std::int64_t least, std::int64_t most,
                                 std::int64_t& value) {
  for (; power < 0; ++power) {
    if (coefficient % 10 != 0) {
      return false;
    }
    coefficient /= 10;
  }
  for (; power > 0; --power) {
    if (__builtin_mul_overflow(coefficient, std::int64_t{10}, &coefficient)) {
      return false;
    }
  }
  value = coefficient;
  return coefficient >= least && coefficient <= most;
}

}  // namespace hjemmel::records
