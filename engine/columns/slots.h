// Slots: how each fact of a plan is stored in a column: its width, its digits after the point, and what fits.
//
// In: a plan. Out: by fact, and by field of a list, a slot, or none where the fact has no column (texts, moments). Bool is 0 or 1, an
// enumeration value its ordinal, a date its day number, every other number a whole multiple of 10^-scale in the plan's base unit.
// What a slot cannot hold is no fault: the fact is open in its column, and the machine decides where it matters. Tested in tests/unit/columns/block_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/eval/plan.h"

namespace hjemmel::columns {

enum class Width : std::uint8_t { u8, i16, i32, i64 };

[[nodiscard]] constexpr std::size_t bytes_of(Width width) { return std::size_t{1} << static_cast<std::size_t>(width); }

// What a width holds, both included.
struct WidthRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

[[nodiscard]] constexpr WidthRange range_of(Width width) {
  switch (width) {
    case Width::u8:
      return {0, UINT8_MAX};
    case Width::i16:
      return {INT16_MIN, INT16_MAX};
    case Width::i32:
      return {INT32_MIN, INT32_MAX};
    case Width::i64:
      break;
  }
  return {INT64_MIN, INT64_MAX};
}

// That holds every number from `least` to `most`.
[[nodiscard]] constexpr Width narrowest(std::int64_t least, std::int64_t most) {
  if (least >= 0 && most <= UINT8_MAX) {
    return Width::u8;
  }
  if (least >= INT16_MIN && most <= INT16_MAX) {
    return Width::i16;
  }
  return least >= INT32_MIN && most <= INT32_MAX ? Width::i32 : Width::i64;
}

struct Slot {
  Width width = Width::u8;
  int scale = 0;
  std::int64_t least = 0;  // of what is stored: inclusive, as is `most`
  std::int64_t most = 0;
};

struct Slots {
  std::vector<std::optional<Slot>> scalars;              // by fact; of a list none
  std::vector<std::vector<std::optional<Slot>>> fields;  // by fact, then by field; of a scalar empty
};

[[nodiscard]] Slots slots_of(eval::Plan const& plan);

// What the slot stores for a known number; none where it does not fit exactly.
[[nodiscard]] std::optional<std::int64_t> stored(Slot const& slot, std::int64_t coefficient, int scale);

}  // namespace hjemmel::columns
