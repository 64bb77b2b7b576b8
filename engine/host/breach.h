// How a plugin's code can break its contract in a call, and the sentence that says so.
//
// In: what a function wrote as its result. Out: the first breach in it; `none` is all a sound result costs. Sentences are made
// only where there is a breach. Tested in tests/unit/host/breach_test.cpp and tests/plugin/call_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/foreign.h"

namespace hjemmel::host {

enum class Breach : std::uint8_t {
  none,
  wrote_outside,     // of the memory that it was given
  threw,             // an exception across the border
  wrong_status,      // a status that the contract does not have, or not for this
  internal,          // a fault of its own, as it says itself
  asks_for_buffer,   // JUR_BUFFER_TOO_SMALL where the buffer is not, or no more than it has
  text_too_long,     // asks for more than a text may have, or gives more than fits
  changed_result,    // another type or another buffer than the host set
  no_value,          // JUR_OK, and nothing written
  not_a_bool,        // neither 0 nor 1
  number_too_large,  // more than 18 digits
  date_outside,      // of the years 1 to 9999
  wrong_scale,
  invalid_utf8,
  wrong_offsets,  // of the texts of a batch
};

// What a number holds until the plugin writes it, and what no sound result is: each byte is 0x80.
inline constexpr std::int64_t kUnwritten = static_cast<std::int64_t>(0x8080808080808080U);
inline constexpr std::int64_t kNumberLimit = 1'000'000'000'000'000'000;  // |number| is less
inline constexpr std::int32_t kMaxBorderScale = 9;

struct NumberRange {
  std::int64_t low;
  std::int64_t high;  // inclusive
};

// Of a sound result of that type; of a text: any number.
[[nodiscard]] constexpr NumberRange range_of(base::ForeignType type) {
  switch (type) {
    case base::ForeignType::boolean:
      return {0, 1};
    case base::ForeignType::date:
      return {base::kFirstDate.days, base::kLastDate.days};
    case base::ForeignType::integer:
    case base::ForeignType::decimal:
      return {1 - kNumberLimit, kNumberLimit - 1};
    case base::ForeignType::text:
      break;
  }
  return {INT64_MIN, INT64_MAX};
}

[[nodiscard]] constexpr bool is_sound_scale(base::ForeignType type, std::int32_t scale) {
  return scale >= 0 && scale <= (type == base::ForeignType::decimal ? kMaxBorderScale : 0);
}

// Of a result that is no text: number_breach gives none.
[[nodiscard]] constexpr bool is_sound_number(base::ForeignType type, std::int64_t number, std::int32_t scale) {
  NumberRange const range = range_of(type);
  return number >= range.low && number <= range.high && is_sound_scale(type, scale);
}
[[nodiscard]] Breach number_breach(base::ForeignType type, std::int64_t number, std::int32_t scale);

// `what`: "function `next_day` of jurisdiction `no`". One sentence.
[[nodiscard]] std::string breach_text(Breach breach, std::string_view what);

}  // namespace hjemmel::host
