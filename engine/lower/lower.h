// Lower: a frozen, verified program to the plan that the machine runs.
//
// In: the IR, and the sources for the words of conditions in traces. Out: a Plan that refers to neither. Cannot fail: what
// could be wrong was refused by `check`. Tested through tests/unit/lower and tests/differential.
#pragma once

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/source/source_file.h"

namespace hjemmel::lower {

[[nodiscard]] eval::Plan lower(ir::Program const& program, source::Sources const& sources);

// The same without what it tells (engine/lower/told.h): that may be found meanwhile, and is put in at the end.
[[nodiscard]] eval::Plan lower_code(ir::Program const& program, source::Sources const& sources);

}  // namespace hjemmel::lower
