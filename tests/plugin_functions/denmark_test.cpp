// plugins/denmark: holidays before and after 2024, deadlines, ages for alcohol below, at and above each limit, doping groups.
#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

Answer denmark_says(std::string_view name, std::vector<Value> const& arguments) {
  return denmark().call(name, arguments);
}

void expect_holidays(std::int32_t year, std::vector<jur::Date> const& days) {
  for (jur::Date date = day(year, 1, 1); date <= day(year, 12, 31); ++date.days) {
    bool const holiday = std::find(days.begin(), days.end(), date) != days.end();
    EXPECT_EQ(denmark_says("is_public_holiday", {date}), number(holiday)) << date.days;
    EXPECT_EQ(denmark_says("is_working_day", {date}), number(!holiday && jur::calendar::weekday_of(date) < 5))
        << date.days;
  }
}

TEST(Denmark, eleven_holidays_in_2023_and_ten_in_2026) {
  expect_holidays(
      2023, {day(2023, 1, 1), day(2023, 4, 6), day(2023, 4, 7), day(2023, 4, 9), day(2023, 4, 10), day(2023, 5, 5),
             day(2023, 5, 18), day(2023, 5, 28), day(2023, 5, 29), day(2023, 12, 25), day(2023, 12, 26)});
  expect_holidays(2026, {day(2026, 1, 1), day(2026, 4, 2), day(2026, 4, 3), day(2026, 4, 5), day(2026, 4, 6),
                         day(2026, 5, 14), day(2026, 5, 24), day(2026, 5, 25), day(2026, 12, 25), day(2026, 12, 26)});
}

TEST(Denmark, prayer_day_is_abolished_from_2024) {
  EXPECT_EQ(denmark_says("is_public_holiday", {day(2022, 5, 13)}), number(1));
  EXPECT_EQ(denmark_says("is_public_holiday", {day(2024, 4, 26)}), number(0));
  EXPECT_EQ(denmark_says("next_working_day", {day(2023, 5, 4)}), date(2023, 5, 8));
  EXPECT_EQ(denmark_says("next_working_day", {day(2024, 4, 25)}), date(2024, 4, 26));
}

TEST(Denmark, a_deadline_does_not_end_on_three_more_days) {
  EXPECT_EQ(denmark_says("deadline_end", {day(2026, 6, 5)}), date(2026, 6, 8));
  EXPECT_EQ(denmark_says("working_day_on_or_after", {day(2026, 6, 5)}), date(2026, 6, 5));
  EXPECT_EQ(denmark_says("deadline_end", {day(2026, 12, 24)}), date(2026, 12, 28));
  EXPECT_EQ(denmark_says("deadline_end", {day(2026, 12, 31)}), date(2027, 1, 4));
  EXPECT_EQ(denmark_says("deadline_end", {day(2026, 6, 4)}), date(2026, 6, 4));
  EXPECT_EQ(denmark_says("add_working_days", {day(2026, 6, 4), std::int64_t{1}}), date(2026, 6, 5));
}

TEST(Denmark, ages_for_alcohol_by_strength) {
  struct Case {
    jur::Decimal strength;
    std::int64_t before, since;
  };
  for (Case const& one : {Case{{0, 0}, 0, 0}, Case{{12, 1}, 0, 0}, Case{{1200000001, 9}, 16, 16}, Case{{46, 1}, 16, 16},
                          Case{{6, 0}, 16, 16}, Case{{600, 2}, 16, 16}, Case{{601, 2}, 16, 18}, Case{{165, 1}, 16, 18},
                          Case{{166, 1}, 18, 18}, Case{{100, 0}, 18, 18}}) {
    EXPECT_EQ(denmark_says("alcohol_sale_age", {day(2025, 3, 31), one.strength}), number(one.before));
    EXPECT_EQ(denmark_says("alcohol_sale_age", {day(2025, 4, 1), one.strength}), number(one.since));
    EXPECT_EQ(denmark_says("alcohol_sale_age", {day(2019, 12, 31), one.strength}), unknown());
    for (std::int64_t const age : {15, 16, 17, 18}) {
      EXPECT_EQ(denmark_says("alcohol_sale_is_allowed", {day(2025, 4, 1), age, one.strength}),
                number(age >= one.since));
    }
  }
  EXPECT_EQ(denmark_says("alcohol_sale_age", {day(2026, 1, 1), jur::Decimal{-1, 0}}), bad_argument());
  EXPECT_EQ(denmark_says("alcohol_sale_age", {day(2026, 1, 1), jur::Decimal{1001, 1}}), bad_argument());
}

TEST(Denmark, strength_limit_and_serving_age) {
  EXPECT_EQ(denmark_says("alcohol_strength_limit_under_18", {day(2025, 3, 31)}), (Answer{JUR_OK, 165, 1, ""}));
  EXPECT_EQ(denmark_says("alcohol_strength_limit_under_18", {day(2025, 4, 1)}), (Answer{JUR_OK, 6, 0, ""}));
  EXPECT_EQ(denmark_says("alcohol_serving_age", {day(2026, 1, 1)}), number(18));
}

TEST(Denmark, doping) {
  struct Case {
    std::string substance, group;
  };
  for (Case const& one :
       {Case{"Testosteron", "androgen"}, Case{"anabole steroider", "anabolic_steroid"},
        Case{"VÆKSTHORMON", "growth_hormone"}, Case{"EPO", "erythropoietin"}, Case{"hCG", "releasing_agent"}}) {
    EXPECT_EQ(denmark_says("doping_group", {one.substance}), text(one.group)) << one.substance;
  }
  EXPECT_EQ(denmark_says("doping_group", {std::string("koffein")}), unknown());
  EXPECT_EQ(denmark_says("doping_act_in_force", {day(1999, 6, 30)}), number(0));
  EXPECT_EQ(denmark_says("doping_act_in_force", {day(1999, 7, 1)}), number(1));
}

}  // namespace
}  // namespace plugin_functions
