// Days, months and years: the month-end rule, whole days, durations and periods kept apart.
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

struct Row {
  char const* condition;
  char const* facts;
  char const* value;
};

void check(std::vector<Row> const& rows) {
  for (Row const& row : rows) {
    EXPECT_EQ(value_of(row.condition, row.facts), row.value) << row.condition << "  under  " << row.facts;
  }
}

TEST(Calendar, a_day_that_the_month_lacks_becomes_its_last_day) {
  check({
      {"case.date + 1 month = 2026-02-28", "case: {date: 2026-01-31}", "true"},
      {"case.date + 1 month = 2024-02-29", "case: {date: 2024-01-31}", "true"},
      {"case.date + 1 month = 2026-03-28", "case: {date: 2026-02-28}", "true"},
      {"case.date + 2 months = 2026-03-31", "case: {date: 2026-01-31}", "true"},
      {"case.date + 1 month + 1 month = 2026-03-28", "case: {date: 2026-01-31}", "true"},
      {"case.date - 1 month = 2026-02-28", "case: {date: 2026-03-31}", "true"},
      {"case.date + 1 year = 2025-02-28", "case: {date: 2024-02-29}", "true"},
      {"case.date + 4 years = 2028-02-29", "case: {date: 2024-02-29}", "true"},
      {"case.date - 1 year = 2023-02-28", "case: {date: 2024-02-29}", "true"},
  });
}

TEST(Calendar, a_leap_day_birthday_is_completed_on_28_february) {
  check({
      {"age of person at case.date >= 18 years", "person: {birth_date: 2008-02-29}\ncase: {date: 2026-02-27}", "false"},
      {"age of person at case.date >= 18 years", "person: {birth_date: 2008-02-29}\ncase: {date: 2026-02-28}", "true"},
      {"age of person at case.date >= 20 years", "person: {birth_date: 2008-02-29}\ncase: {date: 2028-02-28}", "false"},
      {"age of person at case.date >= 20 years", "person: {birth_date: 2008-02-29}\ncase: {date: 2028-02-29}", "true"},
      {"age of person at case.date = 1 month", "person: {birth_date: 2026-01-31}\ncase: {date: 2026-02-28}", "true"},
      {"age of person at case.date = 0 months", "person: {birth_date: 2026-01-31}\ncase: {date: 2026-02-27}", "true"},
  });
}

TEST(Calendar, days_are_counted_and_moved) {
  check({
      {"case.date + 30 days = 2026-03-03", "case: {date: 2026-02-01}", "true"},
      {"case.date - 1 day = 2026-02-28", "case: {date: 2026-03-01}", "true"},
      {"case.date + 48 hours = 2026-03-03", "case: {date: 2026-03-01}", "true"},
      {"case.later - case.date = 31 days", "case: {date: 2026-01-01, later: 2026-02-01}", "true"},
      {"case.date - case.later = -31 days", "case: {date: 2026-01-01, later: 2026-02-01}", "true"},
      {"(case.later - case.date) / 7 days = 2", "case: {date: 2026-01-01, later: 2026-01-15}", "true"},
      {"case.later - case.date <= 31 days", "case: {date: 2026-01-01}", "unknown: case.later"},
      {"case.later - case.date <= 31 days", "case: {date: 2026-01-01, later: {between: [2026-01-02, 2026-02-01]}}",
       "true"},
      {"case.date + 4000000 days > 2026-01-01", "case: {date: 2026-03-01}",
       "error: `case.date + 4000000 days` gives a day outside the years 1 to 9999"},
  });
}

TEST(Calendar, months_and_years_run_by_the_calendar) {
  check({
      {"month of case.date = month of case.later", "case: {date: 2026-03-01, later: 2026-03-31}", "true"},
      {"month of case.later > month of case.date + 1 month", "case: {date: 2025-12-31, later: 2026-02-01}", "true"},
      {"month of case.later > month of case.date + 2 months", "case: {date: 2025-12-31, later: 2026-02-01}", "false"},
      {"month of case.later - month of case.date = 2 months", "case: {date: 2025-12-31, later: 2026-02-01}", "true"},
      {"year of case.date = 2026", "case: {date: 2026-12-31}", "true"},
      {"year of month of case.date >= 2026", "case: {date: 2025-12-31}", "false"},
      {"month of case.date = month of 2026-03-01", "case: {date: {between: [2026-03-02, 2026-03-30]}}", "true"},
      {"year of case.date < 2027", "case: {date: {between: [2026-03-02, 2027-01-01]}}", "unknown: case.date"},
  });
}

TEST(Calendar, an_unknown_day_is_split_where_its_month_begins) {
  Worked worked(
      kAnswer +
      "rule before cites act \"§ 1\"\n  when month of case.date < month of 2026-03-01\n  then answer is nothing\n"
      "rule from cites act \"§ 2\"\n  when month of case.date >= month of 2026-03-01\n  then answer is warning\n");
  Outcome const outcome = worked.decide("case: {}");
  EXPECT_EQ(possible_words(outcome), (std::vector<std::string>{"decided is nothing", "decided is warning"}));
  EXPECT_TRUE(outcome.exact);
}

}  // namespace
}  // namespace hjemmel::eval
