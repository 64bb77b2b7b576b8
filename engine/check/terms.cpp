// `10 working days after referral.received`: a length of time that runs from a day, and the day it ends on.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

// Longer ones are mistakes, and would be counted day by day.
constexpr std::int64_t kMostDays = 36600;
constexpr std::int64_t kMostWorkingDays = 3660;
constexpr std::int64_t kMostMonths = 1200;
constexpr std::int64_t kHoursOfDay = 24;

std::int64_t most(base::TermUnit unit) {
  switch (unit) {
    case base::TermUnit::days:
      return kMostDays;
    case base::TermUnit::working_days:
      return kMostWorkingDays;
    case base::TermUnit::months:
      break;
  }
  return kMostMonths;
}

// In days or months; nothing where the unit is none of time, or the days are not whole.
struct Length {
  base::TermUnit unit;
  base::Decimal count;
};

std::optional<Length> in_days_or_months(base::Decimal number, UnitFactor const& unit) {
  auto const value = base::to_base(number, unit.unit);
  if (!value || !value->is_integer()) {
    return std::nullopt;
  }
  if (unit.dimension == base::kPeriod) {
    return Length{base::TermUnit::months, *value};
  }
  bool const days = unit.dimension == base::kDuration && value->coefficient() % kHoursOfDay == 0;
  return days ? std::optional(Length{base::TermUnit::days, base::Decimal::of(value->coefficient() / kHoursOfDay)})
              : std::nullopt;
}

// Where it stands among the terms; the same one stands once, so that what compares with it twice is one unknown.
std::uint32_t place_of(std::vector<ir::Term>& terms, ir::Term const& term) {
  auto const same = [&](ir::Term const& other) {
    return other.length == term.length && other.suspended == term.suspended && other.first_day == term.first_day &&
           other.last_day == term.last_day;
  };
  auto const at = std::find_if(terms.begin(), terms.end(), same);
  auto const place = static_cast<std::uint32_t>(at - terms.begin());
  if (at == terms.end()) {
    terms.push_back(term);
  }
  return place;
}

}  // namespace

std::optional<base::Term> Expressions::length_of_term(syntax::TermView view) {
  auto const number = read_number(bench_, view.number());
  auto const unit = number && view.unit() ? read_unit(bench_, view.unit()) : std::nullopt;
  if (!number || (view.unit() && !unit)) {
    return std::nullopt;
  }
  base::Term term;
  term.counts_first_day = view.kind() == NodeKind::term_from || view.kind() == NodeKind::working_days_from;
  term.calendar = calendar_of(bench_);
  auto const length = unit ? in_days_or_months(*number, *unit) : Length{base::TermUnit::working_days, *number};
  bool const fits = length && length->count.coefficient() > 0 && length->count.coefficient() <= most(length->unit);
  if (!fits) {
    bench_.sink.add(diag::Kind::bad_term, view.span(),
                    length ? "a term is between 1 and " + std::to_string(most(length->unit)) + " of its unit"
                           : "a term is in whole days, weeks, working days, months or years",
                    "write it as the law does: `10 days after …`, `10 working days after …`, `3 months after …`");
    return std::nullopt;
  }
  term.unit = length->unit;
  term.count = static_cast<std::int32_t>(length->count.coefficient());
  return term;
}

std::optional<Typed> Expressions::term(syntax::TermView view) {
  auto const length = length_of_term(view);
  auto const start = of_type(view.start(), {ir::TypeKind::date, {}, {}, {}});
  if (!length || !start) {
    return std::nullopt;
  }
  if (length->unit == base::TermUnit::working_days && length->calendar == base::kNoCalendar) {
    if (!bench_.lacking.empty()) {  // told where it is named
      return std::nullopt;
    }
    auto const& used = bench_.program.jurisdictions;
    bench_.sink.add(diag::Kind::bad_term, view.span(), "which days are working days is not known here",
                    used.empty() ? "write a line such as `uses jurisdiction no` below the head, or a term in days"
                                 : "the jurisdiction `" + used.front()->id() +
                                       "` has no function `is_working_day(date) -> bool`, which they are counted by");
    return std::nullopt;
  }
  ir::Term term;
  if (suspension_) {
    if (length->unit == base::TermUnit::months) {
      bench_.sink.add(diag::Kind::bad_term, view.span(), "days cannot be left out of a term in months",
                      "write the term in days or working days, or take `suspended during` out");
      return std::nullopt;
    }
    term = *suspension_;
  }
  term.length = *length;
  if (length->calendar != base::kNoCalendar) {  // so that what it has no answer for can be named
    static_cast<void>(function_of(*length->calendar.code, length->calendar.function));
  }
  std::uint32_t const place = place_of(bench_.program.terms, term);
  ir::Expr expr;
  expr.op = ir::ExprOp::term;
  expr.type = start->type;
  expr.span = view.span();
  expr.children = {start->expr};
  expr.index = place;
  return add(std::move(expr));
}

}  // namespace hjemmel::check
