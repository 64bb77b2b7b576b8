// Effects of rules: choices, which rules that choose alike share, and qualifiers; computed bounds become blocks.
#pragma once

#include <array>
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
  std::vector<eval::OptionUse> options(ir::OptionUses const& options);
  eval::ConditionUse condition(ir::ConditionUse const& use);
  eval::Shared<eval::ChoicePlan> choice_of_one(ir::Choice const& choice);
  eval::Shared<eval::ChoicePlan> new_choice(ir::Choice const& choice);

  Coder& coder_;
  eval::Plan& plan_;
  static constexpr std::size_t kModalities = 4;
  // Of those that say one option and no more: by modality and option, in the plan; kNoIndex: not met yet.
  std::array<std::vector<std::uint32_t>, kModalities> places_of_one_;
  Interned choice_of_;                        // by modality and options, of those that say more options and no more
  std::vector<std::uint32_t> choice_places_;  // of these, in the plan
  std::vector<std::uint32_t> key_;            // of the one that is looked up
};

}  // namespace hjemmel::lower
