// Guards, precedence, and the answers of decisions that other decisions read.
#include "engine/eval/resolve.h"

#include <algorithm>

#include "engine/eval/choose.h"

namespace hjemmel::eval {
namespace {

class Resolver {
 public:
  Resolver(Plan const& plan, Machine& machine, DecisionPlan const& decision, bool tracing)
      : plan_(plan), machine_(machine), decision_(decision), tracing_(tracing) {}

  Resolution run(std::vector<std::uint32_t> const& excluded) {
    Resolution result;
    if (plan_.in_force) {
      result.in_force = machine_.truth(plan_.in_force->block);
      if (result.in_force.is_false() || result.in_force.state == State::error) {
        return result;
      }
    }
    result.when = all_of(plan_.of(decision_.when), result.when_conjuncts);
    if (result.when.is_false()) {
      return result;
    }
    result.rules.resize(decision_.rules.size());
    for (std::uint32_t const rule : plan_.of(decision_.order)) {
      bool const is_out = std::find(excluded.begin(), excluded.end(), rule) != excluded.end();
      judge(rule, is_out, result.rules, result.figures);
    }
    return result;
  }

 private:
  Value all_of(std::span<Condition const> conjuncts, std::vector<Value>& traced) {
    Value result = Value::boolean(true);
    for (Condition const& conjunct : conjuncts) {
      Value const value = machine_.run(conjunct.block);
      if (tracing_) {
        traced.push_back(value);
      }
      result = machine_.conjunction(result, value);
      if (result.is_false() && !tracing_) {
        break;
      }
    }
    return result;
  }

  Value guard(RulePlan const& rule, RuleVerdict& verdict) {
    Value result = all_of(plan_.of(rule.when), verdict.when);
    if (rule.has_period && result.is_false()) {
      verdict.out_of_force =
          (tracing_ ? verdict.when.front() : machine_.run(plan_.of(rule.when).front().block)).is_false();
    }
    if (rule.unless && (tracing_ || !result.is_false())) {
      verdict.unless = machine_.run(rule.unless->block);
      result = machine_.conjunction(result, machine_.negation(verdict.unless));
    }
    if (!rule.grounds.empty() && (tracing_ || !result.is_false())) {
      Value any = Value::boolean(false);
      verdict.grounds.reserve(rule.grounds.size());
      for (GroundPlan const& ground : plan_.of(rule.grounds)) {
        Value const value = machine_.run(ground.block);
        verdict.grounds.push_back(ground.negated ? machine_.negation(value) : value);
        any = machine_.disjunction(any, verdict.grounds.back());
      }
      result = machine_.conjunction(result, any);
    }
    return result;
  }

  // What rules that could put another out have come to.
  struct Standing {
    std::vector<std::uint32_t> applied;
    bool open = false;
    bool error = false;
  };

  Standing standing_of(Numbers others, std::vector<RuleVerdict> const& rules, std::uint32_t& cause) {
    Standing standing;
    if (others.empty()) {
      return standing;
    }
    for (std::uint32_t const other : plan_.of(others)) {
      RuleVerdict const& verdict = rules[plan_.rules[other].place];
      if (verdict.state == RuleState::applied) {
        standing.applied.push_back(other);
      } else if (verdict.state == RuleState::open) {
        standing.open = true;
        cause = machine_.join(cause, verdict.cause);
      }
      standing.error = standing.error || verdict.state == RuleState::error;
    }
    return standing;
  }

  void judge(std::uint32_t index, bool excluded, std::vector<RuleVerdict>& rules, Figures& figures) {
    RulePlan const& rule = plan_.rules[index];
    RuleVerdict& verdict = rules[rule.place];
    std::uint32_t cause = kNoIndex;
    Standing disappliers = standing_of(rule.disappliers, rules, cause);
    Standing overriders = standing_of(rule.overriders, rules, cause);
    Value const guard_value = excluded ? Value::boolean(false) : guard(rule, verdict);
    if (guard_value.is_false()) {
      verdict.state = RuleState::guard_false;
    } else if (!disappliers.applied.empty()) {
      verdict.state = RuleState::disapplied;
      verdict.by = std::move(disappliers.applied);
    } else if (!overriders.applied.empty()) {
      verdict.state = RuleState::overridden;
      verdict.by = std::move(overriders.applied);
    } else if (guard_value.is_open() || disappliers.open || overriders.open) {
      verdict.state = RuleState::open;
      verdict.guard_holds = guard_value.is_true();
      verdict.cause = machine_.join(cause, machine_.cause_of(guard_value));
    } else {
      bool const error = guard_value.state == State::error || disappliers.error || overriders.error;
      bool const applies = !error && (rule.figures.empty() || add_figures(plan_, machine_, rule, figures));
      verdict.state = applies ? RuleState::applied : RuleState::error;
    }
  }

  Plan const& plan_;
  Machine& machine_;
  DecisionPlan const& decision_;
  bool tracing_;
};

// With open figures that are surely numbers the options and rules are known all the same.
std::optional<Conclusion> conclude_but_for_figures(Plan const& plan, std::uint32_t decision,
                                                   Resolution const& resolution) {
  if (resolution.is_settled()) {
    return conclude(plan, decision, resolution);
  }
  std::vector<Figure> const& all = resolution.figures.all();
  bool const sure = resolution.has_open_figures_only() &&
                    std::all_of(all.begin(), all.end(), [](Figure const& figure) { return figure.sure; });
  if (!sure) {
    return std::nullopt;
  }
  Figures figures = resolution.figures;
  Conclusion const conclusion = choose(plan, decision, applied_rules(plan, decision, resolution), &figures);
  return figures.unclear().empty() ? std::optional(conclusion) : std::nullopt;
}

// Rules that choose agree, so the first says it.
Value figure_of(Plan const& plan, std::uint32_t decision, Resolution const& resolution) {
  for (std::uint32_t const rule : applied_rules(plan, decision, resolution)) {
    if (ChoicePlan const* choice = plan.of(plan.rules[rule].choice)) {
      return resolution.figures.of(choice->options.front().bounds.front().block).value;
    }
  }
  return Value::of(State::error);
}

Answer answer_of(Plan const& plan, Machine& machine, std::uint32_t decision, Resolution const& resolution) {
  Answer answer;
  auto const concluded = conclude_but_for_figures(plan, decision, resolution);
  if (!concluded) {
    answer.cause = open_cause(machine, resolution);
    return answer;
  }
  Conclusion const& conclusion = *concluded;
  answer.state = conclusion.status == Status::decided          ? State::known
                 : conclusion.status == Status::not_applicable ? State::not_applicable
                                                               : State::error;
  answer.options.assign(plan.of(plan.decisions[decision].options).size(), false);
  for (ChosenOption const& option : conclusion.options) {
    answer.options[option.ordinal] = true;
  }
  if (plan.decisions[decision].of_figure && conclusion.status == Status::decided) {
    answer.figure = figure_of(plan, decision, resolution);
  }
  return answer;
}

}  // namespace

std::uint32_t open_cause(Machine& machine, Resolution const& resolution) {
  std::uint32_t cause = machine.join(machine.cause_of(resolution.in_force), machine.cause_of(resolution.when));
  for (RuleVerdict const& rule : resolution.rules) {
    if (rule.state == RuleState::open) {
      cause = machine.join(cause, rule.cause);
    }
  }
  if (resolution.has_open_figures_only()) {
    for (Figure const& figure : resolution.figures.all()) {
      cause = machine.join(cause, machine.cause_of(figure.value));
    }
  }
  return cause;
}

bool is_out_of_force(Plan const& plan, std::uint32_t decision, Resolution const& resolution) {
  if (resolution.in_force.is_false()) {
    return true;
  }
  bool any = false;
  for (std::size_t place = 0; place < resolution.rules.size(); ++place) {
    bool const chooses = plan.rules[plan.of(plan.decisions[decision].rules)[place]].choice.has_value();
    if (chooses && !resolution.rules[place].out_of_force) {
      return false;
    }
    any = any || chooses;
  }
  return any;
}

bool Resolution::is_settled() const { return has_settled_rules() && !has_open_figures_only(); }

bool Resolution::has_open_figures_only() const {
  return figures.has_open() && in_force.is_true() && when.is_true() && has_settled_rules() &&
         std::none_of(rules.begin(), rules.end(), [](auto const& rule) { return rule.state == RuleState::error; });
}

bool Resolution::has_settled_rules() const {
  if (in_force.is_open()) {
    return false;
  }
  if (when.is_false()) {
    return true;
  }
  if (when.is_open()) {
    return false;
  }
  if (when.state == State::error) {
    return true;
  }
  auto const in = [this](RuleState state) {
    return std::any_of(rules.begin(), rules.end(), [state](RuleVerdict const& rule) { return rule.state == state; });
  };
  return in(RuleState::error) || !in(RuleState::open);
}

Resolution resolve(Plan const& plan, Machine& machine, std::uint32_t decision, std::uint32_t departures, bool tracing) {
  for (std::uint32_t const read : plan.of(plan.decisions[decision].reads)) {
    Resolution const resolution = Resolver(plan, machine, plan.decisions[read], false).run({});
    machine.answer(read, answer_of(plan, machine, read, resolution));
  }
  std::vector<std::uint32_t> excluded;
  Resolution resolution = Resolver(plan, machine, plan.decisions[decision], tracing).run(excluded);
  std::uint32_t done = 0;
  for (; done < departures; ++done) {
    auto const step = conclude_but_for_figures(plan, decision, resolution);
    if (!step) {
      break;
    }
    for (std::uint32_t const rule : step->rules) {
      if (plan.rules[rule].choice.has_value()) {
        excluded.push_back(rule);
      }
    }
    resolution = Resolver(plan, machine, plan.decisions[decision], tracing).run(excluded);
  }
  resolution.has_departed = done == departures;
  return resolution;
}

bool add_figures(Plan const& plan, Machine& machine, RulePlan const& rule, Figures& figures) {
  bool good = true;
  for (Condition const& computed : plan.of(rule.figures)) {
    Figure const figure = machine.figure(computed);
    good = good && figure.value.state != State::error;
    figures.add(figure);
  }
  return good;
}

std::vector<std::uint32_t> applied_rules(Plan const& plan, std::uint32_t decision, Resolution const& resolution) {
  std::span<std::uint32_t const> const rules = plan.of(plan.decisions[decision].rules);
  std::vector<std::uint32_t> applied;
  for (std::size_t i = 0; i < resolution.rules.size(); ++i) {
    if (resolution.rules[i].state == RuleState::applied) {
      applied.push_back(rules[i]);
    }
  }
  return applied;
}

}  // namespace hjemmel::eval
