// The end of a term that runs from a day: exact where both the day and the days not counted are known, else within bounds.
//
// The later it begins and the more days are suspended, the later it ends: so the ends of what may be go with each other.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

base::Date as_date(base::Decimal number) {
  auto const days = std::clamp<std::int64_t>(number.coefficient(), base::kFirstDate.days, base::kLastDate.days);
  return base::Date{static_cast<std::int32_t>(days)};
}

}  // namespace

// A period whose first day does not apply is none; one whose last day does not apply has not ended.
Machine::Suspensions Machine::suspensions(TermPlan const& plan) {
  Suspensions found;
  if (plan.suspended == kNoIndex) {
    return found;
  }
  note_read({UnknownKind::fact, plan.suspended, 0, 0});
  found.cause = open_cause(plan.suspended);
  for (std::uint32_t row = 0; row < facts_.lists[plan.suspended].rows; ++row) {
    Value const first = cell(plan.suspended, row, plan.first_day);
    if (first.state == State::not_applicable) {
      continue;
    }
    Value const last = cell(plan.suspended, row, plan.last_day);
    if (first.is_open() || last.is_open()) {
      found.cause = join(found.cause, join(cause_of(first), cause_of(last)));
      continue;
    }
    base::DayRange range{as_date(first.number())};
    if (last.is_known()) {
      range.last = as_date(last.number());
    }
    found.days.push_back(range);
  }
  return found;
}

Value Machine::term(TermPlan const& plan, std::uint32_t at) {
  Value const start = pop();
  if (!start.is_known() && !start.is_open()) {
    return start;
  }
  Suspensions const suspended = suspensions(plan);
  if (start.is_open() || suspended.cause != kNoIndex) {
    return term_open(plan.length, start, suspended, at);
  }
  auto const end = base::end_of_term(plan.length, as_date(start.number()), suspended.days);
  return end ? Value::known(base::Decimal::of(end->days)) : fault(at);
}

Value Machine::term_open(base::Term const& length, Value start, Suspensions const& suspended, std::uint32_t at) {
  Interval const starts = bounds(start);
  bool overflows = false;
  auto const end_from = [&](End const& from) -> End {
    if (!from.value) {
      return {};
    }
    auto const end = base::end_of_term(length, as_date(*from.value), suspended.days);
    overflows = overflows || !end;
    return end ? End{base::Decimal::of(end->days), true} : End{};
  };
  Interval const ends{end_from(starts.low), end_from(starts.high)};
  bool const more_days = suspended.cause != kNoIndex;
  Form form;
  if (start.is_open() && suspended.days.empty() && !more_days) {
    Form const& of_start = form_of(start);
    bool const is_fact = of_start.kind == Form::Kind::linear && of_start.factor == base::Decimal::of(1) &&
                         of_start.offset == base::Decimal();
    if (is_fact) {
      form.kind = Form::Kind::term;
      form.unknown = of_start.unknown;
      form.term = length;
    }
  }
  std::uint32_t const cause = join(cause_of(start), suspended.cause);
  Value const end =
      doubt(more_days ? Interval{ends.low, {}} : ends, cause, form, overflows ? at : fails_at(start, start));
  doubts_[end.detail].may_be_absent = start.is_open() && doubts_[start.detail].may_be_absent;
  return end;
}

}  // namespace hjemmel::eval
