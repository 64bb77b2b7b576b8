// Measures: the types that arithmetic works on, and which of them are alike.
//
// A measure is a bare number, a quantity, an amount, or a ratio of one of these that is not rounded yet. One place, so that
// `check` and `verify` hold the same algebra (rules/LANGUAGE.md, «Numbers»). Tested in tests/unit/ir/measure_test.cpp.
#pragma once

#include <optional>

#include "engine/ir/type.h"

namespace hjemmel::ir {

[[nodiscard]] bool is_ratio(Type const& type);
// Neither a quantity nor an amount, nor a ratio of them.
[[nodiscard]] bool is_number(Type const& type);
[[nodiscard]] bool is_measure(Type const& type);
// What a decision may be on, and what may bound a parameter: a number, a quantity or a date.
[[nodiscard]] bool is_figure(Type const& type);
[[nodiscard]] bool is_quantity(Type const& type, base::Dimension dimension);

// What division makes of a measure, and what rounding makes of it again (of a bare ratio: a decimal).
[[nodiscard]] Type unrounded(Type const& type);
[[nodiscard]] Type rounded(Type const& type);

// The type that holds the values of both; nothing when they are unlike.
[[nodiscard]] std::optional<Type> common_type(Type const& left, Type const& right);
// A value of type `from` may stand where `to` is declared.
[[nodiscard]] bool fits(Type const& from, Type const& to);

}  // namespace hjemmel::ir
