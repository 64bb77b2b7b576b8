// Which numbers are sound results, at the limit and one past it.
#include "engine/host/breach.h"

#include <gtest/gtest.h>

namespace hjemmel::host {
namespace {

using base::ForeignType;

TEST(Breach, bools_are_0_and_1) {
  EXPECT_EQ(number_breach(ForeignType::boolean, 0, 0), Breach::none);
  EXPECT_EQ(number_breach(ForeignType::boolean, 1, 0), Breach::none);
  EXPECT_EQ(number_breach(ForeignType::boolean, 2, 0), Breach::not_a_bool);
  EXPECT_EQ(number_breach(ForeignType::boolean, -1, 0), Breach::not_a_bool);
}

TEST(Breach, dates_lie_in_the_years_1_to_9999) {
  EXPECT_EQ(number_breach(ForeignType::date, base::kFirstDate.days, 0), Breach::none);
  EXPECT_EQ(number_breach(ForeignType::date, base::kLastDate.days, 0), Breach::none);
  EXPECT_EQ(number_breach(ForeignType::date, base::kFirstDate.days - 1, 0), Breach::date_outside);
  EXPECT_EQ(number_breach(ForeignType::date, base::kLastDate.days + 1, 0), Breach::date_outside);
}

TEST(Breach, numbers_have_18_digits) {
  for (ForeignType const type : {ForeignType::integer, ForeignType::decimal}) {
    EXPECT_EQ(number_breach(type, kNumberLimit - 1, 0), Breach::none);
    EXPECT_EQ(number_breach(type, 1 - kNumberLimit, 0), Breach::none);
    EXPECT_EQ(number_breach(type, kNumberLimit, 0), Breach::number_too_large);
    EXPECT_EQ(number_breach(type, -kNumberLimit, 0), Breach::number_too_large);
    EXPECT_EQ(number_breach(type, INT64_MIN, 0), Breach::number_too_large);
    EXPECT_EQ(number_breach(type, kUnwritten, 0), Breach::no_value);
  }
}

TEST(Breach, only_decimals_have_a_scale_and_of_9_at_the_most) {
  EXPECT_EQ(number_breach(ForeignType::decimal, 1, 9), Breach::none);
  EXPECT_EQ(number_breach(ForeignType::decimal, 1, 10), Breach::wrong_scale);
  EXPECT_EQ(number_breach(ForeignType::decimal, 1, -1), Breach::wrong_scale);
  EXPECT_EQ(number_breach(ForeignType::integer, 1, 1), Breach::wrong_scale);
}

TEST(Breach, each_has_its_sentence) {
  for (int at = 1; at <= static_cast<int>(Breach::wrong_offsets); ++at) {
    std::string const text = breach_text(static_cast<Breach>(at), "it");
    EXPECT_GT(text.size(), 10U) << at;
  }
}

}  // namespace
}  // namespace hjemmel::host
