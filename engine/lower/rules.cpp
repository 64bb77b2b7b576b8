// Effects are copied into the plan's own shapes; a decision says what it reads.
#include "engine/lower/rules.h"

#include <algorithm>
#include <utility>

#include "engine/base/large_pages.h"
#include "engine/ir/bounds.h"
#include "engine/lower/precedence.h"
#include "engine/lower/read_collector.h"

namespace hjemmel::lower {
namespace {

eval::Calendar calendar_of(ir::Type const& type) {
  return type.kind == ir::TypeKind::date ? eval::Calendar::date : eval::Calendar::none;
}

// Lowers the effects of one rule; computed bounds become blocks, listed with their words.
class EffectPlanner {
 public:
  EffectPlanner(Coder& coder, std::vector<eval::Condition>& figures) : coder_(coder), figures_(figures) {}

  eval::QualifierPlan qualifier(ir::Qualifier const& qualifier);
  eval::ChoicePlan choice(ir::Choice const& choice);

 private:
  std::vector<eval::BoundPlan> bounds(std::vector<ir::Bound> const& bounds);
  std::vector<eval::OptionUse> options(std::vector<ir::OptionUse> const& options);
  eval::ConditionUse condition(ir::ConditionUse const& use);

  Coder& coder_;
  std::vector<eval::Condition>& figures_;
};

std::vector<eval::BoundPlan> EffectPlanner::bounds(std::vector<ir::Bound> const& bounds) {
  std::vector<eval::BoundPlan> plans;
  for (ir::Bound const& bound : bounds) {
    auto const side = bound.kind == ir::BoundKind::exactly    ? eval::BoundSide::exactly
                      : bound.kind == ir::BoundKind::at_least ? eval::BoundSide::at_least
                                                              : eval::BoundSide::at_most;
    plans.push_back({bound.parameter, side, bound.value, eval::kNoIndex});
    if (bound.computed.has_value()) {
      plans.back().block = coder_.block(bound.computed);
      figures_.push_back({plans.back().block, coder_.words(bound.computed)});
    }
  }
  return plans;
}

std::vector<eval::OptionUse> EffectPlanner::options(std::vector<ir::OptionUse> const& options) {
  std::vector<eval::OptionUse> plans;
  for (ir::OptionUse const& option : options) {
    plans.push_back({option.value, bounds(option.bounds)});
  }
  return plans;
}

eval::ConditionUse EffectPlanner::condition(ir::ConditionUse const& use) {
  return {use.condition.index, bounds(use.bounds), use.states};
}

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

eval::ChoicePlan EffectPlanner::choice(ir::Choice const& choice) {
  eval::ChoicePlan plan{plan_modality(choice.modality), options(choice.options), {}};
  for (ir::ConditionUse const& use : choice.with) {
    plan.with.push_back(condition(use));
  }
  return plan;
}

eval::RulePlan plan_rule(ir::Rule const& rule, Coder& coder, Citer const& citer) {
  eval::RulePlan plan;
  plan.name = rule.name;
  plan.has_period = rule.period.has_value();
  plan.when = plan.has_period && rule.period == rule.when
                  ? std::vector{eval::Condition{coder.block(rule.when), coder.words(rule.when)}}
                  : coder.conjuncts(rule.when);
  plan.grounds.reserve(rule.grounds.size());
  for (ir::Ground const& ground : rule.grounds) {
    Coder::Negatable const holds = coder.without_negation(ground.condition);
    plan.grounds.push_back({ground.name, holds.block, ground.open, coder.words(ground.condition), holds.negated});
  }
  if (rule.unless.has_value()) {
    plan.unless = eval::Condition{coder.block(rule.unless), coder.words(rule.unless)};
  }
  EffectPlanner effects(coder, plan.figures);
  if (rule.choice) {
    plan.choice = effects.choice(*rule.choice);
  }
  for (ir::Qualifier const& qualifier : rule.qualifiers) {
    plan.qualifiers.push_back(effects.qualifier(qualifier));
  }
  plan.citations = citer.named(rule.citations);
  return plan;
}

// Decisions that this one reads, and those that they read: `earlier` holds their reads already.
std::vector<std::uint32_t> all_reads(ir::Program const& program, ir::Decision const& decision,
                                     std::vector<eval::DecisionPlan> const& earlier, ReadCollector& collector) {
  collector.visit(decision.when);
  for (ir::RuleId const id : decision.rules) {
    ir::Rule const& rule = program.rules[id.index];
    collector.visit(rule.when);
    collector.visit(rule.unless);
    for (ir::Ground const& ground : rule.grounds) {
      collector.visit(ground.condition);
    }
    for (ir::ExprId const bound : ir::computed_bounds(rule)) {
      collector.visit(bound);
    }
  }
  std::vector<std::uint32_t> const direct = collector.take();
  if (direct.empty()) {
    return {};
  }
  std::vector<std::uint32_t> reads = direct;
  for (std::uint32_t const one : direct) {
    if (one < earlier.size()) {
      reads.insert(reads.end(), earlier[one].reads.begin(), earlier[one].reads.end());
    }
  }
  std::sort(reads.begin(), reads.end());
  reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
  return reads;
}

eval::DecisionPlan plan_decision(ir::Program const& program, ir::Decision const& decision, Coder& coder,
                                 Citer const& citer) {
  eval::DecisionPlan plan;
  plan.name = decision.name;
  plan.enumeration = decision.options.index;
  plan.of_figure = decision.of_figure;
  for (ir::EnumValue const& value : program.enums[decision.options.index].values) {
    bool const as_decision = value.authorities.empty() && !value.by_nobody;
    plan.options.push_back(
        {value.name, as_decision ? decision.by : value.authorities, plan_parameters(program, value.parameters)});
  }
  plan.when = coder.conjuncts(decision.when);
  plan.otherwise_says = decision.otherwise_says;
  plan.citations = citer.named(decision.citations);
  for (ir::RuleId const rule : decision.rules) {
    plan.rules.push_back(rule.index);
  }
  return plan;
}

}  // namespace

std::vector<eval::OutcomeCitation> Citer::named(std::vector<ir::Citation> const& citations) const {
  std::vector<eval::OutcomeCitation> named;
  named.reserve(citations.size());
  for (ir::Citation const& citation : citations) {
    named.push_back({citation.source.has_value() ? program_.sources[citation.source.index].name : "", citation.place,
                     citation.catalogue});
  }
  return named;
}

std::vector<eval::ParameterPlan> plan_parameters(ir::Program const& program,
                                                 std::vector<ir::Parameter> const& parameters) {
  std::vector<eval::ParameterPlan> plans;
  for (ir::Parameter const& parameter : parameters) {
    std::uint16_t const code = parameter.type.dimension.code;
    bool const declared = code >= base::kFirstDeclaredDimension;
    plans.push_back({parameter.name, parameter.type.dimension,
                     declared ? program.units[code - base::kFirstDeclaredDimension].name : "",
                     calendar_of(parameter.type)});
  }
  return plans;
}

void lower_rules(ir::Program const& program, Coder& coder, Citer const& citer, eval::Plan& plan) {
  base::reserve_large(plan.rules, program.rules.size());
  for (ir::Rule const& rule : program.rules) {
    plan.rules.push_back(plan_rule(rule, coder, citer));
  }
  close_overrides(program, plan);
  for (std::uint32_t rule = 0; rule < plan.rules.size(); ++rule) {
    plan.rules[rule].overriders = overriders_of(plan, rule);
  }
  ReadCollector collector(program);
  RuleOrder in_order(plan);
  base::reserve_large(plan.decisions, program.decisions.size());
  for (ir::Decision const& decision : program.decisions) {
    eval::DecisionPlan lowered = plan_decision(program, decision, coder, citer);
    for (std::size_t place = 0; place < lowered.rules.size(); ++place) {
      plan.rules[lowered.rules[place]].place = static_cast<std::uint32_t>(place);
    }
    lowered.order = in_order.of(lowered.rules);
    lowered.reads = all_reads(program, decision, plan.decisions, collector);
    plan.decisions.push_back(std::move(lowered));
  }
}

void lower_properties(ir::Program const& program, Coder& coder, eval::Plan& plan) {
  ReadCollector collector(program);
  for (ir::Property const& property : program.properties) {
    eval::PropertyPlan& lowered = plan.properties.emplace_back();
    for (ir::PropertyNode const& node : property.nodes) {
      lowered.blocks.push_back(node.expr.has_value() ? coder.block(node.expr) : eval::kNoIndex);
      collector.visit(node.expr);
    }
    lowered.reads = collector.take();
  }
}

}  // namespace hjemmel::lower
