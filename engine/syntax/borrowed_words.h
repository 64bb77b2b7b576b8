// Borrowed words: what other texts and languages use for a sign or a word of this one (`over`, `max`, `must be`, `//`).
//
// In: where parsing stopped, and what could have stood there. Out: what to write instead, or nothing, so that the usual help
// stands. Tested in tests/golden/help/bad/words and tests/golden/syntax/bad/habits.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/syntax/grammar/session.h"

namespace hjemmel::syntax {

// `text` is the whole file; `found` the author's word at the furthest place.
[[nodiscard]] std::string help_for_borrowed(grammar::Session const& session, std::string_view text,
                                            std::span<grammar::Expectation const> expected, std::string_view found);

// A comment as other languages write it.
[[nodiscard]] std::string help_for_comment(std::string_view text, grammar::Iterator at);

// `status in force`: a word of the language where the status of a package is named.
[[nodiscard]] std::string help_for_status(grammar::Session const& session, std::string_view text, grammar::Iterator at);

}  // namespace hjemmel::syntax
