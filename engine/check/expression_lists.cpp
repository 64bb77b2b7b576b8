// Quantifiers over lists and groups; ages.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::SourceKind;
using ir::TypeKind;
using syntax::NodeKind;

std::optional<ir::FactId> Expressions::list_fact(syntax::NameView path) {
  if (!note_case(path)) {
    return std::nullopt;
  }
  auto const id = find_fact(bench_, meant(path.text()));
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
  bool const taken = find_variable(name.text()) != nullptr || case_named(name.text()) ||
                     bench_.values.find(name.text()) ||
                     std::any_of(bench_.fact_paths.begin(), bench_.fact_paths.end(), is_record);
  if (taken) {
    bench_.sink.add(diag::Kind::duplicate_name, name.span(),
                    "`" + std::string(name.text()) + "` already stands for something else",
                    "choose another letter for the elements");
    return false;
  }
  scope_.push_back(
      {std::string(name.text()), key_field != UINT32_MAX, bench_.program.variable_count++, list, key_field, {}, {}});
  return true;
}

// Binds the variable and reads `where`; the body is read by the caller, who takes the variable off the scope.
std::optional<ir::Expr> Expressions::binder(syntax::View at, syntax::NameView variable, syntax::NameView list,
                                            syntax::NameView key, syntax::ExprView where) {
  auto const fact = list_fact(list);
  auto const field = fact && key ? key_field(*fact, key) : std::optional<std::uint32_t>(UINT32_MAX);
  if (!fact || !field || !bind(variable, *fact, *field)) {
    return std::nullopt;
  }
  ir::Expr expr;
  expr.span = at.span();
  expr.fact = *fact;
  expr.variable = scope_.back().id;
  expr.source = key ? SourceKind::list_by_key : SourceKind::list;
  expr.index = key ? *field : 0;
  if (!where) {
    return expr;
  }
  scope_.back().is_group = false;  // the filter speaks of members
  auto const filter = condition(where);
  scope_.back().is_group = static_cast<bool>(key);
  if (!filter) {
    scope_.pop_back();
    return std::nullopt;
  }
  expr.has_where = true;
  expr.children.push_back(*filter);
  return expr;
}

std::optional<Typed> Expressions::quantifier(syntax::QuantifierView view) {
  auto expr = binder(view, view.variable(), view.list(), view.key(), view.where());
  if (!expr) {
    return std::nullopt;
  }
  auto const body = condition(view.body());
  scope_.pop_back();
  if (!body) {
    return std::nullopt;
  }
  if (view.number()) {
    return counting_quantifier(view, *std::move(expr), *body);
  }
  expr->op = view.kind() == NodeKind::every ? ExprOp::every : view.kind() == NodeKind::some ? ExprOp::some : ExprOp::no;
  expr->children.push_back(*body);
  return add(*std::move(expr));
}

// `exactly 2 x in … has …` asks for how many elements, or groups, it holds.
std::optional<Typed> Expressions::counting_quantifier(syntax::QuantifierView view, ir::Expr counted, ir::ExprId body) {
  auto const wanted = read_number(bench_, view.number());
  if (!wanted) {
    return std::nullopt;
  }
  counted.op = ExprOp::count;
  counted.type.kind = TypeKind::integer;
  if (counted.source == SourceKind::list && counted.has_where) {
    ir::Expr both;
    both.op = ExprOp::conjunction;
    both.span = view.span();
    both.children = {counted.children.front(), body};
    counted.children = {add(std::move(both)).expr};
  } else {
    counted.children.push_back(body);
  }
  counted.has_where = counted.has_where || counted.source == SourceKind::list;
  ir::Expr number;
  number.type.kind = TypeKind::integer;
  number.number = *wanted;
  number.span = view.number().span();
  ir::Expr compared;
  compared.op = view.kind() == NodeKind::exactly       ? ExprOp::equal
                : view.kind() == NodeKind::at_least_of ? ExprOp::greater_equal
                                                       : ExprOp::less_equal;
  compared.span = view.span();
  ir::ExprId const count = add(std::move(counted)).expr;
  compared.children = {count, add(std::move(number)).expr};
  return add(std::move(compared));
}

// `offender` means its `birth_date`; a path to a date means that date.
std::optional<Typed> Expressions::birth_date(syntax::ExprView person) {
  std::string const named = meant(person.text());
  std::string const birth = named + ".birth_date";
  if (person.kind() == NodeKind::path) {
    if (!note_case(person)) {
      return std::nullopt;
    }
    Variable const* const variable = find_variable(person.text());
    if (variable != nullptr && variable->stands_for.empty()) {
      return variable_path(person, *variable, "birth_date");
    }
    if (NamedRecord const* const record = record_meant(person.text())) {
      return record_path(person, *record, "birth_date");
    }
    if (auto const id = find_fact(bench_, birth)) {
      return fact(person, *id);
    }
    if (!find_fact(bench_, named)) {
      std::string const near = did_you_mean(birth, bench_.fact_paths);
      bench_.sink.add(diag::Kind::unknown_name, person.span(),
                      "the facts have no `" + birth + "`, from which the age would be counted",
                      near.empty()
                          ? "an age is counted from the fact `birth_date` of the group that is named here: write "
                            "that group, or the path of the date itself"
                          : near);
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
