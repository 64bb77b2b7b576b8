// Arrays: where in a call's scratch memory lies what one loop of a unit leaves for another.
//
// In: the groups of a shape. Out: the declarations (A: values, O: where they are open, B: of a node over elements what is asked of each or its running sum, Q: where that is open) and how much room
// they take. Arrays over rows lie at fixed places, used again once no later group reads them; those over elements behind them, one
// after the other, as long as the block's lists. Tested by way of engine/native/source.h.
#pragma once

#include <string>
#include <vector>

#include "engine/native/shape.h"

namespace hjemmel::native {

inline constexpr std::size_t kArrayAlignment = 64;
inline constexpr std::size_t kPastEnd = 8;  // values of an array over elements that may be read behind the last one

// Of an array of bytes over so many rows: from one array to the next, and never a power of two, by which the nearest cache would have the
// same place for all of them.
[[nodiscard]] constexpr std::size_t row_stride(std::size_t rows) {
  return (rows + 2 * kArrayAlignment - 1) / kArrayAlignment * kArrayAlignment;
}

struct Arrays {
  std::string text;
  std::size_t row_bytes = 0;                // for each row
  std::vector<std::size_t> element_arrays;  // by list
  std::vector<std::size_t> element_bytes;
};

// `lists`: the unit's, in its order.
[[nodiscard]] Arrays arrays_of(columns::Kernel const& kernel, Shape const& shape,
                               std::vector<std::uint32_t> const& lists);

}  // namespace hjemmel::native
