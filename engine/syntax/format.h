// format: the source of a tree in its canonical layout.
//
// In: the tree of a file without faults. Out: the same declarations, comments and line breaks, with normal indentation, blanks
// between tokens, aligned columns of neighbouring rows and trailing comments, and at most one blank line in a row; nothing
// for a tree with broken declarations. Formatting twice changes nothing more, and the result parses to the same tree (kinds
// and token texts). The layout is described in format_layout.h. Tested in tests/unit/syntax/format_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "engine/syntax/tree.h"

namespace hjemmel::syntax {

[[nodiscard]] std::optional<std::string> format(Tree const& tree);

}  // namespace hjemmel::syntax
