// The words of a condition as explanations show them: on one line, with the blanks that `hjemmel format` puts.
//
// In: the text of an expression as its author wrote it. Out: its words, the same however they were spaced. Tested in
// tests/unit/lower/words_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hjemmel::lower {

[[nodiscard]] std::string canonical_words(std::string_view written);
void append_canonical_words(std::string& to, std::string_view written);

}  // namespace hjemmel::lower
