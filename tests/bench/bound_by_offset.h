// The drawn structs bound to the engine's slots by offset, once: what a host does whose facts lie in structs of its own.
//
// In: a workload's package. Out: slots as the struct stores its facts, and where they lie.
#pragma once

#include "engine/rows/layout.h"
#include "tests/bench/workloads.h"

namespace hjemmel::bench {

struct BoundByOffset {
  columns::Slots slots;
  rows::Layout layout;
};

[[nodiscard]] BoundByOffset bind_acts(package::LoadedPackage const& reaction);
[[nodiscard]] BoundByOffset bind_persons(package::LoadedPackage const& eligibility);

// A fact of the workload, by name.
[[nodiscard]] std::uint32_t fact_of(ir::Program const& program, std::string const& name);

}  // namespace hjemmel::bench
