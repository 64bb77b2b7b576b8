// What is made of a list's or a group's elements: totals, counts, different values, the least and the greatest.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::SourceKind;
using ir::TypeKind;
using syntax::NodeKind;

namespace {

ExprOp op_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::count_distinct:
      return ExprOp::count_distinct;
    case NodeKind::least_of:
    case NodeKind::earliest_of:
      return ExprOp::least;
    case NodeKind::greatest_of:
    case NodeKind::latest_of:
      return ExprOp::greatest;
    default:
      return ExprOp::total;
  }
}

bool is_of_dates(NodeKind kind) { return kind == NodeKind::earliest_of || kind == NodeKind::latest_of; }

std::string_view words_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::count_distinct:
      return "count distinct";
    case NodeKind::least_of:
      return "the least";
    case NodeKind::greatest_of:
      return "the greatest";
    case NodeKind::earliest_of:
      return "the earliest";
    case NodeKind::latest_of:
      return "the latest";
    default:
      return "total";
  }
}

}  // namespace

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

// What the aggregate can be made of; with a message when it is something else.
bool Expressions::suits(syntax::TotalView view, ir::Type const& type) {
  NodeKind const kind = view.kind();
  bool const number = type.kind == TypeKind::quantity || type.kind == TypeKind::amount ||
                      type.kind == TypeKind::integer || type.kind == TypeKind::decimal;
  bool const date = type.kind == TypeKind::date;
  if ((kind == NodeKind::count_distinct && !ir::is_ratio(type)) || (is_of_dates(kind) ? date : number)) {
    return true;
  }
  if (is_of_dates(kind)) {
    static_cast<void>(mismatch(view.amount(), type, "a date",
                               number ? "of numbers and quantities write `the least` or `the greatest`" : ""));
    return false;
  }
  bool const compares = kind != NodeKind::total && date;
  static_cast<void>(mismatch(view.amount(), type, "a number or a quantity",
                             compares ? "of dates write `the earliest` or `the latest`" : ""));
  return false;
}

std::optional<Typed> Expressions::aggregate(syntax::TotalView view) {
  if (!view.variable()) {
    return aggregate_of_group(view);
  }
  auto expr = binder(view, view.variable(), view.list(), {}, view.where());
  if (!expr) {
    return std::nullopt;
  }
  auto const amount = check(view.amount());
  scope_.pop_back();
  if (!amount || !suits(view, amount->type)) {
    return std::nullopt;
  }
  if (amount->type.kind == TypeKind::amount) {
    bool const adds = view.kind() == NodeKind::total;
    bench_.sink.add(diag::Kind::different_substances, view.span(),
                    "amounts of different `" + bench_.program.enums[amount->type.enumeration.index].name +
                        "` cannot be " + (adds ? "added" : "compared"),
                    std::string(adds ? "add" : "compare") + " them within a group: `every g in … by … has " +
                        std::string(words_of(view.kind())) + " g.… <= …`");
    return std::nullopt;
  }
  expr->op = op_of(view.kind());
  expr->type = amount->type;
  if (expr->op == ExprOp::count_distinct) {
    expr->type = {TypeKind::integer, {}, {}, {}};
  }
  expr->children.push_back(amount->expr);
  return add(*std::move(expr));
}

std::optional<Typed> Expressions::aggregate_of_group(syntax::TotalView view) {
  Variable const* found = group_in(view.amount());
  std::string const words(words_of(view.kind()));
  if (found == nullptr) {
    std::string const what = view.kind() == NodeKind::total ? "the total runs" : "`" + words + "` runs";
    bench_.sink.add(diag::Kind::not_a_list, view.span(), "it is not said what " + what + " over",
                    "write `" + words + " x.… for x in …`, or use it inside a group `by` a key");
    return std::nullopt;
  }
  Variable const group = *found;
  scope_.push_back({group.name, false, bench_.program.variable_count++, group.list, UINT32_MAX, {}, {}});
  std::uint32_t const member = scope_.back().id;
  auto const amount = check(view.amount());
  scope_.pop_back();
  if (!amount || !suits(view, amount->type)) {
    return std::nullopt;
  }
  AmountKey const by_key{AmountKey::Kind::field, member, group.key_field};
  if (amount->type.kind == TypeKind::amount && amount->key != by_key) {
    bench_.sink.add(diag::Kind::different_substances, view.span(),
                    "the members of `" + group.name + "` need not be of the same `" +
                        bench_.program.enums[amount->type.enumeration.index].name + "`",
                    "group by what the amounts are of");
    return std::nullopt;
  }
  ir::Expr expr;
  expr.op = op_of(view.kind());
  expr.type = expr.op == ExprOp::count_distinct ? ir::Type{TypeKind::integer, {}, {}, {}} : amount->type;
  expr.span = view.span();
  expr.fact = group.list;
  expr.source = SourceKind::group;
  expr.more = ir::ExprMore{.group = group.id};
  expr.variable = member;
  expr.children = {amount->expr};
  Typed typed = add(std::move(expr));
  typed.key = {AmountKey::Kind::field, group.id, group.key_field};
  return typed;
}

std::optional<Typed> Expressions::count(syntax::CountView view) {
  if (!view.list()) {
    return count_of_group(view);
  }
  auto expr = binder(view, view.variable(), view.list(), view.key(), view.where());
  if (!expr) {
    return std::nullopt;
  }
  std::optional<ir::ExprId> body;
  if (view.body()) {
    body = condition(view.body());
  } else if (view.key()) {
    ir::Expr always;
    always.number = base::Decimal::of(1);
    always.span = view.span();
    body = add(std::move(always)).expr;
  }
  scope_.pop_back();
  if (view.body() && !view.key()) {
    bench_.sink.add(diag::Kind::not_a_list, view.body().span(), "a count `has` a condition only of groups `by` a key",
                    "filter the elements with `where`");
    return std::nullopt;
  }
  if (view.key() && !body) {
    return std::nullopt;
  }
  expr->op = ExprOp::count;
  expr->type.kind = TypeKind::integer;
  if (body) {
    expr->children.push_back(*body);
  }
  return add(*std::move(expr));
}

std::optional<Typed> Expressions::count_of_group(syntax::CountView view) {
  Variable const* group = find_variable(view.variable().text());
  if (group == nullptr || !group->is_group) {
    bench_.sink.add(diag::Kind::not_a_list, view.span(), "it is not said what the count runs over",
                    "write `count x in …`, or count a group with `count " + std::string(view.variable().text()) + "`");
    return std::nullopt;
  }
  ir::Expr expr;
  expr.op = ExprOp::count;
  expr.type.kind = TypeKind::integer;
  expr.span = view.span();
  expr.fact = group->list;
  expr.source = SourceKind::group;
  expr.more = ir::ExprMore{.group = group->id};
  expr.variable = bench_.program.variable_count++;
  return add(std::move(expr));
}

}  // namespace hjemmel::check
