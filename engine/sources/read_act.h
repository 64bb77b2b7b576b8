// The text of an act to its sections and paragraphs.
//
// In: one file, with front matter, headings `#` to `######`, paragraphs parted by empty lines, lists of `- ` lines. Out: an Act, or
// messages with file and line. Commentary (`Merknader til § 1`) and notes on amendments (`*Endret ved lov …*`) are no paragraphs.
// Bytes of any kind may come in. Tested in tests/unit/sources/read_act_test.cpp and tests/golden/sources; fuzzed.
#pragma once

#include <optional>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/sources/act.h"
#include "engine/sources/front_matter.h"

namespace hjemmel::sources {

// Bytes of one line, and sections, paragraphs and items of one act.
inline constexpr std::size_t kMaxLineBytes = 262'144;
inline constexpr std::size_t kMaxSections = 20'000;
inline constexpr std::size_t kMaxTexts = 200'000;

// Nothing, with a message, when the text is no UTF-8, its front matter is at fault, it has no section or is past a cap.
[[nodiscard]] std::optional<Act> read_act(source::FileId file, source::Sources const& sources, diag::Sink& sink);

// The title of a section or chapter that is no longer there.
[[nodiscard]] bool says_repealed(std::string_view title);

}  // namespace hjemmel::sources
