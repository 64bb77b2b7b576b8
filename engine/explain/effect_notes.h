// What a rule says, as notes: names and figures of its effects.
//
// In: a rule of the program. Out: its effects in written order, the choosing one first. Figures that are computed have no side.
// Tested in tests/unit/explain/explanation_of_test.cpp.
#pragma once

#include <vector>

#include "engine/explain/explanation.h"

namespace hjemmel::explain {

[[nodiscard]] std::vector<EffectNote> effects_of(ir::Program const& program, ir::Rule const& rule);

}  // namespace hjemmel::explain
