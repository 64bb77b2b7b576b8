// parse: one `.rules` file to its syntax tree. The only door to the grammar.
//
// In: a file that was read. Out: the tree of its good declarations, and in the sink at most one message for each faulty one,
// at its own place. Nothing when the bytes are no text (not UTF-8). Never throws, never crashes on any bytes: nesting,
// operands and messages are capped. Names, types and units are not looked up here. Tested in tests/unit/syntax/parse_test.cpp.
#pragma once

#include <optional>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/syntax/tree.h"

namespace hjemmel::syntax {

inline constexpr int kMaxNesting = 200;            // parentheses, `not`, `-`, `if` and the like around one value
inline constexpr int kMaxOperands = 1000;          // joined by one chain of `and`, `or`, `+`, `*` without parentheses
inline constexpr std::uint32_t kMaxHeight = 1000;  // of one expression's tree: what later stages may recurse over
inline constexpr int kMaxMessages = 50;            // in one file; what comes after is not read

[[nodiscard]] std::optional<Tree> parse(source::FileId file, source::Sources const& sources, diag::Sink& sink);

}  // namespace hjemmel::syntax
