// Verification of the IR: proves what every later stage takes for granted, so that none of them needs to doubt an id.
//
// In: a Program. Out: one text a broken invariant, saying where; empty when the program is sound. A fault here is a fault of
// `check`, never of the drafter. Three parts, each relying on those before it: verify_ids.cpp (every id in range, children
// before parents, shapes), verify_expr.cpp (types of operands, variables bound), verify.cpp (tables, rules, orders, cycles).
// Tested in tests/unit/ir/verify_test.cpp, one planted fault for each check.
#pragma once

#include <string>
#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::ir {

[[nodiscard]] std::vector<std::string> verify(Program const& program);

}  // namespace hjemmel::ir
