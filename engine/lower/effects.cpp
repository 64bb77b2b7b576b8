// Each effect in the plan's own shape; a choice without bounds and conditions is looked up first.
#include "engine/lower/effects.h"

#include <algorithm>
#include <utility>

namespace hjemmel::lower {
namespace {

eval::Modality plan_modality(ir::Modality modality) {
  switch (modality) {
    case ir::Modality::is:
      return eval::Modality::is;
    case ir::Modality::normally_is:
      return eval::Modality::normally_is;
    case ir::Modality::should_be:
      return eval::Modality::should_be;
    case ir::Modality::may_be:
      break;
  }
  return eval::Modality::may_be;
}

eval::QualifierKind plan_kind(ir::QualifierKind kind) {
  switch (kind) {
    case ir::QualifierKind::may_also_be:
      return eval::QualifierKind::may_also_be;
    case ir::QualifierKind::may_not_be:
      return eval::QualifierKind::may_not_be;
    case ir::QualifierKind::must_carry:
      return eval::QualifierKind::must_carry;
    case ir::QualifierKind::may_carry:
      return eval::QualifierKind::may_carry;
    case ir::QualifierKind::may_not_carry:
      return eval::QualifierKind::may_not_carry;
    case ir::QualifierKind::bound:
      return eval::QualifierKind::bound;
    case ir::QualifierKind::decided_by:
      break;
  }
  return eval::QualifierKind::decided_by;
}

}  // namespace

std::vector<eval::BoundPlan> EffectPlanner::bounds(std::vector<ir::Bound> const& bounds) {
  std::vector<eval::BoundPlan> plans;
  plans.reserve(bounds.size());
  for (ir::Bound const& bound : bounds) {
    auto const side = bound.kind == ir::BoundKind::exactly    ? eval::BoundSide::exactly
                      : bound.kind == ir::BoundKind::at_least ? eval::BoundSide::at_least
                                                              : eval::BoundSide::at_most;
    plans.push_back({bound.parameter, side, bound.value, eval::kNoIndex});
    if (bound.computed.has_value()) {
      plans.back().block = coder_.block(bound.computed);
      plan_.clauses.push_back({plans.back().block, coder_.words(bound.computed)});
    }
  }
  return plans;
}

std::vector<eval::OptionUse> EffectPlanner::options(ir::OptionUses const& options) {
  std::vector<eval::OptionUse> plans;
  plans.reserve(options.size());
  for (ir::OptionUse const& option : options) {
    plans.push_back({option.value, bounds(option.bounds)});
  }
  return plans;
}

eval::ConditionUse EffectPlanner::condition(ir::ConditionUse const& use) {
  return {use.condition.index, bounds(use.bounds), use.states};
}

eval::QualifierPlan EffectPlanner::qualifier(ir::Qualifier const& qualifier) {
  eval::QualifierPlan plan;
  plan.kind = plan_kind(qualifier.kind);
  plan.option = qualifier.option.value_or(eval::kNoIndex);
  plan.options = options(qualifier.options);
  if (qualifier.condition) {
    plan.condition = condition(*qualifier.condition);
  }
  plan.authorities = qualifier.authorities;
  return plan;
}

eval::Shared<eval::ChoicePlan> EffectPlanner::choice(ir::Choice const& choice) {
  bool const plain = choice.with.empty() && std::all_of(choice.options.begin(), choice.options.end(),
                                                        [](ir::OptionUse const& use) { return use.bounds.empty(); });
  if (!plain) {
    return new_choice(choice);
  }
  if (choice.options.size() == 1) {
    return choice_of_one(choice);
  }
  key_.assign(1, static_cast<std::uint32_t>(choice.modality));
  for (ir::OptionUse const& use : choice.options) {
    key_.push_back(use.value);
  }
  auto const [known, is_new] = choice_of_.intern(key_);
  if (is_new) {
    choice_places_.push_back(new_choice(choice).at);
  }
  return {choice_places_[known]};
}

eval::Shared<eval::ChoicePlan> EffectPlanner::choice_of_one(ir::Choice const& choice) {
  std::vector<std::uint32_t>& places = places_of_one_[static_cast<std::size_t>(choice.modality)];
  std::uint32_t const value = choice.options.front().value;
  if (value >= places.size()) {
    places.resize(std::size_t{value} + 1, eval::kNoIndex);
  }
  if (places[value] == eval::kNoIndex) {
    places[value] = new_choice(choice).at;
  }
  return {places[value]};
}

eval::Shared<eval::ChoicePlan> EffectPlanner::new_choice(ir::Choice const& choice) {
  eval::ChoicePlan made{plan_modality(choice.modality), options(choice.options), {}};
  made.with.reserve(choice.with.size());
  for (ir::ConditionUse const& use : choice.with) {
    made.with.push_back(condition(use));
  }
  plan_.choices.push_back(std::move(made));
  return {static_cast<std::uint32_t>(plan_.choices.size() - 1)};
}

}  // namespace hjemmel::lower
