// Shrinking of a difference: whatever can be dropped while the difference stays is dropped.
#pragma once

#include <functional>
#include <string>
#include <vector>

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
// The same for another comparison: it gives the differences, none where there are none.
using Differences = std::function<std::vector<std::string>(Failing const&)>;
[[nodiscard]] Failing shrink(Failing failing, Differences const& differences);
// Takes rule number `at` out, and all that names it.
void drop_rule(ir::Program& program, std::size_t at);
// The program, the case, both answers and what differs.
[[nodiscard]] std::string describe(Failing const& failing);

}  // namespace hjemmel::differential
