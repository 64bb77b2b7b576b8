// Division, rounding, the lesser and the greater, months and years: read off the language's definition.
#include "engine/base/date.h"
#include "tests/differential/oracle_value.h"

namespace hjemmel::oracle {
namespace {

base::Date day(base::Decimal number) { return base::Date{static_cast<std::int32_t>(number.coefficient())}; }

}  // namespace

Result Evaluator::derived(ir::Expr const& expr) {
  if (expr.op == ir::ExprOp::lesser_of || expr.op == ir::ExprOp::greater_of) {
    return lesser_or_greater(expr);
  }
  Result const left = value(expr.children[0]);
  Result const right = expr.op == ir::ExprOp::divide ? value(expr.children[1]) : left;
  for (Kind const kind : {Kind::not_applicable, Kind::unknown, Kind::error}) {
    if (left.kind == kind || right.kind == kind) {
      return Result::of(kind);
    }
  }
  if (left.any_unit || right.any_unit) {
    return left.any_unit ? left : right;
  }
  if (expr.op == ir::ExprOp::divide) {
    auto const quotient = base::divide(left.ratio(), right.ratio());
    return quotient ? Result::exactly(*quotient) : Result::of(Kind::error);
  }
  if (expr.op == ir::ExprOp::round) {
    auto const rounded = base::round(left.ratio(), expr.number, static_cast<base::Rounding>(expr.index));
    return rounded ? Result::known(*rounded) : Result::of(Kind::error);
  }
  if (expr.op == ir::ExprOp::date_of) {
    return date_of(left);
  }
  bool const of_month = program_.exprs[expr.children[0].index].type.kind == ir::TypeKind::month;
  std::int64_t const month = of_month ? left.number.coefficient() : base::month_of(day(left.number));
  return Result::known(base::Decimal::of(expr.op == ir::ExprOp::month_of ? month : month / 12));
}

// What does not apply is passed over. An error beside what is unknown is an error: nothing can make it go away.
Result Evaluator::lesser_or_greater(ir::Expr const& expr) {
  Result const left = value(expr.children[0]);
  Result const right = value(expr.children[1]);
  if (left.kind == Kind::error || right.kind == Kind::error) {
    return Result::of(Kind::error);
  }
  if (left.kind == Kind::not_applicable || right.kind == Kind::not_applicable) {
    return left.kind == Kind::not_applicable ? right : left;
  }
  if (left.kind == Kind::unknown || right.kind == Kind::unknown) {
    return Result::of(Kind::unknown);
  }
  if (left.any_unit || right.any_unit) {
    return left.any_unit ? left : right;
  }
  bool const first = left.ratio() <= right.ratio();
  return first == (expr.op == ir::ExprOp::lesser_of) ? left : right;
}

}  // namespace hjemmel::oracle
