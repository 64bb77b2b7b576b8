// Blocks of random rows in which nothing is open, with values around every bound that a kernel compares with.
//
// In: a plan and its kernel. Out: a full block. Used where two ways of running one kernel are compared; whatever the kernel means is
// compared by tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include "engine/columns/block.h"
#include "engine/columns/kernel.h"
#include "tests/differential/random.h"

namespace hjemmel::differential {

[[nodiscard]] columns::Block drawn_block(eval::Plan const& plan, columns::Kernel const& kernel, std::uint32_t rows,
                                         Random& random);

// The rows of the first block, then those of the next ones, which are of the same plan and slots; nothing of them is open.
[[nodiscard]] columns::Block joined(std::vector<columns::Block> blocks);

}  // namespace hjemmel::differential
