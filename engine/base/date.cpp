// Calendar arithmetic over std::chrono's calendar types; parsing and printing of ISO dates by hand, as libstdc++ 12 has neither.
#include "engine/base/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace hjemmel::base {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(Date date) { return year_month_day(sys_days(days(date.days))); }

bool in_range(std::int64_t day_number) { return day_number >= kFirstDate.days && day_number <= kLastDate.days; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) {
    return std::nullopt;
  }
  year_month_day const date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) {
    return std::nullopt;
  }
  return Date{static_cast<std::int32_t>(sys_days(date).time_since_epoch().count())};
}

std::int32_t month_of(Date date) {
  year_month_day const day = calendar(date);
  return static_cast<int>(day.year()) * 12 + static_cast<std::int32_t>(static_cast<unsigned>(day.month())) - 1;
}

std::optional<Date> first_day_of_month(std::int64_t month) {
  if (month < kFirstMonth || month > kLastMonth) {
    return std::nullopt;
  }
  return make_date(static_cast<int>(month / 12), static_cast<unsigned>(month % 12) + 1, 1);
}

std::optional<std::int32_t> parse_month(std::string_view text) {
  auto const first = text.size() == 7 ? parse_date(std::string(text) + "-01") : std::nullopt;
  return first ? std::optional(month_of(*first)) : std::nullopt;
}

std::string month_text(std::int64_t month) {
  auto const first = first_day_of_month(month);
  return first ? to_string(*first).substr(0, 7) : std::to_string(month);
}

std::string year_text(std::int64_t year) {
  auto const first = first_day_of_month(year > 0 && year < 10000 ? year * 12 : 0);
  return first ? to_string(*first).substr(0, 4) : std::to_string(year);
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  auto const year = digits(text.substr(0, 4));
  auto const month = digits(text.substr(5, 2));
  auto const day = digits(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string to_string(Date date) {
  year_month_day const day = calendar(date);
  std::array<char, 16> text{};
  int const length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                   static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<Date> add_months(Date date, std::int32_t months) {
  if (months > 12 * 10000 || months < -12 * 10000) {
    return std::nullopt;
  }
  year_month_day const start = calendar(date);
  int const count =
      static_cast<int>(start.year()) * 12 + static_cast<int>(static_cast<unsigned>(start.month())) - 1 + months;
  if (count < 12) {
    return std::nullopt;
  }
  int const year = count / 12;
  auto const month = static_cast<unsigned>(count % 12) + 1;
  if (year > 9999) {
    return std::nullopt;
  }
  auto const last = std::chrono::year(year) / std::chrono::month(month) / std::chrono::last;
  auto const last_day = static_cast<unsigned>(last.day());
  auto const wanted = static_cast<unsigned>(start.day());
  return make_date(year, month, wanted < last_day ? wanted : last_day);
}

std::optional<Date> add_days(Date date, std::int32_t count) {
  std::int64_t const day_number = std::int64_t{date.days} + count;
  if (!in_range(day_number)) {
    return std::nullopt;
  }
  return Date{static_cast<std::int32_t>(day_number)};
}

std::optional<std::int32_t> completed_months(Date from, Date to) {
  if (to < from) {
    return std::nullopt;
  }
  year_month_day const start = calendar(from);
  year_month_day const end = calendar(to);
  int months = (static_cast<int>(end.year()) - static_cast<int>(start.year())) * 12 +
               static_cast<int>(static_cast<unsigned>(end.month())) -
               static_cast<int>(static_cast<unsigned>(start.month()));
  auto const reached = add_months(from, months);
  if (!reached || *reached > to) {
    --months;
  }
  return months;
}

}  // namespace hjemmel::base
