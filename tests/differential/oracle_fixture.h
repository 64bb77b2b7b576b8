// A decision made by hand, fact by fact and rule by rule, and what the oracle says of it. For the tests of the oracle.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/ir/verify.h"
#include "tests/differential/build.h"
#include "tests/differential/oracle.h"

namespace hjemmel::differential {

using base::Decimal;
using eval::RuleState;
using eval::Status;
using ir::ExprOp;
using testing::IsEmpty;

inline constexpr std::uint32_t kFine = 0;
inline constexpr std::uint32_t kPrison = 1;
inline constexpr std::uint32_t kWaiver = 2;

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
  ir::RuleId qualifying(std::string const& name, ir::QualifierKind kind, ir::OptionUses const& options) {
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
    ir::ExprId const limit = b.table(ir::TableId(std::size_t{0}), {b.group_key(group)});
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

}  // namespace hjemmel::differential
