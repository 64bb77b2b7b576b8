// reaction with its full trace, by hand: every condition that is looked at, in order, with its truth, its value and its bound.
//
// In: a drawn act. Out: what drawn::decide says, and the steps in a buffer that the caller keeps. Held against drawn::decide by
// tests/bench/agreement.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tests/bench/drawn.h"

namespace hjemmel::bench::drawn {

struct Step {
  std::uint16_t rule = 0;
  std::uint16_t condition = 0;
  bool holds = false;
  std::int64_t value = 0;
  std::int64_t bound = 0;
};

struct Steps {
  std::size_t count = 0;
  std::array<Step, 16> steps{};
};

[[nodiscard]] Answer decide_with_steps(Act const& act, Steps& steps);

}  // namespace hjemmel::bench::drawn
