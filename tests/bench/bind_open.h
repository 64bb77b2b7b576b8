// A drawn act with unknown facts as the engine's case.
#pragma once

#include "tests/bench/open_by_hand.h"
#include "tests/bench/workloads.h"

namespace hjemmel::bench {

// The facts that are open are `unknown`: asked, and nobody knows.
[[nodiscard]] eval::Case bind(drawn::OpenAct const& open, ir::Program const& program);

}  // namespace hjemmel::bench
