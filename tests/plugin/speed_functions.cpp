// Easter by the rule of Meeus, Jones and Butcher; the feasts that move with it, by their distance in days.
#include "tests/plugin/speed_functions.h"

namespace hjemmel::host {
namespace {

constexpr std::array kFeasts{-3, -2, 0, 1, 39, 49, 50};  // days from Easter Sunday
constexpr std::int64_t kDaysOf400Years = 146'097;

// Days since 1970-01-01.
std::int64_t day_number(std::int64_t year, std::int64_t month, std::int64_t day) {
  year -= month <= 2 ? 1 : 0;
  std::int64_t const era = year / 400;
  std::int64_t const of_era = year - era * 400;
  std::int64_t const of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * kDaysOf400Years + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

std::int64_t year_of(std::int64_t days) {
  days += 719'468;
  std::int64_t const era = days / kDaysOf400Years;
  std::int64_t const of_era = days - era * kDaysOf400Years;
  std::int64_t const year = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  std::int64_t const of_year = of_era - (365 * year + year / 4 - year / 100);
  return year + era * 400 + (of_year >= 306 ? 1 : 0);
}

std::int64_t easter_sunday(std::int64_t year) {
  std::int64_t const a = year % 19;
  std::int64_t const b = year / 100;
  std::int64_t const c = year % 100;
  std::int64_t const h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  std::int64_t const l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  std::int64_t const m = (a + 11 * h + 22 * l) / 451;
  std::int64_t const place = h + l - 7 * m + 114;
  return day_number(year, place / 31, place % 31 + 1);
}

bool is_working_day(std::int64_t day) {
  std::int64_t const weekday = (day + 3) % 7;  // Monday is 0
  std::int64_t const from_easter = day - easter_sunday(year_of(day));
  return weekday < 5 && std::find(kFeasts.begin(), kFeasts.end(), from_easter) == kFeasts.end();
}

}  // namespace

jur::Date next_day(jur::Date day) { return {day.days + 1}; }

jur::Date next_working_day(jur::Date day) {
  do {
    ++day.days;
  } while (!is_working_day(day.days));
  return day;
}

}  // namespace hjemmel::host
