// calendar.h: what the calendars of jurisdictions share: parts of a date, Easter, and counting in working days.
//
// In: dates, and a function that tells a working day. Out: dates. For authors in C++, header only, beside author.h; which days
// are holidays stands in each plugin, since that is its law. Tested in tests/plugin_functions/calendar_test.cpp through the
// plugins that use it.
#pragma once

#include <chrono>
#include <cstdint>

#include "plugins/abi/author.h"

namespace jur {

struct Day {
  std::int32_t year;
  std::int32_t month;  // 1 to 12
  std::int32_t day;    // 1 to 31

  friend constexpr auto operator<=>(Day const&, Day const&) = default;
};

inline Day parts_of(Date date) {
  std::chrono::sys_days const days{std::chrono::days(static_cast<std::int32_t>(in_calendar(date).days))};
  std::chrono::year_month_day const parts(days);
  return Day{static_cast<int>(parts.year()), static_cast<std::int32_t>(static_cast<unsigned>(parts.month())),
             static_cast<std::int32_t>(static_cast<unsigned>(parts.day()))};
}

// Empty for a day that the calendar does not have.
constexpr std::optional<Date> date_of(Day day) {
  if (day.year < 1 || day.year > 9999 || day.month < 1 || day.month > 12 || day.day < 1) {
    return std::nullopt;
  }
  std::chrono::year_month_day const parts(std::chrono::year(day.year),
                                          std::chrono::month(static_cast<unsigned>(day.month)),
                                          std::chrono::day(static_cast<unsigned>(day.day)));
  if (!parts.ok()) {
    return std::nullopt;
  }
  return Date{std::chrono::sys_days(parts).time_since_epoch().count()};
}

// Where a plugin writes a date that it knows exists.
consteval Date date(std::int32_t year, std::int32_t month, std::int32_t day) {
  return date_of(Day{year, month, day}).value();
}

// A namespace of its own, so that a plugin's functions of the same names are not ambiguous with these.
namespace calendar {

// 0 Monday to 6 Sunday; 1970-01-01 was a Thursday.
constexpr std::int64_t weekday_of(Date date) { return ((date.days + 3) % 7 + 7) % 7; }

constexpr bool is_weekend(Date date) { return weekday_of(date) >= 5; }

// Of the Gregorian calendar, years 1 to 9999, after Meeus, Jones and Butcher: the Sunday after the first full moon of spring, by
// the church's tables.
constexpr Date easter_sunday(std::int64_t year) {
  if (year < 1 || year > 9999) {
    throw BadArgument{};
  }
  std::int64_t const golden = year % 19;
  std::int64_t const century = year / 100;
  std::int64_t const epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  std::int64_t const to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
  std::int64_t const late = (golden + 11 * epact + 22 * to_sunday) / 451;
  std::int64_t const count = epact + to_sunday - 7 * late + 114;
  Day const day{static_cast<std::int32_t>(year), static_cast<std::int32_t>(count / 31),
                static_cast<std::int32_t>(count % 31 + 1)};
  return date_of(day).value_or(Date{});
}

// How many days the date lies after Easter Sunday of its year; negative before it.
inline std::int64_t days_after_easter(Date date) { return date.days - easter_sunday(parts_of(date).year).days; }

// A count that is greater is refused: nobody sets a term of four hundred years, and each call has to end soon.
inline constexpr std::int64_t kMaxWorkingDays = 100'000;

// `is_working`: bool (Date). Runs past 9999-12-31 are a BadArgument.
template <class IsWorking>
Date working_day_on_or_after(Date date, IsWorking const& is_working) {
  while (!is_working(in_calendar(date))) {
    ++date.days;
  }
  return date;
}

// The date itself for 0; backwards for a negative count. The date does not count, whether it is a working day or not.
template <class IsWorking>
Date add_working_days(Date date, std::int64_t count, IsWorking const& is_working) {
  if (count > kMaxWorkingDays || count < -kMaxWorkingDays) {
    throw BadArgument{};
  }
  std::int64_t const step = count < 0 ? -1 : 1;
  for (std::int64_t left = count; left != 0;) {
    date.days += step;
    if (is_working(in_calendar(date))) {
      left -= step;
    }
  }
  return date;
}

}  // namespace calendar

}  // namespace jur
