// The text of an act without what no reader sees: how blanks are set, marks of no width.
//
// In: valid UTF-8. Out: text to read and text to take a digest of. The copies of an act differ in their blanks (`§ 38 ,` where a link
// stood, `etter§ 3`), so a digest is taken without any; every other letter and mark counts. Tested in
// tests/unit/sources/plain_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hjemmel::sources {

// Every stretch of blanks (no-break ones, tabs and line ends too) as one; none at the ends; soft hyphens and marks of no width gone.
[[nodiscard]] std::string one_blank(std::string_view text);

// Without any blank.
[[nodiscard]] std::string without_blanks(std::string_view text);

}  // namespace hjemmel::sources
