// Moments by the definition: an instant that is compared and moved, and an offset that says which day it was there.
#include <chrono>

#include "engine/base/moment.h"
#include "tests/differential/oracle_value.h"

namespace hjemmel::oracle {
namespace {

// The same whether there are parts of a second or not.
std::int64_t whole_seconds(base::Decimal instant) {
  auto const whole = base::round(base::Ratio::of(instant), base::Decimal::of(1), base::Rounding::down);
  return whole->coefficient();
}

}  // namespace

Result Evaluator::moment_at(base::Decimal instant, std::int32_t offset) {
  Result result = Result::known(instant);
  result.offset = offset;
  return result;
}

// Two moments are hours apart, exactly; a moment that is moved keeps its offset.
Result Evaluator::of_moments(ir::Expr const& expr, Result const& left, Result const& right) const {
  base::Ratio const hour = base::Ratio::of(base::Decimal::of(3600));
  bool const back = expr.op == ir::ExprOp::subtract;
  if (program_.exprs[expr.children[1].index].type.kind == ir::TypeKind::moment) {
    auto const seconds = base::subtract(left.number, right.number);
    auto const hours = seconds ? base::divide(base::Ratio::of(*seconds), hour) : std::nullopt;
    return hours ? Result::exactly(*hours) : Result::of(Kind::error);
  }
  auto const seconds = base::multiply(right.number, base::Decimal::of(3600));
  auto const moved = seconds ? base::add(left.number, back ? base::negate(*seconds) : *seconds) : std::nullopt;
  bool const exists =
      moved && *moved >= base::Decimal::of(base::kFirstMoment) && *moved <= base::Decimal::of(base::kLastMoment);
  return exists ? moment_at(*moved, *left.offset) : Result::of(Kind::error);
}

Result Evaluator::date_of(Result const& moment) {
  namespace chrono = std::chrono;
  chrono::sys_seconds const local{chrono::seconds(whole_seconds(moment.number)) + chrono::minutes(*moment.offset)};
  return Result::known(base::Decimal::of(chrono::floor<chrono::days>(local).time_since_epoch().count()));
}

}  // namespace hjemmel::oracle
