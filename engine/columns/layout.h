// Layout: where the facts of one case lie in a host's own struct, told once by offset; nothing is looked up by name in a decision.
//
// By fact, as the kernel's slots say how each is stored. `open`: a byte that is not 0 where the fact is not known; kNone: it is always
// known. Elements lie one behind the other, in the struct itself or where a pointer in it points to.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/columns/kernel.h"

namespace hjemmel::columns {

struct FieldPlace {
  std::uint32_t offset = kNone;  // kNone: the struct does not hold it
  std::uint32_t open = kNone;
};

struct ListPlace {
  std::uint32_t count = kNone;     // offset of the number of elements
  Width count_width = Width::u8;   // of that number, which is not negative
  std::uint32_t elements = kNone;  // offset of the first element, or of a pointer to it
  bool by_pointer = false;
  std::uint32_t stride = 0;        // from one element to the next
  std::uint32_t open = kNone;      // there may be more
  std::vector<FieldPlace> fields;  // offsets within an element
};

struct Layout {
  std::vector<FieldPlace> scalars;  // by fact
  std::vector<ListPlace> lists;     // by fact
};

// The number at an address, whatever its alignment.
[[nodiscard]] std::int64_t load(Width width, std::byte const* at);

}  // namespace hjemmel::columns
