// Walking causes, and solving a comparison for the one unknown it hangs on.
#include "engine/eval/unknown.h"

#include <algorithm>

#include "engine/base/date.h"
#include "engine/base/ratio.h"

namespace hjemmel::eval {
namespace {

using base::Date;
using base::Decimal;

CutSide mirrored(CutSide side) {
  switch (side) {
    case CutSide::before:
      return CutSide::after;
    case CutSide::after:
      return CutSide::before;
    case CutSide::around:
      break;
  }
  return CutSide::around;
}

std::optional<Cut> solve_linear(Form const& form, Decimal bound, CutSide side) {
  auto const difference = base::subtract(bound, form.offset);
  auto const quotient =
      difference ? base::divide(base::Ratio::of(*difference), base::Ratio::of(form.factor)) : std::nullopt;
  auto const at = quotient ? base::to_decimal(*quotient) : std::nullopt;
  if (!at) {
    return std::nullopt;
  }
  return Cut{*at, form.factor < Decimal() ? mirrored(side) : side};
}

// The calendar's months and years begin on a day: a cut above one is a cut before the next one begins.
std::optional<Cut> solve_calendar(Form const& form, Decimal bound, CutSide side) {
  if (!bound.is_integer() || bound.coefficient() < 1 || bound.coefficient() > base::kLastMonth) {
    return std::nullopt;
  }
  std::int64_t const number = bound.coefficient() + (side == CutSide::after ? 1 : 0);
  auto const day = base::first_day_of_month(form.kind == Form::Kind::month_of ? number : number * 12);
  return day ? std::optional(Cut{Decimal::of(day->days), CutSide::before}) : std::nullopt;
}

std::optional<Date> as_date(Decimal number) {
  if (!number.is_integer() || number.coefficient() < base::kFirstDate.days ||
      number.coefficient() > base::kLastDate.days) {
    return std::nullopt;
  }
  return Date{static_cast<std::int32_t>(number.coefficient())};
}

// The last birth date whose `months` are completed by `at`.
std::optional<Date> last_birth_date(Date at, std::int32_t months) {
  auto birth = base::add_months(at, -months);
  while (birth) {
    auto const next = base::add_days(*birth, 1);
    auto const reached = next ? base::add_months(*next, months) : std::nullopt;
    if (!reached || *reached > at) {
      return birth;
    }
    birth = next;
  }
  return std::nullopt;
}

// Ages are whole months: «at least n months» is the only question there is, so a cut above n is a cut before n + 1.
std::optional<Cut> solve_age(Form const& form, Decimal bound, CutSide side) {
  auto const known = as_date(form.offset);
  if (!known || !bound.is_integer() || bound.coefficient() < 0 || bound.coefficient() > 12 * 10000) {
    return std::nullopt;
  }
  auto const months = static_cast<std::int32_t>(bound.coefficient()) + (side == CutSide::after ? 1 : 0);
  if (form.kind == Form::Kind::age_at) {
    auto const day = base::add_months(*known, months);
    return day ? std::optional(Cut{Decimal::of(day->days), CutSide::before}) : std::nullopt;
  }
  auto const day = last_birth_date(*known, months);
  return day ? std::optional(Cut{Decimal::of(day->days), CutSide::after}) : std::nullopt;
}

// The first day from which the term ends on `target` or later.
std::optional<Date> first_start(base::Term const& term, std::int64_t target) {
  auto const reaches = [&](Date start) {
    auto const end = base::end_of_term(term, start);
    return !end || end->days >= target;
  };
  Date low = base::kFirstDate;
  Date high = base::kLastDate;
  if (reaches(low) || !reaches(high)) {
    return std::nullopt;
  }
  while (high.days - low.days > 1) {  // `low` does not reach it, `high` does
    Date const middle{low.days + (high.days - low.days) / 2};
    (reaches(middle) ? high : low) = middle;
  }
  return high;
}

// The later a term begins the later it ends, though it may end on the same day: a cut above a day is one before the next.
std::optional<Cut> solve_term(Form const& form, Decimal bound, CutSide side) {
  if (!bound.is_integer()) {
    return std::nullopt;
  }
  auto const start = first_start(form.term, bound.coefficient() + (side == CutSide::after ? 1 : 0));
  return start ? std::optional(Cut{Decimal::of(start->days), CutSide::before}) : std::nullopt;
}

}  // namespace

std::vector<Unknown> unknowns_of(std::vector<Cause> const& causes, std::uint32_t cause) {
  std::vector<Unknown> found;
  if (cause == kNoIndex) {
    return found;
  }
  std::vector<bool> seen(causes.size());
  std::vector<std::uint32_t> open{cause};
  while (!open.empty()) {
    std::uint32_t const at = open.back();
    open.pop_back();
    if (at == kNoIndex || seen[at]) {
      continue;
    }
    seen[at] = true;
    Cause const& here = causes[at];
    if (here.kind == Cause::Kind::leaf) {
      if (std::find(found.begin(), found.end(), here.unknown) == found.end()) {
        found.push_back(here.unknown);
      }
      continue;
    }
    open.push_back(here.right);
    open.push_back(here.left);
  }
  return found;
}

std::optional<Cut> solve(Form const& form, Decimal bound, CutSide side) {
  switch (form.kind) {
    case Form::Kind::none:
      return std::nullopt;
    case Form::Kind::linear:
      return solve_linear(form, bound, side);
    case Form::Kind::month_of:
    case Form::Kind::year_of:
      return solve_calendar(form, bound, side);
    case Form::Kind::age_of:
    case Form::Kind::age_at:
      return solve_age(form, bound, side);
    case Form::Kind::term:
      return solve_term(form, bound, side);
  }
  return std::nullopt;
}

}  // namespace hjemmel::eval
