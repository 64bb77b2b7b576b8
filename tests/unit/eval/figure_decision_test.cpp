// Figures from rules text: computed bounds, decisions on a figure, who reads them, and what is open below them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string figure(std::string const& rules) { return kThings + "decision dose: mass cites act \"§ 1\"\n" + rules; }

std::string rule(std::string const& name, std::string const& clauses) {
  return "rule " + name + " cites act \"§ 1\" " + clauses + "\n";
}

Outcome decide(std::string const& rules, std::string const& facts) { return Worked(figure(rules)).decide(facts); }

ParameterBound const& only(std::vector<OutcomeOption> const& options) { return options.at(0).bounds.at(0); }

TEST(FigureDecision, a_rule_says_the_figure) {
  Outcome const outcome = decide(rule("half", "then dose is case.weight * 0.5"), "{case: {weight: 5 g}}");
  EXPECT_EQ(outcome.status, Status::decided);
  EXPECT_TRUE(outcome.of_figure);
  EXPECT_EQ(only(outcome.options).exactly, Decimal::of(25, 1));
}

TEST(FigureDecision, rules_that_choose_agree_where_their_figures_are_equal) {
  std::string const rules = rule("one", "then dose is case.weight") + rule("other", "then dose is case.other_weight");
  EXPECT_EQ(decide(rules, "{case: {weight: 5 g, other_weight: 5 g}}").status, Status::decided);
  EXPECT_EQ(decide(rules, "{case: {weight: 5 g, other_weight: 6 g}}").status, Status::conflict);
  EXPECT_THAT(possible_words(decide(rules, "{case: {weight: 5 g}}")), testing::Contains("conflict"));
}

TEST(FigureDecision, what_is_not_known_is_a_range) {
  Outcome const outcome =
      decide(rule("twice", "then dose is case.weight * 2 + 1 g"), "{case: {weight: {between: [2 g, 3 g]}}}");
  EXPECT_EQ(outcome.status, Status::undetermined);
  EXPECT_TRUE(outcome.exact);
  EXPECT_THAT(missing_names(outcome), ElementsAre("case.weight"));
  ASSERT_EQ(outcome.possible.size(), 1U);
  ASSERT_EQ(only(outcome.possible[0].options).ranges.size(), 1U);
  EXPECT_EQ(only(outcome.possible[0].options).ranges[0].values,
            (Interval{{Decimal::of(5), true}, {Decimal::of(7), true}}));
}

TEST(FigureDecision, what_cannot_change_the_figure_is_not_asked_for) {
  Outcome const outcome = decide(rule("limited", "then dose is the lesser of case.weight and 2 g"),
                                 "{case: {weight: {between: [2 g, 3 g]}}}");
  EXPECT_EQ(outcome.status, Status::decided);
  EXPECT_THAT(missing_names(outcome), IsEmpty());
}

TEST(FigureDecision, the_same_range_in_two_ways_asks_for_which_of_them) {
  Outcome const outcome = decide(rule("either", "then dose is if case.a then case.weight else 5 g - case.weight"),
                                 "{case: {weight: {between: [2 g, 3 g]}}}");
  EXPECT_THAT(missing_names(outcome), testing::UnorderedElementsAre("case.a", "case.weight"));
}

TEST(FigureDecision, a_figure_that_may_overflow_may_be_an_error) {
  Worked worked(kThings + "decision number: int cites act \"§ 1\"\n" +
                rule("great", "then number is case.visits * 999999999999999999"));
  EXPECT_EQ(worked.decide("{case: {visits: 0}}").status, Status::decided);
  EXPECT_EQ(worked.decide("{case: {visits: 2}}").status, Status::error);
  Outcome const open = worked.decide("{case: {}}");
  EXPECT_FALSE(open.exact);
  EXPECT_THAT(possible_words(open), testing::Contains("error"));
}

TEST(FigureDecision, what_does_not_apply_is_an_error_with_its_place) {
  Worked worked(kThings + "decision number: int cites act \"§ 1\"\n" +
                rule("plain", "then number is case.optional_visits"));
  Outcome const outcome = worked.decide("{case: {optional_visits: not_applicable}}");
  EXPECT_EQ(outcome.status, Status::error);
  EXPECT_THAT(outcome.reason, HasSubstr("`case.optional_visits` does not apply"));
  EXPECT_THAT(possible_words(worked.decide("{case: {}}")), testing::Contains("error"));
}

TEST(FigureDecision, readers_see_its_figure_its_absence_and_its_faults) {
  std::string const rules = "decision dose: mass cites act \"§ 1\"\n  when case.a\n" +
                            rule("one", "when not case.b then dose is case.weight") + kAnswer +
                            rule("much", "when dose > 2 g then answer is fee") +
                            rule("little", "when dose <= 2 g then answer is warning") +
                            rule("no_dose", "when dose is not applicable then answer is nothing");
  Worked worked(rules);
  auto const answer = [&](std::string const& facts) { return worked.decide_named("answer", facts); };
  EXPECT_THAT(option_names(answer("{case: {a: true, b: false, weight: 3 g}}").options), ElementsAre("fee"));
  EXPECT_THAT(option_names(answer("{case: {a: true, b: false, weight: 2 g}}").options), ElementsAre("warning"));
  EXPECT_THAT(option_names(answer("{case: {a: false, b: false}}").options), ElementsAre("nothing"));
  EXPECT_EQ(answer("{case: {a: true, b: true, weight: 2 g}}").status, Status::error);
  Outcome const open = answer("{case: {a: true, b: false}}");
  EXPECT_TRUE(open.exact);
  EXPECT_THAT(missing_names(open), ElementsAre("case.weight"));
}

TEST(FigureDecision, departing_from_what_normally_is_leaves_the_other_rule) {
  Outcome const outcome =
      decide(rule("usual", "overrides other then dose normally is case.weight") + rule("other", "then dose is 1 g"),
             "{case: {weight: 3 g}}");
  ASSERT_NE(outcome.if_departing, nullptr);
  EXPECT_EQ(only(outcome.if_departing->options).exactly, Decimal::of(1));
}

TEST(ComputedBound, the_tightest_counts_and_what_excludes_is_cut) {
  std::string const head = kThings + "enum Reply\n  pay { amount: mass }\n\ndecision reply: Reply cites act \"§ 1\"\n";
  Worked worked(head + rule("least", "then reply is pay { amount at least 2 g }") +
                "rule most on reply pay cites act \"§ 1\"\n  then { amount at most case.weight }\n");
  Outcome const outcome = worked.decide("{case: {weight: 5 g}}");
  EXPECT_EQ(only(outcome.options).at_least, Decimal::of(2));
  EXPECT_EQ(only(outcome.options).at_most, Decimal::of(5));
  EXPECT_EQ(worked.decide("{case: {weight: 1 g}}").status, Status::conflict);
  Outcome const open = worked.decide("{case: {weight: {between: [1 g, 3 g]}}}");
  EXPECT_THAT(possible_words(open), testing::Contains("conflict"));
  EXPECT_TRUE(open.exact);
}

}  // namespace
}  // namespace hjemmel::eval
