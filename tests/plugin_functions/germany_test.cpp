// plugins/germany: holidays by Land and year, working days, and each figure of the cannabis act below, at and above its limit.
#include <map>

#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

Answer germany_says(std::string_view name, std::vector<Value> const& arguments) {
  return germany().call(name, arguments);
}

Answer in_land(jur::Date date, std::string const& land) { return germany_says("is_public_holiday_in", {date, land}); }

Answer decimal(std::int64_t coefficient) { return {JUR_OK, coefficient, 0, ""}; }

constexpr std::array kLands{"BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV",
                            "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"};

TEST(Germany, the_nine_days_of_2026_and_no_other) {
  std::vector<jur::Date> const days{day(2026, 1, 1),  day(2026, 4, 3),   day(2026, 4, 6),
                                    day(2026, 5, 1),  day(2026, 5, 14),  day(2026, 5, 25),
                                    day(2026, 10, 3), day(2026, 12, 25), day(2026, 12, 26)};
  for (jur::Date date = day(2026, 1, 1); date <= day(2026, 12, 31); ++date.days) {
    bool const holiday = std::find(days.begin(), days.end(), date) != days.end();
    EXPECT_EQ(germany_says("is_public_holiday", {date}), number(holiday)) << date.days;
    EXPECT_EQ(germany_says("is_working_day", {date}), number(!holiday && jur::calendar::weekday_of(date) < 5))
        << date.days;
  }
}

// Days of 2026 that each Land keeps, those that its municipalities decide left out. As counted by hand.
TEST(Germany, number_of_holidays_by_land) {
  std::map<std::string, int> const expected{{"BW", 12}, {"BY", 12}, {"BE", 10}, {"BB", 12}, {"HB", 10}, {"HH", 10},
                                            {"HE", 10}, {"MV", 11}, {"NI", 10}, {"NW", 11}, {"RP", 11}, {"SL", 12},
                                            {"SN", 11}, {"ST", 11}, {"SH", 10}, {"TH", 11}};
  for (std::string const land : kLands) {
    int count = 0;
    for (jur::Date date = day(2026, 1, 1); date <= day(2026, 12, 31); ++date.days) {
      count += in_land(date, land) == number(1) ? 1 : 0;
    }
    EXPECT_EQ(count, expected.at(land)) << land;
  }
}

TEST(Germany, days_of_lands_that_came_later) {
  EXPECT_EQ(in_land(day(2018, 3, 8), "BE"), number(0));
  EXPECT_EQ(in_land(day(2019, 3, 8), "BE"), number(1));
  EXPECT_EQ(in_land(day(2022, 3, 8), "MV"), number(0));
  EXPECT_EQ(in_land(day(2023, 3, 8), "MV"), number(1));
  EXPECT_EQ(in_land(day(2018, 9, 20), "TH"), number(0));
  EXPECT_EQ(in_land(day(2019, 9, 20), "TH"), number(1));
  EXPECT_EQ(in_land(day(2017, 10, 31), "NI"), number(1));  // everywhere, in that year alone
  EXPECT_EQ(germany_says("is_public_holiday", {day(2017, 10, 31)}), number(1));
  EXPECT_EQ(in_land(day(2016, 10, 31), "NI"), number(0));
  EXPECT_EQ(in_land(day(2018, 10, 31), "NI"), number(1));
  EXPECT_EQ(germany_says("is_public_holiday", {day(2018, 10, 31)}), number(0));
  EXPECT_EQ(in_land(day(2020, 5, 8), "BE"), number(1));
  EXPECT_EQ(in_land(day(2025, 5, 8), "BE"), number(1));
  EXPECT_EQ(in_land(day(2024, 5, 8), "BE"), number(0));
}

TEST(Germany, day_of_repentance_is_the_wednesday_before_23_november) {
  EXPECT_EQ(in_land(day(2026, 11, 18), "SN"), number(1));
  EXPECT_EQ(in_land(day(2023, 11, 22), "SN"), number(1));
  EXPECT_EQ(in_land(day(2022, 11, 16), "SN"), number(1));
  EXPECT_EQ(in_land(day(2022, 11, 23), "SN"), number(0));
  EXPECT_EQ(in_land(day(2026, 11, 18), "BY"), number(0));
}

TEST(Germany, what_the_municipality_decides_has_no_answer) {
  EXPECT_EQ(in_land(day(2026, 8, 15), "BY"), unknown());
  EXPECT_EQ(in_land(day(2026, 8, 15), "SL"), number(1));
  EXPECT_EQ(in_land(day(2026, 6, 4), "SN"), unknown());
  EXPECT_EQ(in_land(day(2026, 6, 4), "TH"), unknown());
  EXPECT_EQ(in_land(day(2026, 6, 4), "BY"), number(1));
  EXPECT_EQ(germany_says("is_working_day_in", {day(2025, 8, 15), std::string("BY")}), unknown());
  EXPECT_EQ(germany_says("is_working_day_in", {day(2026, 8, 15), std::string("BY")}), number(0));  // a Saturday anyway
}

TEST(Germany, other_arguments) {
  EXPECT_EQ(in_land(day(2026, 1, 1), "XX"), bad_argument());
  EXPECT_EQ(in_land(day(2026, 1, 1), "by"), bad_argument());
  EXPECT_EQ(in_land(day(2026, 1, 1), ""), bad_argument());
  EXPECT_EQ(germany_says("is_public_holiday", {day(1994, 12, 31)}), unknown());
  EXPECT_EQ(germany_says("is_working_day", {day(1994, 12, 31)}), unknown());
  EXPECT_EQ(germany_says("add_working_days", {day(1995, 1, 10), std::int64_t{-20}}), unknown());
}

TEST(Germany, deadlines) {
  EXPECT_EQ(germany_says("deadline_end", {day(2026, 10, 3)}), date(2026, 10, 5));
  EXPECT_EQ(germany_says("next_working_day", {day(2026, 4, 2)}), date(2026, 4, 7));
  EXPECT_EQ(germany_says("add_working_days", {day(2026, 4, 2), std::int64_t{2}}), date(2026, 4, 8));
}

TEST(Germany, figures_of_the_cannabis_act) {
  jur::Date const before = day(2024, 3, 31);
  jur::Date const first = day(2024, 4, 1);
  EXPECT_EQ(germany_says("cannabis_adult_age", {first}), number(18));
  EXPECT_EQ(germany_says("cannabis_public_limit", {first}), decimal(25));
  EXPECT_EQ(germany_says("cannabis_home_limit", {first}), decimal(50));
  EXPECT_EQ(germany_says("cannabis_plant_limit", {first}), number(3));
  for (std::string_view const name :
       {"cannabis_adult_age", "cannabis_public_limit", "cannabis_home_limit", "cannabis_plant_limit"}) {
    EXPECT_EQ(germany_says(name, {before}), unknown()) << name;
  }
}

TEST(Germany, possession_below_at_and_above_each_limit) {
  struct Case {
    jur::Decimal away, home;
    std::string_view word;
  };
  for (Case const& one :
       {Case{{0, 0}, {0, 0}, "lawful"}, Case{{24999, 3}, {0, 0}, "lawful"}, Case{{25, 0}, {0, 0}, "lawful"},
        Case{{25000000001, 9}, {0, 0}, "administrative_offence"}, Case{{30, 0}, {0, 0}, "administrative_offence"},
        Case{{3001, 2}, {0, 0}, "crime"}, Case{{0, 0}, {50, 0}, "lawful"}, Case{{25, 0}, {25, 0}, "lawful"},
        Case{{25, 0}, {251, 1}, "administrative_offence"}, Case{{0, 0}, {60, 0}, "administrative_offence"},
        Case{{25, 0}, {35, 0}, "administrative_offence"}, Case{{0, 0}, {601, 1}, "crime"},
        Case{{25, 0}, {3501, 2}, "crime"}}) {
    EXPECT_EQ(germany_says("cannabis_possession", {day(2026, 1, 1), one.away, one.home}), text(one.word));
  }
  EXPECT_EQ(germany_says("cannabis_possession", {day(2024, 3, 31), jur::Decimal{1, 0}, jur::Decimal{1, 0}}), unknown());
  EXPECT_EQ(germany_says("cannabis_possession", {day(2026, 1, 1), jur::Decimal{-1, 0}, jur::Decimal{1, 0}}),
            bad_argument());
  EXPECT_EQ(
      germany_says("cannabis_possession", {day(2026, 1, 1), jur::Decimal{INT64_MAX, 0}, jur::Decimal{INT64_MAX, 9}}),
      bad_argument());
}

TEST(Germany, clubs) {
  jur::Date const first = day(2024, 7, 1);
  EXPECT_EQ(germany_says("cannabis_club_member_limit", {first}), number(500));
  EXPECT_EQ(germany_says("cannabis_club_member_limit", {day(2024, 6, 30)}), unknown());
  struct Case {
    std::int64_t age;
    std::int64_t daily, monthly;
    bool strength;
  };
  for (Case const& one :
       {Case{17, 0, 0, false}, Case{18, 25, 30, true}, Case{20, 25, 30, true}, Case{21, 25, 50, false}}) {
    EXPECT_EQ(germany_says("cannabis_club_daily_limit", {first, one.age}), decimal(one.daily)) << one.age;
    EXPECT_EQ(germany_says("cannabis_club_monthly_limit", {first, one.age}), decimal(one.monthly)) << one.age;
    EXPECT_EQ(germany_says("cannabis_club_thc_limit", {first, one.age}), one.strength ? decimal(10) : unknown())
        << one.age;
  }
  EXPECT_EQ(germany_says("cannabis_club_daily_limit", {first, std::int64_t{-1}}), bad_argument());
}

}  // namespace
}  // namespace plugin_functions
