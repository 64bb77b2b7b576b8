// Periods in which something is in force, as the rules write them, in the language of the reader.
//
// In: `from 2022-07-01 until 2029-01-01`, in the words of rules of either language. Out: `fra 2022-07-01 inntil 2029-01-01`;
// dates stay as they are. `until` names the first day out of force. Tested in tests/unit/explain/period_words_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/explain/words.h"

namespace hjemmel::explain {

[[nodiscard]] std::string period_words(std::string_view period, Language language);

}  // namespace hjemmel::explain
