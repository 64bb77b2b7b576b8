// Layout: where the facts of one case lie in a host's own struct, told once by offset; nothing is looked up by name in a decision.
//
// By fact, as the kernel's slots say how each is stored. `open`: a byte that is not 0 where the fact is not known; kNone: it is always
// known. Elements lie one behind the other, in the struct itself or where a pointer in it points to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "engine/columns/kernel.h"

namespace hjemmel::rows {

using columns::Kernel;
using columns::kNone;
using columns::Node;
using columns::Op;
using columns::Slots;
using columns::Width;

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
  std::uint32_t readable = 0;  // so many elements can be read, whatever their number is; what stands there is nothing
};

struct Layout {
  std::vector<FieldPlace> scalars;  // by fact
  std::vector<ListPlace> lists;     // by fact
};

// The bytes of the struct from the first one that a layout tells to the last: whatever lies between them can be read.
struct Extent {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

[[nodiscard]] Extent extent_of(Slots const& slots, Layout const& layout);

// The number at an address, whatever its alignment.
[[nodiscard]] inline std::int64_t load(Width width, std::byte const* at) {
  std::int64_t wide = 0;
  std::int32_t narrow = 0;
  std::int16_t small = 0;
  switch (width) {
    case Width::u8:
      return static_cast<std::int64_t>(*at);
    case Width::i16:
      std::memcpy(&small, at, sizeof(small));
      return small;
    case Width::i32:
      std::memcpy(&narrow, at, sizeof(narrow));
      return narrow;
    case Width::i64:
      break;
  }
  std::memcpy(&wide, at, sizeof(wide));
  return wide;
}

}  // namespace hjemmel::rows
