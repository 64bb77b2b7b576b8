// Ends of terms by hand, and that a later beginning never ends earlier.
#include "engine/base/term.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/foreign/test_jurisdiction.h"

namespace hjemmel::base {
namespace {

Date day(std::string_view text) { return parse_date(text).value_or(Date{}); }

std::string end(Term const& term, std::string_view start, std::vector<DayRange> const& suspended = {}) {
  auto const last = end_of_term(term, day(start), suspended);
  return last ? to_string(*last) : "none";
}

Term days(std::int32_t count, bool from = false, Calendar calendar = kNoCalendar) {
  return {TermUnit::days, from, calendar, count};
}
Term working(std::int32_t count, bool from = false) { return {TermUnit::working_days, from, test::calendar(), count}; }
Term months(std::int32_t count, bool from = false, Calendar calendar = kNoCalendar) {
  return {TermUnit::months, from, calendar, count};
}

TEST(Term, after_leaves_the_day_out_and_from_counts_it) {
  EXPECT_EQ(end(days(10), "2026-03-02"), "2026-03-12");
  EXPECT_EQ(end(days(10, true), "2026-03-02"), "2026-03-11");
  EXPECT_EQ(end(days(1, true), "2026-03-02"), "2026-03-02");
  EXPECT_EQ(end(months(3), "2026-03-02"), "2026-06-02");
  EXPECT_EQ(end(months(3, true), "2026-03-02"), "2026-06-01");
  EXPECT_EQ(end(months(1), "2026-01-31"), "2026-02-28");
}

TEST(Term, working_days_pass_over_weekends_and_holidays) {
  EXPECT_EQ(end(working(1), "2026-04-10"), "2026-04-13");
  EXPECT_EQ(end(working(1, true), "2026-04-10"), "2026-04-10");
  EXPECT_EQ(end(working(1, true), "2026-04-11"), "2026-04-13");
  EXPECT_EQ(end(working(10), "2026-03-30"), "2026-04-16");
  EXPECT_EQ(end(working(5), "2026-05-12"), "2026-05-20");  // Ascension Day is the 14th, the 17th a Sunday
  EXPECT_EQ(end(working(3), "2026-12-23"), "2026-12-29");
}

TEST(Term, that_would_end_on_a_holiday_ends_on_the_next_working_day) {
  EXPECT_EQ(end(days(3, false, test::calendar()), "2026-03-30"), "2026-04-07");
  EXPECT_EQ(end(months(1, false, test::calendar()), "2026-04-01"), "2026-05-04");
  EXPECT_EQ(end(days(3), "2026-03-30"), "2026-04-02");
}

TEST(Term, suspended_days_are_not_counted) {
  std::vector<DayRange> const periods{{day("2026-03-04"), day("2026-03-06")}, {day("2026-03-06"), day("2026-03-07")}};
  EXPECT_EQ(end(days(3), "2026-03-02", periods), "2026-03-09");
  EXPECT_EQ(end(days(3), "2026-03-05", periods), "2026-03-10");
  EXPECT_EQ(end(days(3), "2026-03-05", {{day("2026-03-04")}}), "9999-12-31");
  EXPECT_EQ(end(days(3), "2026-03-02", {{day("2026-03-06"), day("2026-03-04")}}), "2026-03-05");
}

TEST(Term, past_the_last_year_there_is_none) {
  EXPECT_EQ(end(days(3), "9999-12-30"), "none");
  EXPECT_EQ(end(months(3), "9999-12-30"), "none");
}

TEST(Term, the_later_it_begins_the_later_it_ends) {
  std::vector<DayRange> const periods{{day("2026-04-20"), day("2026-05-03")}};
  for (Term const& term :
       {days(9, false, test::calendar()), working(7), working(7, true), months(1), months(2, true)}) {
    bool const counts_days = term.unit != TermUnit::months;
    std::optional<Date> before;
    for (Date start = day("2026-01-01"); start < day("2027-01-15"); ++start.days) {
      auto const last = end_of_term(term, start, counts_days ? periods : std::vector<DayRange>());
      ASSERT_TRUE(last && (!before || *before <= *last)) << to_string(start);
      before = last;
    }
  }
}

}  // namespace
}  // namespace hjemmel::base
