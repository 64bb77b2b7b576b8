// translate: a file of rules with the language's words in English or bokmål, in the canonical layout.
//
// In: the tree of a file without faults. Out: the same declarations, names, texts and comments; only the words of keyword.def
// change, and what the head's `language` line says. The result is parsed and must give the same tree; where a name is a word
// of the other language it does not, and the name is reported instead. Tested in tests/unit/syntax/translate_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/syntax/tree.h"

namespace hjemmel::syntax {

[[nodiscard]] std::optional<std::string> translate(Tree const& tree, Language language, diag::Sink& sink);

}  // namespace hjemmel::syntax
