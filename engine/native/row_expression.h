// Row expressions: one node as C++ for one case, of the nodes that it reads.
//
// In: a node, and which nodes before it may be open. Out: the text of its value and of where it is open: numbers are i64, truths and what is
// open u64, 0 or 1, and a truth that is open is 0. The meaning is that of engine/rows/scalar.cpp; an ordinal that a table does not have is
// open. Tested in tests/differential/native_rows_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/columns/kernel.h"

namespace hjemmel::native {

struct RowExpression {
  std::string value;
  std::string open;  // empty: it never is
};

class RowExpressions {
 public:
  explicit RowExpressions(columns::Kernel const& kernel) : kernel_(kernel), may_be_open_(kernel.nodes.size()) {}

  // Of a node that is neither a load nor taken over a list.
  [[nodiscard]] RowExpression of(std::uint32_t node) const;
  // The node as a line, `i64 const vN = …;` with `u64 const oN = …;` behind it where it may be open; of a constant nothing.
  [[nodiscard]] std::string define(std::uint32_t node, RowExpression const& expression);

  // As others read it: a name, or a number.
  [[nodiscard]] std::string value(std::uint32_t node) const;
  [[nodiscard]] std::string open(std::uint32_t node) const;

  // Where a truth is known not to hold.
  [[nodiscard]] std::string denied(std::uint32_t node) const;

  // The tables and sets that expressions so far have read, for in front of the function.
  [[nodiscard]] static std::string tables(columns::Kernel const& kernel, std::vector<std::uint32_t> const& nodes);

 private:
  [[nodiscard]] RowExpression number(columns::Node const& node) const;
  [[nodiscard]] RowExpression truth(columns::Node const& node) const;
  [[nodiscard]] RowExpression compared(columns::Node const& node) const;
  [[nodiscard]] RowExpression connected(columns::Node const& node) const;
  [[nodiscard]] RowExpression chosen(columns::Node const& node) const;
  [[nodiscard]] RowExpression counted(columns::Node const& node) const;
  [[nodiscard]] RowExpression looked_up(columns::Node const& node) const;
  [[nodiscard]] std::string either(std::uint32_t a, std::uint32_t b) const;

  columns::Kernel const& kernel_;
  std::vector<bool> may_be_open_;  // by node
};

}  // namespace hjemmel::native
