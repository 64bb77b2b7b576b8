// Random small programs and cases, for the comparison of machine and oracle.
//
// In: a seed, or random draws. Out: a verified Program with a grid that is exact for it (all its constants come from a few whole numbers, and
// the grid holds these and values between, below and above), and cases with facts in all four states, ranges, open lists.
// Used by tests/differential/machine_vs_oracle_test.cpp.
#pragma once

#include "engine/eval/facts.h"
#include "engine/ir/program.h"
#include "tests/differential/oracle.h"
#include "tests/differential/random.h"

namespace hjemmel::differential {

// What the facts of a case are drawn from.
struct Values {
  oracle::Grid grid;                              // unknown ones are completed with these
  std::vector<std::vector<base::Decimal>> facts;  // known ones, by FactId; none: from the grid
  std::vector<std::vector<std::vector<base::Decimal>>>
      fields;        // known ones, by RecordId and field; none: from the grid
  ir::FactId birth;  // sometimes later than everything, where all is known
  std::uint32_t most_rows = 3;
};

struct Generated {
  ir::Program program;
  Values values;
};

[[nodiscard]] Generated generate_program(Random random);
[[nodiscard]] Generated generate_program(std::uint64_t seed);

// How much is unknown, in per cent of the facts; 0: every fact known or not applicable, lists complete.
[[nodiscard]] eval::Case generate_case(ir::Program const& program, Values const& values, Random& random,
                                       std::uint32_t unknown);

}  // namespace hjemmel::differential
