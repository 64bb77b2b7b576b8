// Odd characters: those that text from law sites, web pages and word processors brings along and no word of the language holds.
//
// In: where parsing stopped. Out: what stands there, by the name that people know it by, and what to write instead. Tested in
// tests/golden/syntax/bad/characters and tests/golden/planted.
#pragma once

#include <optional>
#include <string_view>

#include "engine/diag/diagnostic.h"
#include "engine/source/span.h"

namespace hjemmel::syntax {

// At byte `at` of the text; nothing where the character could belong to a token. `name_wanted`: only a name could stand there.
[[nodiscard]] std::optional<diag::Diagnostic> describe_odd_character(source::FileId file, std::string_view text,
                                                                     std::uint32_t at, bool name_wanted);

}  // namespace hjemmel::syntax
