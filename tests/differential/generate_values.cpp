// Conditions on ratios, roundings, the lesser and the greater, and the calendar. Each hangs on its facts at values that the
// world's grid holds: whole numbers, halves of grams, the days around the pivot that generate_world.cpp names.
#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/ir/measure.h"
#include "tests/differential/generate_expr.h"

namespace hjemmel::differential {

using base::Decimal;
using ir::ExprOp;
using ir::TypeKind;

ir::ExprId ExprMaker::value_atom() {
  switch (random_.below(6)) {
    case 0:
      return ratio_atom();
    case 1:
      return mass_ratio_atom();
    case 2:
      return lesser_atom();
    case 3:
      return calendar_atom();
    case 4:
      return moment_atom();
    default:
      return moved_date_atom();
  }
}

// Of whole numbers: a / b, perhaps with something done to it, perhaps rounded. The divisor may be zero. It is no product:
// where a is open law, the point at which the comparison turns lies on the grid then, below 24.
ir::ExprId ExprMaker::ratio_atom() {
  ir::Type const ratio = plain(TypeKind::ratio);
  ir::ExprId const above = number(1);
  ir::ExprId const below = random_.chance(50) ? b_.whole(random_.below(4)) : number(0);
  ir::ExprId left = b_.operation(ExprOp::divide, ratio, {above, below});
  switch (random_.below(5)) {
    case 0:
      left = b_.operation(random_.chance(50) ? ExprOp::add : ExprOp::subtract, ratio, {left, number(0)});
      break;
    case 1: {
      ir::ExprId const third = b_.operation(ExprOp::divide, ratio, {b_.whole(1), b_.whole(3)});
      left = b_.operation(ExprOp::multiply, ratio, {left, third});
      break;
    }
    case 2:
      left = b_.operation(ExprOp::negate, ratio, {left});
      break;
    case 3:
      left = b_.rounded(left, plain(TypeKind::integer), Decimal::of(1), random_.below(4));
      break;
    default:
      break;
  }
  ir::ExprId const right =
      random_.chance(50) ? b_.whole(random_.below(3)) : b_.operation(ExprOp::divide, ratio, {b_.whole(2), b_.whole(3)});
  return b_.boolean(comparison(), {left, right});
}

// A mass in halves, as a share of two grams, or rounded to grams.
ir::ExprId ExprMaker::mass_ratio_atom() {
  ir::Type const grams = quantity(base::kMass);
  ir::ExprId const mass = b_.fact(world_.mass);
  auto const constant = [&](std::int64_t number) { return b_.constant(grams, Decimal::of(number)); };
  switch (random_.below(4)) {
    case 0: {
      ir::ExprId const half = b_.operation(ExprOp::divide, ir::unrounded(grams), {mass, b_.whole(2)});
      return b_.boolean(comparison(), {half, constant(random_.below(3))});
    }
    case 1: {
      ir::ExprId const share = b_.operation(ExprOp::divide, plain(TypeKind::ratio), {mass, constant(2)});
      return b_.boolean(comparison(), {share, b_.whole(random_.below(3))});
    }
    case 2: {
      ir::ExprId const share = b_.operation(ExprOp::divide, plain(TypeKind::ratio), {constant(2), mass});
      return b_.boolean(comparison(), {share, b_.whole(1 + random_.below(2))});
    }
    default: {
      std::int64_t const step = 1 + random_.below(2);
      ir::ExprId const rounded = b_.rounded(mass, grams, Decimal::of(step), random_.below(4));
      return b_.boolean(comparison(), {rounded, constant(random_.below(5))});
    }
  }
}

ir::ExprId ExprMaker::lesser_atom() {
  ExprOp const op = random_.chance(50) ? ExprOp::lesser_of : ExprOp::greater_of;
  if (random_.chance(30)) {
    ir::Type const date = plain(TypeKind::date);
    ir::ExprId const pivot = b_.constant(date, pivot_date());
    ir::ExprId const chosen = b_.operation(op, date, {b_.fact(world_.act), pivot});
    return b_.boolean(comparison(), {chosen, pivot});
  }
  ir::Type const whole = plain(TypeKind::integer);
  ir::ExprId const first = number(1);
  ir::ExprId left = b_.operation(op, whole, {first, number(1)});
  if (random_.chance(30)) {
    left = b_.operation(random_.chance(50) ? ExprOp::lesser_of : ExprOp::greater_of, whole, {left, number(0)});
  }
  return b_.boolean(comparison(), {left, b_.whole(random_.below(4))});
}

ir::ExprId ExprMaker::calendar_atom() {
  ir::Type const month = plain(TypeKind::month);
  ir::Type const year = plain(TypeKind::year);
  std::int64_t const pivot = base::month_of(base::Date{static_cast<std::int32_t>(pivot_date().coefficient())});
  ir::ExprId const act = b_.operation(ExprOp::month_of, month, {b_.fact(world_.act)});
  switch (random_.below(3)) {
    case 0:
      return b_.boolean(comparison(), {act, b_.constant(month, Decimal::of(pivot))});
    case 1: {
      ir::ExprId const later =
          b_.operation(ExprOp::add, month, {act, b_.constant(quantity(base::kPeriod), Decimal::of(3))});
      return b_.boolean(comparison(), {later, b_.constant(month, Decimal::of(pivot + 3))});
    }
    default: {
      ir::ExprId const of = random_.chance(50) ? act : b_.fact(world_.act);
      ir::ExprId const in = b_.operation(ExprOp::year_of, year, {of});
      return b_.boolean(comparison(), {in, b_.constant(year, Decimal::of(pivot / 12))});
    }
  }
}

// Around noon of the pivot: compared, moved, apart, the earlier and the later, and the local date.
ir::ExprId ExprMaker::moment_atom() {
  ir::Type const moment = plain(TypeKind::moment);
  ir::Type const hours = quantity(base::kDuration);
  ir::Type const date = plain(TypeKind::date);
  ir::ExprId const at = b_.fact(world_.at);
  ir::ExprId const pivot = b_.constant(moment, Decimal::of(noon()));
  b_.program.exprs[pivot.index].more =
      ir::ExprMore{.text = base::to_string(base::Moment{noon(), random_.chance(50) ? 60 : -300})};
  switch (random_.below(6)) {
    case 0:
      return b_.boolean(comparison(), {at, pivot});
    case 1: {
      ir::ExprId const moved = b_.constant(hours, Decimal::of(kMovedTenths, 1));
      ExprOp const op = random_.chance(50) ? ExprOp::add : ExprOp::subtract;
      return b_.boolean(comparison(), {b_.operation(op, moment, {at, moved}), pivot});
    }
    case 2: {
      ir::ExprId const apart = b_.operation(ExprOp::subtract, ir::unrounded(hours), {at, pivot});
      return b_.boolean(comparison(), {apart, b_.constant(hours, Decimal::of(kApartTenths, 1))});
    }
    case 3: {
      ir::ExprId const chosen =
          b_.operation(random_.chance(50) ? ExprOp::lesser_of : ExprOp::greater_of, moment, {at, pivot});
      if (random_.chance(50)) {
        return b_.boolean(comparison(), {chosen, pivot});
      }
      return b_.boolean(comparison(), {b_.operation(ExprOp::date_of, date, {chosen}), b_.constant(date, pivot_date())});
    }
    default: {
      ir::ExprId const day = b_.operation(ExprOp::date_of, date, {at});
      return b_.boolean(comparison(), {day, b_.constant(date, pivot_date())});
    }
  }
}

// Thirty days from the pivot, said in three ways.
ir::ExprId ExprMaker::moved_date_atom() {
  ir::Type const date = plain(TypeKind::date);
  ir::Type const hours = quantity(base::kDuration);
  ir::ExprId const act = b_.fact(world_.act);
  ir::ExprId const pivot = b_.constant(date, pivot_date());
  ir::ExprId const days = b_.constant(hours, Decimal::of(std::int64_t{kMovedDays} * 24));
  switch (random_.below(3)) {
    case 0:
      return b_.boolean(comparison(), {b_.operation(ExprOp::subtract, hours, {act, pivot}), days});
    case 1:
      return b_.boolean(comparison(), {b_.operation(ExprOp::add, date, {act, days}), pivot});
    default:
      return b_.boolean(comparison(), {b_.operation(ExprOp::subtract, date, {act, days}), pivot});
  }
}

}  // namespace hjemmel::differential
