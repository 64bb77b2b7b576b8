// Cost: a package that could take too long over one case is refused, by what its rules and the lengths of its lists allow.
//
// In: a program with its plan and what that costs. Out: a diagnostic at the declaration that takes most of it. Tested in
// tests/unit/package/cost_test.cpp and tests/golden/check.
#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/cost.h"

namespace hjemmel::package {

// Whether deciding a case takes at most `limit` steps; the sink says why not.
[[nodiscard]] bool check_cost(ir::Program const& program, eval::Plan const& plan, lower::Cost const& cost,
                              lower::Steps limit, diag::Sink& sink);

}  // namespace hjemmel::package
