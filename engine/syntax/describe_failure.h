// describe_failure: what a parse that failed says to the author: place, words and help.
//
// In: the session of a declaration that did not parse. Out: one diagnostic. Faults that a token found carry their own words;
// else the character or word at the furthest place reached is looked at, and what was expected there is listed. A file of
// its own because it is words for people, not grammar. Tested in tests/unit/syntax/describe_failure_test.cpp.
#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/syntax/grammar/session.h"

namespace hjemmel::syntax {

// `session` has just failed to read a declaration of `text`.
[[nodiscard]] diag::Diagnostic describe_failure(grammar::Session const& session, source::FileId file,
                                                std::string_view text);

// What stands in column 1 at `at` begins no declaration.
[[nodiscard]] diag::Diagnostic describe_unknown_declaration(Language language, source::FileId file,
                                                            std::string_view text, std::uint32_t at);

}  // namespace hjemmel::syntax
