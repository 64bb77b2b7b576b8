// Dates: every month end, leap days, and ages that agree with the dates they came from.
#include "engine/base/date.h"

#include <array>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hjemmel::base {
namespace {

Date day(std::string_view text) {
  auto const date = parse_date(text);
  EXPECT_TRUE(date) << text;
  return date.value_or(Date{});
}

std::string moved(std::string_view from, std::int32_t months) {
  auto const date = add_months(day(from), months);
  return date ? to_string(*date) : "none";
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

unsigned last_day(int year, unsigned month) {
  constexpr std::array<unsigned, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

Date any_date() { return Date{*rc::gen::inRange(kFirstDate.days, kLastDate.days + 1)}; }

TEST(Date, reads_iso_dates_only) {
  EXPECT_EQ(to_string(day("2026-03-01")), "2026-03-01");
  EXPECT_EQ(to_string(day("0001-01-01")), "0001-01-01");
  EXPECT_EQ(day("1970-01-01").days, 0);
  EXPECT_EQ(day("0001-01-01"), kFirstDate);
  EXPECT_EQ(day("9999-12-31"), kLastDate);
  for (std::string_view const text : {"", "2026-3-1", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
                                      "2026-01-32", "0000-01-01", "26-01-01", "2026/01/01", "01.03.2026", "2026-03-01 ",
                                      " 2026-03-01", "2026-03-01T00:00", "+026-03-01", "2026-0a-01", "10000-01-01"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, knows_every_month_end) {
  for (int const year : {1900, 2000, 2023, 2024, 2100}) {
    for (unsigned month = 1; month <= 12; ++month) {
      EXPECT_TRUE(make_date(year, month, last_day(year, month))) << year << "-" << month;
      EXPECT_FALSE(make_date(year, month, last_day(year, month) + 1)) << year << "-" << month;
    }
  }
}

TEST(Date, a_day_that_the_month_lacks_becomes_its_last) {
  for (unsigned month = 1; month <= 12; ++month) {
    auto const start = make_date(2023, 1, 31);
    ASSERT_TRUE(start);
    auto const there = add_months(*start, static_cast<std::int32_t>(month) - 1);
    EXPECT_EQ(there, make_date(2023, month, last_day(2023, month)));
  }
  EXPECT_EQ(moved("2024-01-31", 1), "2024-02-29");
  EXPECT_EQ(moved("2026-01-31", 1), "2026-02-28");
  EXPECT_EQ(moved("2026-03-31", -1), "2026-02-28");
  EXPECT_EQ(moved("2008-02-29", 216), "2026-02-28");
  EXPECT_EQ(moved("2008-02-29", 240), "2028-02-29");
}

TEST(Date, moves_only_inside_its_years) {
  EXPECT_EQ(moved("9999-12-01", 1), "none");
  EXPECT_EQ(moved("0001-01-31", -1), "none");
  EXPECT_EQ(moved("0001-01-01", 12 * 9999 - 1), "9999-12-01");
  EXPECT_EQ(moved("2026-01-01", INT32_MAX), "none");
  EXPECT_EQ(moved("2026-01-01", INT32_MIN), "none");
  EXPECT_FALSE(add_days(kLastDate, 1));
  EXPECT_FALSE(add_days(kFirstDate, -1));
  EXPECT_FALSE(add_days(kFirstDate, INT32_MIN));
  EXPECT_EQ(add_days(day("2024-02-28"), 1), parse_date("2024-02-29"));
}

TEST(Date, an_age_is_reached_on_the_birthday) {
  Date const born = day("2008-05-04");
  EXPECT_EQ(completed_months(born, day("2026-05-03")), 215);
  EXPECT_EQ(completed_months(born, day("2026-05-04")), 216);
  EXPECT_EQ(completed_months(born, day("2026-05-05")), 216);
  EXPECT_EQ(completed_months(born, born), 0);
  EXPECT_FALSE(completed_months(born, day("2008-05-03")));
}

TEST(Date, a_leap_day_child_completes_the_year_on_28_february) {
  Date const born = day("2008-02-29");
  EXPECT_EQ(completed_months(born, day("2026-02-27")), 215);
  EXPECT_EQ(completed_months(born, day("2026-02-28")), 216);
  EXPECT_EQ(completed_months(born, day("2028-02-28")), 239);
  EXPECT_EQ(completed_months(born, day("2028-02-29")), 240);
}

RC_GTEST_PROP(DateProperty, is_read_back_as_written, ()) {
  Date const date = any_date();
  RC_ASSERT(parse_date(to_string(date)) == date);
}

// The definition of completed_months, word for word.
RC_GTEST_PROP(DateProperty, completed_months_is_the_greatest_that_fits, ()) {
  Date const from = any_date();
  Date const to = *rc::gen::inRange(0, 2) == 0 ? any_date() : Date{from.days + *rc::gen::inRange(0, 400)};
  RC_PRE(from <= to && to <= kLastDate);
  auto const months = completed_months(from, to);
  RC_ASSERT(months.has_value());
  RC_ASSERT(*months >= 0);
  auto const reached = add_months(from, *months);
  RC_ASSERT(reached && *reached <= to);
  auto const next = add_months(from, *months + 1);
  RC_ASSERT(!next || *next > to);
}

RC_GTEST_PROP(DateProperty, months_move_to_the_same_day_or_the_last, ()) {
  Date const from = any_date();
  auto const months = *rc::gen::inRange(-3000, 3000);
  auto const there = add_months(from, months);
  RC_PRE(there.has_value());
  std::string const start = to_string(from);
  std::string const end = to_string(*there);
  int const year = std::stoi(end.substr(0, 4));
  auto const month = static_cast<unsigned>(std::stoul(end.substr(5, 2)));
  auto const wanted = std::stoul(start.substr(8));
  RC_ASSERT(std::stoul(end.substr(8)) == std::min<unsigned long>(wanted, last_day(year, month)));
  int const months_between =
      (year - std::stoi(start.substr(0, 4))) * 12 + static_cast<int>(month) - std::stoi(start.substr(5, 2));
  RC_ASSERT(months_between == months);
}

}  // namespace
}  // namespace hjemmel::base
