// What differs between the flips that the engine finds and those that brute force finds; nothing where they agree.
//
// Each flip that is told must hold by the oracle, for every value of the grid that it tells of. Where the engine says that it is
// exact, the size and the set of changed facts with their outcomes must be the same.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/flip.h"
#include "tests/differential/oracle_flip.h"
#include "tests/differential/shrink.h"

namespace hjemmel::differential {

struct FlipTally {
  std::size_t cases = 0;
  std::size_t undetermined = 0;
  std::size_t compared = 0;  // sets of flips that must be equal
  std::size_t inexact = 0;
  std::size_t too_large = 0;                      // for brute force
  std::size_t told = 0;                           // flips
  std::vector<std::size_t> sizes = {0, 0, 0, 0};  // compared, by the number of changes; 0: none is found
  std::size_t impossible = 0;
};

[[nodiscard]] std::vector<std::string> flip_differences(Failing const& failing, oracle::FlipSearch const& search,
                                                        FlipTally& tally);

}  // namespace hjemmel::differential
