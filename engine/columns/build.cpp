// A decision: its guards and their precedence as truths; which of them hold is the code of its outcome.
#include "engine/columns/build.h"

#include <algorithm>

#include "engine/columns/translate.h"

namespace hjemmel::columns {
namespace {

class Builder {
 public:
  Builder(eval::Plan const& plan, Kernel& kernel)
      : plan_(plan),
        kernel_(kernel),
        translator_(plan, kernel),
        nodes_(translator_.nodes()),
        applies_(plan.rules.size(), kNone) {}

  void run() {
    for (std::uint32_t at = 0; at < plan_.decisions.size(); ++at) {
      kernel_.decisions.push_back(decision(plan_.decisions[at]));
    }
    for (eval::ServicePlan const& service : plan_.services) {
      kernel_.services.push_back(criteria(service));
    }
  }

 private:
  static DecisionCode refused(std::string why) { return {std::move(why), {}, {}}; }

  std::uint32_t truth(std::uint32_t block) { return told(translator_.truth_block(block)); }
  std::uint32_t number(std::uint32_t block) { return told(translator_.number_block(block)); }

  // Keeps why the first block of a decision has no node.
  std::uint32_t told(std::uint32_t node) {
    if (node == kNone && why_.empty()) {
      why_ = translator_.refusal().empty() ? "numbers that may not fit" : translator_.refusal();
    }
    return node;
  }

  DecisionCode decision(eval::DecisionPlan const& decision) {
    why_.clear();
    if (plan_.milder || !decision.reads.empty()) {
      return refused(plan_.milder ? "two laws" : "it reads other decisions");
    }
    DecisionCode code;
    std::uint32_t const in_force = plan_.in_force ? truth(plan_.in_force->block) : nodes_.truth(true);
    std::uint32_t const arises = nodes_.conjunction(in_force, all_of(plan_.of(decision.when)));
    if (in_force == kNone || arises == kNone) {
      return refused(why_);
    }
    code.marks.push_back({MarkKind::in_force, in_force});
    code.marks.push_back({MarkKind::arises, arises});
    std::string why;
    std::span<std::uint32_t const> const order = plan_.of(decision.order);
    for (auto rule = order.begin(); rule != order.end() && why.empty(); ++rule) {
      why = add_rule(*rule, arises, code);
    }
    for (std::uint32_t const rule : order) {
      applies_[rule] = kNone;  // no other decision reads it
    }
    if (!why.empty()) {
      return refused(std::move(why));
    }
    std::erase_if(code.marks, [this](Mark const& mark) {
      return mark.kind != MarkKind::applies && mark.node == nodes_.truth(true);
    });
    return code.marks.size() > kMostMarks ? refused("too many rules") : code;
  }

  std::uint32_t all_of(std::span<eval::Condition const> conjuncts) {
    std::uint32_t result = nodes_.truth(true);
    for (eval::Condition const& conjunct : conjuncts) {
      result = nodes_.conjunction(result, truth(conjunct.block));
    }
    return result;
  }

  // Why the rule has no code; empty where it has.
  std::string add_rule(std::uint32_t index, std::uint32_t arises, DecisionCode& code) {
    eval::RulePlan const& rule = plan_.rules[index];
    std::uint32_t applies = nodes_.conjunction(arises, all_of(plan_.of(rule.when)));
    if (rule.unless) {
      applies = nodes_.conjunction(applies, nodes_.negation(truth(rule.unless->block)));
    }
    applies = nodes_.conjunction(applies, any_ground(rule));
    std::uint32_t const guard = applies;
    for (eval::Numbers const others : {rule.disappliers, rule.overriders}) {
      for (std::uint32_t const other : plan_.of(others)) {
        applies = nodes_.conjunction(applies, nodes_.negation(applies_[other]));
      }
    }
    if (applies == kNone) {
      return why_;
    }
    applies_[index] = applies;
    code.marks.push_back({MarkKind::applies, applies, index, guard});
    return add_figures(index, applies, code);
  }

  std::uint32_t any_ground(eval::RulePlan const& rule) {
    std::uint32_t any = nodes_.truth(rule.grounds.empty());
    for (eval::GroundPlan const& ground : plan_.of(rule.grounds)) {
      std::uint32_t const holds = truth(ground.block);
      any = nodes_.disjunction(any, ground.negated && holds != kNone ? nodes_.negation(holds) : holds);
    }
    return any;
  }

  std::string add_figures(std::uint32_t index, std::uint32_t applies, DecisionCode& code) {
    for (eval::Condition const& figure : plan_.of(plan_.rules[index].figures)) {
      std::uint32_t const node = number(figure.block);
      if (node == kNone) {
        return why_;
      }
      code.figures.push_back({index, figure.block, node, applies});
    }
    return "";
  }

  ServiceCode criteria(eval::ServicePlan const& service) {
    ServiceCode code;
    code.decision = service.decision;
    if (service.criteria.size() > kMostCriteria) {
      return code;
    }
    for (eval::CriterionPlan const& criterion : plan_.of(service.criteria)) {
      std::uint32_t const holds = truth(criterion.block);
      std::uint32_t const node = criterion.exclusion ? nodes_.negation(holds) : holds;
      if (node == kNone) {
        code.criteria.clear();
        return code;
      }
      code.criteria.push_back(node);
    }
    return code;
  }

  eval::Plan const& plan_;
  Kernel& kernel_;
  Translator translator_;
  Nodes& nodes_;
  std::vector<std::uint32_t> applies_;  // by rule of the decision at hand: its node
  std::string why_;
};

}  // namespace

Kernel build(eval::Plan const& plan) { return build(plan, slots_of(plan)); }

Kernel build(eval::Plan const& plan, Slots slots) {
  Kernel kernel;
  kernel.slots = std::move(slots);
  Builder(plan, kernel).run();
  return kernel;
}

}  // namespace hjemmel::columns
