// Rounding, the lesser and the greater of several, months and years of dates.
//
// Tested in tests/golden/check/bad/ratio and calendar, and worked in tests/unit/eval/ratio_test.cpp and calendar_test.cpp.
#include "engine/base/ratio.h"
#include "engine/check/expressions.h"

namespace hjemmel::check {

using ir::ExprOp;
using ir::TypeKind;
using syntax::NodeKind;

namespace {

base::Rounding way_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::rounded_half_even:
      return base::Rounding::half_even;
    case NodeKind::rounded_up:
      return base::Rounding::up;
    case NodeKind::rounded_down:
      return base::Rounding::down;
    default:
      return base::Rounding::half_up;
  }
}

// A step that rounds to this type, for messages.
std::string sample_step(Workbench const& bench, ir::Type const& type) {
  if (type.kind == TypeKind::quantity && type.dimension.code >= base::kFirstDeclaredDimension) {
    return "1 " + bench.program.units[type.dimension.code - base::kFirstDeclaredDimension].name;
  }
  if (type.kind != TypeKind::quantity) {
    return type.kind == TypeKind::decimal ? "0.01" : "1";
  }
  if (type.dimension.code >= base::kFirstDeclaredDimension) {
    return "1 " + bench.program.units[type.dimension.code - base::kFirstDeclaredDimension].name;
  }
  if (type.dimension == base::kPeriod) {
    return "1 month";
  }
  return type.dimension == base::kDuration ? "1 day" : "1 " + std::string(base::base_unit(type.dimension));
}

bool is_calendar(ir::Type const& type) {
  return type.kind == TypeKind::date || type.kind == TypeKind::month || type.kind == TypeKind::year;
}

}  // namespace

std::optional<Typed> Expressions::not_rounded(syntax::View at, ir::Type const& wanted) {
  std::string const step = sample_step(bench_, wanted);
  bench_.sink.add(diag::Kind::not_rounded, at.span(),
                  "a division may leave more digits than there are, and it is not said how it is rounded",
                  "write `… rounded to " + step + " half up` (or `half even`, `up`, `down`)");
  return std::nullopt;
}

std::optional<Typed> Expressions::rounding(syntax::ExprView view) {
  auto const value = check(syntax::operand(view, 0));
  auto const step = check(syntax::operand(view, 1));
  if (!value || !step) {
    return std::nullopt;
  }
  ir::Type const type = ir::rounded(value->type);
  bool const number = ir::is_number(type);
  if (!number && type.kind != TypeKind::quantity) {
    return mismatch(syntax::operand(view, 0), value->type, "a number or a quantity");
  }
  bool const fits = number ? ir::is_number(step->type) : step->type == type;
  base::Decimal const each = bench_.program.exprs[step->expr.index].number;
  if (!fits || each <= base::Decimal()) {
    return mismatch(syntax::operand(view, 1), step->type, fits ? "a step above zero" : type_name(bench_, type),
                    "write the step like what is rounded: `rounded to " + sample_step(bench_, type) + " half up`");
  }
  ir::Expr expr;
  expr.op = ExprOp::round;
  expr.type = number && each.is_integer() ? ir::Type{TypeKind::integer, {}, {}, {}} : type;
  expr.span = view.span();
  expr.children = {value->expr};
  expr.number = each;
  expr.index = static_cast<std::uint32_t>(way_of(view.kind()));
  return add(std::move(expr));
}

// Of more than two: the lesser of the first two, then of that and the third.
std::optional<Typed> Expressions::lesser_or_greater(syntax::ExprView view) {
  bool const of_time = view.kind() == NodeKind::earlier_of || view.kind() == NodeKind::later_of;
  bool const least = view.kind() == NodeKind::lesser_of || view.kind() == NodeKind::earlier_of;
  std::optional<Typed> chosen;
  bool good = true;
  for (syntax::NodeRef const child : view.children()) {
    syntax::ExprView const operand{view.tree, child};
    auto const next = check(operand);
    good = good && next;
    if (!good) {
      continue;
    }
    bool const is_time = is_calendar(next->type) || next->type.kind == TypeKind::moment;
    if (of_time ? !is_time : !ir::is_measure(next->type)) {
      return mismatch(operand, next->type, of_time ? "a date, a moment, a month or a year" : "a number or a quantity",
                      of_time ? "of numbers and quantities write `the lesser of` or `the greater of`"
                              : "of dates write `the earlier of` or `the later of`");
    }
    if (!chosen) {
      chosen = next;
      continue;
    }
    auto const type = ir::common_type(chosen->type, next->type);
    if (!type) {
      return mismatch(operand, next->type, type_name(bench_, chosen->type),
                      unlike_help(chosen->type, next->type,
                                  figure_help(bench_, operand, chosen->type, "all of them must be alike")));
    }
    if (!comparable_amounts(view, *chosen, *next)) {
      return std::nullopt;
    }
    AmountKey const key = chosen->key;
    chosen = operation(least ? ExprOp::lesser_of : ExprOp::greater_of, *type, view.span(), {chosen->expr, next->expr});
    chosen->key = key;
  }
  return good ? chosen : std::nullopt;
}

std::optional<Typed> Expressions::date_of(syntax::ExprView view) {
  auto const moment = check(syntax::operand(view, 0));
  if (moment && moment->type.kind != TypeKind::moment) {
    return mismatch(syntax::operand(view, 0), moment->type, "a moment",
                    moment->type.kind == TypeKind::date ? "it is a date already: leave `date of` out" : "");
  }
  ir::Type const date{TypeKind::date, {}, {}, {}};
  return moment ? std::optional(operation(ExprOp::date_of, date, view.span(), {moment->expr})) : std::nullopt;
}

std::optional<Typed> Expressions::calendar_part(syntax::ExprView view) {
  syntax::ExprView const day = syntax::operand(view, 0);
  auto typed = check(day);
  if (!typed) {
    return std::nullopt;
  }
  if (typed->type.kind == TypeKind::moment) {
    typed = operation(ExprOp::date_of, {TypeKind::date, {}, {}, {}}, day.span(), {typed->expr});
  }
  bool const month = view.kind() == NodeKind::month_of;
  bool const fits = typed->type.kind == TypeKind::date || (!month && typed->type.kind == TypeKind::month);
  if (!fits) {
    return mismatch(day, typed->type, month ? "a date" : "a date or a month");
  }
  ir::Type const type{month ? TypeKind::month : TypeKind::year, {}, {}, {}};
  return operation(month ? ExprOp::month_of : ExprOp::year_of, type, view.span(), {typed->expr});
}

}  // namespace hjemmel::check
