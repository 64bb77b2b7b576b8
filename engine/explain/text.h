// The outcome document for people: what a caseworker or a lawyer reads on a terminal.
//
// Outcome first, then what may be chosen and on which conditions, then why (with the law behind it), then what was read.
// Needs the program for titles of sources and for labels; without it, names stand as they are written in the rules. The
// sections `why` and `facts` need traces: a decision without one has only the names of its rules and its citations.
// Lines are broken at 100 columns; control characters of a fact's text are shown, never sent to the terminal.
// Tested in tests/unit/explain/text_test.cpp.
#pragma once

#include <string>

#include "engine/explain/document.h"
#include "engine/explain/words.h"
#include "engine/ir/program.h"

namespace hjemmel::explain {

[[nodiscard]] std::string outcome_text(DecisionDocument const& document, ir::Program const* program = nullptr,
                                       Language language = Language::english);

}  // namespace hjemmel::explain
