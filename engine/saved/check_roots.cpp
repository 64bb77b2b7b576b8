// What is run from outside of the code: conditions are truths, figures are numbers, and no variable is unbound.
#include "engine/saved/check_code.h"

namespace hjemmel::saved {
namespace {

using eval::kNoIndex;

class Roots {
 public:
  Roots(ir::Program const& program, eval::Plan const& plan, std::span<Known const> known)
      : program_(program), plan_(plan), known_(known), sorts_(plan) {}

  bool good() {
    check();
    return good_;
  }

 private:
  void need(bool holds) { good_ = good_ && holds; }
  void truth(std::uint32_t block) {
    need(known_[block].unbound.empty() && Sorts::is_below(known_[block].leaves, kTruth.limit));
  }
  void figure(std::uint32_t block) { need(known_[block].unbound.empty() && Sorts::is_number(known_[block].leaves)); }
  void truths(std::span<eval::Condition const> list) {
    for (eval::Condition const& one : list) {
      truth(one.block);
    }
  }
  void truth(std::optional<eval::Condition> const& one) {
    if (one) {
      truth(one->block);
    }
  }

  void check() {
    for (eval::DefinitionPlan const& one : plan_.definitions) {
      definition(one);
    }
    for (eval::PresumptionPlan const& one : plan_.presumptions) {
      if (one.when != kNoIndex) {
        truth(one.when);
      }
    }
    for (eval::DecisionPlan const& one : plan_.decisions) {
      truths(plan_.of(one.when));
    }
    for (eval::RulePlan const& one : plan_.rules) {
      rule(one);
    }
    for (eval::ServicePlan const& one : plan_.services) {
      truth(one.offered);
      truth(one.in_force);
      for (eval::CriterionPlan const& criterion : plan_.of(one.criteria)) {
        truth(criterion.block);
      }
    }
    for (eval::DutyPlan const& one : plan_.duties) {
      figure(one.due);
    }
    truth(plan_.in_force);
    for (std::size_t at = 0; at < plan_.properties.size(); ++at) {
      property(program_.properties[at], plan_.properties[at]);
    }
  }

  // What its value is told as.
  void definition(eval::DefinitionPlan const& one) {
    Known const& known = known_[one.block];
    need(known.unbound.empty());
    bool const ordinal = one.enumeration != kNoIndex;
    need(!one.boolean || Sorts::is_below(known.leaves, kTruth.limit));
    need(!one.text || sorts_.is_text(known.leaves));
    need(!ordinal || Sorts::is_below(known.leaves, plan_.enums[one.enumeration].values.size()));
    truths(one.conjuncts);
  }

  void rule(eval::RulePlan const& one) {
    truths(plan_.of(one.when));
    for (eval::GroundPlan const& ground : plan_.of(one.grounds)) {
      truth(ground.block);
    }
    truth(one.unless);
    for (eval::Condition const& computed : plan_.of(one.figures)) {
      figure(computed.block);
    }
    auto const bounds = [&](std::vector<eval::BoundPlan> const& list) {
      for (eval::BoundPlan const& bound : list) {
        if (bound.block != kNoIndex) {
          figure(bound.block);
        }
      }
    };
    auto const all = [&](auto const& uses) {
      for (auto const& use : uses) {
        bounds(use.bounds);
      }
    };
    if (eval::ChoicePlan const* choice = plan_.of(one.choice)) {
      all(choice->options);
      all(choice->with);
    }
    for (eval::QualifierPlan const& qualifier : *one.qualifiers) {
      all(qualifier.options);
      if (qualifier.condition) {
        bounds(qualifier.condition->bounds);
      }
    }
  }

  // The element that its two cases differ in stands at a variable.
  void property(ir::Property const& property, eval::PropertyPlan const& plan) {
    for (std::uint32_t const block : plan.blocks) {
      if (block == kNoIndex) {
        continue;
      }
      for (Use const& use : known_[block].unbound) {
        need(property.variation && property.variation->of_element() && !use.as_group &&
             use.variable == property.variation->variable);
      }
    }
  }

  ir::Program const& program_;
  eval::Plan const& plan_;
  std::span<Known const> known_;
  Sorts sorts_;
  bool good_ = true;
};

}  // namespace

bool roots_are_good(ir::Program const& program, eval::Plan const& plan, std::span<Known const> known) {
  return Roots(program, plan, known).good();
}

}  // namespace hjemmel::saved
