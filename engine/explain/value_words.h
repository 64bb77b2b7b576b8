// Values of a trace as people read them: `12.5 g` is `12,5 g` in bokmål, `2026-03-01` is `1 March 2026` or `1. mars 2026`.
//
// In: a value as a trace writes it. Out: the same in the language asked for. Names of enumeration values are found by their
// fact. Tested in tests/unit/explain/value_words_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/explain/names.h"

namespace hjemmel::explain {

// `of` is the path of a fact, for the labels of its values; empty where the value is no enumeration's.
[[nodiscard]] std::string value_words(std::string_view value, std::string_view of, Names const& names);
// Dates and figures in any text.
[[nodiscard]] std::string localized(std::string_view text, Language language);

}  // namespace hjemmel::explain
