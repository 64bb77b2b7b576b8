// A rule's guards and effects go where the plan keeps them; a decision says what it reads.
#include "engine/lower/rules.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/large_pages.h"
#include "engine/ir/bounds.h"
#include "engine/lower/effects.h"
#include "engine/lower/precedence.h"
#include "engine/lower/read_collector.h"

namespace hjemmel::lower {
namespace {

eval::Calendar calendar_of(ir::Type const& type) {
  return type.kind == ir::TypeKind::date ? eval::Calendar::date : eval::Calendar::none;
}

class RulePlanner {
 public:
  RulePlanner(ir::Program const& program, Coder& coder, eval::Plan& plan)
      : program_(program), coder_(coder), plan_(plan), effects_(coder, plan) {}

  void run() {
    make_room();
    for (ir::Rule const& rule : program_.rules) {
      plan_rule(rule, plan_.rules.emplace_back());
    }
    settle_precedence(program_, plan_);
    RuleOrder in_order(plan_);
    base::reserve_large(plan_.decisions, program_.decisions.size());
    for (ir::Decision const& decision : program_.decisions) {
      eval::DecisionPlan lowered = plan_decision(decision);
      number_rules(decision, in_order, lowered);
      lowered.reads = coder_.reads_decisions() ? all_reads(decision) : eval::Numbers();
      plan_.decisions.push_back(std::move(lowered));
    }
  }

 private:
  // Of what there is most.
  void make_room() {
    std::size_t grounds = 0;
    for (ir::Rule const& rule : program_.rules) {
      grounds += rule.grounds.size();
    }
    base::reserve_large(plan_.rules, program_.rules.size());
    base::reserve_large(plan_.grounds, grounds);
    base::reserve_large(plan_.numbers, kUsualNumbers * program_.rules.size());
  }

  void plan_rule(ir::Rule const& rule, eval::RulePlan& plan) {
    plan.has_period = rule.period.has_value();
    bool const period_alone = plan.has_period && rule.period == rule.when;
    plan.when = period_alone ? coder_.one_clause(rule.when) : coder_.conjuncts_as_clauses(rule.when);
    plan.grounds = grounds(rule.grounds);
    if (rule.unless.has_value()) {
      plan.unless = coder_.condition(rule.unless);
    }
    plan.figures.begin = static_cast<std::uint32_t>(plan_.clauses.size());
    if (rule.choice) {
      plan.choice = effects_.choice(*rule.choice);
    }
    if (!rule.qualifiers.empty()) {
      std::vector<eval::QualifierPlan> qualifiers;
      qualifiers.reserve(rule.qualifiers.size());
      for (ir::Qualifier const& qualifier : rule.qualifiers) {
        qualifiers.push_back(effects_.qualifier(qualifier));
      }
      plan.qualifiers = std::move(qualifiers);
    }
    plan.figures.end = static_cast<std::uint32_t>(plan_.clauses.size());
  }

  eval::Part<eval::GroundPlan> grounds(std::vector<ir::Ground> const& grounds) {
    auto const begin = static_cast<std::uint32_t>(plan_.grounds.size());
    for (ir::Ground const& ground : grounds) {
      Coder::Negatable const holds = coder_.ground(ground);
      plan_.grounds.push_back({{}, holds.block, {}, ground.open, holds.negated});
    }
    return {begin, static_cast<std::uint32_t>(plan_.grounds.size())};
  }

  eval::DecisionPlan plan_decision(ir::Decision const& decision) {
    eval::DecisionPlan plan;
    plan.name = decision.name;
    plan.enumeration = decision.options.index;
    plan.of_figure = decision.of_figure;
    plan.options = options(decision);
    plan.when = coder_.conjuncts_as_clauses(decision.when);
    plan.otherwise_says = decision.otherwise_says;
    return plan;
  }

  // Of one enumeration they differ in who decides, and in nothing else.
  eval::Shared<eval::Options> options(ir::Decision const& decision) {
    auto const [known, is_new] = options_of_.try_emplace({decision.options.index, decision.by}, 0);
    if (is_new) {
      known->second = static_cast<std::uint32_t>(plan_.options.size());
      eval::Options& options = plan_.options.emplace_back();
      std::vector<ir::EnumValue> const& values = program_.enums[decision.options.index].values;
      options.reserve(values.size());
      for (ir::EnumValue const& value : values) {
        bool const as_decision = value.authorities.empty() && !value.by_nobody;
        options.push_back(
            {value.name, as_decision ? *decision.by : value.authorities, plan_parameters(program_, value.parameters)});
      }
    }
    return {known->second};
  }

  // The rules of a decision as written, and in order of precedence.
  void number_rules(ir::Decision const& decision, RuleOrder& in_order, eval::DecisionPlan& plan) {
    plan.rules.begin = static_cast<std::uint32_t>(plan_.numbers.size());
    for (ir::RuleId const rule : decision.rules) {
      plan_.rules[rule.index].place = static_cast<std::uint32_t>(plan_.numbers.size()) - plan.rules.begin;
      plan_.numbers.push_back(rule.index);
    }
    plan.rules.end = static_cast<std::uint32_t>(plan_.numbers.size());
    std::vector<std::uint32_t> const& order = in_order.of(plan.rules);
    plan.order = std::ranges::equal(order, plan_.of(plan.rules)) ? plan.rules : added(order);
  }

  eval::Numbers added(std::vector<std::uint32_t> const& numbers) {
    auto const begin = static_cast<std::uint32_t>(plan_.numbers.size());
    plan_.numbers.insert(plan_.numbers.end(), numbers.begin(), numbers.end());
    return {begin, static_cast<std::uint32_t>(plan_.numbers.size())};
  }

  // Decisions that this one reads, and those that they read: the plan holds the earlier ones already.
  eval::Numbers all_reads(ir::Decision const& decision) {
    ReadCollector& collector = collector_ ? *collector_ : collector_.emplace(program_);
    collector.visit(decision.when);
    for (ir::RuleId const id : decision.rules) {
      ir::Rule const& rule = program_.rules[id.index];
      collector.visit(rule.when);
      collector.visit(rule.unless);
      for (ir::Ground const& ground : rule.grounds) {
        collector.visit(ground.condition);
      }
      for (ir::ExprId const bound : ir::computed_bounds(rule)) {
        collector.visit(bound);
      }
    }
    std::vector<std::uint32_t> reads = collector.take();
    for (std::size_t at = 0, direct = reads.size(); at < direct; ++at) {
      if (reads[at] < plan_.decisions.size()) {
        auto const earlier = plan_.of(plan_.decisions[reads[at]].reads);
        reads.insert(reads.end(), earlier.begin(), earlier.end());
      }
    }
    std::sort(reads.begin(), reads.end());
    reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
    return reads.empty() ? eval::Numbers() : added(reads);
  }

  static constexpr std::size_t kUsualNumbers = 4;  // of a rule

  ir::Program const& program_;
  Coder& coder_;
  eval::Plan& plan_;
  EffectPlanner effects_;
  std::optional<ReadCollector> collector_;  // once something reads a decision
  std::map<std::pair<std::uint32_t, std::vector<std::string>>, std::uint32_t> options_of_;  // by enumeration and `by`
};

}  // namespace

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

void lower_rules(ir::Program const& program, Coder& coder, eval::Plan& plan) {
  RulePlanner(program, coder, plan).run();
}

void lower_properties(ir::Program const& program, Coder& coder, eval::Plan& plan) {
  if (program.properties.empty()) {
    return;
  }
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
