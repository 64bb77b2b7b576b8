// Steps counted by hand: `case.finds` holds at most 4 records, `person.stays` 6 (worked.cpp).
#include "engine/lower/cost.h"

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::lower {
namespace {

using eval::kAnswer;
using eval::Worked;

Cost cost_of_rules(std::string const& declarations) { return cost_of(Worked(kAnswer + declarations).plan()); }

Steps steps_of_condition(std::string const& condition) {
  return cost_of_rules("rule r cites act \"§ 2\"\n  when " + condition + "\n  then answer is warning\n").in_all;
}

TEST(Cost, what_is_read_and_compared_is_a_step_each) {
  EXPECT_EQ(steps_of_condition("case.a"), 1U);
  EXPECT_EQ(steps_of_condition("case.visits > 2"), 3U);
}

TEST(Cost, conjuncts_are_counted_all) { EXPECT_EQ(steps_of_condition("case.a and case.visits > 2"), 4U); }

TEST(Cost, a_loop_takes_its_body_for_every_element_that_the_list_may_hold) {
  EXPECT_EQ(steps_of_condition("some f in case.finds has f.dear"), 1U + 4 * (1 + 1));
}

TEST(Cost, a_filter_is_run_for_every_element_too) {
  EXPECT_EQ(steps_of_condition("some f in case.finds where f.dear has f.rating > 3"), 1U + 4 * (1 + 1 + 3));
  EXPECT_EQ(steps_of_condition("(count f in case.finds where f.dear) > 1"), 1U + 4 * (1 + 1) + 2);
}

TEST(Cost, loops_in_loops_multiply) {
  EXPECT_EQ(steps_of_condition("some f in case.finds has (some s in person.stays has s.nights > f.rating)"),
            1U + 4 * (1 + 1 + 6 * (1 + 3)));
}

TEST(Cost, a_group_for_each_element_and_each_element_in_every_group) {
  Steps const total = 1 + 4 * (1 + 1);
  EXPECT_EQ(steps_of_condition("every g in case.finds by thing has (count g) <= 2"),
            1U + 4 * (4 + 1 + (1 + 4 * 1) + 2));
  EXPECT_EQ(steps_of_condition("every g in case.finds by thing has total g.amount <= limit(g.thing)"),
            1U + 4 * (4 + 1 + total + 1 + (1 + 4 * 1) + 1));  // all 4 rows of the table: the key may not be known
}

TEST(Cost, of_two_branches_the_dearer_counts) {
  EXPECT_EQ(steps_of_condition("(if case.a then case.visits else case.visits + 1) > 2"), 1U + (1 + 3) + 2);
  EXPECT_EQ(steps_of_condition("(if case.a then case.visits + 1 else case.visits) > 2"), 1U + (1 + 3) + 2);
}

TEST(Cost, a_definition_counts_once_in_a_decision) {
  std::string const define = "define dear: bool cites act \"§ 3\"\n  = some f in case.finds has f.dear\n";
  EXPECT_EQ(cost_of_rules(define + "rule r cites act \"§ 2\"\n  when dear\n  then answer is warning\n"
                                   "rule q cites act \"§ 2\"\n  when dear\n  then answer is warning\n")
                .in_all,
            1U + 1 + 9);
  EXPECT_EQ(cost_of_rules(define + "rule r cites act \"§ 2\"\n  when every s in person.stays has dear\n"
                                   "  then answer is warning\n")
                .in_all,
            1U + 6 * (1 + 1) + 9);
}

TEST(Cost, a_definition_that_nothing_reads_costs_nothing) {
  EXPECT_EQ(cost_of_rules("define dear: bool cites act \"§ 3\"\n  = some f in case.finds has f.dear\n"
                          "rule r cites act \"§ 2\"\n  when case.a\n  then answer is warning\n")
                .in_all,
            1U);
}

TEST(Cost, names_the_dearest_declaration_and_its_lists) {
  Cost const cost = cost_of_rules(
      "define dear: bool cites act \"§ 3\"\n"
      "  = case.a or (some s in person.stays has (every g in case.finds by thing has (count g) > s.nights))\n"
      "rule r cites act \"§ 2\"\n  when dear\n  then answer is warning\n");
  EXPECT_EQ(cost.dearest.kind, CostOf::definition);
  ASSERT_EQ(cost.dearest.lists.size(), 3U);
  EXPECT_FALSE(cost.dearest.lists[0].grouped);
  EXPECT_TRUE(cost.dearest.lists[1].grouped);
  EXPECT_EQ(cost.dearest.lists[1].fact, cost.dearest.lists[2].fact);
  EXPECT_NE(cost.dearest.lists[0].fact, cost.dearest.lists[1].fact);
}

TEST(Cost, a_decision_holds_what_it_reads_of_others) {
  Cost const cost = cost_of_rules(
      "rule r cites act \"§ 2\"\n  when some f in case.finds has f.dear\n  then answer is warning\n"
      "enum Again\n  yes\n  no\n"
      "decision again: Again cites act \"§ 4\"\n"
      "rule q cites act \"§ 4\"\n  when answer may be warning\n  then again is yes\n");
  ASSERT_EQ(cost.decisions.size(), 2U);
  EXPECT_EQ(cost.decisions[0], 9U);
  EXPECT_EQ(cost.decisions[1], 1U + 9);
  EXPECT_EQ(cost.in_all, 9U + 10);
}

TEST(Cost, sums_and_products_stop_at_endless) {
  EXPECT_EQ(plus(kEndless - 1, 1), kEndless);
  EXPECT_EQ(plus(kEndless, kEndless), kEndless);
  EXPECT_EQ(times(kEndless, 0), 0U);
  EXPECT_EQ(times(1ULL << 32U, 1ULL << 32U), kEndless);
  EXPECT_EQ(times(1ULL << 32U, (1ULL << 32U) - 1), ((1ULL << 32U) - 1) << 32U);
}

TEST(Cost, nothing_to_decide_costs_nothing) { EXPECT_EQ(cost_of(eval::Plan()).in_all, 0U); }

}  // namespace
}  // namespace hjemmel::lower
