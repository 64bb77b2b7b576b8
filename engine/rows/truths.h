// Truths: what one decision hangs on, for one case: the truths that connect no others, and the nodes that connect them.
//
// In: a kernel and a decision with code in it. Out: both in the order of the kernel; a truth's place is that of its bit, in a row's key and in
// native code. Tested in tests/unit/rows/row_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/columns/kernel.h"

namespace hjemmel::rows {

inline constexpr std::size_t kMostAtoms = 64;

struct Truths {
  std::vector<std::uint32_t> atoms;
  std::vector<std::uint32_t> logic;
};

[[nodiscard]] Truths truths_of(columns::Kernel const& kernel, columns::DecisionCode const& decision);

}  // namespace hjemmel::rows
