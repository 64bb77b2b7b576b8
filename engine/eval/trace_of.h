// The trace of a traced run: each rule with its state and conditions, what was read, and which table rows.
#pragma once

#include "engine/eval/resolve.h"

namespace hjemmel::eval {

[[nodiscard]] DecisionTrace trace_of(Plan const& plan, Case const& facts, Machine& machine, std::uint32_t decision,
                                     Resolution const& resolution);

}  // namespace hjemmel::eval
