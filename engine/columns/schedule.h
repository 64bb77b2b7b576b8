// Schedule: in which order the nodes of a kernel run for what is asked, and in which buffers.
//
// In: a kernel, and which decisions and services are asked. Out: steps; each takes its operands from buffers or columns and leaves a
// buffer, which is used again once nobody reads it any more, so that a block's work stays in the nearest cache. What is asked is
// taken as soon as it is known.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/columns/kernel.h"

namespace hjemmel::columns {

struct Step {
  enum class Kind : std::uint8_t { node, decision, service } kind = Kind::node;
  std::uint32_t index = 0;       // the node, or which of those asked
  std::uint32_t buffer = kNone;  // node: where it is left; of a load none
};

struct Schedule {
  std::vector<std::uint32_t> decisions;  // asked, indexes into Plan::decisions; none without code
  std::vector<std::uint32_t> services;   // asked, indexes into Plan::services; each with its decision among `decisions`
  std::vector<Step> steps;
  std::uint32_t buffers = 0;
};

// Those without code are left out. A service brings its decision with it.
[[nodiscard]] Schedule schedule(Kernel const& kernel, std::vector<std::uint32_t> const& decisions,
                                std::vector<std::uint32_t> const& services);

// The nodes that a node reads.
void add_operands(Kernel const& kernel, Node const& node, std::vector<std::uint32_t>& into);

}  // namespace hjemmel::columns
