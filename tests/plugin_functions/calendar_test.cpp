// plugins/abi/calendar.h and plugins/norway/calendar.h against a table, a day-by-day walk and dates known from calendars.
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

// The full moon of spring by the epact, a day count down the church's table, and then day after day to a Sunday.
jur::Date easter_by_full_moon(std::int32_t year) {
  std::int32_t const century = year / 100 + 1;
  std::int32_t const solar = 3 * century / 4 - 12;
  std::int32_t const lunar = (8 * century + 5) / 25 - 5;
  std::int32_t const golden = year % 19 + 1;
  std::int32_t epact = ((11 * golden + 20 + lunar - solar) % 30 + 30) % 30;
  if ((epact == 25 && golden > 11) || epact == 24) {
    ++epact;
  }
  std::int32_t full_moon = 44 - epact;
  if (full_moon < 21) {
    full_moon += 30;
  }
  jur::Date date{day(year, 3, 1).days + full_moon - 1};
  do {
    ++date.days;
  } while (jur::calendar::weekday_of(date) != 6);
  return date;
}

std::set<jur::Date> holidays_of(std::int32_t year) {
  jur::Date const easter = easter_by_full_moon(year);
  std::set<jur::Date> days{day(year, 1, 1), day(year, 5, 1), day(year, 5, 17), day(year, 12, 25), day(year, 12, 26)};
  for (std::int64_t const after : {-3, -2, 0, 1, 39, 49, 50}) {
    days.insert(jur::Date{easter.days + after});
  }
  return days;
}

TEST(Calendar, easter_agrees_with_the_table_of_gauss) {
  std::ifstream table("tests/plugin_functions/easter.txt");
  std::string line;
  std::int32_t year = 1900;
  for (; std::getline(table, line); ++year) {
    jur::Date const expected =
        day(std::stoi(line.substr(0, 4)), std::stoi(line.substr(5, 2)), std::stoi(line.substr(8, 2)));
    EXPECT_EQ(norway().call("easter_sunday", {std::int64_t{year}}), number(expected.days)) << year;
  }
  EXPECT_EQ(year, 2100);
}

TEST(Calendar, easter_agrees_with_the_full_moon_in_all_years) {
  for (std::int32_t year = 1583; year <= 9999; ++year) {
    ASSERT_EQ(norway().call("easter_sunday", {std::int64_t{year}}), number(easter_by_full_moon(year).days)) << year;
  }
}

TEST(Calendar, easter_is_refused_outside_of_the_calendar) {
  for (std::int64_t const year : {std::int64_t{0}, std::int64_t{-4}, std::int64_t{10000}, INT64_MAX, INT64_MIN}) {
    EXPECT_EQ(norway().call("easter_sunday", {year}), bad_argument()) << year;
  }
}

TEST(NorwayCalendar, holidays_and_working_days_agree_with_a_walk_through_the_years) {
  Plugin const plugin = norway();
  for (std::int32_t year = 1990; year <= 2060; ++year) {
    std::set<jur::Date> const holidays = holidays_of(year);
    for (jur::Date date = day(year, 1, 1); date <= day(year, 12, 31); ++date.days) {
      bool const holiday = holidays.count(date) > 0;
      bool const working = !holiday && jur::calendar::weekday_of(date) < 5;
      ASSERT_EQ(plugin.call("is_public_holiday", {date}), number(holiday)) << date.days;
      ASSERT_EQ(plugin.call("is_working_day", {date}), number(working)) << date.days;
      ASSERT_EQ(plugin.call_batch("is_working_day", {date}), number(working)) << date.days;
    }
  }
}

TEST(NorwayCalendar, known_days) {
  struct Known {
    jur::Date date;
    bool holiday;
    bool working;
  };
  for (Known const& one :
       {Known{day(2026, 4, 2), true, false}, Known{day(2026, 4, 3), true, false}, Known{day(2026, 4, 5), true, false},
        Known{day(2026, 4, 6), true, false}, Known{day(2026, 4, 7), false, true}, Known{day(2026, 5, 1), true, false},
        Known{day(2026, 5, 14), true, false}, Known{day(2026, 5, 17), true, false},
        Known{day(2026, 5, 18), false, true}, Known{day(2026, 5, 24), true, false},
        Known{day(2026, 5, 25), true, false}, Known{day(2026, 12, 24), false, true},
        Known{day(2026, 12, 25), true, false}, Known{day(2026, 12, 26), true, false},
        Known{day(2026, 12, 27), false, false}, Known{day(2027, 1, 1), true, false}}) {
    EXPECT_EQ(norway().call("is_public_holiday", {one.date}), number(one.holiday)) << one.date.days;
    EXPECT_EQ(norway().call("is_working_day", {one.date}), number(one.working)) << one.date.days;
  }
}

TEST(NorwayCalendar, counting_agrees_with_steps_of_one_day) {
  Plugin const plugin = norway();
  for (jur::Date from = day(2026, 3, 20); from <= day(2026, 6, 5); ++from.days) {
    jur::Date ahead = from;
    jur::Date back = from;
    for (std::int64_t count = 1; count <= 15; ++count) {
      do {
        ++ahead.days;
      } while (holidays_of(2026).count(ahead) > 0 || jur::calendar::weekday_of(ahead) >= 5);
      do {
        --back.days;
      } while (holidays_of(2026).count(back) > 0 || jur::calendar::weekday_of(back) >= 5);
      ASSERT_EQ(plugin.call("add_working_days", {from, count}), number(ahead.days));
      ASSERT_EQ(plugin.call("add_working_days", {from, -count}), number(back.days));
    }
    ASSERT_EQ(plugin.call("add_working_days", {from, std::int64_t{0}}), number(from.days));
    ASSERT_EQ(plugin.call("next_working_day", {from}), plugin.call("add_working_days", {from, std::int64_t{1}}));
  }
}

TEST(NorwayCalendar, deadline_moves_only_from_days_that_are_no_working_days) {
  EXPECT_EQ(norway().call("deadline_end", {day(2026, 4, 1)}), date(2026, 4, 1));
  EXPECT_EQ(norway().call("deadline_end", {day(2026, 4, 2)}), date(2026, 4, 7));
  EXPECT_EQ(norway().call("deadline_end", {day(2026, 5, 16)}), date(2026, 5, 18));
  EXPECT_EQ(norway().call("working_day_on_or_after", {day(2026, 12, 25)}), date(2026, 12, 28));
}

TEST(NorwayCalendar, ways_out_of_the_calendar_are_refused) {
  Plugin const plugin = norway();
  EXPECT_EQ(plugin.call("next_working_day", {jur::kLastDate}), bad_argument());
  EXPECT_EQ(plugin.call("add_working_days", {jur::kFirstDate, std::int64_t{-1}}), bad_argument());
  EXPECT_EQ(plugin.call("is_working_day", {jur::Date{jur::kLastDate.days + 1}}), bad_argument());
  EXPECT_EQ(plugin.call("is_working_day", {jur::Date{INT64_MIN}}), bad_argument());
  EXPECT_EQ(plugin.call("add_working_days", {day(2026, 1, 1), INT64_MAX}), bad_argument());
  EXPECT_EQ(plugin.call("add_working_days", {day(2026, 1, 1), INT64_MIN}), bad_argument());
}

}  // namespace
}  // namespace plugin_functions
