// Terms: the things that conditions compare, each once, however often it is written: facts, ages, counts, table readings.
//
// In: a program. Out: for each expression the number of its term, what values it can have at all (schema, type), and the
// constant that it is, if it is one. Two expressions with one number have one value in any case. Expressions over lists are
// alike only where they are one and the same. Tested in tests/unit/lint/ways_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ir/program.h"
#include "engine/lint/allowed.h"

namespace hjemmel::lint {

using TermId = std::uint32_t;

class Terms {
 public:
  explicit Terms(ir::Program const& program);

  [[nodiscard]] TermId of(ir::ExprId expr) const { return by_expr_[expr.index]; }
  // What it can be at all.
  [[nodiscard]] Allowed domain(ir::ExprId expr) const;
  // The number that it always is, through definitions and parameters that are fixed.
  [[nodiscard]] std::optional<base::Decimal> constant(ir::ExprId expr) const;
  // The order of two things: -1, 0, 1, or not applicable. `swapped` where the first one stands behind in it.
  struct Order {
    TermId term = 0;
    bool swapped = false;
    bool may_be_not_applicable = false;
  };
  [[nodiscard]] Order order(ir::ExprId left, ir::ExprId right);
  // Which options are the only ones of a decision.
  [[nodiscard]] TermId only_option(ir::DecisionId decision);

 private:
  [[nodiscard]] TermId number(std::string const& key);
  [[nodiscard]] std::string key_of(ir::Expr const& expr) const;
  [[nodiscard]] bool may_be_not_applicable(ir::Expr const& expr) const;

  ir::Program const& program_;
  std::map<std::string, TermId> by_key_;
  std::vector<TermId> by_expr_;
  std::vector<bool> not_applicable_;  // by expression: whether it can be
};

}  // namespace hjemmel::lint
