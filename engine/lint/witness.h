// A witness: one case, wholly known, that lies in a box.
//
// In: a box. Out: a case that has the values it asks of facts and ages; all other facts have the first value that they can
// have, and lists hold nothing. What a box asks of other things is left to chance: whoever uses a witness decides the case
// and looks. Tested in tests/golden/lint.
#pragma once

#include "engine/eval/facts.h"
#include "engine/lint/ways.h"

namespace hjemmel::lint {

[[nodiscard]] eval::Case witness_of(ir::Program const& program, Box const& box);

}  // namespace hjemmel::lint
