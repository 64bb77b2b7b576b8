// A small sound program with one of everything, for the tests of printing and verifying. Its places are named below.
#pragma once

#include "engine/ir/program.h"

namespace hjemmel::ir {

inline constexpr std::size_t kReaction = 0;  // enums
inline constexpr std::size_t kSubstance = 1;
inline constexpr std::size_t kFlag = 0;  // facts
inline constexpr std::size_t kBirth = 1;
inline constexpr std::size_t kActDate = 2;
inline constexpr std::size_t kItems = 3;
inline constexpr std::size_t kCount = 4;

[[nodiscard]] Program sample_program();

// The first expression with that operation.
[[nodiscard]] Expr& expr_of(Program& program, ExprOp op);

}  // namespace hjemmel::ir
