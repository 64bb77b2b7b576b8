// Which rules bear an outcome, which gave way, and why an option was not given.
#include "engine/explain/explanation_of.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

using eval::RuleState;
using eval::Truth;

// A decision with three options; `lenient` overrides `ordinary`, `ban` takes an option away, `other` fails.
struct Sample {
  Sample() {
    program.enums.push_back({"Reaction", "", {}, {}});
    for (char const* const name : {"reminder", "fee", "ban", "praise"}) {
      program.enums[0].values.emplace_back().name = name;
    }
    program.decisions.emplace_back().name = "reaction";
    program.decisions[0].options = ir::EnumId(0);
    add_rule("ordinary", ir::Modality::may_be, {1, 2});
    add_rule("lenient", ir::Modality::is, {0});
    add_rule("other", ir::Modality::may_be, {1});
    outcome.decision = "reaction";
    outcome.status = eval::Status::decided;
    outcome.modality = eval::Modality::is;
    outcome.options.push_back({"reminder", eval::Modality::is, {}, {}, {}});
    outcome.rules = {"lenient"};
    trace.decision = "reaction";
    trace.rules.push_back({"ordinary", RuleState::overridden, {"lenient"}, {}, {}, {}});
    trace.rules.push_back({"lenient", RuleState::applied, {}, {{"first_time", Truth::yes, {}}}, {}, {}});
    trace.rules.push_back(
        {"other", RuleState::guard_false, {}, {{"late", Truth::no, {}}, {"unless ill", Truth::no, {}}}, {}, {}});
  }

  void add_rule(std::string name, ir::Modality modality, std::vector<std::uint32_t> options) {
    ir::Rule& rule = program.rules.emplace_back();
    rule.name = std::move(name);
    rule.decision = ir::DecisionId(0);
    ir::Choice choice{modality, {}, {}};
    for (std::uint32_t const option : options) {
      choice.options.push_back({option, {}});
    }
    rule.choice = std::move(choice);
    program.decisions[0].rules.emplace_back(program.rules.size() - 1);
  }

  DecisionExplanation explained(std::vector<std::string> const& why_not = {}) const {
    return explanation_of(program, outcome, trace, why_not);
  }

  ir::Program program;
  eval::Outcome outcome;
  eval::DecisionTrace trace;
};

TEST(ExplanationOf, rules_are_sorted_by_what_became_of_them) {
  DecisionExplanation const explanation = Sample().explained();
  ASSERT_EQ(explanation.why.size(), 1U);
  EXPECT_EQ(explanation.why[0].rule, "lenient");
  EXPECT_TRUE(explanation.why[0].chooses);
  ASSERT_EQ(explanation.gave_way.size(), 1U);
  ASSERT_EQ(explanation.gave_way[0].by.size(), 1U);
  EXPECT_EQ(explanation.gave_way[0].by[0].rule, "lenient");
  EXPECT_EQ(explanation.gave_way[0].by[0].conditions.size(), 1U);
  ASSERT_EQ(explanation.not_met.size(), 1U);
  EXPECT_EQ(explanation.not_met[0].rule, "other");
}

TEST(ExplanationOf, grounds_say_whether_they_deny_their_condition) {
  Sample sample;
  sample.program.exprs.emplace_back();
  sample.program.rules[1].grounds = {{"asked", ir::ExprId(std::size_t{0}), false, false},
                                     {"denied", ir::ExprId(std::size_t{0}), false, true}};
  sample.trace.rules[1].grounds = {{"asked", Truth::yes, false, "x", {}}, {"denied", Truth::yes, false, "x", {}}};
  std::vector<GroundNote> const grounds = sample.explained().why[0].grounds;
  ASSERT_EQ(grounds.size(), 2U);
  EXPECT_FALSE(grounds[0].condition.negated);
  EXPECT_TRUE(grounds[1].condition.negated);
}

TEST(ExplanationOf, rule_that_does_not_apply_has_only_what_keeps_it_from_applying) {
  DecisionExplanation const explanation = Sample().explained();
  ASSERT_EQ(explanation.not_met[0].conditions.size(), 1U);
  EXPECT_EQ(explanation.not_met[0].conditions[0].text, "late");
  EXPECT_FALSE(explanation.not_met[0].conditions[0].unless);
}

TEST(ExplanationOf, option_of_a_rule_that_gave_way_was_not_given) {
  DecisionExplanation const explanation = Sample().explained({"fee"});
  ASSERT_EQ(explanation.why_not.size(), 1U);
  EXPECT_EQ(explanation.why_not[0].answer, WhyNotAnswer::not_given);
  ASSERT_EQ(explanation.why_not[0].givers.size(), 2U);
  EXPECT_EQ(explanation.why_not[0].givers[0].rule, "ordinary");
  EXPECT_EQ(explanation.why_not[0].givers[1].rule, "other");
}

TEST(ExplanationOf, option_in_the_outcome_is_given_and_one_of_no_rule_is_nowhere) {
  DecisionExplanation const explanation = Sample().explained({"reminder", "praise"});
  EXPECT_EQ(explanation.why_not[0].answer, WhyNotAnswer::given);
  EXPECT_EQ(explanation.why_not[1].answer, WhyNotAnswer::nothing_gives);
}

TEST(ExplanationOf, option_that_a_rule_takes_away) {
  Sample sample;
  ir::Rule& rule = sample.program.rules.emplace_back();
  rule.name = "no_ban";
  rule.decision = ir::DecisionId(0);
  ir::Qualifier& qualifier = rule.qualifiers.emplace_back();
  qualifier.kind = ir::QualifierKind::may_not_be;
  qualifier.options.push_back({2, {}});
  sample.program.decisions[0].rules.emplace_back(sample.program.rules.size() - 1);
  sample.trace.rules[0].state = RuleState::applied;
  sample.trace.rules.push_back({"no_ban", RuleState::applied, {}, {}, {}, {}});
  DecisionExplanation const explanation = sample.explained({"ban"});
  EXPECT_EQ(explanation.why_not[0].answer, WhyNotAnswer::taken_away);
  ASSERT_EQ(explanation.why_not[0].takers.size(), 1U);
  EXPECT_EQ(explanation.why_not[0].takers[0].rule, "no_ban");
}

TEST(ExplanationOf, undetermined_outcome_may_still_come_to_a_possible_option) {
  Sample sample;
  sample.outcome.status = eval::Status::undetermined;
  sample.outcome.options.clear();
  sample.outcome.possible.push_back(
      {eval::Status::decided, eval::Modality::may_be, {{"fee", eval::Modality::may_be, {}, {}, {}}}, {}});
  EXPECT_EQ(sample.explained({"fee"}).why_not[0].answer, WhyNotAnswer::possible);
}

TEST(ExplanationOf, term_is_unfolded_one_level) {
  Sample sample;
  sample.trace.rules[2].conditions = {{"not small", Truth::no, {}}};
  sample.trace.definitions.push_back(
      {"small", Truth::yes, {}, {{"light", Truth::yes, {}}, {"short", Truth::no, {}}}, {}});
  ConditionNote const note = sample.explained().not_met[0].conditions[0];
  EXPECT_EQ(note.term, "small");
  ASSERT_EQ(note.term_conditions.size(), 1U);
  EXPECT_EQ(note.term_conditions[0].text, "light");
}

}  // namespace
}  // namespace hjemmel::explain
