// Ways: how a condition can come to be true, or not true, as boxes: for each term what it may then be.
//
// In: conditions that are to hold or not to hold together. Out: boxes that between them cover every case in which they do;
// none: they never do. What is not understood is left open, and past kMostWays the rest is left out of account, so a box may
// be too wide and is never too narrow: "never" is sure, "perhaps" is not. Tested in tests/unit/lint/ways_test.cpp.
#pragma once

#include <utility>
#include <vector>

#include "engine/lint/terms.h"

namespace hjemmel::lint {

struct Limit {
  TermId term = 0;
  Allowed allowed;
  ir::ExprId expr;  // one that reads the term; none where the term is an order
};

using Box = std::vector<Limit>;  // by term, each once; none: anything
using Ways = std::vector<Box>;

inline constexpr std::size_t kMostWays = 256;
// Conditions in conditions, definitions included; deeper ones are left open.
inline constexpr std::uint32_t kMostDepth = 60;

// A condition that is to be true, or is to be anything but true (and no error).
struct Demand {
  ir::ExprId condition;
  bool holds = true;
};

class Reasoner {
 public:
  explicit Reasoner(ir::Program const& program) : program_(program), terms_(program) {}

  [[nodiscard]] Ways ways(Demand demand) { return ways_of(demand.condition, demand.holds, 0); }
  [[nodiscard]] Ways ways(std::vector<Demand> const& together);
  [[nodiscard]] bool is_possible(std::vector<Demand> const& together) { return !ways(together).empty(); }
  [[nodiscard]] static Ways both(Ways const& left, Ways const& right);
  [[nodiscard]] static Ways either(Ways left, Ways const& right);

 private:
  [[nodiscard]] Ways ways_of(ir::ExprId id, bool holds, std::uint32_t depth);
  [[nodiscard]] Ways joined(ir::Expr const& expr, bool holds, bool all, std::uint32_t depth);
  [[nodiscard]] Ways chosen(ir::Expr const& expr, bool holds, std::uint32_t depth);
  [[nodiscard]] Ways compared(ir::Expr const& expr, bool holds);
  [[nodiscard]] Ways ordered(ir::Expr const& expr, bool holds);
  [[nodiscard]] Ways member(ir::Expr const& expr, bool holds);
  [[nodiscard]] Ways applies(ir::Expr const& expr, bool holds);
  [[nodiscard]] Ways only_option(ir::Expr const& expr, bool holds);
  [[nodiscard]] Ways truth(ir::ExprId id, bool holds);
  [[nodiscard]] Ways limited(ir::ExprId id, Allowed wanted, bool holds);

  ir::Program const& program_;
  Terms terms_;
};

}  // namespace hjemmel::lint
