// An explanation in prose, as a lawyer would write it: the outcome, why, what gave way, why not another, and what is open.
//
// In: an explanation, and the program for labels and expressions. Out: text in English or bokmål, lines of at most kTextWidth
// letters. Tested in tests/golden/explain.
#pragma once

#include <string>

#include "engine/explain/explanation.h"
#include "engine/explain/words.h"

namespace hjemmel::explain {

[[nodiscard]] std::string explanation_text(Explanation const& explanation, ir::Program const& program,
                                           Language language);

}  // namespace hjemmel::explain
