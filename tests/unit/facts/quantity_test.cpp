// Quantities with units: exact conversion, and the words for each way to write one wrong.
#include "engine/facts/quantity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/facts/reading_facts.h"

namespace hjemmel::facts {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Quantity, is_converted_to_the_base_unit_without_loss) {
  EXPECT_EQ(reading_of("weight", "12.5 g"), "case.weight = 12.5\n");
  EXPECT_EQ(reading_of("weight", "300 mg"), "case.weight = 0.3\n");
  EXPECT_EQ(reading_of("weight", "0.5 kg"), "case.weight = 500\n");
  EXPECT_EQ(reading_of("weight", "5 µg"), "case.weight = 0.000005\n");
  EXPECT_EQ(reading_of("fine", "1250 øre"), "case.fine = 12.5\n");
  EXPECT_EQ(reading_of("term", "2 years"), "case.term = 24\n");
  EXPECT_EQ(reading_of("term", "0.5 year"), "case.term = 6\n");
}

TEST(Quantity, the_blank_before_the_unit_may_be_left_out) {
  EXPECT_EQ(reading_of("weight", "15g"), "case.weight = 15\n");
  EXPECT_EQ(reading_of("weight", "\"15 g\""), "case.weight = 15\n");
}

TEST(Quantity, a_declared_unit_is_a_dimension_of_its_own) {
  EXPECT_EQ(reading_of("sheets", "3 blotter"), "case.sheets = 3\n");
  EXPECT_THAT(reading_of("sheets", "3 g"),
              HasSubstr("`case.sheets` is a number of `blotter` | write a number and the unit, as in `3 blotter`"));
}

TEST(Quantity, another_dimension_says_what_is_expected) {
  EXPECT_EQ(reading_of("weight", "0.3 kr"),
            "fact_wrong_dimension: `0.3 kr` is an amount of money, but `case.weight` is a mass | write a mass, as in "
            "`12.5 g`\n");
  EXPECT_THAT(reading_of("term", "6 hours"), StartsWith("fact_wrong_dimension: "));
}

TEST(Quantity, a_number_without_a_unit_is_none) {
  EXPECT_EQ(reading_of("weight", "12.5"),
            "fact_without_unit: `12.5` for `case.weight` has no unit | write a mass, as in `12.5 g`\n");
}

TEST(Quantity, an_unknown_unit_gets_the_nearest_one) {
  EXPECT_THAT(reading_of("weight", "12 gram"), HasSubstr("write `g`, as in `12.5 g`"));
  EXPECT_THAT(reading_of("sheets", "3 bloter"), HasSubstr("did you mean `blotter`?"));
  EXPECT_THAT(reading_of("weight", "12 stones"), StartsWith("fact_unknown_unit: "));
}

TEST(Quantity, a_space_that_cannot_be_seen_is_named) {
  EXPECT_THAT(reading_of("weight", R"("12.5\u00a0g")"),
              StartsWith("hidden_character: `case.weight` holds a space that cannot be seen, U+00A0"));
}

TEST(Quantity, wrong_numbers_are_told_as_such) {
  EXPECT_THAT(reading_of("weight", "12,5 g"), HasSubstr("`12,5` for `case.weight` has a comma"));
  EXPECT_THAT(reading_of("weight", "010 g"), HasSubstr("begins with a zero"));
  EXPECT_THAT(reading_of("weight", "1e3 g"), HasSubstr("`1e3` for `case.weight` has an exponent"));
  EXPECT_THAT(reading_of("weight", "12 500 g"),
              StartsWith("fact_not_a_number: `12 500 g` for `case.weight` has a blank inside"));
  EXPECT_THAT(reading_of("weight", "heavy"), HasSubstr("`heavy` for `case.weight` is not a number"));
  EXPECT_THAT(reading_of("weight", "999999999999999999 kg"), HasSubstr("has more digits"));
}

TEST(Quantity, a_period_has_whole_months) {
  EXPECT_THAT(reading_of("term", "1.5 months"), HasSubstr("has a part of a month"));
}

TEST(Quantity, every_suggested_unit_exists) {
  for (std::string const unit : {"g", "mg", "kg", "µg", "l", "dl", "ml", "NOK", "kr", "øre", "%", "month", "months",
                                 "year", "years", "hour", "hours", "day", "days"}) {
    EXPECT_TRUE(base::find_unit(unit)) << unit;
  }
}

}  // namespace
}  // namespace hjemmel::facts
