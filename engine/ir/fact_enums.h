// Which enumerations are those of facts: the values that a case may have, and not those that decisions choose among.
//
// In: a program. Out: one flag an enumeration. Tested through packages that use packages, tests/golden/uses.
#pragma once

#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::ir {

// By EnumId: some fact, or some field of a record, is of it.
[[nodiscard]] std::vector<bool> enums_of_facts(Program const& program);

}  // namespace hjemmel::ir
