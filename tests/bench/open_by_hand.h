// reaction with facts that nobody knows, by hand: every outcome that is still possible.
//
// In: the number of a case. Out: the drawn act of that number, each of its facts unknown with a chance of one in ten, and the set of
// outcomes that some values of the unknown ones give: one outcome where they make no difference. tests/bench/agreement.cpp holds the
// engine's possible outcomes against it.
#pragma once

#include <array>
#include <cstdint>

#include "tests/bench/drawn.h"

namespace hjemmel::bench::drawn {

// A fact that is open is unknown, whatever the act says of it.
struct OpenAct {
  Act act;
  bool age = false;
  bool earlier = false;
  bool addicted = false;
  bool at_risk = false;
  bool own_use = false;
  bool penalty_required = false;
  bool what = false;  // `act`, which no rule reads
  std::array<bool, 3> substance{};
  std::array<bool, 3> hundredths{};
};

using Outcomes = std::uint8_t;  // one bit an Outcome, the mildest one lowest

[[nodiscard]] OpenAct draw_open_act(std::uint64_t number);
[[nodiscard]] Outcomes possible_outcomes(OpenAct const& open);

}  // namespace hjemmel::bench::drawn
