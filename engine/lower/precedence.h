// The precedence of rules in a plan: what overrides what, transitively, and the order in which that is settled.
#pragma once

#include <utility>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"

namespace hjemmel::lower {

// above[r]: all rules from which r can be reached by `overrides`; and who disapplies r.
void close_overrides(ir::Program const& program, eval::Plan& plan);

// Between rules that choose, precedence decides which applies, and so it does where one says nothing of its own; where
// either only qualifies it strips what clashes.
[[nodiscard]] std::vector<std::uint32_t> overriders_of(eval::Plan const& plan, std::uint32_t rule);

// In written order, but each behind all that can put it out. Each rule has its place among the rules of its decision. One serves
// many decisions, in the memory of the one before.
class RuleOrder {
 public:
  explicit RuleOrder(eval::Plan const& plan) : plan_(plan) {}

  std::vector<std::uint32_t> of(std::vector<std::uint32_t> const& rules);

 private:
  using Wait = std::pair<std::size_t, std::size_t>;  // the place that is waited for, and the one that waits

  void find_waits(std::vector<std::uint32_t> const& rules);
  void make_ready(std::size_t place);

  eval::Plan const& plan_;
  std::vector<Wait> waits_;             // ascending
  std::vector<std::size_t> waits_for_;  // by place: how many
  std::vector<std::size_t> ready_;      // a heap, the first in written order on top
};

}  // namespace hjemmel::lower
