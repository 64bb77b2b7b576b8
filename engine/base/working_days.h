// Working days: which days count where a term is given in working days, and on which a term may end.
//
// In: a calendar and a date. Out: whether people work that day. Which days are holidays is a matter of the jurisdiction, whose
// code answers it: engine/base/foreign.h. Tested in tests/unit/base/working_days_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/foreign.h"

namespace hjemmel::base {

// The function of a jurisdiction that knows its calendar: `date -> bool`.
inline constexpr std::string_view kCalendarFunction = "is_working_day";

// Without code every day is a working day. The code lives longer than the calendar.
struct Calendar {
  Foreign const* code = nullptr;
  std::uint32_t function = 0;

  friend bool operator==(Calendar const&, Calendar const&) = default;
};

inline constexpr Calendar kNoCalendar{};

// kNoCalendar where the jurisdiction has no such function.
[[nodiscard]] Calendar calendar_of(Foreign const& jurisdiction);

// Nothing where the jurisdiction has no answer for the date.
[[nodiscard]] std::optional<bool> is_working_day(Calendar calendar, Date date);

}  // namespace hjemmel::base
