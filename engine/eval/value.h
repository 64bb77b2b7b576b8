// Value: what a fact or an expression is in one case, in 16 bytes: a known exact number, or how it is not known.
//
// Every type travels as a number: bool 0/1, a date its day number, an enumeration value its ordinal, a period its months, a
// quantity its base units, a text its place in the case's texts.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/decimal.h"
#include "engine/base/unit.h"

namespace hjemmel::eval {

// The four states of a fact are known, unknown (asked, but not known), not_asked and not_applicable. An unknown or not asked
// fact may carry a range. `error` is an arithmetic fault (overflow): neither true, false nor unknown.
enum class State : std::uint8_t { known, unknown, not_asked, not_applicable, error };

inline constexpr std::uint32_t kNoDetail = UINT32_MAX;
inline constexpr std::int32_t kOffsetBias = 24 * 60;  // so that a moment's offset is stored as a positive number
inline constexpr std::int8_t kApplicable = 1;
inline constexpr std::int8_t kFraction = -1;  // as the scale of a known ratio that no decimal holds

struct Value {
  std::int64_t coefficient = 0;  // known: the number's coefficient
  std::int8_t scale = 0;         // known: its scale; open: kApplicable where it is known that the fact applies
  State state = State::not_asked;
  base::Dimension dimension;  // of an amount that is known or ranges; otherwise kNoDimension
  // A fact: its place in Case::ranges when it is unknown within a range. Inside the machine: why it is unknown, or where the
  // fraction is kept. Of a known moment: its offset, which comparisons do not look at.
  std::uint32_t detail = kNoDetail;

  [[nodiscard]] bool is_known() const { return state == State::known; }
  [[nodiscard]] bool is_open() const { return state == State::unknown || state == State::not_asked; }
  // Of a known value that is no fraction: only ratios can be fractions, and their instructions look.
  [[nodiscard]] bool is_fraction() const { return state == State::known && scale == kFraction; }
  [[nodiscard]] base::Decimal number() const { return base::Decimal::of(coefficient, scale); }
  [[nodiscard]] bool is_true() const { return state == State::known && coefficient != 0; }
  [[nodiscard]] bool is_false() const { return state == State::known && coefficient == 0; }

  [[nodiscard]] static Value known(base::Decimal number, base::Dimension dimension = {}) {
    return {number.coefficient(), static_cast<std::int8_t>(number.scale()), State::known, dimension, kNoDetail};
  }
  // An instant in seconds, and the minutes that its local time is ahead of UTC.
  [[nodiscard]] static Value moment(base::Decimal instant, std::int32_t offset) {
    Value value = known(instant);
    value.detail = static_cast<std::uint32_t>(offset + kOffsetBias);
    return value;
  }
  // Of a known moment.
  [[nodiscard]] std::int32_t offset() const { return static_cast<std::int32_t>(detail) - kOffsetBias; }
  [[nodiscard]] static Value boolean(bool truth) { return {truth ? 1 : 0, 0, State::known, {}, kNoDetail}; }
  [[nodiscard]] static Value of(State state) { return {0, 0, state, {}, kNoDetail}; }
};

static_assert(sizeof(Value) <= 24);

enum class Calendar : std::uint8_t { none, date, month, year, moment };  // how a whole number is written

// One end of an interval; without a value it is unbounded.
struct End {
  std::optional<base::Decimal> value;
  bool included = true;

  friend bool operator==(End const&, End const&) = default;
};

// All numbers between two ends. Of a date or an int, whole numbers only.
struct Interval {
  End low;
  End high;

  friend bool operator==(Interval const&, Interval const&) = default;
};

[[nodiscard]] bool is_empty(Interval const& interval);

}  // namespace hjemmel::eval
