// The oracle itself, on programs made by hand whose answer the language's definition gives without any computation.
#include "tests/differential/oracle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/date.h"
#include "engine/ir/verify.h"
#include "tests/differential/build.h"

namespace hjemmel::differential {
namespace {

using base::Decimal;
using eval::RuleState;
using eval::Status;
using ir::ExprOp;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::uint32_t kFine = 0;
constexpr std::uint32_t kPrison = 1;
constexpr std::uint32_t kWaiver = 2;

// A decision with three options, a condition, and facts added as the test needs them.
class OracleTest : public testing::Test {
 protected:
  OracleTest() {
    options_ = b.add_enum("Reaction", {"fine", "prison", "waiver"}, "severity");
    values()[kFine].parameters = {{"amount", quantity(base::kMoneyNok)}};
    values()[kPrison].parameters = {{"length", quantity(base::kPeriod)}};
    values()[kWaiver].authorities = {"prosecutor"};
    testing_ = b.add_condition("testing", {{"length", quantity(base::kPeriod)}});
    decision = b.add_decision("reaction", options_);
  }

  std::vector<ir::EnumValue>& values() { return b.program.enums[options_.index].values; }

  ir::FactId add_fact(ir::Type const& type, eval::Value const& value) {
    std::string const name = "f" + std::to_string(b.program.facts.size());
    ir::FactId const id = b.add_fact(name, type);
    facts.scalars.push_back(value);
    facts.lists.emplace_back();
    grid.facts.emplace_back();
    return id;
  }
  ir::ExprId boolean(eval::Value const& value) { return b.fact(add_fact(plain(ir::TypeKind::boolean), value)); }
  ir::ExprId number(eval::Value const& value) {
    ir::FactId const id = add_fact(plain(ir::TypeKind::integer), value);
    for (std::int64_t i = 0; i <= 6; ++i) {
      grid.facts[id.index].push_back(Decimal::of(i));
    }
    return b.fact(id);
  }
  ir::ExprId at_most(ir::ExprId left, std::int64_t right) {
    return b.boolean(ExprOp::less_equal, {left, b.whole(right)});
  }

  ir::RuleId choosing(std::string const& name, ir::ExprId when, ir::Modality modality,
                      std::vector<std::uint32_t> const& options) {
    ir::RuleId const id = b.add_rule(name, decision, when);
    ir::Choice choice;
    choice.modality = modality;
    for (std::uint32_t const option : options) {
      choice.options.push_back({option, {}});
    }
    b.rule(id).choice = choice;
    return id;
  }
  ir::RuleId qualifying(std::string const& name, ir::QualifierKind kind, std::vector<ir::OptionUse> const& options) {
    ir::RuleId const id = b.add_rule(name, decision);
    ir::Qualifier qualifier;
    qualifier.kind = kind;
    qualifier.options = options;
    bool const carries = kind == ir::QualifierKind::must_carry || kind == ir::QualifierKind::may_carry ||
                         kind == ir::QualifierKind::may_not_carry;
    if (carries) {
      qualifier.condition = ir::ConditionUse{testing_, {}, {}};
    }
    b.rule(id).qualifiers.push_back(qualifier);
    return id;
  }
  static ir::OptionUse at_most_months(std::int64_t months) {
    return {kPrison, {{0, ir::BoundKind::at_most, Decimal::of(months)}}};
  }

  oracle::Answer answer() {
    EXPECT_THAT(ir::verify(b.program), IsEmpty());
    return oracle::decide(b.program, facts, grid, decision.index).answer;
  }
  std::vector<RuleState> states() {
    std::vector<RuleState> states;
    for (oracle::RuleView const& rule : oracle::view(b.program, facts, grid, decision.index).rules) {
      states.push_back(rule.state);
    }
    return states;
  }
  static std::vector<std::string> names(oracle::Point const& point) {
    std::vector<std::string> names;
    for (eval::OutcomeOption const& option : point.options) {
      names.push_back(option.name);
    }
    return names;
  }
  static std::vector<std::string> missing(oracle::Answer const& answer) {
    std::vector<std::string> names;
    for (oracle::MissingName const& name : answer.missing) {
      names.push_back(name.name);
    }
    return names;
  }

  static eval::Value yes() { return eval::Value::boolean(true); }
  static eval::Value no() { return eval::Value::boolean(false); }
  static eval::Value unknown() { return eval::Value::of(eval::State::unknown); }
  static eval::Value not_asked() { return eval::Value::of(eval::State::not_asked); }
  static eval::Value not_applicable() { return eval::Value::of(eval::State::not_applicable); }
  static eval::Value known(std::int64_t number) { return eval::Value::known(Decimal::of(number)); }

  // Substances a and b in grams, c in any unit; a limit of 5 g for a, none for b; a list of rows (substance, amount).
  void add_items(std::vector<std::pair<eval::Value, eval::Value>> const& rows, eval::ListState state) {
    substance_ = b.add_enum("Substance", {"a", "b", "c"});
    auto& substances = b.program.enums[substance_.index].values;
    substances[0].dimension = substances[1].dimension = base::kMass;
    substances[2].any_unit = true;
    std::vector<ir::Field> fields(2);
    fields[0].info.name = "substance";
    fields[0].info.type = enumeration(substance_);
    fields[1].info.name = "amount";
    fields[1].info.type = amount_of(substance_);
    fields[1].info.minimum = Decimal();
    fields[1].key_field = 0;
    items_ = b.add_list("items", fields, 3);
    facts.scalars.emplace_back();
    eval::ListFact list{state, static_cast<std::uint32_t>(rows.size()), 2, {}};
    for (auto const& [substance, amount] : rows) {
      list.cells.insert(list.cells.end(), {substance, amount});
    }
    facts.lists.push_back(list);
    grid.facts.emplace_back();
    grid.fields.push_back({{}, tenths()});
    grid.tables.push_back(tenths());
    ir::Table limit;
    limit.name = "limit";
    limit.key = substance_;
    limit.result = amount_of(substance_);
    limit.rows = {{0, b.constant(quantity(base::kMass), Decimal::of(5)), {}}};
    limit.undetermined = ir::OpenLaw{"none is proposed", {}};
    b.program.tables.push_back(limit);
  }
  static std::vector<Decimal> tenths() {
    std::vector<Decimal> all;
    for (std::int64_t i = 0; i <= 60; i += 5) {
      all.push_back(Decimal::of(i, 1));
    }
    return all;
  }
  static eval::Value grams(std::int64_t number) { return eval::Value::known(Decimal::of(number), base::kMass); }

  // every g in items by substance has total g.amount <= limit(g.substance)
  ir::ExprId within_limits() {
    auto const group = b.over_groups(items_, 0);
    auto const member = b.inside(group);
    ir::ExprId const total = b.bind(ExprOp::total, member, {}, b.field(member, 1));
    ir::ExprId const limit = b.table(ir::TableId(std::size_t{0}), b.group_key(group));
    return b.bind(ExprOp::every, group, {}, b.boolean(ExprOp::less_equal, {total, limit}));
  }

  Builder b;
  eval::Case facts;
  oracle::Grid grid;
  ir::DecisionId decision;
  ir::EnumId options_;
  ir::EnumId substance_;
  ir::FactId items_;
  ir::ConditionId testing_;
};

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
  b.rule(one).choice->options[0].bounds = {{0, ir::BoundKind::at_most, Decimal::of(3)}};
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
