// The precedence of rules in a plan: what overrides what, transitively, and the order in which that is settled.
#pragma once

#include <utility>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"

namespace hjemmel::lower {

// Of each rule: all rules from which it can be reached by `overrides`, those of them that put it out, and who disapplies it.
void settle_precedence(ir::Program const& program, eval::Plan& plan);

// In written order, but each behind all that can put it out. Each rule has its place among the rules of its decision. One serves
// many decisions, in the memory of the one before.
class RuleOrder {
 public:
  explicit RuleOrder(eval::Plan const& plan) : plan_(plan) {}

  // Until it is asked again.
  std::vector<std::uint32_t> const& of(eval::Numbers rules);

 private:
  using Wait = std::pair<std::size_t, std::size_t>;  // the place that is waited for, and the one that waits

  void find_waits(std::span<std::uint32_t const> rules);
  void make_ready(std::size_t place);

  eval::Plan const& plan_;
  std::vector<std::uint32_t> order_;
  std::vector<Wait> waits_;             // ascending
  std::vector<std::size_t> waits_for_;  // by place: how many
  std::vector<std::size_t> ready_;      // a heap, the first in written order on top
};

}  // namespace hjemmel::lower
