// Quantifiers, totals and counts over lists and groups; ages.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::SourceKind;
using ir::TypeKind;
using syntax::NodeKind;

std::optional<ir::FactId> Expressions::list_fact(syntax::NameView path) {
  auto const id = find_fact(bench_, path.text());
  if (!id) {
    static_cast<void>(unknown_name(path));
    return std::nullopt;
  }
  if (bench_.program.facts[id->index].info.type.kind != TypeKind::list) {
    bench_.sink.add(diag::Kind::not_a_list, path.span(), "`" + std::string(path.text()) + "` is one value, not a list",
                    "name a list of the facts here");
    return std::nullopt;
  }
  return id;
}

std::optional<std::uint32_t> Expressions::key_field(ir::FactId list, syntax::NameView key) {
  std::vector<std::string> names;
  ir::Record const& record = record_of(list);
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (record.fields[i].info.name == key.text()) {
      if (record.fields[i].info.type.kind == TypeKind::enumeration) {
        return i;
      }
      static_cast<void>(
          mismatch(key, record.fields[i].info.type, "a value of an enumeration", "group by one of those"));
      return std::nullopt;
    }
    names.push_back(record.fields[i].info.name);
  }
  bench_.sink.add(diag::Kind::unknown_name, key.span(),
                  "an element of `" + record.name + "` has no `" + std::string(key.text()) + "`",
                  did_you_mean(key.text(), names));
  return std::nullopt;
}

// False, with a message, when the name already stands for something.
bool Expressions::bind(syntax::NameView name, ir::FactId list, std::uint32_t key_field) {
  auto const is_record = [&](std::string const& path) { return path.starts_with(std::string(name.text()) + "."); };
  bool const taken = find_variable(name.text()) != nullptr || bench_.values.find(name.text()) ||
                     std::any_of(bench_.fact_paths.begin(), bench_.fact_paths.end(), is_record);
  if (taken) {
    bench_.sink.add(diag::Kind::duplicate_name, name.span(),
                    "`" + std::string(name.text()) + "` already stands for something else",
                    "choose another letter for the elements");
    return false;
  }
  scope_.push_back(
      {std::string(name.text()), key_field != UINT32_MAX, bench_.program.variable_count++, list, key_field});
  return true;
}

std::optional<Typed> Expressions::quantifier(syntax::QuantifierView view) {
  auto const list = list_fact(view.list());
  if (!list) {
    return std::nullopt;
  }
  std::uint32_t field = UINT32_MAX;
  if (view.key()) {
    auto const found = key_field(*list, view.key());
    if (!found) {
      return std::nullopt;
    }
    field = *found;
  }
  if (!bind(view.variable(), *list, field)) {
    return std::nullopt;
  }
  ir::Expr expr;
  expr.op = view.kind() == NodeKind::every ? ExprOp::every : view.kind() == NodeKind::some ? ExprOp::some : ExprOp::no;
  expr.span = view.span();
  expr.fact = *list;
  expr.variable = scope_.back().id;
  expr.source = view.key() ? SourceKind::list_by_key : SourceKind::list;
  expr.index = view.key() ? field : 0;
  std::optional<ir::ExprId> where;
  if (view.where()) {
    scope_.back().is_group = false;  // the filter speaks of members
    where = condition(view.where());
    scope_.back().is_group = view.key().node.has_value();
  }
  auto const body = condition(view.body());
  scope_.pop_back();
  if (!body || (view.where() && !where)) {
    return std::nullopt;
  }
  expr.has_where = where.has_value();
  if (where) {
    expr.children.push_back(*where);
  }
  expr.children.push_back(*body);
  return add(std::move(expr));
}

// The innermost group that a path in the expression speaks of.
Expressions::Variable const* Expressions::group_in(syntax::ExprView view) const {
  if (view.kind() == NodeKind::path) {
    std::string_view const text = view.text();
    Variable const* variable = find_variable(text.substr(0, text.find('.')));
    return variable != nullptr && variable->is_group ? variable : nullptr;
  }
  for (syntax::NodeRef const child : view.children()) {
    if (Variable const* variable = group_in({view.tree, child})) {
      return variable;
    }
  }
  return nullptr;
}

std::optional<Typed> Expressions::total(syntax::TotalView view) {
  if (!view.variable()) {
    return total_of_group(view);
  }
  auto const list = list_fact(view.list());
  if (!list || !bind(view.variable(), *list, UINT32_MAX)) {
    return std::nullopt;
  }
  ir::Expr expr;
  expr.op = ExprOp::total;
  expr.span = view.span();
  expr.fact = *list;
  expr.source = SourceKind::list;
  expr.variable = scope_.back().id;
  std::optional<ir::ExprId> where;
  if (view.where()) {
    where = condition(view.where());
  }
  auto const amount = check(view.amount());
  scope_.pop_back();
  if (!amount || (view.where() && !where)) {
    return std::nullopt;
  }
  if (amount->type.kind == TypeKind::amount) {
    bench_.sink.add(
        diag::Kind::different_substances, view.span(),
        "amounts of different `" + bench_.program.enums[amount->type.enumeration.index].name + "` cannot be added",
        "add them within a group: `every g in … by … has total g.… <= …`");
    return std::nullopt;
  }
  bool const addable = amount->type.kind == TypeKind::quantity || amount->type.kind == TypeKind::integer ||
                       amount->type.kind == TypeKind::decimal;
  if (!addable) {
    return mismatch(view.amount(), amount->type, "a number or a quantity");
  }
  expr.type = amount->type;
  expr.has_where = where.has_value();
  if (where) {
    expr.children.push_back(*where);
  }
  expr.children.push_back(amount->expr);
  return add(std::move(expr));
}

std::optional<Typed> Expressions::total_of_group(syntax::TotalView view) {
  Variable const* found = group_in(view.amount());
  if (found == nullptr) {
    bench_.sink.add(diag::Kind::not_a_list, view.span(), "it is not said what the total runs over",
                    "write `total x.… for x in …`, or use it inside a group `by` a key");
    return std::nullopt;
  }
  Variable const group = *found;
  scope_.push_back({group.name, false, bench_.program.variable_count++, group.list, UINT32_MAX});
  std::uint32_t const member = scope_.back().id;
  auto const amount = check(view.amount());
  scope_.pop_back();
  if (!amount) {
    return std::nullopt;
  }
  bool const amounts = amount->type.kind == TypeKind::amount;
  std::string const by_key = std::to_string(member) + "." + std::to_string(group.key_field);
  if (amounts && amount->key != by_key) {
    bench_.sink.add(diag::Kind::different_substances, view.span(),
                    "the members of `" + group.name + "` need not be of the same `" +
                        bench_.program.enums[amount->type.enumeration.index].name + "`",
                    "group by what the amounts are of");
    return std::nullopt;
  }
  if (!amounts && amount->type.kind != TypeKind::quantity && amount->type.kind != TypeKind::integer &&
      amount->type.kind != TypeKind::decimal) {
    return mismatch(view.amount(), amount->type, "a number or a quantity");
  }
  ir::Expr expr;
  expr.op = ExprOp::total;
  expr.type = amount->type;
  expr.span = view.span();
  expr.fact = group.list;
  expr.source = SourceKind::group;
  expr.group = group.id;
  expr.variable = member;
  expr.children = {amount->expr};
  Typed typed = add(std::move(expr));
  typed.key = std::to_string(group.id) + "." + std::to_string(group.key_field);
  return typed;
}

std::optional<Typed> Expressions::count(syntax::CountView view) {
  ir::Expr expr;
  expr.op = ExprOp::count;
  expr.type.kind = TypeKind::integer;
  expr.span = view.span();
  if (!view.list()) {
    Variable const* group = find_variable(view.variable().text());
    if (group == nullptr || !group->is_group || view.where()) {
      bench_.sink.add(
          diag::Kind::not_a_list, view.span(), "it is not said what the count runs over",
          "write `count x in …`, or count a group with `count " + std::string(view.variable().text()) + "`");
      return std::nullopt;
    }
    expr.fact = group->list;
    expr.source = SourceKind::group;
    expr.group = group->id;
    expr.variable = bench_.program.variable_count++;
    return add(std::move(expr));
  }
  auto const list = list_fact(view.list());
  if (!list || !bind(view.variable(), *list, UINT32_MAX)) {
    return std::nullopt;
  }
  expr.fact = *list;
  expr.source = SourceKind::list;
  expr.variable = scope_.back().id;
  std::optional<ir::ExprId> where;
  if (view.where()) {
    where = condition(view.where());
  }
  scope_.pop_back();
  if (view.where() && !where) {
    return std::nullopt;
  }
  expr.has_where = where.has_value();
  if (where) {
    expr.children.push_back(*where);
  }
  return add(std::move(expr));
}

// `offender` means its `birth_date`; a path to a date means that date.
std::optional<Typed> Expressions::birth_date(syntax::ExprView person) {
  std::string const birth = std::string(person.text()) + ".birth_date";
  if (person.kind() == NodeKind::path) {
    if (Variable const* variable = find_variable(person.text())) {
      return variable_path(person, *variable, "birth_date");
    }
    if (auto const id = find_fact(bench_, birth)) {
      return fact(person, *id);
    }
    if (!find_fact(bench_, person.text())) {
      bench_.sink.add(diag::Kind::unknown_name, person.span(), "the facts have no `" + birth + "`",
                      did_you_mean(birth, bench_.fact_paths));
      return std::nullopt;
    }
  }
  return check(person);
}

std::optional<Typed> Expressions::age(syntax::ExprView view) {
  auto const birth = birth_date(syntax::operand(view, 0));
  auto const date = check(syntax::operand(view, 1));
  if (!birth || !date) {
    return std::nullopt;
  }
  for (auto const* side : {&*birth, &*date}) {
    if (side->type.kind != TypeKind::date) {
      return mismatch(syntax::operand(view, side == &*birth ? 0 : 1), side->type, "a date");
    }
  }
  ir::Expr expr;
  expr.op = ExprOp::age;
  expr.type = {TypeKind::quantity, base::kPeriod, {}, {}};
  expr.span = view.span();
  expr.children = {birth->expr, date->expr};
  return add(std::move(expr));
}

}  // namespace hjemmel::check
