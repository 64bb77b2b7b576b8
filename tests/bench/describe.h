// describe: an answer in one line of words, the same for the engine's and the hand-written function's.
//
// In: either answer. Out: status, modality, options with bounds and conditions, what is possible, what follows on departing.
// Left out is what the hand-written function does not say: rules, grounds, citations, authorities, missing facts.
#pragma once

#include <string>

#include "engine/eval/outcome.h"
#include "tests/bench/by_hand.h"

namespace hjemmel::bench {

[[nodiscard]] std::string describe(by_hand::Decision const& decision);
[[nodiscard]] std::string describe(eval::Outcome const& outcome);

}  // namespace hjemmel::bench
