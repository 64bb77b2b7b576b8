// Faults that may still arise below what is open: no bounds and no assumption may settle what could turn out to fail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

using testing::Contains;
using testing::Not;

Outcome decide(std::string const& condition, std::string const& facts) {
  Worked worked(kAnswer + "rule only cites act \"§ 1\"\n  when " + condition + "\n  then answer is fee\n");
  return worked.decide(facts);
}

TEST(Fault, a_sum_with_a_number_that_has_no_upper_bound_may_overflow) {
  EXPECT_EQ(value_of("case.visits + 999999999999999999 > 0", "{case: {visits: 0}}"), "true");
  EXPECT_THAT(possible_words(decide("case.visits + 999999999999999999 > 0", "{case: {}}")), Contains("error"));
  EXPECT_THAT(possible_words(decide("case.visits * 9999999999 >= 0", "{case: {}}")), Contains("error"));
}

TEST(Fault, a_small_sum_with_a_number_that_has_no_upper_bound_is_not_expected_to) {
  EXPECT_EQ(value_of("case.visits + 3 > 2", "{case: {}}"), "true");
  EXPECT_EQ(value_of("case.visits * 1000 >= 0", "{case: {}}"), "true");
}

TEST(Fault, an_age_at_a_date_that_may_not_apply_has_no_least_value) {
  std::string const facts =
      "{case: {}, person: {birth_date: 2000-01-01, stays: [{admitted_on: 2020-01-01, ward: north, nights: 1}]}}";
  EXPECT_EQ(value_of("some s in person.stays has age of person.birth_date at s.discharged_on >= 0 months", facts),
            "unknown: person.stays[1].discharged_on");
}

TEST(Fault, a_count_is_open_while_what_it_counts_may_fail) {
  std::string const count = "count f in case.finds where f.rating * 999999999999999999 > 1";
  EXPECT_THAT(possible_words(decide("(" + count + ") <= 4", "{case: {finds: [{thing: flour}]}}")), Contains("error"));
}

TEST(Fault, what_stands_beside_an_error_may_not_hide_it) {
  std::string const condition = "case.visits * case.visits + case.usual_visits * 999999999999999999 != 3";
  EXPECT_THAT(possible_words(decide(condition, "{case: {usual_visits: 9}}")), Contains("error"));
}

TEST(Fault, the_key_of_a_table_is_asked_for_where_another_key_leaves_another_comparison_open) {
  Outcome const outcome = decide("no f in case.finds has f.amount <= limit(f.thing) + limit(f.thing)",
                                 "{case: {finds: [{amount: 3 bead}]}}");
  EXPECT_THAT(missing_names(outcome), Contains("case.finds[1].thing"));
  Outcome const known = decide("no f in case.finds has f.amount <= limit(f.thing) + limit(f.thing)",
                               "{case: {finds: [{thing: beads, amount: 3 bead}]}}");
  EXPECT_THAT(missing_names(known), Not(Contains("case.finds[1].thing")));
}

}  // namespace
}  // namespace hjemmel::eval
