// Moment: a point in time with the local date, time and offset at which it was written.
//
// In: RFC 3339 texts, of which the seconds may be left out: `2026-03-01T14:30+01:00`. Out: seconds since 1970-01-01T00:00Z,
// which compare, and the offset, which says what day it was there. Whole seconds only; no leap second; years 1 to 9999.
// Tested in tests/unit/base/moment_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/date.h"

namespace hjemmel::base {

inline constexpr std::int64_t kSecondsOfDay = 86400;
inline constexpr std::int64_t kSecondsOfHour = 3600;
// From 12 hours behind UTC to 14 hours before it: no place on earth has another.
inline constexpr std::int32_t kLeastOffset = -12 * 60;
inline constexpr std::int32_t kGreatestOffset = 14 * 60;
// So that the date is one at every offset.
inline constexpr std::int64_t kFirstMoment = (std::int64_t{kFirstDate.days} + 1) * kSecondsOfDay;
inline constexpr std::int64_t kLastMoment = std::int64_t{kLastDate.days} * kSecondsOfDay - 1;

struct Moment {
  std::int64_t seconds = 0;
  std::int32_t offset = 0;  // minutes that the local time is ahead of UTC

  friend bool operator==(Moment const&, Moment const&) = default;
};

struct ParsedMoment {
  std::optional<Moment> value;
  std::string_view help;  // where there is no value: what to write instead
};

[[nodiscard]] ParsedMoment parse_moment(std::string_view text);
// Seconds only where there are some: `2026-03-01T14:30+01:00`, `2026-03-01T13:30:05Z`.
[[nodiscard]] std::string to_string(Moment moment);
// The local date.
[[nodiscard]] Date date_of(Moment moment);

}  // namespace hjemmel::base
