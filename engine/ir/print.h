// Printing of the IR: a whole Program as stable, readable text. Golden tests compare it; a failing random test shows it.
//
// In: any Program, also one that `verify` would refuse (what points nowhere prints as `?`). Out: one declaration after
// another in the order of the Program's tables, no spans. Expressions are written by print_expr.cpp, every operation in
// parentheses, variables as v0, v1. Tested in tests/unit/ir/print_test.cpp.
#pragma once

#include <string>

#include "engine/ir/program.h"

namespace hjemmel::ir {

[[nodiscard]] std::string print(Program const& program);

// `amount of Substance`, `mass`, `list of case.seizures`
[[nodiscard]] std::string print_type(Program const& program, Type const& type);
// `(case.amount <= 15 g)`; empty when there is no expression.
[[nodiscard]] std::string print_expr(Program const& program, ExprId id);
// A value of that type as a constant is written: `true`, `2026-03-01`, `cannabis`, `12.5 g`.
[[nodiscard]] std::string print_value(Program const& program, Type const& type, base::Decimal number);
// Its lines, each node by its number.
[[nodiscard]] std::string print_property(Program const& program, Property const& property);
// `g`, `months`, a declared unit's name; empty for a bare number.
[[nodiscard]] std::string print_unit(Program const& program, base::Dimension dimension);

}  // namespace hjemmel::ir
