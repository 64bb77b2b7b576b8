// Dispatch, literals, connectives and arithmetic.
#include "engine/base/date.h"
#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

namespace {

bool is_number(ir::Type const& type) { return type.kind == TypeKind::integer || type.kind == TypeKind::decimal; }

bool is_period(ir::Type const& type) { return type.kind == TypeKind::quantity && type.dimension == base::kPeriod; }

bool is_measure(ir::Type const& type) { return type.kind == TypeKind::quantity || type.kind == TypeKind::amount; }

}  // namespace

std::optional<Typed> Expressions::check(syntax::ExprView view, std::optional<ir::Type> expected) {
  switch (view.kind()) {
    case NodeKind::number:
    case NodeKind::date:
    case NodeKind::text:
    case NodeKind::true_literal:
    case NodeKind::false_literal:
      return literal(view);
    case NodeKind::quantity:
      return quantity(syntax::view<syntax::QuantityView>(view.tree, view.node));
    case NodeKind::path:
      return path(view, expected);
    case NodeKind::call:
      return call(syntax::view<syntax::CallView>(view.tree, view.node));
    case NodeKind::conjunction:
    case NodeKind::disjunction:
      return connective(view);
    case NodeKind::negation:
      return negation(view);
    case NodeKind::add:
    case NodeKind::subtract:
    case NodeKind::multiply:
      return arithmetic(view);
    case NodeKind::minus:
      return minus(view);
    case NodeKind::conditional:
      return conditional(view, expected);
    case NodeKind::in_set:
    case NodeKind::not_in_set:
      return membership(syntax::view<syntax::MembershipView>(view.tree, view.node));
    case NodeKind::may_be:
      return may_be(syntax::view<syntax::MembershipView>(view.tree, view.node));
    case NodeKind::is_applicable:
    case NodeKind::is_not_applicable:
      return is_applicable(view);
    case NodeKind::every:
    case NodeKind::some:
    case NodeKind::no:
    case NodeKind::exactly:
    case NodeKind::at_least_of:
    case NodeKind::at_most_of:
      return quantifier(syntax::view<syntax::QuantifierView>(view.tree, view.node));
    case NodeKind::total:
    case NodeKind::count_distinct:
    case NodeKind::least_of:
    case NodeKind::greatest_of:
    case NodeKind::earliest_of:
    case NodeKind::latest_of:
      return aggregate(syntax::view<syntax::TotalView>(view.tree, view.node));
    case NodeKind::count:
      return count(syntax::view<syntax::CountView>(view.tree, view.node));
    case NodeKind::first_record:
    case NodeKind::last_record:
      return record_as_value(view);
    case NodeKind::age:
      return age(view);
    case NodeKind::divide:
    case NodeKind::least:
      bench_.sink.add(diag::Kind::not_supported_yet, view.span(),
                      view.kind() == NodeKind::divide ? "division is not part of the language yet"
                                                      : "`least` is not part of the language yet",
                      "write the condition without it");
      return std::nullopt;
    default:
      return comparison(view);
  }
}

std::optional<ir::ExprId> Expressions::condition(syntax::ExprView view) {
  auto const typed = check(view);
  if (typed && typed->type.kind != TypeKind::boolean) {
    bench_.sink.add(diag::Kind::not_a_condition, view.span(),
                    "this is " + type_name(bench_, typed->type) + ", not a condition",
                    "compare it with something, so that it is true or false");
    return std::nullopt;
  }
  return typed ? std::optional(typed->expr) : std::nullopt;
}

std::optional<Typed> Expressions::of_type(syntax::ExprView view, ir::Type const& type) {
  auto typed = check(view, type);
  if (!typed || typed->type == type || (type.kind == TypeKind::decimal && is_number(typed->type))) {
    return typed;
  }
  return mismatch(view, typed->type, type_name(bench_, type));
}

std::optional<Typed> Expressions::mismatch(syntax::View at, ir::Type const& found, std::string const& wanted,
                                           std::string const& help) {
  bench_.sink.add(diag::Kind::type_mismatch, at.span(),
                  "this is " + type_name(bench_, found) + ", where " + wanted + " is needed", help);
  return std::nullopt;
}

Typed Expressions::add(ir::Expr expr) {
  ir::Type const type = expr.type;
  bench_.program.exprs.push_back(std::move(expr));
  return {ir::ExprId(bench_.program.exprs.size() - 1), type, {}};
}

std::optional<Typed> Expressions::literal(syntax::ExprView view) {
  ir::Expr expr;
  expr.span = view.span();
  switch (view.kind()) {
    case NodeKind::true_literal:
    case NodeKind::false_literal:
      expr.number = base::Decimal::of(view.kind() == NodeKind::true_literal ? 1 : 0);
      break;
    case NodeKind::date:
      expr.type.kind = TypeKind::date;
      expr.number = base::Decimal::of(base::parse_date(view.text()).value_or(base::Date{}).days);
      break;
    case NodeKind::text:
      expr.type.kind = TypeKind::text;
      expr.text = syntax::view<syntax::TextLiteral>(view.tree, view.node).value();
      break;
    default: {
      auto const number = read_number(bench_, view);
      if (!number) {
        return std::nullopt;
      }
      expr.type.kind = number->is_integer() ? TypeKind::integer : TypeKind::decimal;
      expr.number = *number;
    }
  }
  return add(std::move(expr));
}

std::optional<Typed> Expressions::quantity(syntax::QuantityView view) {
  auto const number = read_number(bench_, view.number());
  auto const unit = read_unit(bench_, view.unit());
  if (!number || !unit) {
    return std::nullopt;
  }
  auto const value = base::to_base(*number, unit->unit);
  bool const whole = unit->dimension != base::kPeriod || (value && value->is_integer());
  if (!value || !whole) {
    bench_.sink.add(value ? diag::Kind::type_mismatch : diag::Kind::number_too_long, view.span(),
                    value ? "a period has whole months" : "the number has more than 18 digits in its base unit",
                    value ? "write a whole number of months" : "write it with fewer digits");
    return std::nullopt;
  }
  ir::Expr expr;
  expr.type = {TypeKind::quantity, unit->dimension, {}, {}};
  expr.span = view.span();
  expr.number = *value;
  return add(std::move(expr));
}

std::optional<Typed> Expressions::connective(syntax::ExprView view) {
  ir::Expr expr;
  expr.op = view.kind() == NodeKind::conjunction ? ExprOp::conjunction : ExprOp::disjunction;
  expr.span = view.span();
  bool good = true;
  for (syntax::NodeRef const child : view.children()) {
    auto const part = condition({view.tree, child});
    good = good && part;
    if (part) {
      expr.children.push_back(*part);
    }
  }
  return good ? std::optional(add(std::move(expr))) : std::nullopt;
}

Typed Expressions::negated(Typed const& operand, source::Span span) {
  ir::Expr expr;
  expr.op = ExprOp::negation;
  expr.span = span;
  expr.children = {operand.expr};
  return add(std::move(expr));
}

std::optional<Typed> Expressions::negation(syntax::ExprView view) {
  auto const operand = condition(syntax::operand(view, 0));
  return operand ? std::optional(negated({*operand, {}, {}}, view.span())) : std::nullopt;
}

std::optional<Typed> Expressions::arithmetic(syntax::ExprView view) {
  auto const left = check(syntax::operand(view, 0));
  auto const right = check(syntax::operand(view, 1));
  if (!left || !right) {
    return std::nullopt;
  }
  if (left->type.kind == TypeKind::date && is_period(right->type) && view.kind() != NodeKind::multiply) {
    ir::Expr moved;
    moved.op = view.kind() == NodeKind::add ? ExprOp::add : ExprOp::subtract;
    moved.type = left->type;
    moved.span = view.span();
    moved.children = {left->expr, right->expr};
    return add(std::move(moved));
  }
  for (auto const* side : {&*left, &*right}) {
    if (!is_number(side->type) && !is_measure(side->type)) {
      bool const date = side->type.kind == TypeKind::date;
      return mismatch(syntax::operand(view, side == &*left ? 0 : 1), side->type, "a number or a quantity",
                      date ? "a date is moved by months or years: `case.act_date + 3 months`; for how old somebody is, "
                             "write `age of … at …`"
                           : "");
    }
  }
  if (view.kind() == NodeKind::multiply) {
    return product(view, *left, *right);
  }
  bool const numbers = is_number(left->type) && is_number(right->type);
  if (!numbers && left->type != right->type) {
    return mismatch(syntax::operand(view, 1), right->type, type_name(bench_, left->type),
                    "add and subtract only what is alike");
  }
  if (!numbers && !comparable_amounts(view, *left, *right)) {
    return std::nullopt;
  }
  ir::Expr expr;
  expr.op = view.kind() == NodeKind::add ? ExprOp::add : ExprOp::subtract;
  expr.type = left->type.kind == TypeKind::decimal ? left->type : right->type;
  expr.span = view.span();
  expr.children = {left->expr, right->expr};
  Typed sum = add(std::move(expr));
  sum.key = left->key;
  return sum;
}

std::optional<Typed> Expressions::product(syntax::ExprView view, Typed const& left, Typed const& right) {
  if (is_measure(left.type) && is_measure(right.type)) {
    return mismatch(syntax::operand(view, 1), right.type, "a bare number", "multiply a quantity with a number");
  }
  ir::Expr expr;
  expr.op = ExprOp::multiply;
  expr.type = is_measure(left.type) || left.type.kind == TypeKind::decimal ? left.type : right.type;
  expr.span = view.span();
  expr.children = {left.expr, right.expr};
  Typed result = add(std::move(expr));
  result.key = left.key.empty() ? right.key : left.key;
  return result;
}

std::optional<Typed> Expressions::minus(syntax::ExprView view) {
  auto const operand = check(syntax::operand(view, 0));
  if (!operand) {
    return std::nullopt;
  }
  if (!is_number(operand->type) && !is_measure(operand->type)) {
    return mismatch(syntax::operand(view, 0), operand->type, "a number or a quantity");
  }
  ir::Expr expr;
  expr.op = ExprOp::negate;
  expr.type = operand->type;
  expr.span = view.span();
  expr.children = {operand->expr};
  Typed result = add(std::move(expr));
  result.key = operand->key;
  return result;
}

std::optional<Typed> Expressions::conditional(syntax::ExprView view, std::optional<ir::Type> const& expected) {
  auto const test = condition(syntax::operand(view, 0));
  auto const yes = check(syntax::operand(view, 1), expected);
  auto const no = check(syntax::operand(view, 2), yes ? yes->type : expected);
  if (!test || !yes || !no) {
    return std::nullopt;
  }
  bool const numbers = is_number(yes->type) && is_number(no->type);
  if (yes->type != no->type && !numbers) {
    return mismatch(syntax::operand(view, 2), no->type, type_name(bench_, yes->type), "both branches must be alike");
  }
  if (!comparable_amounts(view, *yes, *no)) {
    return std::nullopt;
  }
  ir::Expr expr;
  expr.op = ExprOp::conditional;
  expr.type = yes->type.kind == TypeKind::decimal ? yes->type : no->type;
  expr.span = view.span();
  expr.children = {*test, yes->expr, no->expr};
  Typed result = add(std::move(expr));
  result.key = yes->key;
  return result;
}

}  // namespace hjemmel::check
