// Shrinking of a difference: whatever can be dropped while the difference stays is dropped.
#pragma once

#include <string>

#include "engine/eval/facts.h"
#include "engine/ir/program.h"
#include "tests/differential/oracle.h"

namespace hjemmel::differential {

struct Failing {
  ir::Program program;
  oracle::Grid grid;
  eval::Case facts;
  std::uint32_t decision = 0;
};

// Drops rules, overrides, guards, conjuncts and effects, and makes facts known, one by one, as long as machine and oracle differ.
[[nodiscard]] Failing shrink(Failing failing);
// The program, the case, both answers and what differs.
[[nodiscard]] std::string describe(Failing const& failing);

}  // namespace hjemmel::differential
