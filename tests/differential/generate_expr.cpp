// Conditions drawn by chance. Constants are small whole numbers, so that the world's grid is exact for every condition.
#include "tests/differential/generate_expr.h"

#include <algorithm>

namespace hjemmel::differential {

using base::Decimal;
using ir::ExprOp;

ExprOp ExprMaker::comparison() {
  static std::vector<ExprOp> const ops = {ExprOp::less_equal,    ExprOp::less_equal, ExprOp::less,     ExprOp::greater,
                                          ExprOp::greater_equal, ExprOp::equal,      ExprOp::not_equal};
  return random_.pick(ops);
}

ir::ExprId ExprMaker::condition(std::uint32_t depth) {
  return depth == 0 || random_.chance(45) ? atom() : connective(depth - 1);
}

ir::ExprId ExprMaker::connective(std::uint32_t depth) {
  std::uint32_t const draw = random_.below(100);
  if (draw < 25) {
    return b_.boolean(ExprOp::negation, {condition(depth)});
  }
  if (draw < 32) {
    ir::ExprId const asked = condition(depth);
    ir::ExprId const yes = condition(depth);
    return b_.conditional(asked, yes, condition(depth));
  }
  ir::ExprIds children;
  std::uint32_t const count = 2 + (random_.chance(25) ? 1 : 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    children.push_back(condition(depth));
  }
  return b_.boolean(draw < 66 ? ExprOp::conjunction : ExprOp::disjunction, children);
}

ir::ExprId ExprMaker::atom() {
  std::uint32_t const draw = random_.below(100);
  if (draw < 55) {
    return simple_atom();
  }
  if (draw < 78) {
    return list_atom();
  }
  if (draw < 88) {
    return definition_atom();
  }
  return draw < 96 ? decision_atom() : overflow_atom();
}

ir::ExprId ExprMaker::simple_atom() {
  switch (random_.below(17)) {
    case 0:
    case 1:
      return b_.fact(world_.flag);
    case 2:
      return b_.fact(world_.maybe);
    case 3:
      return b_.fact(world_.judged);
    case 4:
    case 5:
      return number_atom();
    case 6:
      return mass_atom();
    case 7:
      return proof_atom();
    case 8:
      return kind_atom(b_.fact(world_.sort));
    case 9:
      return date_atom();
    case 10:
    case 11:
      return age_atom();
    case 12:
      return random_.chance(60) ? text_atom() : b_.truth(random_.chance(50));
    case 13:
    case 14:
    case 15:
      return value_atom();
    default:
      return applicable_atom();
  }
}

// Each key as its fact, or worked out from it: then no limit can be solved for one unknown.
ir::ExprId ExprMaker::tariff() {
  ir::ExprIds keys;
  for (ir::TableInput const& input : std::vector<ir::TableInput>(b_.program.tables[world_.tariff.index].inputs)) {
    if (input.name == "number") {
      keys.push_back(random_.chance(75) ? b_.fact(world_.number) : number(1));
    } else if (input.name == "mass") {
      ir::ExprId const mass = b_.fact(world_.mass);
      keys.push_back(random_.chance(75) ? mass : b_.arithmetic(ExprOp::multiply, {mass, b_.whole(2)}));
    } else if (input.name == "act") {
      keys.push_back(b_.fact(world_.act));
    } else {
      keys.push_back(input.name == "kind" ? b_.fact(world_.sort)
                     : random_.chance(80) ? b_.fact(world_.maybe)
                                          : condition(1));
    }
  }
  return b_.table(world_.tariff, keys);
}

ir::ExprId ExprMaker::parameter(std::uint32_t index) {
  ir::Expr expr;
  expr.op = ExprOp::parameter;
  expr.type = b_.program.parameters[index].type;
  expr.index = index;
  return b_.add(expr);
}

ir::ExprId ExprMaker::plain_atom(std::vector<ir::FactId> const& presumed) {
  if (!presumed.empty() && random_.chance(50)) {
    ir::FactId const fact = random_.pick(presumed);
    bool const is_bool = b_.program.facts[fact.index].info.type.kind == ir::TypeKind::boolean;
    return is_bool ? b_.fact(fact) : b_.boolean(ExprOp::is_applicable, {b_.fact(fact)});
  }
  return random_.chance(50) ? date_atom() : mass_atom();
}

ir::ExprId ExprMaker::number(std::uint32_t depth) {
  std::uint32_t const draw = random_.below(100);
  if (world_.has_basis && draw >= 42 && draw < 50) {
    return parameter(random_.below(kWholeParameters));
  }
  if (!figures_.empty() && random_.chance(25)) {
    return b_.figure(random_.pick(figures_));
  }
  if (depth == 0 || draw < 50) {
    if (draw % 3 == 0) {
      return b_.whole(random_.below(4));
    }
    if (draw % 3 == 1) {
      return b_.fact(world_.number);
    }
    return depth > 0 && random_.chance(60) ? tariff() : b_.table(world_.weight, {b_.fact(world_.sort)});
  }
  if (draw < 60) {
    ir::ExprId const asked = condition(0);
    ir::ExprId const yes = number(depth - 1);
    return b_.conditional(asked, yes, number(depth - 1));
  }
  if (draw < 65) {
    return b_.arithmetic(ExprOp::negate, {number(depth - 1)});
  }
  static std::vector<ExprOp> const ops = {ExprOp::add, ExprOp::subtract, ExprOp::multiply};
  ir::ExprId const left = number(depth - 1);
  return b_.arithmetic(random_.pick(ops), {left, number(depth - 1)});
}

ir::ExprId ExprMaker::number_atom() {
  for (ir::DefinitionId const id : definitions_) {
    bool const is_number = b_.program.definitions[id.index].type.kind == ir::TypeKind::integer;
    if (is_number && random_.chance(40)) {
      return b_.boolean(comparison(), {b_.definition(id), b_.whole(random_.below(4))});
    }
  }
  if (world_.has_basis && random_.chance(40)) {
    return b_.boolean(comparison(), {b_.fact(world_.number), parameter(random_.below(kWholeParameters))});
  }
  if (random_.chance(50)) {
    ir::ExprId const left = random_.chance(40) ? tariff() : b_.fact(world_.number);
    return b_.boolean(comparison(), {left, b_.whole(random_.below(4))});
  }
  ir::ExprId const left = number(2);
  return b_.boolean(comparison(), {left, b_.whole(random_.below(4))});
}

ir::ExprId ExprMaker::mass_atom() {
  ir::ExprId left = b_.fact(world_.mass);
  ir::Type const grams = quantity(base::kMass);
  if (world_.has_basis && random_.chance(30)) {
    return b_.boolean(comparison(), {left, parameter(kMassParameter)});
  }
  switch (random_.below(5)) {
    case 0:
      left = b_.arithmetic(ExprOp::multiply, {left, b_.whole(2)});
      break;
    case 1:
      left = b_.arithmetic(ExprOp::add, {left, b_.constant(grams, Decimal::of(1))});
      break;
    case 2:
      left = b_.arithmetic(ExprOp::subtract, {left, b_.constant(grams, Decimal::of(1))});
      break;
    default:
      break;
  }
  return b_.boolean(comparison(), {left, b_.constant(grams, Decimal::of(1 + random_.below(3)))});
}

ir::ExprId ExprMaker::proof_atom() {
  ir::ExprId const level = b_.fact(world_.level);
  return b_.boolean(comparison(), {level, b_.constant(enumeration(world_.proof), Decimal::of(random_.below(4)))});
}

ir::ExprId ExprMaker::kind_atom(ir::ExprId kind) {
  std::uint32_t const draw = random_.below(3);
  if (draw > 0) {
    ExprOp const op = draw == 1 ? ExprOp::equal : ExprOp::not_equal;
    return b_.boolean(op, {kind, b_.constant(enumeration(world_.kind), Decimal::of(random_.below(4)))});
  }
  std::vector<std::uint32_t> set;
  for (std::uint32_t value = 0; value < 4; ++value) {
    if (random_.chance(50)) {
      set.push_back(value);
    }
  }
  return b_.member(kind, set.empty() ? std::vector<std::uint32_t>{0, 2} : set);
}

ir::ExprId ExprMaker::date_atom() {
  ir::ExprId const pivot = b_.constant(plain(ir::TypeKind::date), pivot_date());
  ir::ExprId left = b_.fact(world_.act);
  if (random_.chance(8)) {
    return b_.call(test::kIsWorkingDay, plain(ir::TypeKind::boolean), {left});
  }
  if (random_.chance(12)) {
    left = b_.call(test::kNextWorkingDay, plain(ir::TypeKind::date), {left});
  } else if (random_.chance(30)) {
    left = b_.term(kTerms[random_.below(3)], left);
    if (random_.chance(20)) {
      return b_.boolean(ExprOp::is_applicable, {left});
    }
  } else if (random_.chance(25)) {
    ir::ExprId const year = b_.constant(quantity(base::kPeriod), Decimal::of(12));
    left = b_.arithmetic(ExprOp::subtract, {left, year});
  }
  return b_.boolean(comparison(), {left, pivot});
}

ir::ExprId ExprMaker::in_force() {
  ir::Expr selecting;
  selecting.op = ExprOp::selecting_date;
  selecting.type = plain(ir::TypeKind::date);
  selecting.definition = b_.program.selecting;
  ir::ExprId const pivot = b_.constant(plain(ir::TypeKind::date), pivot_date());
  switch (random_.below(5)) {
    case 0:
    case 1:
      return b_.boolean(ExprOp::less, {b_.add(selecting), pivot});
    case 2:
      return b_.boolean(random_.chance(50) ? ExprOp::greater_equal : ExprOp::less,
                        {b_.add(selecting), b_.fact(world_.king)});
    case 3: {
      ir::ExprId const next = b_.constant(plain(ir::TypeKind::date), Decimal::of(pivot_date().coefficient() + 2));
      return b_.boolean(ExprOp::conjunction, {b_.boolean(ExprOp::greater_equal, {b_.add(selecting), pivot}),
                                              b_.boolean(ExprOp::less, {b_.add(selecting), next})});
    }
    default:
      return b_.boolean(ExprOp::greater_equal, {b_.add(selecting), pivot});
  }
}

ir::ExprId ExprMaker::age_atom() {
  ir::ExprId const birth = b_.fact(world_.birth);
  ir::ExprId const age = b_.age(birth, b_.fact(world_.act));
  static std::vector<ExprOp> const ops = {ExprOp::less, ExprOp::greater_equal, ExprOp::less, ExprOp::greater_equal,
                                          ExprOp::less_equal};
  ExprOp const op = random_.pick(ops);
  std::int64_t const months = kAgeMonths[random_.below(2)] - (op == ExprOp::less_equal ? 1 : 0);
  return b_.boolean(op, {age, b_.constant(quantity(base::kPeriod), Decimal::of(months))});
}

ir::ExprId ExprMaker::text_atom() {
  ir::ExprId const note = b_.fact(world_.note);
  return b_.boolean(random_.chance(50) ? ExprOp::equal : ExprOp::not_equal,
                    {note, b_.text(random_.chance(50) ? "red" : "blue")});
}

ir::ExprId ExprMaker::applicable_atom() {
  std::vector<ir::FactId> const facts = {world_.maybe, world_.number, world_.sort, world_.act};
  return b_.boolean(ExprOp::is_applicable, {b_.fact(random_.pick(facts))});
}

// Too great for a decimal when the number is 2 or more.
ir::ExprId ExprMaker::overflow_atom() {
  ir::ExprId const huge = b_.whole(999'999'999'999'999'999);
  ir::ExprId const product = b_.arithmetic(ExprOp::multiply, {b_.fact(world_.number), huge});
  return b_.boolean(comparison(), {product, b_.whole(1)});
}

ir::ExprId ExprMaker::definition_atom() {
  for (ir::DefinitionId const id : definitions_) {
    if (b_.program.definitions[id.index].type.kind == ir::TypeKind::boolean && random_.chance(70)) {
      return b_.definition(id);
    }
  }
  return simple_atom();
}

ir::ExprId ExprMaker::decision_atom() {
  if (!figures_.empty() && random_.chance(50)) {
    ir::ExprId const figure = b_.figure(random_.pick(figures_));
    return random_.chance(20) ? b_.boolean(ExprOp::is_applicable, {figure})
                              : b_.boolean(comparison(), {figure, b_.whole(random_.below(4))});
  }
  if (decisions_.empty()) {
    return simple_atom();
  }
  ir::DecisionId const id = random_.pick(decisions_);
  auto const options = b_.program.enums[b_.program.decisions[id.index].options.index].values.size();
  return b_.about(random_.chance(65) ? ExprOp::may_be : ExprOp::is_only, id, random_.below(options));
}

ir::ExprId ExprMaker::list_atom() {
  static std::vector<ExprOp> const ops = {ExprOp::every, ExprOp::some, ExprOp::no};
  std::uint32_t const draw = random_.below(100);
  if (draw < 20) {
    return count_or_total();
  }
  if (draw < 45) {
    return of_values();
  }
  ExprOp const op = random_.pick(ops);
  bool const has_where = random_.chance(25);
  if (draw < 75) {
    Variable const group = b_.over_groups(world_.items, kItemKind);
    ir::ExprId const where = has_where ? of_element(group, false) : ir::ExprId{};
    return b_.bind(op, group, where, of_group(group));
  }
  Variable const element = b_.over(world_.items);
  ir::ExprId const where = has_where ? of_element(element, false) : ir::ExprId{};
  return b_.bind(op, element, where, of_element(element, true));
}

ir::ExprId ExprMaker::count_or_total() {
  Variable const element = b_.over(world_.items);
  ir::ExprId const where = random_.chance(60) ? of_element(element, false) : ir::ExprId{};
  bool const counts = random_.chance(60);
  ir::ExprId const body = counts ? ir::ExprId{} : b_.field(element, kItemCount);
  ir::ExprId const sum = b_.bind(counts ? ExprOp::count : ExprOp::total, element, where, body);
  return b_.boolean(comparison(), {sum, b_.whole(random_.below(4))});
}

// Counts of groups and of different values, the least, the greatest, the first, the last and the only record.
ir::ExprId ExprMaker::of_values() {
  std::uint32_t const draw = random_.below(4);
  if (draw == 0) {
    Variable const group = b_.over_groups(world_.items, kItemKind);
    ir::ExprId const where = random_.chance(30) ? of_element(group, false) : ir::ExprId{};
    ir::ExprId const body = random_.chance(25) ? b_.truth(true) : of_group(group);
    return b_.boolean(comparison(), {b_.bind(ExprOp::count, group, where, body), b_.whole(random_.below(3))});
  }
  if (draw == 3) {
    return picked();
  }
  Variable const element = b_.over(world_.items);
  ir::ExprId const where = random_.chance(50) ? of_element(element, false) : ir::ExprId{};
  static std::vector<std::uint32_t> const fields = {kItemKind, kItemCount, kItemFlag};
  bool const distinct = draw == 1;
  ExprOp const op = distinct ? ExprOp::count_distinct : random_.chance(50) ? ExprOp::least : ExprOp::greatest;
  ir::ExprId const body = b_.field(element, distinct ? random_.pick(fields) : kItemCount);
  return b_.boolean(comparison(), {b_.bind(op, element, where, body), b_.whole(random_.below(distinct ? 4 : 3))});
}

// Through a definition, as the language does it; `is applicable` asks only there.
ir::ExprId ExprMaker::picked() {
  Variable const element = b_.over(world_.items);
  bool const only = random_.chance(40);
  ir::ExprId const where = random_.chance(only ? 80 : 50) ? of_element(element, false) : ir::ExprId{};
  static std::vector<std::uint32_t> const fields = {kItemKind, kItemCount, kItemFlag};
  std::uint32_t const field = random_.pick(fields);
  ExprOp const op = only ? ExprOp::only : random_.chance(50) ? ExprOp::first : ExprOp::last;
  ir::ExprId const body = b_.pick(op, element, where, only ? 0 : kItemCount, field);
  ir::DefinitionId const name = b_.add_definition("p" + std::to_string(b_.program.definitions.size()), body);
  if (random_.chance(30)) {
    return b_.boolean(ExprOp::is_applicable, {b_.definition(name)});
  }
  if (field == kItemCount) {
    return b_.boolean(comparison(), {b_.definition(name), b_.whole(random_.below(3))});
  }
  return field == kItemKind ? kind_atom(b_.definition(name)) : b_.definition(name);
}

ir::ExprId ExprMaker::amount_against_limit(ir::ExprId amount, ir::ExprId kind) {
  ir::ExprId limit = b_.table(world_.limit, {kind});
  if (random_.chance(15)) {
    limit = b_.arithmetic(ExprOp::multiply, {limit, b_.whole(2)});
  }
  return b_.boolean(random_.chance(60) ? ExprOp::less_equal : comparison(), {amount, limit});
}

ir::ExprId ExprMaker::of_element(Variable const& element, bool nested) {
  switch (random_.below(nested ? 6 : 5)) {
    case 0:
      return b_.field(element, kItemFlag);
    case 1:
      return b_.boolean(comparison(), {b_.field(element, kItemCount), b_.whole(random_.below(3))});
    case 2:
      return kind_atom(b_.field(element, kItemKind));
    case 3: {
      ir::ExprId const amount = b_.field(element, kItemAmount);
      return amount_against_limit(amount, b_.field(element, kItemKind));
    }
    case 4:
      return random_.chance(40) ? b_.boolean(ExprOp::is_applicable, {b_.field(element, kItemCount)})
                                : b_.boolean(ExprOp::negation, {b_.field(element, kItemFlag)});
    default: {
      Variable const other = b_.over(world_.items);
      ir::ExprId const same = b_.boolean(ExprOp::equal, {b_.field(other, kItemKind), b_.field(element, kItemKind)});
      ir::ExprId const count = b_.bind(ExprOp::count, other, same, {});
      return b_.boolean(comparison(), {count, b_.whole(1 + random_.below(2))});
    }
  }
}

ir::ExprId ExprMaker::of_group(Variable const& group) {
  std::uint32_t const draw = random_.below(100);
  if (draw < 55) {
    Variable const member = b_.inside(group);
    ir::ExprId const total = b_.bind(ExprOp::total, member, {}, b_.field(member, kItemAmount));
    return amount_against_limit(total, b_.group_key(group));
  }
  if (draw < 70) {
    Variable const member = b_.inside(group);
    ir::ExprId const total = b_.bind(ExprOp::total, member, {}, b_.field(member, kItemCount));
    return b_.boolean(comparison(), {total, b_.whole(random_.below(4))});
  }
  if (draw < 76) {
    Variable const member = b_.inside(group);
    ExprOp const op = random_.chance(50) ? ExprOp::least : ExprOp::greatest;
    ir::ExprId const best = b_.bind(op, member, {}, b_.field(member, kItemAmount));
    return amount_against_limit(best, b_.group_key(group));
  }
  if (draw < 80) {
    Variable const member = b_.inside(group);
    ir::ExprId const different = b_.bind(ExprOp::count_distinct, member, {}, b_.field(member, kItemFlag));
    return b_.boolean(comparison(), {different, b_.whole(random_.below(3))});
  }
  if (draw < 88) {
    Variable const member = b_.inside(group);
    return b_.boolean(comparison(), {b_.bind(ExprOp::count, member, {}, {}), b_.whole(1 + random_.below(2))});
  }
  return kind_atom(b_.group_key(group));
}

}  // namespace hjemmel::differential
