// read_declaration: one declaration by the grammar. What the rest of the folder sees of Boost.Spirit: nothing.
#pragma once

#include "engine/syntax/grammar/session.h"

namespace hjemmel::syntax::grammar {

// Moves `at` from the declaration's word to what stands in column 1 behind it; false, with the fault or the furthest place in
// the session, when it does not parse. Throws nothing.
[[nodiscard]] bool read_declaration(Session& session, Iterator& at);

}  // namespace hjemmel::syntax::grammar
