// The oracle on programs made by hand, all facts known: precedence, choosing and qualifying effects, departing. The answers are
// those that the definition of the language gives without any computation.
#include "tests/differential/oracle_fixture.h"

namespace hjemmel::differential {
namespace {

using testing::ElementsAre;
using enum ir::Modality;

TEST_F(OracleTest, exception_of_an_exception_takes_the_rule_below_out_as_well) {
  ir::RuleId const rule = choosing("rule", {}, is, {kPrison});
  ir::RuleId const exception = choosing("exception", boolean(no()), is, {kFine});
  ir::RuleId const again = choosing("again", boolean(yes()), is, {kWaiver});
  b.rule(exception).overrides = {rule};
  b.rule(again).overrides = {exception};
  EXPECT_THAT(states(), ElementsAre(RuleState::overridden, RuleState::guard_false, RuleState::applied));
  EXPECT_THAT(names(answer().point), ElementsAre("waiver"));
}

TEST_F(OracleTest, disapplied_exception_lets_the_rule_below_revive) {
  ir::RuleId const rule = choosing("rule", {}, is, {kPrison});
  ir::RuleId const exception = choosing("exception", {}, is, {kFine});
  ir::RuleId const taker = b.add_rule("taker", decision, boolean(yes()));
  b.rule(exception).overrides = {rule};
  b.rule(taker).disapplies = {exception};
  EXPECT_THAT(states(), ElementsAre(RuleState::applied, RuleState::disapplied, RuleState::applied));
  EXPECT_THAT(answer().rules, ElementsAre("rule"));
}

TEST_F(OracleTest, disapplied_rule_still_stands_in_the_chain_of_precedence) {
  ir::RuleId const low = choosing("low", {}, is, {kPrison});
  ir::RuleId const middle = choosing("middle", {}, is, {kFine});
  ir::RuleId const high = choosing("high", {}, is, {kWaiver});
  ir::RuleId const taker = b.add_rule("taker", decision);
  b.rule(middle).overrides = {low};
  b.rule(high).overrides = {middle};
  b.rule(taker).disapplies = {middle};
  EXPECT_THAT(states(),
              ElementsAre(RuleState::overridden, RuleState::disapplied, RuleState::applied, RuleState::applied));
}

TEST_F(OracleTest, equal_rules_agree_and_others_conflict) {
  choosing("one", {}, may_be, {kFine, kWaiver});
  choosing("same", {}, may_be, {kFine, kWaiver});
  EXPECT_THAT(answer().rules, ElementsAre("one", "same"));
  choosing("other", {}, may_be, {kFine});
  EXPECT_EQ(answer().point.status, Status::conflict);
}

TEST_F(OracleTest, equal_options_in_another_modality_conflict) {
  choosing("one", {}, may_be, {kFine});
  choosing("other", {}, should_be, {kFine});
  EXPECT_EQ(answer().point.status, Status::conflict);
}

TEST_F(OracleTest, nothing_that_applies_is_no_rule) {
  choosing("one", boolean(no()), is, {kFine});
  EXPECT_EQ(answer().point.status, Status::no_rule);
}

TEST_F(OracleTest, decision_that_does_not_arise_is_not_applicable) {
  choosing("one", {}, is, {kFine});
  b.program.decisions[decision.index].when = boolean(not_applicable());
  EXPECT_EQ(answer().point.status, Status::not_applicable);
}

TEST_F(OracleTest, may_also_be_alone_is_may_be) {
  qualifying("adds", ir::QualifierKind::may_also_be, {{kWaiver, {}}});
  oracle::Answer const alone = answer();
  EXPECT_EQ(alone.point.modality, eval::Modality::may_be);
  EXPECT_EQ(alone.point.options[0].modality, eval::Modality::may_be);
  EXPECT_THAT(alone.point.options[0].by, ElementsAre("prosecutor"));
}

TEST_F(OracleTest, may_also_be_adds_an_option_with_its_own_modality) {
  choosing("one", {}, is, {kFine});
  qualifying("adds", ir::QualifierKind::may_also_be, {{kWaiver, {}}});
  oracle::Answer const both = answer();
  EXPECT_EQ(both.point.modality, eval::Modality::is);
  ASSERT_THAT(names(both.point), ElementsAre("fine", "waiver"));
  EXPECT_EQ(both.point.options[1].modality, eval::Modality::may_also_be);
  EXPECT_THAT(both.rules, ElementsAre("one", "adds"));
}

TEST_F(OracleTest, may_not_be_takes_away_and_the_last_one_is_a_conflict) {
  choosing("one", {}, may_be, {kFine, kPrison});
  qualifying("bans", ir::QualifierKind::may_not_be, {{kPrison, {}}});
  EXPECT_THAT(names(answer().point), ElementsAre("fine"));
  qualifying("bans_more", ir::QualifierKind::may_not_be, {{kFine, {}}});
  EXPECT_EQ(answer().point.status, Status::conflict);
}

TEST_F(OracleTest, tightest_bound_counts_and_an_empty_one_is_a_conflict) {
  choosing("one", {}, is, {kPrison});
  qualifying("six", ir::QualifierKind::bound, {at_most_months(6)});
  qualifying("three", ir::QualifierKind::bound, {at_most_months(3)});
  EXPECT_EQ(answer().point.options[0].bounds[0].at_most, Decimal::of(3));
  qualifying("four", ir::QualifierKind::bound, {{kPrison, {{0, ir::BoundKind::at_least, Decimal::of(4)}}}});
  EXPECT_EQ(answer().point.status, Status::conflict);
}

TEST_F(OracleTest, override_between_bounds_strips_the_lower_one_only) {
  ir::RuleId const one = choosing("one", {}, is, {kPrison});
  b.rule(one).choice.edit([](ir::Choice& choice) {
    choice.options[0].bounds = {{0, ir::BoundKind::at_most, Decimal::of(3)}};
  });
  ir::RuleId const longer = qualifying("longer", ir::QualifierKind::bound, {at_most_months(6)});
  b.rule(longer).overrides = {one};
  oracle::Answer const stripped = answer();
  EXPECT_EQ(stripped.point.options[0].bounds[0].at_most, Decimal::of(6));
  EXPECT_THAT(states(), ElementsAre(RuleState::applied, RuleState::applied));
}

TEST_F(OracleTest, must_carry_against_may_not_carry_is_a_conflict_unless_one_overrides) {
  choosing("one", {}, is, {kFine});
  ir::RuleId const must = qualifying("must", ir::QualifierKind::must_carry, {});
  ir::RuleId const never = qualifying("never", ir::QualifierKind::may_not_carry, {});
  EXPECT_EQ(answer().point.status, Status::conflict);
  b.rule(never).overrides = {must};
  EXPECT_THAT(answer().point.options[0].conditions, IsEmpty());
}

TEST_F(OracleTest, clash_about_an_option_that_is_not_there_is_none) {
  choosing("one", {}, is, {kFine});
  b.rule(qualifying("must", ir::QualifierKind::must_carry, {})).qualifiers[0].option = kPrison;
  b.rule(qualifying("never", ir::QualifierKind::may_not_carry, {})).qualifiers[0].option = kPrison;
  oracle::Answer const fine = answer();
  EXPECT_EQ(fine.point.status, Status::decided);
  EXPECT_THAT(fine.rules, ElementsAre("one"));
}

TEST_F(OracleTest, must_carry_beats_may_carry_and_may_not_carry_ends_may_carry) {
  choosing("one", {}, is, {kFine});
  qualifying("may", ir::QualifierKind::may_carry, {});
  EXPECT_EQ(answer().point.options[0].conditions[0].force, eval::Force::may_carry);
  ir::RuleId const must = qualifying("must", ir::QualifierKind::must_carry, {});
  EXPECT_EQ(answer().point.options[0].conditions[0].force, eval::Force::must_carry);
  b.rule(must).qualifiers[0].kind = ir::QualifierKind::may_not_carry;
  EXPECT_THAT(answer().point.options[0].conditions, IsEmpty());
}

TEST_F(OracleTest, decided_by_adds_to_the_authorities) {
  b.program.decisions[decision.index].by = {"tribunal"};
  choosing("one", {}, is, {kFine, kWaiver});
  ir::RuleId const urgent = qualifying("urgent", ir::QualifierKind::decided_by, {});
  b.rule(urgent).qualifiers[0].authorities = {"municipality"};
  oracle::Answer const decided = answer();
  EXPECT_THAT(decided.point.options[0].by, ElementsAre("municipality", "tribunal"));
  EXPECT_THAT(decided.point.options[1].by, ElementsAre("municipality", "prosecutor"));
}

TEST_F(OracleTest, departing_takes_the_presumption_out_again_and_again) {
  ir::RuleId const low = choosing("low", {}, may_be, {kFine, kPrison});
  ir::RuleId const middle = choosing("middle", {}, normally_is, {kFine});
  ir::RuleId const high = choosing("high", {}, normally_is, {kWaiver});
  b.rule(middle).overrides = {low};
  b.rule(high).overrides = {middle, low};
  oracle::Answer const first = answer();
  EXPECT_THAT(names(first.point), ElementsAre("waiver"));
  ASSERT_NE(first.if_departing, nullptr);
  EXPECT_THAT(names(first.if_departing->point), ElementsAre("fine"));
  ASSERT_NE(first.if_departing->if_departing, nullptr);
  EXPECT_THAT(names(first.if_departing->if_departing->point), ElementsAre("fine", "prison"));
  EXPECT_EQ(first.if_departing->if_departing->if_departing, nullptr);
}

}  // namespace
}  // namespace hjemmel::differential
