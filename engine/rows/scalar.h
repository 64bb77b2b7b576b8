// Scalar: any node of a kernel for one case, one operation after the other: exact and general, for what the faster forms do not hold.
//
// In: a case in a host's struct. Out: the value of a node, known or open. Tested through row.h.
#pragma once

#include <vector>

#include "engine/rows/cell.h"

namespace hjemmel::rows {

class Scalar {
 public:
  // The nodes that `root` needs, in order. Both must outlive it.
  Scalar(Kernel const& kernel, Layout const& layout, std::uint32_t root);

  [[nodiscard]] Cell run(std::byte const* row);
  // As if its only load gave this.
  [[nodiscard]] Cell run_with(Cell loaded);
  // The one fact that it reads, where there is but one and it is no list's; else kNone.
  [[nodiscard]] std::uint32_t only_load() const;

 private:
  struct List {
    std::uint32_t list = kNone;
    std::vector<std::uint32_t> nodes;  // of its elements, in order
  };

  void evaluate(std::uint32_t index, std::byte const* row);
  [[nodiscard]] Cell evaluated(Node const& node, std::byte const* element, ListPlace const* place) const;
  [[nodiscard]] Cell fold(Node const& node, std::byte const* row);

  Kernel const& kernel_;
  Layout const& layout_;
  std::uint32_t root_;
  std::vector<std::uint32_t> nodes_;  // of rows, in order
  std::vector<List> lists_;
  std::vector<Cell> cells_;  // by node
  Cell const* given_ = nullptr;
};

}  // namespace hjemmel::rows
