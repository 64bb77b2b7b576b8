// The line that a message points at, safe to print, and the carets under it.
//
// In: a text and a span in it; the text may be anything, also bytes that are no UTF-8. Out: one line of printable text and one
// line of carets that stands under the span. Control, zero-width and broken characters show as U+FFFD, so that no file can
// write to the terminal. Tested in tests/unit/diag/render_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/source/span.h"

namespace hjemmel::diag {

struct Excerpt {
  std::string line;    // cut around the span where it is longer than kExcerptColumns
  std::string carets;  // blanks and tabs, then at least one `^`
};

inline constexpr std::size_t kExcerptColumns = 110;

// Of a span over several lines, the part on its first line.
[[nodiscard]] Excerpt excerpt(std::string_view text, source::Span span);

// `text` on one line with nothing in it that a terminal would obey.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace hjemmel::diag
