// The decisions that expressions read, through definitions too.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::lower {

// One collector serves many walks: what was met is marked with the number of the walk. In each walk a definition is walked once.
class ReadCollector {
 public:
  explicit ReadCollector(ir::Program const& program);

  void visit(ir::ExprId root);
  // Each once, ascending; what is visited next belongs to another walk.
  std::vector<std::uint32_t> take();

 private:
  bool is_new(std::uint32_t& met) const { return std::exchange(met, walk_) != walk_; }
  void mark();
  [[nodiscard]] bool leads_on(ir::Expr const& expr) const;
  void visit_presumptions(ir::FactId fact);
  void visit_definition(ir::DefinitionId id);

  ir::Program const& program_;
  std::vector<std::vector<ir::ExprId>> presumed_;  // by fact: when it is presumed
  std::vector<std::uint32_t> facts_;               // the walk in which it was met
  std::vector<std::uint32_t> definitions_;         // likewise
  std::vector<char> may_read_;                     // by expression: else nothing below it reads a decision
  std::vector<ir::ExprId> open_;
  std::vector<std::uint32_t> reads_;
  std::uint32_t walk_ = 1;
};

}  // namespace hjemmel::lower
