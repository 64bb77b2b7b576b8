// Comparison operators turned about.
#pragma once

#include "engine/ir/expr.h"

namespace hjemmel::ir {

// The comparison that holds where this one does not, of values that both apply. Of `op` that is none: `equal`.
[[nodiscard]] constexpr ExprOp opposite(ExprOp op) {
  switch (op) {
    case ExprOp::equal:
      return ExprOp::not_equal;
    case ExprOp::less:
      return ExprOp::greater_equal;
    case ExprOp::less_equal:
      return ExprOp::greater;
    case ExprOp::greater:
      return ExprOp::less_equal;
    case ExprOp::greater_equal:
      return ExprOp::less;
    default:
      return ExprOp::equal;
  }
}

// `a < b` as `b > a`; `equal`, `not_equal` and what is no comparison stay as they are.
[[nodiscard]] constexpr ExprOp mirrored(ExprOp op) {
  switch (op) {
    case ExprOp::less:
      return ExprOp::greater;
    case ExprOp::less_equal:
      return ExprOp::greater_equal;
    case ExprOp::greater:
      return ExprOp::less;
    case ExprOp::greater_equal:
      return ExprOp::less_equal;
    default:
      return op;
  }
}

}  // namespace hjemmel::ir
