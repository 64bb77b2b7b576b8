// Stack: the amendments of one run in the order in which they are laid on, with no two that speak of the same thing unordered.
//
// In: the trees of the amendment files. Out: each as data, and an order that does not hang on how they were given: what is
// `after` another follows it, else by name. Tested through tests/golden/amend.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/amend/operation.h"

namespace hjemmel::amend {

struct Stack {
  std::vector<Amendment> amendments;  // as given
  std::vector<std::size_t> order;
};

[[nodiscard]] std::optional<Stack> build_stack(std::span<syntax::Tree const> files, std::string_view package,
                                               diag::Sink& sink);

// `adds`, `replaces`, `repeals`, `changes the period of`
[[nodiscard]] std::string_view verb(Action action);

}  // namespace hjemmel::amend
