// Whether a plan that was read from a file is one that the machine may run: nothing in it points past an end, and no value is used
// as what it is not.
//
// A plan that lowering made is sound by construction; one from a file may have been made by anyone. Its program is
// verified besides, at the same time: what is followed of it here is looked at here too. Each costs one walk over the plan. Private to this folder; tested in tests/unit/saved/check_plan_test.cpp.
#pragma once

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/cost.h"

namespace hjemmel::saved {

// All of it: the two below.
[[nodiscard]] bool plan_is_sound(ir::Program const& program, eval::Plan const& plan);

// What is said of facts, rules, decisions, services: as many as the program has, and each index in its table.
[[nodiscard]] bool indexes_are_good(ir::Program const& program, eval::Plan const& plan);
// The blocks of code: operands there and of the right kind, one value left, variables bound, and no block within itself. Relies on
// the indexes.
[[nodiscard]] bool code_is_good(ir::Program const& program, eval::Plan const& plan);

[[nodiscard]] bool cost_fits(eval::Plan const& plan, lower::Cost const& cost);

}  // namespace hjemmel::saved
