// Decimal against tables of texts, and its arithmetic against plain 128-bit integers.
#include "engine/base/decimal.h"

#include <array>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hjemmel::base {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMax = 999'999'999'999'999'999;

// The oracle: a fraction of whole numbers over 10^scale, never shortened.
struct Plain {
  Wide units;
  int scale;
};

Wide power(int exponent) {
  Wide value = 1;
  for (int i = 0; i < exponent; ++i) {
    value *= 10;
  }
  return value;
}

std::optional<Decimal> as_decimal(Plain number) {
  while (number.scale > 0 && number.units % 10 == 0) {
    number.units /= 10;
    --number.scale;
  }
  bool const fits = number.units <= kMax && number.units >= -kMax && number.scale <= 18;
  return fits ? Decimal::make(static_cast<std::int64_t>(number.units), number.scale) : std::nullopt;
}

Decimal any_decimal() {
  auto const magnitude = *rc::gen::inRange(0, 19);
  auto const limit = static_cast<std::int64_t>(power(magnitude));
  return Decimal::of(*rc::gen::inRange<std::int64_t>(-limit + 1, limit), *rc::gen::inRange(0, 19));
}

Decimal parsed(std::string_view text) {
  ParsedDecimal const result = parse_decimal(text);
  EXPECT_EQ(result.fault, NumberFault::none) << text;
  return result.value;
}

TEST(Decimal, keeps_no_zeros_behind_the_point) {
  EXPECT_EQ(parsed("12.50").coefficient(), 125);
  EXPECT_EQ(parsed("12.50").scale(), 1);
  EXPECT_EQ(parsed("100").coefficient(), 100);
  EXPECT_EQ(parsed("-0.000").coefficient(), 0);
  EXPECT_EQ(parsed("-0.000"), Decimal{});
}

TEST(Decimal, writes_what_it_read) {
  for (std::string const text : {"0", "12.5", "-0.3", "100", "0.000001", "15.000001", "-999999999999999999",
                                 "0.000000000000000001", "999999999.999999999"}) {
    EXPECT_EQ(to_string(parsed(text)), text);
  }
}

TEST(Decimal, names_the_fault_of_a_number) {
  struct Row {
    std::string_view text;
    NumberFault fault;
  };
  constexpr std::array kRows{
      Row{"", NumberFault::not_a_number},
      Row{"-", NumberFault::not_a_number},
      Row{"+5", NumberFault::not_a_number},
      Row{".5", NumberFault::not_a_number},
      Row{"5.", NumberFault::not_a_number},
      Row{"1_000", NumberFault::not_a_number},
      Row{" 5", NumberFault::not_a_number},
      Row{"5 ", NumberFault::not_a_number},
      Row{"0x10", NumberFault::not_a_number},
      Row{"1.2.3", NumberFault::not_a_number},
      Row{"--1", NumberFault::not_a_number},
      Row{"nan", NumberFault::not_a_number},
      Row{"one, two", NumberFault::not_a_number},
      Row{"3e", NumberFault::not_a_number},
      Row{"010", NumberFault::leading_zero},
      Row{"-00", NumberFault::leading_zero},
      Row{"00.5", NumberFault::leading_zero},
      Row{"1,5", NumberFault::decimal_comma},
      Row{"1e400", NumberFault::exponent},
      Row{"1.5E-3", NumberFault::exponent},
      Row{"123456789012345678901234567890", NumberFault::too_many_digits},
      Row{"1000000000000000000", NumberFault::too_many_digits},
      Row{"0.0000000000000000001", NumberFault::too_many_digits},
      Row{"1.000000000000000001", NumberFault::too_many_digits},
  };
  for (Row const& row : kRows) {
    EXPECT_EQ(parse_decimal(row.text).fault, row.fault) << row.text;
  }
}

TEST(Decimal, reads_eighteen_digits_and_not_nineteen) {
  EXPECT_EQ(parsed("999999999999999999").coefficient(), kMax);
  EXPECT_EQ(parse_decimal("9999999999999999999").fault, NumberFault::too_many_digits);
  EXPECT_EQ(parsed("1.00000000000000000000000"), Decimal::of(1));
}

TEST(Decimal, refuses_what_does_not_fit) {
  EXPECT_FALSE(Decimal::from_integer(INT64_MAX));
  EXPECT_FALSE(Decimal::from_integer(INT64_MIN));
  EXPECT_FALSE(Decimal::make(1, 19));
  EXPECT_FALSE(Decimal::make(1, -1));
  EXPECT_TRUE(Decimal::make(10, 19));  // 1 at scale 18
  EXPECT_FALSE(add(Decimal::of(kMax), Decimal::of(1)));
  EXPECT_FALSE(add(Decimal::of(kMax), Decimal::of(1, 1)));
  EXPECT_FALSE(multiply(Decimal::of(kMax), Decimal::of(2)));
  EXPECT_FALSE(multiply(Decimal::of(1, 10), Decimal::of(1, 10)));
  EXPECT_TRUE(subtract(Decimal::of(kMax), Decimal::of(kMax)));
}

TEST(Decimal, shifts_by_powers_of_ten) {
  EXPECT_EQ(shift(Decimal::of(300), -3), Decimal::of(3, 1));
  EXPECT_EQ(shift(Decimal::of(3, 1), 3), Decimal::of(300));
  EXPECT_FALSE(shift(Decimal::of(1, 18), -1));
  EXPECT_FALSE(shift(Decimal::of(kMax), 1));
  EXPECT_FALSE(shift(Decimal::of(0), 19));
  EXPECT_EQ(shift(Decimal::of(kMax, 18), 18), Decimal::of(kMax));
}

RC_GTEST_PROP(DecimalProperty, adds_like_whole_numbers, ()) {
  Decimal const a = any_decimal();
  Decimal const b = any_decimal();
  int const scale = std::max(a.scale(), b.scale());
  Wide const left = a.coefficient() * power(scale - a.scale());
  Wide const right = b.coefficient() * power(scale - b.scale());
  RC_ASSERT(add(a, b) == as_decimal({left + right, scale}));
  RC_ASSERT(subtract(a, b) == as_decimal({left - right, scale}));
  RC_ASSERT((a < b) == (left < right));
  RC_ASSERT((a == b) == (left == right));
}

RC_GTEST_PROP(DecimalProperty, multiplies_like_whole_numbers, ()) {
  Decimal const a = any_decimal();
  Decimal const b = any_decimal();
  RC_ASSERT(multiply(a, b) ==
            as_decimal({static_cast<Wide>(a.coefficient()) * b.coefficient(), a.scale() + b.scale()}));
}

RC_GTEST_PROP(DecimalProperty, is_read_back_as_written, ()) {
  Decimal const a = any_decimal();
  ParsedDecimal const again = parse_decimal(to_string(a));
  RC_ASSERT(again.fault == NumberFault::none);
  RC_ASSERT(again.value == a);
}

RC_GTEST_PROP(DecimalProperty, parses_any_text_without_a_crash, (std::string const& text)) {
  ParsedDecimal const result = parse_decimal(text);
  RC_ASSERT(result.fault != NumberFault::none || to_string(result.value).size() <= text.size() + 1);
}

}  // namespace
}  // namespace hjemmel::base
