// The borders of the rules are among the values, and all of them are within the schema.
#include "engine/analysis/values.h"

#include "tests/unit/analysis/picking.h"

namespace hjemmel::analysis {
namespace {

constexpr char const* kTrue = "property p\n  for all cases a\n  then a.case.light or not a.case.light\n";

struct Worth {
  Picking package{kTrue};
  Values values{package.program(), package.plan()};
};

TEST(Values, an_amount_is_tried_at_just_below_and_just_above_what_the_rules_compare_it_with) {
  Worth const worth;
  Ladder const& moss = worth.values.of_field(worth.package.fact("case.finds"), 1, 1);
  for (eval::Value const& value : {number(0), number(15), number(1499, 2), number(1501, 2)}) {
    EXPECT_TRUE(holds(moss, value)) << value.coefficient << " / 10^" << int{value.scale};
  }
  Ladder const& berries = worth.values.of_field(worth.package.fact("case.finds"), 1, 0);
  EXPECT_FALSE(holds(berries, number(15)));
}

TEST(Values, a_date_is_tried_the_rules_periods_before_the_day_of_the_law_and_a_day_beside_it) {
  Worth const worth;
  Ladder const& births = worth.values.of_fact(worth.package.fact("picker.birth_date"));
  EXPECT_TRUE(same_value(births.front(), day("2026-07-02")));
  for (char const* const date : {"2011-07-02", "2011-07-01", "2011-07-03"}) {
    EXPECT_TRUE(holds(births, day(date))) << date;
  }
}

TEST(Values, a_number_stays_within_its_range_and_reaches_both_ends) {
  Worth const worth;
  Ladder const& times = worth.values.of_fact(worth.package.fact("case.times"));
  for (eval::Value const& value : times) {
    EXPECT_GE(value.coefficient, 2);
    EXPECT_LE(value.coefficient, 9);
  }
  for (std::int64_t const border : {2, 7, 8, 9}) {
    EXPECT_TRUE(holds(times, number(border))) << border;
  }
}

TEST(Values, what_may_not_apply_is_plain_when_it_does_not) {
  Worth const worth;
  EXPECT_EQ(worth.values.of_fact(worth.package.fact("case.warned_on")).front().state, eval::State::not_applicable);
  EXPECT_EQ(worth.values.of_fact(worth.package.fact("picker.birth_date")).front().state, eval::State::known);
}

// `many` dates in a rule: with the day of the law and the 15 years each way, three values a date.
std::size_t birth_dates(int many) {
  std::string rules = "rule dates on reaction cites law \"5\"\n  when";
  for (int i = 0; i < many; ++i) {
    std::string const date = base::to_string(base::Date{10'000 + 10 * i});
    rules += (i == 0 ? " case.act_date = " : " or case.act_date = ") + date;
  }
  Picking const package(rules + "\n  then may not be ban\n");
  return Values(package.program(), package.plan()).of_fact(package.fact("picker.birth_date")).size();
}

TEST(Values, past_the_most_values_no_more_are_tried) {
  EXPECT_EQ(birth_dates(130), 399U);
  EXPECT_EQ(birth_dates(131), kMostValues);
}

}  // namespace
}  // namespace hjemmel::analysis
