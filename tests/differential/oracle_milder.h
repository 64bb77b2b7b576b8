// The milder of two laws, read off the language's definition: which of the two holds in one completion.
#pragma once

#include "tests/differential/oracle_judge.h"

namespace hjemmel::oracle {

[[nodiscard]] bool is_fault(eval::Status status);

// Whether the law at the decision holds; else the law at the act does.
[[nodiscard]] bool decision_is_milder(ir::Program const& program, Judge& at_act, Judge& at_decision);

}  // namespace hjemmel::oracle
