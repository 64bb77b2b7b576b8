// Units: exact factors, and that each dimension has a name and a base.
#include "engine/base/unit.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

std::string in_base(std::string_view number, std::string_view unit) {
  auto const found = find_unit(unit);
  if (!found) {
    return "no unit";
  }
  auto const value = to_base(parse_decimal(number).value, *found);
  return value ? to_string(*value) + " " + std::string(base_unit(found->dimension)) : "overflow";
}

TEST(Unit, converts_exactly) {
  EXPECT_EQ(in_base("300", "mg"), "0.3 g");
  EXPECT_EQ(in_base("0.001", "kg"), "1 g");
  EXPECT_EQ(in_base("1", "\xC2\xB5g"), "0.000001 g");
  EXPECT_EQ(in_base("1", "\xCE\xBCg"), "0.000001 g");
  EXPECT_EQ(in_base("0.5", "dl"), "0.05 l");
  EXPECT_EQ(in_base("50", "ml"), "0.05 l");
  EXPECT_EQ(in_base("150", "\xC3\xB8re"), "1.5 NOK");
  EXPECT_EQ(in_base("1.5", "kr"), "1.5 NOK");
  EXPECT_EQ(in_base("18", "years"), "216 months");
  EXPECT_EQ(in_base("1", "day"), "24 hours");
  EXPECT_EQ(in_base("3", "weeks"), "504 hours");
  EXPECT_EQ(in_base("14", "%"), "14 %");
}

TEST(Unit, time_has_words_in_bokmaal_too) {
  EXPECT_EQ(in_base("1", "time"), in_base("1", "hour"));
  EXPECT_EQ(in_base("2", "timer"), in_base("2", "hours"));
  EXPECT_EQ(in_base("1", "dag"), in_base("1", "day"));
  EXPECT_EQ(in_base("2", "dager"), in_base("2", "days"));
  EXPECT_EQ(in_base("1", "uke"), in_base("7", "dager"));
  EXPECT_EQ(in_base("2", "uker"), in_base("2", "weeks"));
  EXPECT_EQ(in_base("1", "måned"), in_base("1", "month"));
  EXPECT_EQ(in_base("2", "måneder"), in_base("2", "months"));
  EXPECT_EQ(in_base("18", "år"), in_base("18", "years"));
}

TEST(Unit, reports_overflow_instead_of_rounding) {
  EXPECT_EQ(in_base("999999999999999999", "kg"), "overflow");
  EXPECT_EQ(in_base("0.000000000000000001", "mg"), "overflow");
  EXPECT_EQ(in_base("999999999999999999", "years"), "overflow");
}

TEST(Unit, knows_only_its_own_spellings) {
  for (std::string_view const name : {"", "G", "gram", "grams", "nok", "Kr", "KR", "mdl", "m", "kilo", "\xC2\xB5"}) {
    EXPECT_FALSE(find_unit(name)) << name;
  }
}

TEST(Unit, names_every_built_in_dimension) {
  for (Dimension const dimension : {kMass, kVolume, kMoneyNok, kPercent, kPeriod, kDuration}) {
    EXPECT_FALSE(base_unit(dimension).empty());
    EXPECT_FALSE(dimension_name(dimension).empty());
    EXPECT_EQ(find_unit(base_unit(dimension))->dimension, dimension);
    EXPECT_EQ(in_base("7", base_unit(dimension)), "7 " + std::string(base_unit(dimension)));
  }
  EXPECT_TRUE(base_unit(Dimension{kFirstDeclaredDimension}).empty());
  EXPECT_TRUE(dimension_name(Dimension{kFirstDeclaredDimension}).empty());
}

TEST(Unit, a_length_of_time_is_told_in_the_greatest_unit_that_it_is_whole_in) {
  auto const text = [](std::int64_t number, Dimension dimension) {
    return length_of_time_text(Decimal::of(number), dimension);
  };
  EXPECT_EQ(text(0, kPeriod), "0 months");
  EXPECT_EQ(text(1, kPeriod), "1 month");
  EXPECT_EQ(text(11, kPeriod), "11 months");
  EXPECT_EQ(text(12, kPeriod), "1 year");
  EXPECT_EQ(text(13, kPeriod), "13 months");
  EXPECT_EQ(text(216, kPeriod), "18 years");
  EXPECT_EQ(text(-24, kPeriod), "-2 years");
  EXPECT_EQ(text(23, kDuration), "23 hours");
  EXPECT_EQ(text(24, kDuration), "1 day");
  EXPECT_EQ(text(240, kDuration), "10 days");
}

}  // namespace
}  // namespace hjemmel::base
