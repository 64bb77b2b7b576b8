// Faults that may still arise below what is open: no bounds and no assumption may settle what could turn out to fail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

using testing::Contains;
using testing::ElementsAre;
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

// A month has many days: that it is equal lies between two cuts.
TEST(Fault, a_month_that_is_open_is_found_equal_to_one_and_unequal_to_it) {
  std::string const rule =
      "\nrule only cites act \"§ 1\"\n  when not month of case.date != month of case.later\n  unless ";
  std::string const facts = "{case: {later: 2026-03-01, visits: 1}}";
  std::string const then = "\n  then answer is fee\n";
  Outcome const failing = Worked(kAnswer + rule + "0 / (case.visits - 1) rounded to 1 up <= 3" + then).decide(facts);
  EXPECT_THAT(possible_words(failing), ElementsAre("error", "no_rule"));
  Outcome const sound = Worked(kAnswer + rule + "case.visits > 1" + then).decide(facts);
  EXPECT_THAT(possible_words(sound), ElementsAre("decided is fee", "no_rule"));
  EXPECT_TRUE(sound.exact);
}

TEST(Fault, an_open_rule_below_what_normally_is_stays_possible_when_the_decider_departs) {
  Worked worked(kAnswer + R"(
define latest cites act "§ 1"
  = the last s in person.stays by admitted_on
rule below cites act "§ 1"
  when latest.nights > 3
  then answer should be fee
rule ordinary cites act "§ 2"
  disapplies below
  then answer normally is warning
)");
  Outcome const outcome = worked.decide("{case: {}}");
  ASSERT_NE(outcome.if_departing, nullptr);
  EXPECT_THAT(possible_words(*outcome.if_departing), Contains("decided should_be fee"));
}

}  // namespace
}  // namespace hjemmel::eval
