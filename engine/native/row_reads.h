// Row reads: which facts the code of one decision reads from a host's struct, and where they lie in it.
//
// In: reads, and the layout of a struct. Out: places, in the order in which the code counts them: of each of `facts` its offset; of each of
// `lists` kPlacesOfList numbers, hj_list of row_text.cpp; of each of `fields` its offset in an element. Tested in
// tests/unit/native/row_source_test.cpp.
#pragma once

#include <optional>
#include <vector>

#include "engine/native/source.h"
#include "engine/rows/layout.h"

namespace hjemmel::native {

inline constexpr std::size_t kPlacesOfList = 6;

struct RowReads {
  std::vector<std::uint32_t> facts;  // each ascending
  std::vector<std::uint32_t> lists;
  std::vector<Read> fields;

  // The first place of one of them.
  [[nodiscard]] std::size_t fact_at(std::uint32_t fact) const;
  [[nodiscard]] std::size_t list_at(std::uint32_t list) const;
  [[nodiscard]] std::size_t field_at(Read const& field) const;
};

// Of these nodes.
[[nodiscard]] RowReads reads_of(columns::Kernel const& kernel, std::vector<std::uint32_t> const& nodes);

// None where a fact or a list is not in the struct, or a field may be open.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> places_of(RowReads const& reads, rows::Layout const& layout);

// Bytes of the struct that are not 0 where something that is read is open, each once.
[[nodiscard]] std::vector<std::uint32_t> opens_of(RowReads const& reads, rows::Layout const& layout);

}  // namespace hjemmel::native
