// Counting the days of a term one by one, and moving its end off a holiday.
#include "engine/base/term.h"

#include <algorithm>

namespace hjemmel::base {
namespace {

// The last day of the suspension that `day` lies in; `day` itself, less one, where it lies in none.
std::int32_t end_of_suspension(std::int32_t day, std::span<DayRange const> suspended) {
  std::int32_t end = day - 1;
  for (DayRange const& range : suspended) {
    if (range.first.days <= day && day <= range.last.days) {
      end = std::max(end, range.last.days);
    }
  }
  return end;
}

std::optional<Date> count_days(Term const& term, Date start, std::span<DayRange const> suspended) {
  std::int32_t day = term.counts_first_day ? start.days - 1 : start.days;
  for (std::int32_t left = term.count; left > 0;) {
    if (day >= kLastDate.days) {
      return suspended.empty() ? std::nullopt : std::optional(kLastDate);
    }
    ++day;
    std::int32_t const suspended_to = end_of_suspension(day, suspended);
    if (suspended_to >= day) {
      day = suspended_to;
      continue;
    }
    auto const counts = term.unit == TermUnit::days ? std::optional(true) : is_working_day(term.calendar, Date{day});
    if (!counts) {
      return std::nullopt;
    }
    left -= *counts ? 1 : 0;
  }
  return Date{day};
}

std::optional<Date> count_months(Term const& term, Date start) {
  auto const end = add_months(start, term.count);
  return end && term.counts_first_day ? add_days(*end, -1) : end;
}

}  // namespace

std::optional<Date> end_of_term(Term const& term, Date start, std::span<DayRange const> suspended) {
  auto end = term.unit == TermUnit::months ? count_months(term, start) : count_days(term, start, suspended);
  while (end && *end < kLastDate) {
    auto const works = is_working_day(term.calendar, *end);
    if (!works || *works) {
      return works ? end : std::nullopt;
    }
    end = add_days(*end, 1);
  }
  return end;
}

}  // namespace hjemmel::base
