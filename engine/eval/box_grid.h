// Box grid: the boxes of a decision's completions, numbered so that any two of them are compared fast.
//
// Variables have numbers, and so has each region of a variable; which regions of a variable overlap is worked out once. The boxes
// must outlive the grid. Tested through missing.h.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/eval/complete.h"

namespace hjemmel::eval {

class BoxGrid {
 public:
  explicit BoxGrid(std::vector<Box> const& boxes);

  [[nodiscard]] std::vector<Variable> const& variables() const { return variables_; }

  // What is left of `asked` when each variable in which the two boxes are apart keeps only its own `masks`: by number, which of
  // the askers hang on it.
  [[nodiscard]] std::uint64_t sole_differences(std::size_t one, std::size_t other,
                                               std::vector<std::uint64_t> const& masks, std::uint64_t asked) const;

 private:
  struct Cell {
    std::uint32_t variable = 0;
    std::uint32_t region = 0;
  };

  std::uint32_t number_of(std::uint32_t variable, Region const& region);
  void compare_regions();

  std::vector<Variable> variables_;
  std::vector<std::vector<Cell>> boxes_;             // each by variable, ascending
  std::vector<std::vector<Region const*>> regions_;  // by variable: each once
  std::vector<std::vector<std::uint8_t>>
      overlapping_;  // by variable: 1 where two of its regions overlap, row after row
};

}  // namespace hjemmel::eval
