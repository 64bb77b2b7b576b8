// Dated: which expressions may come out otherwise where another date picks the law.
//
// In: a program. Out: one flag an expression. What is not dated says the same under two laws, so that a completion that assumes
// it under the one has assumed it under the other. Errs on the side of dated. Tested in tests/unit/lower/dated_test.cpp.
#pragma once

#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::lower {

// By ExprId. All false where the program is never read as of two dates: no `milder for`, no `… at d`.
[[nodiscard]] std::vector<bool> dated_expressions(ir::Program const& program);

}  // namespace hjemmel::lower
