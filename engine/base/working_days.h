// Working days: which days count where a term is given in working days, and on which a term may end.
//
// In: a calendar and a date. Out: whether people work that day. Which days are holidays belongs to the jurisdiction; Norway's
// stand here until jurisdictions are plugins (engine/README.md). Tested in tests/unit/base/working_days_test.cpp.
#pragma once

#include <string_view>

#include "engine/base/date.h"

namespace hjemmel::base {

enum class Calendar : std::uint8_t { none, norway };

// By the jurisdiction's code, `NO`; none where its holidays are not known.
[[nodiscard]] Calendar calendar_of(std::string_view jurisdiction);

// Without a calendar every day is one.
[[nodiscard]] bool is_working_day(Calendar calendar, Date date);

// Of the Gregorian calendar, years 1 to 9999.
[[nodiscard]] Date easter_sunday(int year);

}  // namespace hjemmel::base
