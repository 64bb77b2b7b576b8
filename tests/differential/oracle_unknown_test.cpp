// The oracle on programs made by hand, with unknown facts, lists, open law and faults: what completions settle, what they leave
// open, and what is then missing.
#include "engine/base/date.h"
#include "tests/differential/oracle_fixture.h"

namespace hjemmel::differential {
namespace {

using testing::ElementsAre;
using enum ir::Modality;

TEST_F(OracleTest, false_and_unknown_is_false_and_asks_for_nothing) {
  choosing("one", b.boolean(ExprOp::conjunction, {boolean(unknown()), boolean(no())}), is, {kFine});
  oracle::Answer const settled = answer();
  EXPECT_EQ(settled.point.status, Status::no_rule);
  EXPECT_THAT(states(), ElementsAre(RuleState::guard_false));
}

TEST_F(OracleTest, completions_settle_what_three_values_leave_open) {
  ir::ExprId const asked = boolean(unknown());
  choosing("one", b.boolean(ExprOp::disjunction, {asked, b.boolean(ExprOp::negation, {asked})}), is, {kFine});
  EXPECT_THAT(states(), ElementsAre(RuleState::open));
  EXPECT_EQ(answer().point.status, Status::decided);
}

TEST_F(OracleTest, decided_when_different_rules_give_the_same) {
  ir::ExprId const asked = boolean(unknown());
  choosing("one", asked, is, {kFine});
  choosing("two", b.boolean(ExprOp::negation, {asked}), is, {kFine});
  choosing("both", {}, is, {kFine});
  oracle::Answer const decided = answer();
  EXPECT_THAT(names(decided.point), ElementsAre("fine"));
  EXPECT_THAT(decided.rules, ElementsAre("both"));
}

TEST_F(OracleTest, undetermined_names_what_can_change_the_outcome_and_nothing_else) {
  ir::ExprId const matters = boolean(not_asked());
  ir::ExprId const hidden = boolean(unknown());
  choosing("one", matters, is, {kFine});
  choosing("two", b.boolean(ExprOp::conjunction, {hidden, boolean(no())}), is, {kPrison});
  oracle::Answer const open = answer();
  EXPECT_EQ(open.point.status, Status::undetermined);
  EXPECT_EQ(open.possible.size(), 2U);
  EXPECT_THAT(missing(open), ElementsAre("f0"));
}

TEST_F(OracleTest, best_question_stands_first) {
  ir::ExprId const first = boolean(unknown());
  ir::ExprId const second = boolean(unknown());
  choosing("one", first, is, {kFine});
  choosing("two", b.boolean(ExprOp::conjunction, {b.boolean(ExprOp::negation, {first}), second}), is, {kPrison});
  EXPECT_THAT(missing(answer()), ElementsAre("f0", "f1"));
}

TEST_F(OracleTest, unknown_within_a_range_is_only_completed_there) {
  ir::ExprId const asked = number(unknown());
  choosing("one", at_most(asked, 3), is, {kFine});
  facts.ranges.push_back({{Decimal::of(1), true}, {Decimal::of(4), false}});
  facts.scalars[0].detail = 0;
  EXPECT_EQ(answer().point.status, Status::decided);
  facts.ranges[0].high.included = true;
  EXPECT_EQ(answer().point.status, Status::undetermined);
}

TEST_F(OracleTest, not_applicable_is_false_in_comparisons_and_true_under_not) {
  ir::ExprId const asked = number(not_applicable());
  b.program.facts[0].info.may_be_not_applicable = true;
  choosing("small", at_most(asked, 3), is, {kFine});
  choosing("great", b.boolean(ExprOp::greater, {asked, b.whole(3)}), is, {kPrison});
  choosing("neither", b.boolean(ExprOp::negation, {at_most(asked, 3)}), is, {kWaiver});
  choosing("unequal", b.boolean(ExprOp::not_equal, {asked, b.whole(3)}), is, {kWaiver});
  EXPECT_THAT(states(),
              ElementsAre(RuleState::guard_false, RuleState::guard_false, RuleState::applied, RuleState::applied));
}

TEST_F(OracleTest, completions_try_not_applicable_where_it_is_allowed) {
  ir::ExprId const asked = boolean(unknown());
  b.program.facts[0].info.may_be_not_applicable = true;
  choosing("applies", b.boolean(ExprOp::is_applicable, {asked}), is, {kFine});
  EXPECT_EQ(answer().completions, 3U);
  EXPECT_EQ(answer().point.status, Status::undetermined);
}

TEST_F(OracleTest, an_error_is_settled_by_the_other_side_in_either_order) {
  ir::ExprId const huge = b.arithmetic(ExprOp::multiply, {number(known(5)), b.whole(999'999'999'999'999'999)});
  ir::ExprId const fault = at_most(huge, 1);
  choosing("settled", b.boolean(ExprOp::conjunction, {fault, boolean(no())}), is, {kFine});
  choosing("as_well", b.boolean(ExprOp::disjunction, {boolean(yes()), fault}), is, {kPrison});
  EXPECT_THAT(names(answer().point), ElementsAre("prison"));
  choosing("fault", fault, is, {kWaiver});
  EXPECT_EQ(answer().point.status, Status::error);
}

TEST_F(OracleTest, an_error_in_a_rule_that_is_overridden_anyway_is_none) {
  ir::ExprId const huge = b.arithmetic(ExprOp::multiply, {number(known(5)), b.whole(999'999'999'999'999'999)});
  ir::RuleId const faulty = choosing("faulty", at_most(huge, 1), is, {kFine});
  b.rule(choosing("above", {}, is, {kWaiver})).overrides = {faulty};
  EXPECT_THAT(names(answer().point), ElementsAre("waiver"));
}

TEST_F(OracleTest, birthday_completes_the_month_and_birth_after_the_date_is_an_error) {
  auto const day = [](int year, unsigned month, unsigned of_month) {
    return known(base::make_date(year, month, of_month)->days);
  };
  ir::FactId const birth = add_fact(plain(ir::TypeKind::date), day(2008, 2, 29));
  ir::FactId const at = add_fact(plain(ir::TypeKind::date), day(2026, 2, 28));
  ir::ExprId const age = b.age(b.fact(birth), b.fact(at));
  ir::ExprId const adult = b.constant(quantity(base::kPeriod), Decimal::of(216));
  choosing("adult", b.boolean(ExprOp::greater_equal, {age, adult}), is, {kFine});
  EXPECT_EQ(answer().point.status, Status::decided);
  facts.scalars[at.index] = day(2026, 2, 27);
  EXPECT_EQ(answer().point.status, Status::no_rule);
  facts.scalars[at.index] = day(2008, 2, 28);
  EXPECT_EQ(answer().point.status, Status::error);
}

TEST_F(OracleTest, nobody_is_completed_to_be_born_after_the_act) {
  ir::FactId const birth = add_fact(plain(ir::TypeKind::date), unknown());
  ir::FactId const at = add_fact(plain(ir::TypeKind::date), known(1000));
  for (std::int64_t const days : {0, 999, 1000, 1001, 2000}) {
    grid.facts[birth.index].push_back(Decimal::of(days));
  }
  ir::ExprId const age = b.age(b.fact(birth), b.fact(at));
  choosing("born", b.boolean(ExprOp::greater_equal, {age, b.constant(quantity(base::kPeriod), Decimal())}), is,
           {kFine});
  EXPECT_EQ(answer().completions, 3U);
  EXPECT_EQ(answer().point.status, Status::decided);
}

TEST_F(OracleTest, two_bags_of_one_substance_are_added) {
  add_items({{known(0), grams(3)}, {known(0), grams(3)}}, eval::ListState::complete);
  choosing("within", within_limits(), is, {kFine});
  EXPECT_EQ(answer().point.status, Status::no_rule);
  facts.lists.back().cells[3] = grams(2);
  EXPECT_EQ(answer().point.status, Status::decided);
}

TEST_F(OracleTest, open_law_is_one_unknown_for_a_key) {
  add_items({{known(1), grams(3)}}, eval::ListState::complete);
  choosing("within", within_limits(), is, {kFine});
  EXPECT_THAT(missing(answer()), ElementsAre("limit[b]"));
  facts.lists.back().cells[1] = grams(0);
  EXPECT_EQ(answer().point.status, Status::decided) << "no limit is below zero";
}

TEST_F(OracleTest, any_unit_is_an_unknown_of_its_own) {
  add_items({{known(2), grams(0)}}, eval::ListState::complete);
  choosing("within", within_limits(), is, {kFine});
  oracle::Answer const open = answer();
  EXPECT_EQ(open.point.status, Status::undetermined);
  ASSERT_EQ(open.missing.size(), 1U);
  EXPECT_TRUE(open.missing[0].own_bool);
}

TEST_F(OracleTest, unknown_key_may_fall_in_any_group) {
  add_items({{known(0), grams(3)}, {unknown(), grams(3)}}, eval::ListState::complete);
  choosing("within", within_limits(), is, {kFine});
  oracle::Answer const open = answer();
  EXPECT_EQ(open.point.status, Status::undetermined);
  EXPECT_THAT(missing(open), testing::Contains("items[2].substance"));
  facts.lists.back().cells[1] = grams(6);
  EXPECT_EQ(answer().point.status, Status::no_rule) << "the first bag alone is above its limit";
}

TEST_F(OracleTest, one_known_failure_settles_every_over_an_open_list) {
  add_items({{known(0), grams(6)}}, eval::ListState::at_least);
  grid.further = 1;
  choosing("within", within_limits(), is, {kFine});
  EXPECT_EQ(answer().point.status, Status::no_rule);
  facts.lists.back().cells[1] = grams(1);
  EXPECT_THAT(missing(answer()), testing::Contains("items"));
}

TEST_F(OracleTest, counting_an_open_list_gives_a_bound) {
  add_items({{known(0), grams(1)}, {known(0), grams(1)}}, eval::ListState::at_least);
  grid.further = 1;
  auto const count = [&] { return b.bind(ExprOp::count, b.over(items_), {}, {}); };
  choosing("more_than_one", b.boolean(ExprOp::greater, {count(), b.whole(1)}), is, {kFine});
  EXPECT_EQ(answer().point.status, Status::decided);
  choosing("more_than_two", b.boolean(ExprOp::greater, {count(), b.whole(2)}), is, {kPrison});
  EXPECT_THAT(missing(answer()), ElementsAre("items"));
}

TEST_F(OracleTest, empty_list_makes_every_true_and_some_false) {
  add_items({}, eval::ListState::complete);
  auto const over = [&](ExprOp op) {
    auto const element = b.over(items_);
    return b.bind(op, element, {}, b.member(b.field(element, 0), {0}));
  };
  choosing("every", over(ExprOp::every), is, {kFine});
  choosing("some", over(ExprOp::some), is, {kFine});
  choosing("no", over(ExprOp::no), is, {kFine});
  EXPECT_THAT(states(), ElementsAre(RuleState::applied, RuleState::guard_false, RuleState::applied));
}

TEST_F(OracleTest, decision_read_by_another_shares_its_completions) {
  ir::ExprId const asked = boolean(unknown());
  choosing("one", asked, may_be, {kFine, kWaiver});
  choosing("two", b.boolean(ExprOp::negation, {asked}), is, {kWaiver});
  ir::DecisionId const first = decision;
  decision = b.add_decision("second", options_);
  choosing("waived", b.about(ExprOp::may_be, first, kWaiver), is, {kFine});
  EXPECT_EQ(answer().point.status, Status::decided);
  choosing("only", b.about(ExprOp::is_only, first, kWaiver), is, {kFine});
  oracle::Answer const decided = answer();
  EXPECT_EQ(decided.point.status, Status::decided);
  EXPECT_THAT(decided.rules, ElementsAre("waived"));
}

TEST_F(OracleTest, fault_of_a_decision_read_passes_up_and_one_that_does_not_arise_is_false) {
  b.program.decisions[decision.index].when = boolean(no());
  ir::DecisionId const first = decision;
  decision = b.add_decision("second", options_);
  choosing("not_fined", b.boolean(ExprOp::negation, {b.about(ExprOp::may_be, first, kFine)}), is, {kWaiver});
  EXPECT_EQ(answer().point.status, Status::decided);
  b.program.decisions[first.index].when = {};
  EXPECT_EQ(answer().point.status, Status::error);
}

TEST_F(OracleTest, open_ground_is_named_only_when_no_listed_one_holds) {
  ir::RuleId const id = choosing("grounds", {}, is, {kFine});
  ir::ExprId const listed = boolean(yes());
  ir::ExprId const rest = boolean(yes());
  b.rule(id).grounds = {{"listed", listed, false}, {"rest", rest, true}};
  ASSERT_EQ(answer().certain.size(), 1U);
  EXPECT_EQ(answer().certain[0].ground, "listed");
  facts.scalars[0] = no();
  EXPECT_EQ(answer().certain[0].ground, "rest");
}

TEST_F(OracleTest, too_many_completions_are_said_to_be_too_many) {
  choosing("one", at_most(b.arithmetic(ExprOp::add, {number(unknown()), number(unknown())}), 3), is, {kFine});
  grid.max_completions = 10;
  EXPECT_FALSE(answer().complete);
  grid.max_completions = 49;
  EXPECT_TRUE(answer().complete);
}

}  // namespace
}  // namespace hjemmel::differential
