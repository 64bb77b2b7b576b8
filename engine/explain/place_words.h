// Places in a statute, said in the other language: `second paragraph, letter b` is `annet ledd, bokstav b`.
//
// In: a place as a package cites it. Out: the same in the language asked for; words that are not those of places stay as they
// are. Tested in tests/unit/explain/place_words_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/explain/words.h"

namespace hjemmel::explain {

[[nodiscard]] std::string place_words(std::string_view place, Language language);

}  // namespace hjemmel::explain
