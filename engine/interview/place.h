// Place: what an interview asks about, by its path: a fact, a field of a list's element, or whether there is a further element.
//
// In: a path (`case.act`, `case.seizures[2].amount`, `case.seizures[2]`), counted from 1. Out: ids of the program.
// Tested in tests/unit/interview/place_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/ir/program.h"

namespace hjemmel::interview {

inline constexpr std::uint32_t kNone = UINT32_MAX;

struct Place {
  std::uint32_t fact = kNone;
  std::uint32_t row = kNone;    // from 0; none: the fact itself
  std::uint32_t field = kNone;  // none, with a row: whether there is such an element

  [[nodiscard]] bool is_element() const { return row != kNone && field == kNone; }
  [[nodiscard]] bool is_cell() const { return field != kNone; }

  friend bool operator==(Place const&, Place const&) = default;
};

// Nothing where the program has no such fact, list or field, or the list can hold no such element.
[[nodiscard]] std::optional<Place> find_place(ir::Program const& program, std::string_view path);

// Of the fact, or the field; of an element the list's.
[[nodiscard]] ir::FactInfo const& info_of(ir::Program const& program, Place const& place);

}  // namespace hjemmel::interview
