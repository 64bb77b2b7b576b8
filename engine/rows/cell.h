// Cell: the value of one node for one case, known or open, and what an operation makes of those that it reads.
//
// Tested through row.h and criteria.h.
#pragma once

#include <vector>

#include "engine/rows/layout.h"

namespace hjemmel::rows {

struct Cell {
  std::int64_t value = 0;  // a truth: 0 or 1
  bool open = false;
};

[[nodiscard]] Cell conjunction(Cell a, Cell b);

// What a node that connects truths makes of `cells`, by node.
[[nodiscard]] Cell connected(Node const& node, std::vector<Cell> const& cells);

// What any node makes of them that neither loads nor runs over the elements of a list.
[[nodiscard]] Cell computed(Kernel const& kernel, Node const& node, std::vector<Cell> const& cells);

}  // namespace hjemmel::rows
