// Term: a length of time that runs from a day, in days, working days or months, and the day it ends on.
//
// In: the term, its first day, and the days that are not counted. Out: its last day. `after` a day leaves that day out, `from`
// counts it. Where the jurisdiction's calendar is known, a term that would end on a holiday ends on the next working day.
// The later it begins the later it ends. Tested in tests/unit/base/term_test.cpp.
#pragma once

#include <limits>
#include <optional>
#include <span>

#include "engine/base/working_days.h"

namespace hjemmel::base {

enum class TermUnit : std::uint8_t { days, working_days, months };

struct Term {
  TermUnit unit = TermUnit::days;
  bool counts_first_day = false;  // `from`
  Calendar calendar = kNoCalendar;
  std::int32_t count = 1;

  friend bool operator==(Term const&, Term const&) = default;
};

// Both ends included.
struct DayRange {
  Date first;
  Date last{std::numeric_limits<std::int32_t>::max()};
};

// Nothing past the year 9999, or where the calendar has no answer. A term that days in `suspended` keep from ending before that
// ends on its last day.
[[nodiscard]] std::optional<Date> end_of_term(Term const& term, Date start, std::span<DayRange const> suspended = {});

}  // namespace hjemmel::base
