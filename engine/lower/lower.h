// Lower: a frozen, verified program to the plan that the machine runs.
//
// In: the IR, and the sources for the words of conditions in traces. Out: a Plan that refers to neither. Cannot fail: what
// could be wrong was refused by `check`. Tested through tests/unit/lower and tests/differential.
#pragma once

#include <future>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/source/source_file.h"

namespace hjemmel::lower {

// `beside`: whether what the plan tells (engine/lower/told.h) is found in a thread of its own; the plan is the same either way.
[[nodiscard]] eval::Plan lower(ir::Program const& program, source::Sources const& sources,
                               std::launch beside = std::launch::deferred);

}  // namespace hjemmel::lower
