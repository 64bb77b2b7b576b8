// Flips by brute force: every set of changeable facts, with every value of the grid for each of its facts, by size.
//
// In: a program, a case, the oracle's grid, a decision. Out: the smallest sets of changed facts with another decided outcome,
// and these outcomes. A change is a fact that the oracle completes in place of what the case says; a moment keeps its offset, and
// an amount whose kind is not known its dimension. Nothing of the product's search is used here.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/differential/oracle.h"

namespace hjemmel::oracle {

struct FlipFound {
  std::vector<std::string> facts;  // sorted paths
  Point point;

  friend bool operator==(FlipFound const&, FlipFound const&) = default;
};

struct AllFlips {
  bool complete = true;          // false: too much work; `searched` sizes were looked into
  std::uint32_t searched = 0;    // of every set of so many facts
  std::vector<FlipFound> found;  // all of one size, each once
};

struct FlipSearch {
  std::uint32_t decision = 0;
  std::optional<std::string> option;
  std::uint32_t max_changes = 2;
  std::size_t max_work = 2000;  // completions judged
};

// `present`: the outcome of the case as it is, which is settled.
[[nodiscard]] AllFlips all_flips(ir::Program const& program, eval::Case const& facts, Grid const& grid,
                                 Point const& present, FlipSearch const& search);

}  // namespace hjemmel::oracle
