// The binary operators: which there are, how tight they bind, and the one that stands at a place.
//
// In: a place behind a value. Out: the operator there with where it ends, chosen by its first byte. climb.h reads with them.
// Tested in tests/unit/syntax/expression_test.cpp.
#pragma once

#include "engine/syntax/grammar/scan.h"

namespace hjemmel::syntax::grammar {

// Loosest first.
enum class Level { connective, negation, comparison, rounding, sum, product, unary };

struct Operator {
  NodeKind kind{};
  Level level{};
  Keyword written;
  bool is_sign = false;
};

// An operator where it stands.
struct FoundOperator {
  Operator const* op = nullptr;  // none stands there
  Iterator end = nullptr;
  Iterator after = nullptr;  // where what follows begins
};

// Notes no miss; refuses `==`.
[[nodiscard]] FoundOperator find_operator(Session& session, Iterator at);

}  // namespace hjemmel::syntax::grammar
