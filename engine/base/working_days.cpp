// Weekends, fixed holidays, and those that move with Easter.
#include "engine/base/working_days.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace hjemmel::base {
namespace {

// Days after Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Sunday, Whit Monday. Easter Sunday
// and Whit Sunday are Sundays anyway.
constexpr std::array kAroundEaster{-3, -2, 0, 1, 39, 49, 50};

struct DayOfYear {
  unsigned month;
  unsigned day;
};

constexpr std::array kFixed{DayOfYear{1, 1}, DayOfYear{5, 1}, DayOfYear{5, 17}, DayOfYear{12, 25}, DayOfYear{12, 26}};

std::chrono::sys_days day_of(Date date) { return std::chrono::sys_days(std::chrono::days(date.days)); }

bool is_weekend(Date date) {
  std::chrono::weekday const day(day_of(date));
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

bool is_holiday_in_norway(Date date) {
  std::chrono::year_month_day const day(day_of(date));
  auto const fixed = [&](DayOfYear const& one) {
    return day.month() == std::chrono::month(one.month) && day.day() == std::chrono::day(one.day);
  };
  if (std::any_of(kFixed.begin(), kFixed.end(), fixed)) {
    return true;
  }
  std::int32_t const after_easter = date.days - easter_sunday(static_cast<int>(day.year())).days;
  return std::find(kAroundEaster.begin(), kAroundEaster.end(), after_easter) != kAroundEaster.end();
}

}  // namespace

Calendar calendar_of(std::string_view jurisdiction) { return jurisdiction == "NO" ? Calendar::norway : Calendar::none; }

bool is_working_day(Calendar calendar, Date date) {
  return calendar == Calendar::none || (!is_weekend(date) && !is_holiday_in_norway(date));
}

// The computation of Meeus, Jones and Butcher: the Sunday after the first full moon of spring, by the church's tables.
Date easter_sunday(int year) {
  int const golden = year % 19;
  int const century = year / 100;
  int const epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int const to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
  int const late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int const count = epact + to_sunday - 7 * late + 114;
  return make_date(year, static_cast<unsigned>(count / 31), static_cast<unsigned>(count % 31 + 1)).value_or(Date{});
}

}  // namespace hjemmel::base
