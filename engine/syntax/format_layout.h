// Layout: what the tree says about where lines begin and what stands between two tokens.
//
// Indentation: declarations 0; their clauses and rows 2; grounds 6; `with` under the effect's text, 8; a line that goes on
// 6 further than the line kind it goes on from, and 2 more for each `(` that is open where it begins. In: a tree. Out: the places that matter to the formatter, by byte offset.
// A file of its own so that the look of the language is decided in one place. Tested through format_test.cpp.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/syntax/tree.h"

namespace hjemmel::syntax {

// A construct that may begin a line.
struct LineMark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t indent = 0;
  std::uint32_t continuation = 0;  // indentation of its further lines
  std::uint64_t block = 0;         // neighbouring lines with the same one share columns; 0: none
};

enum class Gap : std::uint8_t { normal, none, wide, column };

struct Layout {
  std::vector<LineMark> marks;  // in order of begin, outer before inner
  std::unordered_map<std::uint32_t, Gap>
      gap_before;  // of the token that begins there, where it is not first on its line
  std::unordered_map<std::uint32_t, Gap> gap_after;   // of the token that begins there
  std::unordered_map<std::uint32_t, bool> in_braces;  // a parameter or bound begins there
};

[[nodiscard]] Layout layout_of(Tree const& tree);

}  // namespace hjemmel::syntax
