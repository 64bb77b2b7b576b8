// Effects of rules: choices, which rules that choose alike share, and qualifiers; computed bounds become blocks.
#pragma once

#include <vector>

#include "engine/lower/code.h"

namespace hjemmel::lower {

// One serves all rules. Computed bounds join the plan's clauses, each block with its words.
class EffectPlanner {
 public:
  // Both must outlive the planner.
  EffectPlanner(Coder& coder, eval::Plan& plan) : coder_(coder), plan_(plan) {}

  [[nodiscard]] eval::QualifierPlan qualifier(ir::Qualifier const& qualifier);
  [[nodiscard]] eval::Shared<eval::ChoicePlan> choice(ir::Choice const& choice);

 private:
  std::vector<eval::BoundPlan> bounds(std::vector<ir::Bound> const& bounds);
  std::vector<eval::OptionUse> options(std::vector<ir::OptionUse> const& options);
  eval::ConditionUse condition(ir::ConditionUse const& use);
  eval::Shared<eval::ChoicePlan> new_choice(ir::Choice const& choice);

  Coder& coder_;
  eval::Plan& plan_;
  Interned choice_of_;                        // by modality and options, of those that say no more
  std::vector<std::uint32_t> choice_places_;  // of these, in the plan
  std::vector<std::uint32_t> key_;            // of the one that is looked up
};

}  // namespace hjemmel::lower
