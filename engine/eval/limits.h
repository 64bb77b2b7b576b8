// How far the completions of a decision are followed before they are told as more than there may be.
#pragma once

#include <cstdint>

namespace hjemmel::eval {

inline constexpr std::uint32_t kMostStatesInAll = 16384;

struct Limits {
  std::uint32_t max_splits = 4096;  // leaves of the tree of completions, before `exact: false`
  // Sets of open rules that may apply together, over all leaves that are not split further; past it the answer is «anything».
  std::uint32_t max_states = kMostStatesInAll;
};

}  // namespace hjemmel::eval
