// Sums, products and quotients: which types meet, and what type they give (rules/LANGUAGE.md, «Numbers»).
//
// Division gives a ratio, exact until it is rounded; a ratio of a quantity is that quantity, not rounded yet. Days and months
// of the calendar are moved by durations and periods. Tested in tests/golden/check/bad/ratio and calendar.
#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

namespace {

bool is_calendar(ir::Type const& type) {
  return type.kind == TypeKind::date || type.kind == TypeKind::month || type.kind == TypeKind::year;
}

bool is_percent(ir::Type const& type) { return ir::is_quantity(type, base::kPercent); }

ir::Type plain(TypeKind kind) { return {kind, {}, {}, {}}; }

ir::ExprId add_expr(Workbench& bench, ir::Expr expr) {
  bench.program.exprs.push_back(std::move(expr));
  return ir::ExprId(bench.program.exprs.size() - 1);
}

// What moves a year, as a period: written years, or a whole number of them. Nothing: not surely whole years.
std::optional<ir::ExprId> whole_years(Workbench& bench, Typed const& step) {
  ir::Expr const written = bench.program.exprs[step.expr.index];
  bool const is_constant = written.op == ExprOp::constant;
  if (step.type.kind != TypeKind::integer) {
    bool const whole = is_constant && ir::is_quantity(step.type, base::kPeriod) && written.number.is_integer() &&
                       written.number.coefficient() % 12 == 0;
    return whole ? std::optional(step.expr) : std::nullopt;
  }
  ir::Expr period;
  period.type = {TypeKind::quantity, base::kPeriod, {}, {}};
  period.span = written.span;
  period.number = base::Decimal::of(12);
  if (is_constant) {
    auto const months = base::multiply(written.number, period.number);
    period.number = months.value_or(period.number);
    return months ? std::optional(add_expr(bench, std::move(period))) : std::nullopt;
  }
  ir::Expr years = period;
  years.op = ExprOp::multiply;
  years.number = {};
  years.children = {add_expr(bench, std::move(period)), step.expr};
  return add_expr(bench, std::move(years));
}

}  // namespace

Typed Expressions::operation(ExprOp op, ir::Type const& type, source::Span span,
                             std::initializer_list<ir::ExprId> children) {
  ir::ExprIds& its_own = append(op, type, span).children;
  for (ir::ExprId const child : children) {
    its_own.push_back(child);
  }
  return newest();
}

bool Expressions::are_measures(syntax::ExprView view, Typed const& left, Typed const& right) {
  for (auto const* side : {&left, &right}) {
    if (!ir::is_measure(side->type)) {
      bool const date = side->type.kind == TypeKind::date;
      mismatch(syntax::operand(view, side == &left ? 0 : 1), side->type, "a number or a quantity",
               date ? "a date is moved by months, years or days: `case.act_date + 3 months`; for how old somebody is, "
                      "write `age of … at …`"
                    : "");
      return false;
    }
  }
  return true;
}

std::optional<Typed> Expressions::sum(syntax::ExprView view) {
  auto const left = check(syntax::operand(view, 0));
  auto const right = check(syntax::operand(view, 1));
  if (!left || !right) {
    return std::nullopt;
  }
  bool const year_and_number = left->type.kind == TypeKind::year && right->type.kind == TypeKind::integer;
  if (is_calendar(left->type) &&
      (is_calendar(right->type) || right->type.kind == TypeKind::quantity || year_and_number)) {
    return calendar_sum(view, *left, *right);
  }
  if (left->type.kind == TypeKind::moment) {
    return moment_sum(view, *left, *right);
  }
  if (!are_measures(view, *left, *right)) {
    return std::nullopt;
  }
  auto const type = ir::common_type(left->type, right->type);
  if (!type) {
    return mismatch(
        syntax::operand(view, 1), right->type, type_name(bench_, left->type),
        unlike_help(left->type, right->type,
                    figure_help(bench_, syntax::operand(view, 1), left->type, "add and subtract only what is alike")));
  }
  if (!comparable_amounts(view, *left, *right)) {
    return std::nullopt;
  }
  ExprOp const op = view.kind() == NodeKind::add ? ExprOp::add : ExprOp::subtract;
  Typed total = operation(op, *type, view.span(), {left->expr, right->expr});
  total.key = left->key;
  return total;
}

// A moment moves by hours; two moments are hours apart, exactly: 20 minutes are a third of an hour.
std::optional<Typed> Expressions::moment_sum(syntax::ExprView view, Typed const& left, Typed const& right) {
  ExprOp const op = view.kind() == NodeKind::add ? ExprOp::add : ExprOp::subtract;
  ir::Type const hours{TypeKind::quantity, base::kDuration, {}, {}};
  if (op == ExprOp::subtract && right.type == left.type) {
    return operation(op, ir::unrounded(hours), view.span(), {left.expr, right.expr});
  }
  if (right.type == hours) {
    return operation(op, left.type, view.span(), {left.expr, right.expr});
  }
  std::string help = "a moment is moved by hours and days of 24 hours, as in `m + 48 hours`";
  help += op == ExprOp::subtract ? "; two moments may be subtracted" : "";
  if (ir::is_quantity(right.type, base::kPeriod)) {
    help = "months and years are counted from a date: `date of m + 3 months`";
  }
  return mismatch(syntax::operand(view, 1), right.type,
                  op == ExprOp::subtract ? "a duration or a moment" : "a duration",
                  right.type.kind == TypeKind::date ? unlike_help(left.type, right.type, help) : help);
}

// A date moves by a period or by whole days, a month by a period; two dates are days apart, two months a period. The year of
// a date moves with the date: so many years later.
std::optional<Typed> Expressions::calendar_sum(syntax::ExprView view, Typed const& left, Typed const& right) {
  ExprOp const op = view.kind() == NodeKind::add ? ExprOp::add : ExprOp::subtract;
  bool const date = left.type.kind == TypeKind::date;
  bool const apart = op == ExprOp::subtract && left.type == right.type && left.type.kind != TypeKind::year;
  if (apart) {
    ir::Type const type{TypeKind::quantity, date ? base::kDuration : base::kPeriod, {}, {}};
    return operation(op, type, view.span(), {left.expr, right.expr});
  }
  bool const by_period = left.type.kind != TypeKind::year && ir::is_quantity(right.type, base::kPeriod);
  bool const by_days = date && ir::is_quantity(right.type, base::kDuration);
  if (left.type.kind == TypeKind::year) {
    ir::Expr const of = bench_.program.exprs[left.expr.index];
    auto const years = of.op == ExprOp::year_of ? whole_years(bench_, right) : std::nullopt;
    if (years) {
      ir::Type const moved_type = bench_.program.exprs[of.children[0].index].type;
      Typed const moved = operation(op, moved_type, view.span(), {of.children[0], *years});
      return operation(ExprOp::year_of, left.type, view.span(), {moved.expr});
    }
    return mismatch(
        syntax::operand(view, 0), left.type, "a date or a month",
        "only whole years are added to a year, where it is written `year of …`; move the date or its month: "
        "`year of (case.act_date + 1 year)`");
  }
  if (!by_period && !by_days) {
    std::string const help = date ? "a date is moved by months, years or days; two dates may be subtracted"
                                  : "a month is moved by months and years: `month of d + 3 months`";
    return mismatch(syntax::operand(view, 1), right.type, date ? "a period or a duration" : "a period",
                    unlike_help(left.type, right.type, help));
  }
  ir::Expr const& step = bench_.program.exprs[right.expr.index];
  bool const part_of_day =
      step.op == ExprOp::constant && (!step.number.is_integer() || step.number.coefficient() % 24 != 0);
  if (by_days && part_of_day) {
    bench_.sink.add(diag::Kind::type_mismatch, syntax::operand(view, 1).span(), "a date is moved by whole days",
                    "write the days, as in `48 hours` or `2 days`");
    return std::nullopt;
  }
  return operation(op, left.type, view.span(), {left.expr, right.expr});
}

std::optional<Typed> Expressions::product(syntax::ExprView view) {
  auto const left = check(syntax::operand(view, 0));
  auto const right = check(syntax::operand(view, 1));
  if (!left || !right || !are_measures(view, *left, *right)) {
    return std::nullopt;
  }
  if (view.kind() == NodeKind::divide) {
    return quotient(view, *left, *right);
  }
  bool const left_is_part = view.kind() == NodeKind::part_of || (is_percent(left->type) && !ir::is_number(right->type));
  if (left_is_part) {
    return scaled(view, part_of_one(*left), *right);
  }
  if (is_percent(right->type) && !ir::is_number(left->type)) {
    return scaled(view, part_of_one(*right), *left);
  }
  return ir::is_number(left->type) ? scaled(view, *left, *right) : scaled(view, *right, *left);
}

// 14 % as 0.14.
Typed Expressions::part_of_one(Typed const& percentage) {
  ir::Expr const written = bench_.program.exprs[percentage.expr.index];
  ir::Expr hundredth;
  hundredth.type = plain(TypeKind::decimal);
  hundredth.span = written.span;
  hundredth.number = base::Decimal::of(1, 2);
  auto const part = written.op == ExprOp::constant ? base::multiply(written.number, hundredth.number) : std::nullopt;
  if (part) {
    hundredth.number = *part;
    return add(std::move(hundredth));
  }
  ir::ExprId const one = add(std::move(hundredth)).expr;
  return operation(ExprOp::multiply, plain(TypeKind::decimal), written.span, {percentage.expr, one});
}

std::optional<Typed> Expressions::scaled(syntax::ExprView view, Typed const& factor, Typed const& measure) {
  if (!ir::is_number(factor.type)) {
    return mismatch(syntax::operand(view, 1), measure.type, "a bare number", "multiply a quantity with a number");
  }
  ir::Type type = measure.type;
  if (ir::is_number(measure.type)) {
    type = ir::common_type(factor.type, measure.type).value_or(measure.type);
  } else if (ir::is_ratio(factor.type) ||
             (ir::is_quantity(measure.type, base::kPeriod) && factor.type.kind != TypeKind::integer)) {
    type = ir::unrounded(measure.type);  // half of 3 months is no period
  }
  Typed result = operation(ExprOp::multiply, type, view.span(), {measure.expr, factor.expr});
  result.key = measure.key;
  return result;
}

std::optional<Typed> Expressions::quotient(syntax::ExprView view, Typed const& left, Typed const& right) {
  if (ir::is_number(right.type)) {
    Typed result = operation(ExprOp::divide, ir::unrounded(left.type), view.span(), {left.expr, right.expr});
    result.key = left.key;
    return result;
  }
  if (!ir::common_type(left.type, right.type)) {
    return mismatch(syntax::operand(view, 1), right.type, "a number or " + type_name(bench_, left.type),
                    unlike_help(left.type, right.type, "divide by a number, or by what is alike"));
  }
  if (!comparable_amounts(view, left, right)) {
    return std::nullopt;
  }
  return operation(ExprOp::divide, plain(TypeKind::ratio), view.span(), {left.expr, right.expr});
}

std::optional<Typed> Expressions::minus(syntax::ExprView view) {
  auto const operand = check(syntax::operand(view, 0));
  if (!operand) {
    return std::nullopt;
  }
  if (!ir::is_measure(operand->type)) {
    return mismatch(syntax::operand(view, 0), operand->type, "a number or a quantity");
  }
  Typed result = operation(ExprOp::negate, operand->type, view.span(), {operand->expr});
  result.key = operand->key;
  return result;
}

}  // namespace hjemmel::check
