// The steps from applied rules to a conclusion: the choice, options added and taken, conditions, bounds, authorities.
#include "engine/eval/choose.h"

#include <algorithm>
#include <set>

#include "engine/eval/choose_bounds.h"
#include "engine/eval/effect_parts.h"
#include "engine/eval/resolve.h"

namespace hjemmel::eval {
namespace {

std::vector<std::uint32_t> rules_of(Plan const& plan, DecisionPlan const& decision) {
  std::span<std::uint32_t const> const rules = plan.of(decision.rules);
  return {rules.begin(), rules.end()};
}

class Chooser {
 public:
  Chooser(Plan const& plan, std::uint32_t decision, std::vector<std::uint32_t> const& applied, Figures* figures)
      : plan_(plan),
        decision_(plan.decisions[decision]),
        known_(plan.of(decision_.options)),
        figures_(figures),
        parts_(parts_in_force(plan, decision_, applied, figures)) {}

  Conclusion run() {
    std::set<std::uint32_t> choosers;
    EffectParts const* choice = nullptr;
    bool clash = false;
    for (EffectParts const& parts : parts_) {
      if (parts.chooses()) {
        clash = clash || (choice != nullptr && !agree(*choice, parts, figures_));
        choice = choice != nullptr ? choice : &parts;
        choosers.insert(parts.rule);
      }
    }
    if (clash) {
      return {Status::conflict, {}, {}, in_written_order(choosers)};
    }
    std::optional<Modality> const modality = choice != nullptr ? choice->modality : std::optional(Modality::may_be);
    give(choice != nullptr ? *choice->modality : Modality::may_be);
    if (options_.empty()) {
      return {Status::no_rule, {}, {}, rules_of(plan_, decision_)};
    }
    contributing_ = choosers;
    take(choosers);
    Conclusion conclusion{Status::decided, modality, {}, {}};
    for (ChosenOption& chosen : options_) {
      finish(chosen);
    }
    if (!clashing_.empty()) {
      return {Status::conflict, {}, {}, in_written_order(clashing_)};
    }
    conclusion.options = std::move(options_);
    conclusion.rules = in_written_order(contributing_);
    return conclusion;
  }

 private:
  // Chosen options have the choice's modality; what is only added is «may also be», or «may be» where nothing is chosen.
  void give(Modality chosen) {
    bool const alone = std::none_of(parts_.begin(), parts_.end(), [](EffectParts const& p) { return p.chooses(); });
    for (std::uint32_t option = 0; option < known_.size(); ++option) {
      std::optional<Modality> modality;
      for (EffectParts const& parts : parts_) {
        for (GivenOption const& given : parts.given) {
          if (given.option == option && (!given.also || !modality)) {
            modality = given.also && !alone ? Modality::may_also_be : chosen;
          }
        }
      }
      if (modality) {
        OptionPlan const& plan = known_[option];
        options_.push_back({option, {plan.name, *modality, plan.by, {}, {}}});
      }
    }
  }

  void take(std::set<std::uint32_t> const& choosers) {
    std::set<std::uint32_t> takers;
    std::set<std::uint32_t> taken;
    for (EffectParts const& parts : parts_) {
      for (std::uint32_t const option : parts.taken) {
        bool const was_given =
            std::any_of(options_.begin(), options_.end(), [&](auto const& o) { return o.ordinal == option; });
        if (was_given) {
          taken.insert(option);
          takers.insert(parts.rule);
        }
      }
    }
    std::erase_if(options_, [&](ChosenOption const& option) { return taken.contains(option.ordinal); });
    contributing_.insert(takers.begin(), takers.end());
    if (options_.empty()) {
      clashing_ = takers;
      clashing_.insert(choosers.begin(), choosers.end());
    }
  }

  void finish(ChosenOption& chosen) {
    OptionPlan const& plan = known_[chosen.ordinal];
    Bounds bounds(figures_);
    for (EffectParts const& parts : parts_) {
      if (parts.gives(chosen.ordinal)) {
        contributing_.insert(parts.rule);
      }
      for (OptionBound const& bound : parts.bounds) {
        if (bound.option == chosen.ordinal) {
          bounds.add(bound.bound, parts.rule);
          contributing_.insert(parts.rule);
        }
      }
      for (AuthorityPart const& part : parts.authorities) {
        if (part.option == chosen.ordinal) {
          add_authorities(chosen.option.by, part.authorities);
          contributing_.insert(parts.rule);
        }
      }
    }
    note_contradiction(bounds);
    chosen.option.bounds = bounds.named(plan.parameters);
    for (std::uint32_t condition = 0; condition < plan_.conditions.size(); ++condition) {
      carry(chosen, condition);
    }
    std::sort(chosen.option.conditions.begin(), chosen.option.conditions.end(),
              [](OutcomeCondition const& a, OutcomeCondition const& b) { return a.name < b.name; });
  }

  static void add_authorities(std::vector<std::string>& by, std::vector<std::string> const& more) {
    for (std::string const& authority : more) {
      if (std::find(by.begin(), by.end(), authority) == by.end()) {
        by.push_back(authority);
      }
    }
  }

  void note_contradiction(Bounds const& bounds) {
    if (bounds.is_contradictory()) {
      clashing_.insert(bounds.rules().begin(), bounds.rules().end());
    }
  }

  // Must wins over may, and clashes with may not; may not takes may away.
  void carry(ChosenOption& chosen, std::uint32_t condition) {
    std::vector<std::pair<std::uint32_t, CarryPart const*>> carried;
    std::set<std::uint32_t> must;
    std::set<std::uint32_t> may_not;
    for (EffectParts const& parts : parts_) {
      for (CarryPart const& part : parts.carries) {
        if (part.option != chosen.ordinal || part.condition != condition) {
          continue;
        }
        if (part.carry == Carry::may_not) {
          may_not.insert(parts.rule);
          continue;
        }
        carried.emplace_back(parts.rule, &part);
        contributing_.insert(parts.rule);
        if (part.carry == Carry::must) {
          must.insert(parts.rule);
        }
      }
    }
    if (carried.empty()) {
      return;
    }
    contributing_.insert(may_not.begin(), may_not.end());
    if (!may_not.empty()) {
      if (!must.empty()) {
        clashing_.insert(must.begin(), must.end());
        clashing_.insert(may_not.begin(), may_not.end());
      }
      return;
    }
    chosen.option.conditions.push_back(
        carried_condition(condition, carried, must.empty() ? Force::may_carry : Force::must_carry));
  }

  OutcomeCondition carried_condition(std::uint32_t condition,
                                     std::vector<std::pair<std::uint32_t, CarryPart const*>> const& carried,
                                     Force force) {
    ConditionPlan const& declared = plan_.conditions[condition];
    Bounds bounds(figures_);
    std::set<std::uint32_t> states;
    for (auto const& [rule, part] : carried) {
      for (BoundPlan const& bound : part->bounds) {
        bounds.add(bound, rule);
      }
      states.insert(part->states.begin(), part->states.end());
    }
    note_contradiction(bounds);
    OutcomeCondition outcome{declared.name, force, bounds.named(declared.parameters), {}};
    for (std::uint32_t const parameter : states) {
      outcome.states.push_back(declared.parameters[parameter].name);
    }
    return outcome;
  }

  std::vector<std::uint32_t> in_written_order(std::set<std::uint32_t> const& rules) const {
    std::vector<std::uint32_t> ordered;
    for (std::uint32_t const rule : plan_.of(decision_.rules)) {
      if (rules.contains(rule)) {
        ordered.push_back(rule);
      }
    }
    return ordered;
  }

  Plan const& plan_;
  DecisionPlan const& decision_;
  Options const& known_;
  Figures* figures_;
  std::vector<EffectParts> parts_;
  std::vector<ChosenOption> options_;  // by ordinal
  std::set<std::uint32_t> contributing_;
  std::set<std::uint32_t> clashing_;
};

// Where the rule chooses one option, and says nothing else; else null.
ChoicePlan const* plain_choice(Plan const& plan, std::uint32_t rule) {
  RulePlan const& said = plan.rules[rule];
  ChoicePlan const* choice = said.qualifiers.empty() ? plan.of(said.choice) : nullptr;
  bool const plain = choice != nullptr && choice->options.size() == 1 && choice->options.front().bounds.empty() &&
                     choice->with.empty();
  return plain ? choice : nullptr;
}

// One rule applies, and is plain: what most services come to, and the Chooser after it.
std::optional<Conclusion> plainly_chosen(Plan const& plan, DecisionPlan const& decision,
                                         std::vector<std::uint32_t> const& applied) {
  ChoicePlan const* choice = applied.size() == 1 ? plain_choice(plan, applied.front()) : nullptr;
  if (choice == nullptr) {
    return std::nullopt;
  }
  std::uint32_t const ordinal = choice->options.front().value;
  OptionPlan const& option = plan.of(decision.options)[ordinal];
  Conclusion conclusion{Status::decided, choice->modality, {}, applied};
  conclusion.options.push_back({ordinal, {option.name, choice->modality, option.by, {}, {}}});
  return conclusion;
}

}  // namespace

Conclusion choose(Plan const& plan, std::uint32_t decision, std::vector<std::uint32_t> const& applied,
                  Figures* figures) {
  if (auto plain = plainly_chosen(plan, plan.decisions[decision], applied)) {
    return *std::move(plain);
  }
  return Chooser(plan, decision, applied, figures).run();
}

bool are_alike_but_for_ranges(Conclusion const& left, Conclusion const& right) {
  auto const without_ranges = [](Conclusion conclusion) {
    for (ChosenOption& option : conclusion.options) {
      for (ParameterBound& bound : option.option.bounds) {
        bound.ranges.clear();
      }
      for (OutcomeCondition& condition : option.option.conditions) {
        for (ParameterBound& bound : condition.bounds) {
          bound.ranges.clear();
        }
      }
    }
    return conclusion;
  };
  return without_ranges(left).is_like(without_ranges(right));
}

std::optional<std::size_t> plainly_said(Plan const& plan, std::uint32_t rule) {
  ChoicePlan const* choice = plain_choice(plan, rule);
  return choice != nullptr ? std::optional<std::size_t>(choice->options.front().value) : std::nullopt;
}

std::optional<PlainChoice> plainly_chosen(Plan const& plan, std::uint32_t decision, Resolution const& resolution) {
  if (!resolution.in_force.is_true() || !resolution.when.is_true()) {
    return std::nullopt;
  }
  std::span<std::uint32_t const> const rules = plan.of(plan.decisions[decision].rules);
  std::uint32_t applied = kNoIndex;
  for (std::size_t place = 0; place < resolution.rules.size(); ++place) {
    RuleState const state = resolution.rules[place].state;
    if (state == RuleState::error || (state == RuleState::applied && applied != kNoIndex)) {
      return std::nullopt;
    }
    applied = state == RuleState::applied ? rules[place] : applied;
  }
  auto const option = applied != kNoIndex ? plainly_said(plan, applied) : std::nullopt;
  return option ? std::optional(PlainChoice{applied, static_cast<std::uint32_t>(*option)}) : std::nullopt;
}

Conclusion conclude(Plan const& plan, std::uint32_t decision, Resolution const& resolution) {
  if (resolution.in_force.is_false()) {
    return {Status::no_rule, {}, {}, rules_of(plan, plan.decisions[decision])};
  }
  if (resolution.in_force.state == State::error) {
    return {Status::error, {}, {}, {}};
  }
  if (resolution.when.is_false()) {
    return {Status::not_applicable, {}, {}, {}};
  }
  bool const fault = resolution.when.state == State::error ||
                     std::any_of(resolution.rules.begin(), resolution.rules.end(),
                                 [](RuleVerdict const& rule) { return rule.state == RuleState::error; });
  if (fault) {
    return {Status::error, {}, {}, {}};
  }
  std::vector<std::uint32_t> const applied = applied_rules(plan, decision, resolution);
  if (resolution.figures.all().empty()) {
    return choose(plan, decision, applied);
  }
  Figures figures = resolution.figures;
  return choose(plan, decision, applied, &figures);
}

}  // namespace hjemmel::eval
