// Dispatch, literals and connectives. Arithmetic stands in expression_arithmetic.cpp and expression_values.cpp.
#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/check/expressions.h"
#include "engine/ir/measure.h"
#include "engine/syntax/parse.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

std::optional<Typed> Expressions::check(syntax::ExprView view, std::optional<ir::Type> const& expected) {
  if (levels_ > syntax::kMaxHeight) {  // what is written is no higher; what is read within it may be
    if (!bench_.depth_refused) {
      bench_.sink.add(diag::Kind::nested_too_deeply, view.span(),
                      "what is defined of elements reads other such definitions more than " +
                          std::to_string(syntax::kMaxHeight) + " levels deep",
                      "let fewer of them read each other in a row");
    }
    bench_.depth_refused = true;
    return std::nullopt;
  }
  ++levels_;
  auto const typed = check_kind(view, expected);
  --levels_;
  return typed;
}

std::optional<Typed> Expressions::check_kind(syntax::ExprView view, std::optional<ir::Type> const& expected) {
  switch (view.kind()) {
    case NodeKind::number:
    case NodeKind::date:
    case NodeKind::moment:
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
      return sum(view);
    case NodeKind::multiply:
    case NodeKind::divide:
    case NodeKind::part_of:
      return product(view);
    case NodeKind::minus:
      return minus(view);
    case NodeKind::term_after:
    case NodeKind::term_from:
    case NodeKind::working_days_after:
    case NodeKind::working_days_from:
      return term(syntax::view<syntax::TermView>(view.tree, view.node));
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
    case NodeKind::every_of:
    case NodeKind::some_of:
    case NodeKind::no_of:
      return groups_quantifier(syntax::view<syntax::GroupsQuantifierView>(view.tree, view.node));
    case NodeKind::count_conditions:
    case NodeKind::exactly_conditions:
    case NodeKind::at_least_conditions:
    case NodeKind::at_most_conditions:
      return counted_conditions(view);
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
    case NodeKind::only_record:
      return record_as_value(view);
    case NodeKind::age:
      return age(view);
    case NodeKind::rounded_half_up:
    case NodeKind::rounded_half_even:
    case NodeKind::rounded_up:
    case NodeKind::rounded_down:
      return rounding(view);
    case NodeKind::lesser_of:
    case NodeKind::greater_of:
    case NodeKind::earlier_of:
    case NodeKind::later_of:
      return lesser_or_greater(view);
    case NodeKind::date_of:
      return date_of(view);
    case NodeKind::month_of:
    case NodeKind::year_of:
      return calendar_part(view);
    case NodeKind::as_of_date:
      return as_of_date(view);
    case NodeKind::least:
      return mildest(view);
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
  return fitting(view, check(view, type), type);
}

std::optional<Typed> Expressions::fitting(syntax::ExprView view, MaybeTyped typed, ir::Type const& type) {
  if (!typed || ir::fits(typed->type, type)) {
    return typed;
  }
  if (ir::is_ratio(typed->type) && ir::common_type(typed->type, type)) {
    return not_rounded(view, type);
  }
  return mismatch(view, typed->type, type_name(bench_, type), figure_help(bench_, view, type, ""));
}

std::optional<Typed> Expressions::named(syntax::NameView name, ir::Type const& type) {
  auto typed = path({name.tree, name.node}, type);
  return typed ? fitting({name.tree, name.node}, typed, type) : typed;
}

std::optional<Typed> Expressions::mismatch(syntax::View at, ir::Type const& found, std::string const& wanted,
                                           std::string const& help) {
  bench_.sink.add(diag::Kind::type_mismatch, at.span(),
                  "this is " + type_name(bench_, found) + ", where " + wanted + " is needed", help);
  return std::nullopt;
}

Typed Expressions::add(ir::Expr expr) {
  bench_.program.exprs.push_back(std::move(expr));
  return newest();
}

std::optional<Typed> Expressions::literal(syntax::ExprView view) {
  auto const append_constant = [&](TypeKind kind) -> ir::Expr& {
    return append(ExprOp::constant, {kind, {}, {}, {}}, view.span());
  };
  switch (view.kind()) {
    case NodeKind::true_literal:
    case NodeKind::false_literal:
      append_constant(TypeKind::boolean).number = base::Decimal::of(view.kind() == NodeKind::true_literal ? 1 : 0);
      break;
    case NodeKind::date:
      append_constant(TypeKind::date).number =
          base::Decimal::of(base::parse_date(view.text()).value_or(base::Date{}).days);
      break;
    case NodeKind::moment: {
      ir::Expr& expr = append_constant(TypeKind::moment);
      expr.more = ir::ExprMore{.text = std::string(view.text())};
      expr.number = base::Decimal::of(base::parse_moment(view.text()).value.value_or(base::Moment{}).seconds);
      break;
    }
    case NodeKind::text:
      append_constant(TypeKind::text).more =
          ir::ExprMore{.text = syntax::view<syntax::TextLiteral>(view.tree, view.node).value()};
      break;
    default: {
      auto const number = read_number(bench_, view);
      if (!number) {
        return std::nullopt;
      }
      append_constant(number->is_integer() ? TypeKind::integer : TypeKind::decimal).number = *number;
    }
  }
  return newest();
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
  append(ExprOp::constant, {TypeKind::quantity, unit->dimension, {}, {}}, view.span()).number = *value;
  return newest();
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
  return operation(ExprOp::negation, {}, span, {operand.expr});
}

std::optional<Typed> Expressions::negation(syntax::ExprView view) {
  auto const operand = condition(syntax::operand(view, 0));
  return operand ? std::optional(negated({*operand, {}, {}}, view.span())) : std::nullopt;
}

std::optional<Typed> Expressions::conditional(syntax::ExprView view, std::optional<ir::Type> const& expected) {
  auto const test = condition(syntax::operand(view, 0));
  auto const yes = check(syntax::operand(view, 1), expected);
  auto const no = check(syntax::operand(view, 2), yes ? yes->type : expected);
  if (!test || !yes || !no) {
    return std::nullopt;
  }
  auto const type = ir::common_type(yes->type, no->type);
  if (!type) {
    return mismatch(syntax::operand(view, 2), no->type, type_name(bench_, yes->type), "both branches must be alike");
  }
  if (!comparable_amounts(view, *yes, *no)) {
    return std::nullopt;
  }
  Typed result = operation(ExprOp::conditional, *type, view.span(), {*test, yes->expr, no->expr});
  result.key = yes->key;
  return result;
}

}  // namespace hjemmel::check
