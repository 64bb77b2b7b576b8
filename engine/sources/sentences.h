// The sentences («punktum») of a paragraph or an item.
//
// In: text with one blank between words. Out: its sentences in order, without the blank between them. A point ends a sentence where
// a new one begins behind it: with a capital letter, `§`, a quotation mark or a bracket; not behind an abbreviation that never ends
// one (`jf.`, `nr.`, `f.eks.`). Tested in tests/unit/sources/sentences_test.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace hjemmel::sources {

// Parts of `text`, which they look into.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view text);

}  // namespace hjemmel::sources
