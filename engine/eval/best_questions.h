// Best questions: what several services ask, each question once, in one order.
//
// In: entitlements that the caller owns. Out: their questions, with the services that hang on each. Tested in
// tests/unit/eval/best_questions_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "engine/eval/entitle.h"

namespace hjemmel::eval {

// A question with the services that hang on it, as places in the list that was asked.
struct SharedQuestion {
  Missing missing;
  std::vector<std::size_t> services;
};

// Every question once of all services that may still be given, best first: the one that rules out most of what is possible,
// counted over all services together, in the worst case and the best alike; then the one that most services hang on; then by kind
// and what it takes as in missing.h; then what the criteria, as written, read first; then by name.
[[nodiscard]] std::vector<SharedQuestion> best_questions(std::span<Entitlement const* const> all);

}  // namespace hjemmel::eval
