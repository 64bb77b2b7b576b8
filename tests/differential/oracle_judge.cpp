// The states of rules straight from the definition: each asks for the states of what stands above it.
#include "tests/differential/oracle_judge.h"

#include "engine/ir/bounds.h"

namespace hjemmel::oracle {

using eval::RuleState;
using eval::Status;

Outcomes::Outcomes(ir::Program const& program) : program_(program), made_(program.decisions.size()) {
  for (std::uint32_t i = 0; i < program.decisions.size(); ++i) {
    precedence_.push_back(precedence_of(program, i));
  }
}

Composed const& Outcomes::of(std::uint32_t decision, std::vector<bool> const& applied, Figures const& figures) {
  auto const found = made_[decision].find({applied, figures});
  if (found != made_[decision].end()) {
    return found->second;
  }
  Composed made = compose(program_, decision, precedence_[decision], applied, figures);
  return made_[decision].emplace(std::pair(applied, figures), std::move(made)).first->second;
}

Judge::Judge(ir::Program const& program, eval::Case const& facts, Grid const& grid, Completions* completions,
             Outcomes& outcomes, bool at_decision)
    : program_(program),
      outcomes_(outcomes),
      exact_(completions != nullptr),
      evaluator_(
          program, facts, grid, completions, [this](std::uint32_t decision) { return read(decision); }, at_decision) {}

Truth Judge::in_force() {
  return program_.in_force.has_value() ? truth_of(evaluator_.evaluate(program_.in_force)) : Truth::yes;
}

Truth Judge::arises(std::uint32_t decision) {
  ir::ExprId const when = program_.decisions[decision].when;
  return when.has_value() ? truth_of(evaluator_.evaluate(when)) : Truth::yes;
}

std::vector<RuleState> Judge::states(std::uint32_t decision, std::vector<bool> const& out) {
  std::size_t const count = program_.decisions[decision].rules.size();
  Known known(count);
  std::vector<RuleState> states;
  for (std::size_t i = 0; i < count; ++i) {
    states.push_back(state(decision, i, out, known));
  }
  return states;
}

std::vector<Step> Judge::steps(std::uint32_t decision) {
  Truth const here = in_force();
  if (here != Truth::yes) {
    return {{{here == Truth::no ? Status::no_rule : Status::error, std::nullopt, {}}, {}, {}, {}, {}}};
  }
  Truth const arises_here = arises(decision);
  if (arises_here != Truth::yes) {
    return {{{arises_here == Truth::no ? Status::not_applicable : Status::error, std::nullopt, {}}, {}, {}, {}, {}}};
  }
  std::vector<bool> out(program_.decisions[decision].rules.size());
  std::vector<Step> all;
  bool departs = true;
  while (departs) {
    all.push_back(step(decision, out));
    departs = all.back().point.modality == eval::Modality::normally_is;
    for (std::size_t i = 0; departs && i < out.size(); ++i) {
      out[i] = out[i] || all.back().chose[i];
    }
  }
  return all;
}

ir::Rule const& Judge::rule(std::uint32_t decision, std::size_t place) const {
  return program_.rules[program_.decisions[decision].rules[place].index];
}

Truth Judge::guard(ir::Rule const& rule) {
  Truth truth = rule.when.has_value() ? truth_of(evaluator_.evaluate(rule.when)) : Truth::yes;
  if (truth != Truth::no && !rule.grounds.empty()) {
    Truth any = Truth::no;
    for (ir::Ground const& ground : rule.grounds) {
      any = any == Truth::yes ? any : either(any, truth_of(evaluator_.evaluate(ground)));
    }
    truth = both(truth, any);
  }
  if (truth != Truth::no && rule.unless.has_value()) {
    truth = both(truth, opposite(truth_of(evaluator_.evaluate(rule.unless))));
  }
  return truth;
}

RuleState Judge::state(std::uint32_t decision, std::size_t place, std::vector<bool> const& out, Known& known) {
  if (!known[place]) {
    known[place] = find_state(decision, place, out, known);
  }
  return *known[place];
}

RuleState Judge::find_state(std::uint32_t decision, std::size_t place, std::vector<bool> const& out, Known& known) {
  if (out[place]) {
    return RuleState::guard_false;
  }
  Precedence const& precedence = outcomes_.precedence(decision);
  bool disapplied = false;
  bool overridden = false;
  bool open = false;
  bool error = false;
  for (std::size_t other = 0; other < out.size(); ++other) {
    if (precedence.disapplies[other][place] || precedence.takes_out[other][place]) {
      RuleState const above = state(decision, other, out, known);
      disapplied = disapplied || (above == RuleState::applied && precedence.disapplies[other][place]);
      overridden = overridden || (above == RuleState::applied && precedence.takes_out[other][place]);
      open = open || above == RuleState::open;
      error = error || above == RuleState::error;
    }
  }
  // In a completion only applied or out matters, and what is out asks for no fact.
  bool const is_out = disapplied || overridden;
  Truth const own = exact_ && is_out ? Truth::yes : guard(rule(decision, place));
  if (own == Truth::no) {
    return RuleState::guard_false;
  }
  if (is_out) {
    return disapplied ? RuleState::disapplied : RuleState::overridden;
  }
  if (open || own == Truth::unknown) {
    return RuleState::open;
  }
  return error || own == Truth::error ? RuleState::error : state_by_figures(rule(decision, place));
}

// A rule that would apply, and computes a bound that has no value, is in error.
RuleState Judge::state_by_figures(ir::Rule const& rule) {
  RuleState state = RuleState::applied;
  for (ir::ExprId const bound : ir::computed_bounds(rule)) {
    Kind const kind = evaluator_.evaluate(bound).kind;
    if (kind == Kind::error || kind == Kind::not_applicable) {
      return RuleState::error;
    }
    state = kind == Kind::unknown ? RuleState::open : state;
  }
  return state;
}

Composed const& Judge::composed(std::uint32_t decision, std::vector<bool> const& applied) {
  Figures figures;
  for (std::size_t i = 0; i < applied.size(); ++i) {
    for (ir::ExprId const bound : applied[i] ? ir::computed_bounds(rule(decision, i)) : std::vector<ir::ExprId>{}) {
      figures[bound] = evaluator_.evaluate(bound).number;
    }
  }
  return outcomes_.of(decision, applied, figures);
}

Step Judge::step(std::uint32_t decision, std::vector<bool> const& out) {
  std::vector<bool> applied;
  Status fault = Status::decided;
  std::vector<RuleState> const found = states(decision, out);
  for (RuleState const state : found) {
    applied.push_back(state == RuleState::applied);
    if (state == RuleState::open) {
      fault = Status::undetermined;
    } else if (state == RuleState::error && fault == Status::decided) {
      fault = Status::error;
    }
  }
  if (fault != Status::decided) {
    return {{fault, std::nullopt, {}}, applied, {}, applied, found};
  }
  Composed const& made = composed(decision, applied);
  return {made.point, std::move(applied), made.chose, made.contributed, found};
}

DecisionRead Judge::read(std::uint32_t decision) {
  Truth const here = in_force();
  if (here != Truth::yes) {
    return {here == Truth::unknown ? Kind::unknown : Kind::error, {}};
  }
  Truth const arises_here = arises(decision);
  if (arises_here != Truth::yes) {
    return {arises_here == Truth::no        ? Kind::not_applicable
            : arises_here == Truth::unknown ? Kind::unknown
                                            : Kind::error,
            {}};
  }
  Step const read = step(decision, std::vector<bool>(program_.decisions[decision].rules.size()));
  if (read.point.status != Status::decided) {
    return {read.point.status == Status::undetermined ? Kind::unknown : Kind::error, {}};
  }
  DecisionRead answer{Kind::known, composed(decision, read.applied).option_ordinals};
  if (program_.decisions[decision].of_figure) {
    answer.figure = Result::known(*read.point.options.front().bounds.front().exactly);
  }
  return answer;
}

}  // namespace hjemmel::oracle
