// The digest of a text: what sources.lock stores in its place.
//
// In: a text of an act. Out: `sha256:` and 64 hexadecimal digits, over the text without blanks and marks of no width (plain_text.h).
// Paragraphs are parted by a line end, items begin with a line end and `-`. Tested in tests/unit/sources/resolve_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/sources/act.h"

namespace hjemmel::sources {

[[nodiscard]] std::string digest_of(std::string_view text);
[[nodiscard]] std::string digest_of(Item const& item);
[[nodiscard]] std::string digest_of(Paragraph const& paragraph);
[[nodiscard]] std::string digest_of(Section const& section);  // its paragraphs; neither number nor title

// Whether `word` has the form of one.
[[nodiscard]] bool is_digest(std::string_view word);

}  // namespace hjemmel::sources
