// print_tree: the tree as text, an S-expression of kinds and token texts, for tests: `(less (path a) (number 3))`.
#pragma once

#include <string>

#include "engine/syntax/tree.h"

namespace hjemmel::syntax {

// One declaration a line. Tokens with their text; the same tree gives the same text whatever the layout of its source.
[[nodiscard]] std::string print_tree(Tree const& tree);
[[nodiscard]] std::string print_tree(Tree const& tree, NodeRef node);

}  // namespace hjemmel::syntax
