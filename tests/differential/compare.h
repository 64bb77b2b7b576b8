// One comparison: the machine's outcome and trace of a decision against the oracle's.
//
// In: a program, its plan, a case, the grid. Out: what differs, as texts; empty when both agree. Where the machine says that
// its answer is not exact it may name too much, never too little; where the oracle ran out of completions it only has a part
// of the possible outcomes, and each of them must be among the machine's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/eval/decide.h"
#include "tests/differential/oracle.h"

namespace hjemmel::differential {

// What kinds of cases the comparisons met, so that the test can tell that it looked at something.
struct Tally {
  std::size_t comparisons = 0;
  std::size_t known = 0;         // nothing unknown was read
  std::size_t undetermined = 0;  // by the oracle
  std::size_t settled = 0;       // decided or a fault although something unknown was read
  std::size_t incomplete = 0;    // the oracle ran out of completions
  std::size_t inexact = 0;       // the machine says `exact: false`
  std::size_t statuses[6] = {};  // by eval::Status
};

[[nodiscard]] std::vector<std::string> differences(ir::Program const& program, eval::Plan const& plan,
                                                   eval::Case const& facts, oracle::Grid const& grid,
                                                   std::uint32_t decision, Tally& tally);

// As the oracle tells a point: authorities and `states` sorted; of a status other than `decided` only the status.
[[nodiscard]] oracle::Point point_of(eval::Status status, std::optional<eval::Modality> modality,
                                     std::vector<eval::OutcomeOption> options);
// The machine's outcome as text, like oracle::describe.
[[nodiscard]] std::string describe(eval::Outcome const& outcome);
// The facts of a case by name, and the rows of its lists.
[[nodiscard]] std::string describe(ir::Program const& program, eval::Case const& facts);

}  // namespace hjemmel::differential
