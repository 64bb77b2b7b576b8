// Inputs: where the columns of some rows lie: a block's, or a host's own, of which nothing is copied.
//
// By fact, as Slots says how each is stored. Elements of a list are read from offsets[0] on, so that a slice of a long column is given by
// pointers alone.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/columns/block.h"

namespace hjemmel::columns {

struct ColumnInput {
  void const* values = nullptr;
  std::uint8_t const* open = nullptr;  // 0 or 255 by row; null: none is open
};

struct ListInput {
  std::uint32_t const* offsets = nullptr;  // one more than rows
  std::uint8_t const* open = nullptr;      // by row; null: none is open
  std::vector<ColumnInput> fields;         // of all elements, from that of offset 0 on
};

struct Inputs {
  std::uint32_t rows = 0;  // at most as many as the runner was made for
  std::vector<ColumnInput> scalars;
  std::vector<ListInput> lists;
};

// Valid until the block is changed.
[[nodiscard]] Inputs inputs_of(Block const& block);

}  // namespace hjemmel::columns
