// The end of a term that runs from a day: exact where both the day and the days not counted are known, else within bounds.
//
// The later it begins and the more days are suspended, the later it ends: so the ends of what may be go with each other.
#include <algorithm>
#include <span>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

base::Date as_date(base::Decimal number) {
  auto const days = std::clamp<std::int64_t>(number.coefficient(), base::kFirstDate.days, base::kLastDate.days);
  return base::Date{static_cast<std::int32_t>(days)};
}

// How the calendar first fails to answer, of the days that a term runs over; ok where it is not the calendar that fails.
base::ForeignStatus calendar_status(base::Term const& length, base::Date start) {
  constexpr std::int32_t kMostDays = 40000;  // more than any term has
  base::Calendar const& calendar = length.calendar;
  base::ForeignScratch scratch;
  for (std::int32_t day = start.days; calendar.code != nullptr && day < start.days + kMostDays; ++day) {
    if (day > base::kLastDate.days) {
      break;
    }
    base::ForeignValue const date{base::Decimal::of(day), {}};
    base::ForeignStatus const status = calendar.code->call(calendar.function, std::span(&date, 1), scratch).status;
    if (status != base::ForeignStatus::ok) {
      return status;
    }
  }
  return base::ForeignStatus::ok;
}

// The calendar's function among those of the plan.
std::uint32_t function_of(Plan const& plan, base::Calendar const& calendar) {
  auto const at = std::find_if(plan.functions.begin(), plan.functions.end(), [&](FunctionPlan const& one) {
    return one.code == calendar.code && one.place == calendar.function;
  });
  return at == plan.functions.end() ? kNoIndex : static_cast<std::uint32_t>(at - plan.functions.begin());
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
  if (end) {
    return Value::known(base::Decimal::of(end->days));
  }
  std::uint32_t const function = function_of(plan_, plan.length.calendar);
  bool const unanswered =
      function != kNoIndex && calendar_status(plan.length, as_date(start.number())) == base::ForeignStatus::unknown;
  return unanswered ? doubt({}, leaf({UnknownKind::no_answer, function, 0, 0})) : fault(at);
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
