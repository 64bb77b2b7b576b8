// What is found of the blocks of a plan's code, for those that run them. Private to this folder.
#pragma once

#include <compare>
#include <span>
#include <vector>

#include "engine/ir/program.h"
#include "engine/saved/check_sorts.h"

namespace hjemmel::saved {

// A variable that is read: as an element, or as a group.
struct Use {
  std::uint32_t variable = 0;
  bool as_group = false;

  friend auto operator<=>(Use const&, Use const&) = default;
};

// What was found of a block.
struct Known {
  enum class State : std::uint8_t { untouched, open, done } state = State::untouched;
  Kind leaves;
  std::vector<Use> unbound;
};

// Whether what definitions, rules and services run is of the sort that they take it as.
[[nodiscard]] bool roots_are_good(ir::Program const& program, eval::Plan const& plan, std::span<Known const> known);

}  // namespace hjemmel::saved
