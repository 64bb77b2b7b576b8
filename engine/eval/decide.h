// Decide: a plan and a case to the outcome of a decision, with or without its trace.
//
// Kleene logic first; where it leaves the outcome open, the completions (complete.h) settle it exactly or say that they
// could not. Pure: no clock, no I/O, no global; the same plan and case give the same answer.
#pragma once

#include <optional>
#include <vector>

#include "engine/eval/facts.h"
#include "engine/eval/limits.h"
#include "engine/eval/outcome.h"
#include "engine/eval/plan.h"
#include "engine/eval/trace.h"

namespace hjemmel::eval {

// The outcome of the plan's decision number `decision`. Fills `trace` when it is not null.
[[nodiscard]] Outcome decide(Plan const& plan, Case const& facts, std::uint32_t decision,
                             DecisionTrace* trace = nullptr, Limits limits = {});

}  // namespace hjemmel::eval
