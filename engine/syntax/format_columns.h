// Columns: neighbouring lines of one block get cells that begin at the same place, and so do neighbouring trailing comments.
//
// In: lines as indentation, cells and comment. Out: the text. Widths count code points, so æøå align. A cell's column is as
// wide as it must be for the neighbouring lines that have a further cell. Tested through format_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hjemmel::syntax {

struct TextLine {
  std::uint32_t indent = 0;
  std::uint64_t block = 0;         // 0: aligned with no other line
  std::vector<std::string> cells;  // none: a line with a comment only
  std::string_view comment;        // with its `#`; owned by the source
  bool blank_before = false;
};

[[nodiscard]] std::string join_lines(std::vector<TextLine> const& lines);

}  // namespace hjemmel::syntax
