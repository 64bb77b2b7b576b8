// Facts one by one, keys of amounts before the amounts.
#include "engine/analysis/cases.h"

#include <algorithm>

namespace hjemmel::analysis {
namespace {

using eval::Case;
using eval::ListFact;
using eval::ListState;
using eval::State;
using eval::Value;

constexpr std::size_t kMostTries = 8;        // for a value that differs
constexpr std::size_t kMostRedrawn = 3;      // facts that a case near another may differ in
constexpr std::size_t kNotApplicableIn = 4;  // one draw in so many

bool is_settled(eval::FactPlan const& plan, Value const& value) {
  bool const filled = value.state == State::not_asked && plan.default_value.is_known();
  return value.is_known() || value.state == State::not_applicable || filled;
}

bool same_list(ListFact const& left, ListFact const& right) {
  return left.state == right.state && left.rows == right.rows &&
         std::equal(left.cells.begin(), left.cells.end(), right.cells.begin(), right.cells.end(), same_value);
}

void shift_text(Value& value) { value.coefficient += value.is_known() && value.coefficient >= 0 ? 1 : 0; }

}  // namespace

bool same_value(Value const& left, Value const& right) {
  return left.state == right.state && left.coefficient == right.coefficient && left.scale == right.scale;
}

CaseMaker::CaseMaker(ir::Program const& program, eval::Plan const& plan, Values const& values)
    : program_(program), plan_(plan), values_(values), read_(program.facts.size(), false) {
  auto const read = [this](ir::FactId fact) {
    if (fact.has_value()) {
      read_[fact.index] = true;
    }
  };
  for (eval::FactPlan const& fact : plan.facts) {
    read_fields_.emplace_back(fact.fields.size(), false);
  }
  for (ir::Expr const& expr : program.exprs) {
    read(expr.fact);
    read_fields(expr);
  }
  for (ir::Term const& term : program.terms) {
    read(term.suspended);
    if (term.suspended.has_value()) {
      read_field(term.suspended, term.first_day);
      read_field(term.suspended, term.last_day);
    }
  }
  read(program.as_of);
  read(program.milder_question);
}

// Fields that are read, or by which elements are grouped or put in order; of an amount what it is of as well.
void CaseMaker::read_fields(ir::Expr const& expr) {
  bool const of_list = expr.fact.has_value() && !read_fields_[expr.fact.index].empty();
  bool const ordered = expr.op == ir::ExprOp::first || expr.op == ir::ExprOp::last;
  if (of_list &&
      (expr.op == ir::ExprOp::field || ir::picks_record(expr.op) || expr.source == ir::SourceKind::list_by_key)) {
    read_field(expr.fact, expr.index);
  }
  if (of_list && ordered) {
    read_field(expr.fact, expr.more->order);
  }
}

void CaseMaker::read_field(ir::FactId list, std::uint32_t field) {
  read_fields_[list.index][field] = true;
  std::uint32_t const key = plan_.facts[list.index].fields[field].key_field;
  if (key != eval::kNoIndex) {
    read_fields_[list.index][key] = true;
  }
}

bool CaseMaker::is_complete(Case const& facts) const {
  for (std::uint32_t fact = 0; fact < plan_.facts.size(); ++fact) {
    eval::FactPlan const& of = plan_.facts[fact];
    if (!read_[fact]) {
      continue;
    }
    if (!is_list(fact)) {
      if (is_asked(fact) && !is_settled(of, facts.scalars[fact])) {
        return false;
      }
      continue;
    }
    ListFact const& list = facts.lists[fact];
    if (!list.is_closed()) {
      return false;
    }
    for (std::size_t cell = 0; cell < list.cells.size(); ++cell) {
      std::size_t const field = cell % of.fields.size();
      if (read_fields_[fact][field] && !is_settled(of.fields[field], list.cells[cell])) {
        return false;
      }
    }
  }
  return true;
}

Value CaseMaker::pick(Ladder const& ladder, Random& random) const {
  bool const optional = ladder.front().state == State::not_applicable && ladder.size() > 1;
  if (optional) {
    return random.one_in(kNotApplicableIn) ? ladder.front() : ladder[1 + random.below(ladder.size() - 1)];
  }
  return ladder[random.below(ladder.size())];
}

Ladder const& CaseMaker::ladder_of(ListFact const& list, std::uint32_t fact, std::uint32_t row,
                                   std::uint32_t field) const {
  std::uint32_t const key = plan_.facts[fact].fields[field].key_field;
  Value const of = key == eval::kNoIndex ? Value::boolean(false) : list.cell(row, key);
  return values_.of_field(fact, field, of.is_known() ? static_cast<std::uint32_t>(of.coefficient) : 0);
}

void CaseMaker::draw_rows(ListFact& list, std::uint32_t fact, std::uint32_t rows, Random& random) const {
  list.state = ListState::complete;
  list.rows = rows;
  list.cells.assign(static_cast<std::size_t>(rows) * list.fields, Value{});
  for (bool const amounts : {false, true}) {
    for (std::uint32_t row = 0; row < rows; ++row) {
      for (std::uint32_t field = 0; field < list.fields; ++field) {
        bool const is_amount = plan_.facts[fact].fields[field].key_field != eval::kNoIndex;
        if (is_amount == amounts) {
          list.cell(row, field) = pick(ladder_of(list, fact, row, field), random);
        }
      }
    }
  }
}

void CaseMaker::draw_fact(Case& facts, std::uint32_t fact, Random& random) const {
  if (!is_list(fact)) {
    facts.scalars[fact] = pick(values_.of_fact(fact), random);
    return;
  }
  eval::FactPlan const& plan = plan_.facts[fact];
  ListFact& list = facts.lists[fact];
  if (plan.may_be_not_applicable && random.one_in(kNotApplicableIn)) {
    list.state = ListState::not_applicable;
    list.rows = 0;
    list.cells.clear();
    return;
  }
  draw_rows(list, fact, static_cast<std::uint32_t>(random.below(1 + std::min(kMostRows, plan.max_items))), random);
}

Case CaseMaker::plain() const {
  Case facts;
  facts.texts = {"text"};
  for (std::uint32_t fact = 0; fact < plan_.facts.size(); ++fact) {
    ListFact& list = facts.lists.emplace_back();
    list.fields = static_cast<std::uint32_t>(plan_.facts[fact].fields.size());
    list.state = is_list(fact) ? ListState::complete : ListState::not_asked;
    bool const asked = !is_list(fact) && is_asked(fact);
    facts.scalars.push_back(asked ? values_.of_fact(fact).front() : Value{});
  }
  return facts;
}

Case CaseMaker::draw(Random& random) const {
  Case facts = plain();
  for (std::uint32_t fact = 0; fact < plan_.facts.size(); ++fact) {
    if (is_asked(fact)) {
      draw_fact(facts, fact, random);
    }
  }
  return facts;
}

// A default fills what was not asked, so it may stay so.
void CaseMaker::fill_open(Case& facts, std::uint32_t fact, Random& random) const {
  eval::FactPlan const& plan = plan_.facts[fact];
  if (!is_list(fact)) {
    if (!is_settled(plan, facts.scalars[fact])) {
      draw_fact(facts, fact, random);
    }
    return;
  }
  ListFact& list = facts.lists[fact];
  if (!list.is_closed() && list.rows == 0) {
    return draw_fact(facts, fact, random);
  }
  list.state = list.is_closed() ? list.state : ListState::complete;
  for (bool const amounts : {false, true}) {
    for (std::uint32_t cell = 0; cell < list.cells.size(); ++cell) {
      std::uint32_t const field = cell % list.fields;
      bool const is_amount = plan.fields[field].key_field != eval::kNoIndex;
      if (is_amount == amounts && !is_settled(plan.fields[field], list.cells[cell])) {
        list.cells[cell] = pick(ladder_of(list, fact, cell / list.fields, field), random);
      }
    }
  }
}

Case CaseMaker::draw_near(Case const& near, Random& random) const {
  Case facts = near;
  for (std::uint32_t fact = 0; fact < plan_.facts.size(); ++fact) {
    if (is_asked(fact)) {
      fill_open(facts, fact, random);
    }
  }
  for (std::size_t left = random.below(kMostRedrawn + 1); left > 0 && !plan_.facts.empty(); --left) {
    auto const fact = static_cast<std::uint32_t>(random.below(plan_.facts.size()));
    if (is_asked(fact)) {
      draw_fact(facts, fact, random);
    }
  }
  return facts;
}

Case CaseMaker::with_plain_text(Case facts) const {
  facts.texts.insert(facts.texts.begin(), "text");
  facts.origins.clear();
  for (std::uint32_t fact = 0; fact < plan_.facts.size(); ++fact) {
    if (plan_.facts[fact].domain == eval::Domain::text) {
      shift_text(facts.scalars[fact]);
    }
    ListFact& list = facts.lists[fact];
    for (std::uint32_t cell = 0; cell < list.cells.size(); ++cell) {
      if (plan_.facts[fact].fields[cell % list.fields].domain == eval::Domain::text) {
        shift_text(list.cells[cell]);
      }
    }
  }
  return facts;
}

std::vector<std::uint32_t> CaseMaker::amounts_of(std::uint32_t list, std::uint32_t key) const {
  std::vector<std::uint32_t> amounts;
  for (std::uint32_t field = 0; field < plan_.facts[list].fields.size(); ++field) {
    if (plan_.facts[list].fields[field].key_field == key) {
      amounts.push_back(field);
    }
  }
  return amounts;
}

Ladder CaseMaker::values_of_cell(Case const& facts, std::uint32_t list, std::uint32_t row, std::uint32_t field) const {
  ListFact const& rows = facts.lists[list];
  Ladder ladder = ladder_of(rows, list, row, field);
  if (amounts_of(list, field).empty()) {
    return ladder;
  }
  eval::EnumPlan const& keys = plan_.enums[plan_.facts[list].fields[field].enumeration];
  Value const now = rows.cell(row, field);
  std::erase_if(ladder, [&](Value const& other) {
    bool const both = other.is_known() && now.is_known();
    return both && keys.dimensions[static_cast<std::size_t>(other.coefficient)] !=
                       keys.dimensions[static_cast<std::size_t>(now.coefficient)];
  });
  return ladder;
}

// Makes the second case differ from the first.
bool CaseMaker::vary(ir::Variation const& variation, Group& group, Random& random) const {
  std::uint32_t const fact = variation.fact.index;
  Case& first = group.cases.front();
  if (!variation.of_element()) {
    group.cases.push_back(first);
    Case& second = group.cases.back();
    for (std::size_t tries = 0; tries < kMostTries; ++tries) {
      draw_fact(second, fact, random);
      bool const same = is_list(fact) ? same_list(second.lists[fact], group.cases.front().lists[fact])
                                      : same_value(second.scalars[fact], group.cases.front().scalars[fact]);
      if (!same) {
        return true;
      }
    }
    return false;
  }
  ListFact& list = first.lists[fact];
  if (list.rows == 0) {
    draw_rows(list, fact, 1, random);
  }
  group.row = static_cast<std::uint32_t>(random.below(list.rows));
  Value const now = list.cell(group.row, variation.field);
  Ladder others = values_of_cell(first, fact, group.row, variation.field);
  std::erase_if(others, [&](Value const& other) { return same_value(other, now); });
  if (others.empty()) {
    return false;
  }
  group.cases.push_back(first);
  group.cases.back().lists[fact].cell(group.row, variation.field) = others[random.below(others.size())];
  return true;
}

std::optional<Group> CaseMaker::group(ir::Property const& property, Case base, Random& random) const {
  Group group;
  group.cases.push_back(std::move(base));
  if (property.variation) {
    return vary(*property.variation, group, random) ? std::optional(std::move(group)) : std::nullopt;
  }
  if (property.cases.size() == 2) {
    Case other = random.one_in(2) ? draw(random) : draw_near(group.cases.front(), random);
    group.cases.push_back(std::move(other));
  }
  return group;
}

void CaseMaker::each_varied(ir::Property const& property, Case const& base,
                            std::function<bool(Group const&)> const& visit) const {
  if (!property.variation || (is_list(property.variation->fact.index) && !property.variation->of_element())) {
    return;
  }
  std::uint32_t const fact = property.variation->fact.index;
  bool const of_element = property.variation->of_element();
  std::uint32_t const rows = of_element ? base.lists[fact].rows : 1;
  for (std::uint32_t row = 0; row < rows; ++row) {
    Ladder const others =
        of_element ? values_of_cell(base, fact, row, property.variation->field) : values_.of_fact(fact);
    for (Value const& other : others) {
      Group group{{base, base}, row};
      Value& there =
          of_element ? group.cases[1].lists[fact].cell(row, property.variation->field) : group.cases[1].scalars[fact];
      if (same_value(there, other)) {
        continue;
      }
      there = other;
      if (!visit(group)) {
        return;
      }
    }
  }
}

}  // namespace hjemmel::analysis
