// Ratio: lowest terms, exact arithmetic, comparison without overflow, rounding on the number line.
#include "engine/base/ratio.h"

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

Ratio ratio(std::int64_t numerator, std::int64_t denominator) {
  return divide(Ratio::of(Decimal::of(numerator)), Ratio::of(Decimal::of(denominator))).value();
}

TEST(Ratio, is_kept_in_lowest_terms_with_the_sign_above) {
  EXPECT_EQ(ratio(6, -9).numerator(), -2);
  EXPECT_EQ(ratio(6, -9).denominator(), 3);
  EXPECT_EQ(Ratio::of(Decimal::of(125, 3)), ratio(1, 8));
  EXPECT_EQ(ratio(0, 7), Ratio());
}

TEST(Ratio, adds_and_multiplies_exactly) {
  EXPECT_EQ(add(ratio(1, 3), ratio(1, 6)), ratio(1, 2));
  EXPECT_EQ(multiply(ratio(2, 3), ratio(3, 4)), ratio(1, 2));
  EXPECT_FALSE(divide(ratio(1, 3), Ratio()).has_value());
  Ratio const small = ratio(1, 999'999'999'999'999'999);
  EXPECT_FALSE(multiply(small, small).has_value());
}

TEST(Ratio, compares_the_longest_numbers) {
  Ratio const less = ratio(999'999'999'999'999'997, 999'999'999'999'999'998);
  Ratio const more = ratio(999'999'999'999'999'998, 999'999'999'999'999'999);
  EXPECT_LT(less, more);
  EXPECT_LT(negate(more), negate(less));
}

TEST(Ratio, rounds_on_the_number_line) {
  struct Row {
    std::int64_t numerator, denominator;
    std::int64_t half_up, half_even, up, down;
  };
  for (Row const& row :
       {Row{5, 2, 3, 2, 3, 2}, Row{7, 2, 4, 4, 4, 3}, Row{-5, 2, -2, -2, -2, -3}, Row{-7, 2, -3, -4, -3, -4},
        Row{1, 3, 0, 0, 1, 0}, Row{-1, 3, 0, 0, 0, -1}, Row{2, 1, 2, 2, 2, 2}, Row{2, 3, 1, 1, 1, 0}}) {
    Ratio const value = ratio(row.numerator, row.denominator);
    Decimal const one = Decimal::of(1);
    EXPECT_EQ(round(value, one, Rounding::half_up), Decimal::of(row.half_up));
    EXPECT_EQ(round(value, one, Rounding::half_even), Decimal::of(row.half_even));
    EXPECT_EQ(round(value, one, Rounding::up), Decimal::of(row.up));
    EXPECT_EQ(round(value, one, Rounding::down), Decimal::of(row.down));
  }
  EXPECT_EQ(round(ratio(2, 3), Decimal::of(5, 2), Rounding::half_up), Decimal::of(65, 2));
}

TEST(Ratio, decimals_that_enclose_it) {
  EXPECT_EQ(to_decimal(ratio(1, 8)), Decimal::of(125, 3));
  EXPECT_FALSE(to_decimal(ratio(1, 3)).has_value());
  Enclosure const ends = enclose(ratio(-1, 3));
  EXPECT_LT(Ratio::of(ends.low), ratio(-1, 3));
  EXPECT_GT(Ratio::of(ends.high), ratio(-1, 3));
  EXPECT_EQ(to_string(ratio(2, 3)), "2/3");
  EXPECT_EQ(to_string(ratio(1, 4)), "0.25");
}

}  // namespace
}  // namespace hjemmel::base
