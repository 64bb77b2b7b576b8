// Quantities in both forms, at the values where one form becomes another.
#include "engine/explain/quantity.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

std::string people(std::int64_t coefficient, int scale, base::Dimension dimension, std::string_view unit = {}) {
  return people_quantity(base::Decimal::of(coefficient, scale), dimension, unit, words_in(Language::english));
}

std::string machine(std::int64_t coefficient, int scale, base::Dimension dimension, std::string_view unit = {}) {
  return machine_quantity(base::Decimal::of(coefficient, scale), dimension, unit);
}

TEST(Quantity, periods_for_people_are_years_when_whole) {
  EXPECT_EQ(people(0, 0, base::kPeriod), "0 months");
  EXPECT_EQ(people(1, 0, base::kPeriod), "1 month");
  EXPECT_EQ(people(11, 0, base::kPeriod), "11 months");
  EXPECT_EQ(people(12, 0, base::kPeriod), "1 year");
  EXPECT_EQ(people(18, 0, base::kPeriod), "18 months");
  EXPECT_EQ(people(216, 0, base::kPeriod), "18 years");
}

TEST(Quantity, durations_for_people_are_days_when_whole) {
  EXPECT_EQ(people(1, 0, base::kDuration), "1 hour");
  EXPECT_EQ(people(24, 0, base::kDuration), "1 day");
  EXPECT_EQ(people(25, 0, base::kDuration), "25 hours");
  EXPECT_EQ(people(48, 0, base::kDuration), "2 days");
  EXPECT_EQ(people(5, 1, base::kDuration), "0.5 hours");
}

TEST(Quantity, time_for_programs_is_iso_8601_in_one_unit) {
  EXPECT_EQ(machine(3, 0, base::kPeriod), "P3M");
  EXPECT_EQ(machine(24, 0, base::kPeriod), "P24M");
  EXPECT_EQ(machine(-3, 0, base::kPeriod), "-P3M");
  EXPECT_EQ(machine(48, 0, base::kDuration), "PT48H");
  EXPECT_EQ(machine(5, 1, base::kDuration), "PT0.5H");
}

TEST(Quantity, other_quantities_have_their_unit_in_both_forms) {
  EXPECT_EQ(machine(125, 1, base::kMass), "12.5 g");
  EXPECT_EQ(people(125, 1, base::kMass), "12.5 g");
  EXPECT_EQ(machine(300, 0, base::kMoneyNok), "300 NOK");
  EXPECT_EQ(machine(14, 0, base::kPercent), "14 %");
  EXPECT_EQ(machine(3, 0, base::Dimension{base::kFirstDeclaredDimension}, "blotter"), "3 blotter");
  EXPECT_EQ(machine(3, 0, base::kNoDimension), "3");
  EXPECT_EQ(people(15000001, 6, base::kMass), "15.000001 g");
}

TEST(Quantity, counts_are_json_integers_as_far_as_every_reader_keeps_them) {
  EXPECT_TRUE(is_json_integer(base::Decimal::of(3), base::kNoDimension));
  EXPECT_TRUE(is_json_integer(base::Decimal::of(kMaxJsonInteger), base::kNoDimension));
  EXPECT_TRUE(is_json_integer(base::Decimal::of(-kMaxJsonInteger), base::kNoDimension));
  EXPECT_FALSE(is_json_integer(base::Decimal::of(kMaxJsonInteger + 1), base::kNoDimension));
  EXPECT_FALSE(is_json_integer(base::Decimal::of(-kMaxJsonInteger - 1), base::kNoDimension));
  EXPECT_FALSE(is_json_integer(base::Decimal::of(5, 1), base::kNoDimension));
  EXPECT_FALSE(is_json_integer(base::Decimal::of(3), base::kPeriod));
}

}  // namespace
}  // namespace hjemmel::explain
