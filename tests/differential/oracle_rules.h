// Rules by the definition: the state of each rule of a decision, and the outcome that a set of applied rules makes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "tests/differential/oracle_value.h"

namespace hjemmel::oracle {

// What stands above what on one decision, by places in the decision's rules.
struct Precedence {
  std::vector<std::vector<bool>> above;       // above[a][b]: a overrides b, directly or through others
  std::vector<std::vector<bool>> disapplies;  // disapplies[a][b]
  std::vector<std::vector<bool>> takes_out;   // above, and b is out altogether when a applies
};

[[nodiscard]] Precedence precedence_of(ir::Program const& program, std::uint32_t decision);

// What computed bounds come to in one completion, by their expressions.
using Figures = std::map<ir::ExprId, base::Decimal>;

// The outcome of the rules applied (by place), all facts known.
struct Composed {
  Point point;
  std::vector<std::uint32_t> option_ordinals;
  std::vector<bool> chose;        // by place: rules whose choice stands
  std::vector<bool> contributed;  // by place: rules that the outcome owes something to
};

[[nodiscard]] Composed compose(ir::Program const& program, std::uint32_t decision, Precedence const& precedence,
                               std::vector<bool> const& applied, Figures const& figures);

}  // namespace hjemmel::oracle
