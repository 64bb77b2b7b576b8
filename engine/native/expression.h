// Expressions: one node as C++, of the nodes that it reads.
//
// In: where the value of each operand is found at the place of writing. Out: the text of its value and of where it is open, with the
// meaning that engine/columns/run_nodes.cpp gives the node. Tested in tests/differential/native_vs_interpreter_test.cpp.
#pragma once

#include <functional>
#include <string>

#include "engine/native/shape.h"

namespace hjemmel::native {

struct Expression {
  std::string value;
  std::string open;  // empty: it is never open
};

// An operand at its own width; its place is always simple enough to be written twice.
using Place = std::function<Expression(std::uint32_t node)>;

// `u8`, `i16`, `i32`, `i64`
[[nodiscard]] std::string type_of(Width width);
[[nodiscard]] std::string literal(Width width, std::int64_t value);
// Of a truth u8.
[[nodiscard]] std::string type_of(columns::Kernel const& kernel, Shape const& shape, std::uint32_t node);

// A constant as it stands; neither value nor open for any other node.
[[nodiscard]] Expression constant(columns::Kernel const& kernel, Shape const& shape, std::uint32_t node);

// Of a node whose loop is no `loop`, `months` or `spread`. A table that it reads is called T or S with its number, what the law
// leaves open of T is U.
[[nodiscard]] Expression expression(columns::Kernel const& kernel, Shape const& shape, std::uint32_t node,
                                    Place const& place);

}  // namespace hjemmel::native
