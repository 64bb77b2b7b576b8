// Division, rounding, the lesser and the greater: known, ranging, unknown, not applicable, in error.
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

TEST(Ratio, division_is_exact_until_it_is_rounded) {
  check({
      {"case.visits / 3 = 1 / 3", "case: {visits: 1}", "true"},
      {"case.visits / 3 * 3 = 1", "case: {visits: 1}", "true"},
      {"case.visits / 3 + case.visits / 6 = 0.5", "case: {visits: 1}", "true"},
      {"case.visits / 3 > 0.333333333333333333", "case: {visits: 1}", "true"},
      {"-(case.visits / 3) < -0.333333333333333333", "case: {visits: 1}", "true"},
      {"case.weight / 3 < 0.34 g", "case: {weight: 1 g}", "true"},
      {"case.weight / 3 < 0.33 g", "case: {weight: 1 g}", "false"},
      {"case.weight / case.other_weight = 2 / 3", "case: {weight: 2 g, other_weight: 3000 mg}", "true"},
      {"case.weight * (2 / 3) = 2 g", "case: {weight: 3 g}", "true"},
      {"14 % of case.weight = 0.42 g", "case: {weight: 3 g}", "true"},
      {"case.weight * 50 % = 1.5 g", "case: {weight: 3 g}", "true"},
      {"14 % of case.visits = 0.7", "case: {visits: 5}", "true"},
      {"2 * 14 % = 28 %", "case: {}", "true"},
  });
}

TEST(Ratio, rounding_says_which_way) {
  check({
      {"(case.weight / 2 rounded to 1 g half up) = 3 g", "case: {weight: 5 g}", "true"},
      {"(case.weight / 2 rounded to 1 g half even) = 2 g", "case: {weight: 5 g}", "true"},
      {"(case.weight / 2 rounded to 1 g down) = 2 g", "case: {weight: 5 g}", "true"},
      {"(case.weight / 2 rounded to 1 g up) = 3 g", "case: {weight: 5 g}", "true"},
      {"(case.weight / 3 rounded to 10 mg half up) = 0.33 g", "case: {weight: 1 g}", "true"},
      {"(case.weight rounded to 5 g half up) = 10 g", "case: {weight: 7.5 g}", "true"},
      {"(case.visits / 2 rounded to 1 half up) = 3", "case: {visits: 5}", "true"},
      {"(-case.visits / 2 rounded to 1 half up) = -2", "case: {visits: 5}", "true"},
      {"(-case.visits / 2 rounded to 1 half even) = -2", "case: {visits: 5}", "true"},
      {"(-case.visits / 2 rounded to 1 down) = -3", "case: {visits: 5}", "true"},
      {"case.weight / 3 + case.weight / 3 rounded to 1 g half up = 1 g", "case: {weight: 1 g}", "true"},
  });
}

TEST(Ratio, ranges_settle_what_they_can) {
  check({
      {"case.weight / 3 < 2 g", "case: {weight: {between: [1 g, 5 g]}}", "true"},
      {"case.weight / 3 < 1 g", "case: {weight: {between: [1 g, 5 g]}}", "unknown: case.weight"},
      {"(case.weight / 3 rounded to 1 g half up) = 1 g", "case: {weight: {between: [2 g, 4 g]}}", "true"},
      {"(case.weight / 3 rounded to 1 g half up) = 1 g", "case: {weight: {between: [2 g, 5 g]}}",
       "unknown: case.weight"},
      {"case.other_weight / case.weight <= 2", "case: {other_weight: 4 g, weight: {between: [2 g, 4 g]}}", "true"},
      {"case.other_weight / case.weight <= 2", "case: {other_weight: 4 g}", "unknown: case.weight"},
  });
}

TEST(Ratio, division_by_zero_is_an_error_that_the_other_side_may_settle) {
  check({
      {"case.weight / case.other_weight > 1", "case: {weight: 1 g, other_weight: 0 g}",
       "error: `case.weight / case.other_weight` divides by zero, or gives more than 18 digits"},
      {"case.weight / case.other_weight > 1 and case.a", "case: {weight: 1 g, other_weight: 0 g, a: false}", "false"},
      {"case.a and case.weight / case.other_weight > 1", "case: {weight: 1 g, other_weight: 0 g, a: false}", "false"},
      {"(case.a or case.weight / case.other_weight > 1)", "case: {weight: 1 g, other_weight: 0 g, a: true}", "true"},
      {"case.optional_visits / case.visits > 1", "case: {optional_visits: not_applicable, visits: 0}", "false"},
      {"not (case.optional_visits / case.visits > 1)", "case: {optional_visits: not_applicable, visits: 0}", "true"},
      {"case.visits / 999999999999999999 / 999999999999999999 > 1", "case: {visits: 1}",
       "error: `case.visits / 999999999999999999 / 999999999999999999` divides by zero, or gives more than 18 digits"},
  });
}

TEST(Ratio, split_where_the_unknown_decides) {
  Worked worked(kAnswer +
                "rule light cites act \"§ 1\"\n  when case.weight / 4 < 2 g\n  then answer is nothing\n"
                "rule heavy cites act \"§ 2\"\n  when case.weight / 4 >= 2 g\n  then answer is warning\n");
  Outcome const outcome = worked.decide("case: {}");
  EXPECT_EQ(possible_words(outcome), (std::vector<std::string>{"decided is nothing", "decided is warning"}));
  EXPECT_EQ(missing_names(outcome), std::vector<std::string>{"case.weight"});
  EXPECT_TRUE(outcome.exact);
}

// A factor that the drafter sets: amounts times a ratio compare exactly with amounts of the same thing.
TEST(Ratio, a_parameter_scales_a_limit) {
  std::string const rules = kAnswer +
                            "parameter factor: ratio = 1.5 within 1 to 5 cites act \"§ 1\"\n"
                            "rule small cites act \"§ 1\"\n"
                            "  when every f in case.finds by thing has total f.amount <= limit(f.thing) * factor\n"
                            "  then answer is nothing\n";
  EXPECT_EQ(Worked(rules).decide("case: {finds: [{thing: flour, amount: 15 g}]}").status, Status::decided);
  EXPECT_EQ(Worked(rules).decide("case: {finds: [{thing: flour, amount: 15.01 g}]}").status, Status::no_rule);
}

TEST(Lesser, of_known_numbers_and_dates) {
  check({
      {"the lesser of case.visits and 3 = 2", "case: {visits: 2}", "true"},
      {"the lesser of case.visits and 3 = 3", "case: {visits: 5}", "true"},
      {"the greater of case.visits, 3 and 4 = 4", "case: {visits: 2}", "true"},
      {"the greater of case.visits, 3 and 4 = 5", "case: {visits: 5}", "true"},
      {"the lesser of case.weight / 3 and 1 g < 0.34 g", "case: {weight: 1 g}", "true"},
      {"the earlier of case.date and case.later = case.date", "case: {date: 2026-01-01, later: 2026-01-02}", "true"},
      {"the later of case.date and case.later = case.later", "case: {date: 2026-01-01, later: 2026-01-02}", "true"},
      {"the lesser of 10 g and the greater of (14 % of case.weight) and 2 g rounded to 1 g half up = 3 g",
       "case: {weight: 20 g}", "true"},
  });
}

TEST(Lesser, passes_over_what_does_not_apply) {
  check({
      {"the lesser of case.optional_visits and 3 = 3", "case: {optional_visits: not_applicable}", "true"},
      {"the greater of case.optional_visits and 3 = 3", "case: {optional_visits: not_applicable}", "true"},
      {"the lesser of case.optional_visits and case.optional_visits >= 0", "case: {optional_visits: not_applicable}",
       "false"},
      {"the lesser of case.optional_visits and 3 <= 3", "case: {}", "true"},
      {"the lesser of case.optional_visits and 3 <= 2", "case: {}", "unknown: case.optional_visits"},
      {"the greater of case.optional_visits and 3 >= 3", "case: {}", "true"},
  });
}

TEST(Lesser, bounds_and_errors) {
  check({
      {"the lesser of case.weight and 5 g <= 5 g", "case: {}", "true"},
      {"the lesser of case.weight and 5 g <= 3 g", "case: {}", "unknown: case.weight"},
      {"the lesser of case.weight and 5 g <= 3 g", "case: {weight: {between: [1 g, 2 g]}}", "true"},
      {"the greater of case.weight and 5 g <= 3 g", "case: {}", "false"},
      {"the lesser of 3 and case.visits / 0 <= 3", "case: {visits: 1}",
       "error: `case.visits / 0` divides by zero, or gives more than 18 digits"},
      {"the lesser of case.optional_visits and case.visits / 0 <= 3", "case: {visits: 1}",
       "error: `case.visits / 0` divides by zero, or gives more than 18 digits"},
  });
}

}  // namespace
}  // namespace hjemmel::eval
