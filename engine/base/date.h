// Date: a day of the proleptic Gregorian calendar, and the arithmetic of whole months that law needs.
//
// In: ISO dates. Out: day numbers that compare, ages, and dates moved by months. Years 1 to 9999.
// Month-end rule, the only one: a day that the target month lacks becomes that month's last day. So 31 January + 1 month is
// 28 (or 29) February, and whoever is born on 29 February completes a year on 28 February where there is no 29th.
// Tested in tests/unit/base/date_test.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hjemmel::base {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01; negative before

  friend constexpr auto operator<=>(Date, Date) = default;
};

inline constexpr Date kFirstDate{-719162};  // 0001-01-01
inline constexpr Date kLastDate{2932896};   // 9999-12-31

// `2026-03-01`, nothing else: no time, no slashes, no missing zeros; nothing for a day that does not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);
[[nodiscard]] std::string to_string(Date date);

// Nothing when the result leaves the years 1 to 9999. `months` may be negative.
[[nodiscard]] std::optional<Date> add_months(Date date, std::int32_t months);
// Nothing when the result leaves the years 1 to 9999.
[[nodiscard]] std::optional<Date> add_days(Date date, std::int32_t days);

// A month as its number, 12 * year + 0 .. 11, so that months compare and move; a year is its own number.
[[nodiscard]] std::int32_t month_of(Date date);
// Nothing outside the years 1 to 9999.
[[nodiscard]] std::optional<Date> first_day_of_month(std::int64_t month);
inline constexpr std::int32_t kFirstMonth = 12;
inline constexpr std::int32_t kLastMonth = 12 * 9999 + 11;
// `2026-03`, nothing else.
[[nodiscard]] std::optional<std::int32_t> parse_month(std::string_view text);
[[nodiscard]] std::string month_text(std::int64_t month);
// `2026`, of the years 1 to 9999, in four digits.
[[nodiscard]] std::string year_text(std::int64_t year);

// The greatest n >= 0 with add_months(from, n) <= to; nothing when `to` lies before `from`.
[[nodiscard]] std::optional<std::int32_t> completed_months(Date from, Date to);

}  // namespace hjemmel::base
