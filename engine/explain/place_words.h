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

// The status that a package's head names: `in_force` is `in force` or `gjeldende rett`; of one that is not known its own words.
[[nodiscard]] std::string status_words(std::string_view status, Language language);

}  // namespace hjemmel::explain
