// The oracle's view of a case for traces, and its answers as text.
#include <algorithm>

#include "tests/differential/oracle_judge.h"

namespace hjemmel::oracle {
namespace {

Mark mark_of(Result const& result) {
  switch (result.kind) {
    case Kind::known:
      return result.number.coefficient() != 0 ? Mark::yes : Mark::no;
    case Kind::not_applicable:
      return Mark::not_applicable;
    case Kind::unknown:
      return Mark::unknown;
    case Kind::error:
      return Mark::error;
  }
  return Mark::error;
}

std::vector<Mark> conjuncts(Judge& judge, ir::Program const& program, ir::ExprId id) {
  std::vector<Mark> marks;
  if (!id.has_value()) {
    return marks;
  }
  ir::Expr const& expr = program.exprs[id.index];
  if (expr.op != ir::ExprOp::conjunction) {
    return {mark_of(judge.evaluate(id))};
  }
  for (ir::ExprId const child : expr.children) {
    marks.push_back(mark_of(judge.evaluate(child)));
  }
  return marks;
}

// The applied rules that are why this one is out.
std::vector<std::string> out_by(ir::Program const& program, ir::Decision const& decision,
                                std::vector<std::vector<bool>> const& relation,
                                std::vector<eval::RuleState> const& states, std::size_t place) {
  std::vector<std::string> names;
  for (std::size_t other = 0; other < states.size(); ++other) {
    if (relation[other][place] && states[other] == eval::RuleState::applied) {
      names.push_back(program.rules[decision.rules[other].index].name);
    }
  }
  return names;
}

std::string bound_text(eval::ParameterBound const& bound) {
  std::string text = bound.parameter;
  text += bound.exactly ? " " + base::to_string(*bound.exactly) : "";
  text += bound.at_least ? " >= " + base::to_string(*bound.at_least) : "";
  return text + (bound.at_most ? " <= " + base::to_string(*bound.at_most) : "");
}

std::string bounds_text(std::vector<eval::ParameterBound> const& bounds) {
  std::string text;
  for (eval::ParameterBound const& bound : bounds) {
    text += (text.empty() ? " {" : ", ") + bound_text(bound);
  }
  return text.empty() ? "" : text + "}";
}

std::string option_text(eval::OutcomeOption const& option) {
  std::string text = std::string(eval::modality_name(option.modality)) + " " + option.name + bounds_text(option.bounds);
  for (eval::OutcomeCondition const& condition : option.conditions) {
    text += " " + std::string(eval::force_name(condition.force)) + " " + condition.name + bounds_text(condition.bounds);
    for (std::string const& state : condition.states) {
      text += " states " + state;
    }
  }
  for (std::string const& by : option.by) {
    text += " by " + by;
  }
  return text;
}

}  // namespace

View view(ir::Program const& program, eval::Case const& facts, Grid const& grid, std::uint32_t decision) {
  Outcomes outcomes(program);
  Judge judge(program, facts, grid, nullptr, outcomes);
  ir::Decision const& about = program.decisions[decision];
  View result;
  if (program.in_force.has_value()) {
    result.when.push_back(mark_of(judge.evaluate(program.in_force)));
    if (result.when.front() != Mark::yes && result.when.front() != Mark::unknown) {
      return result;
    }
  }
  std::vector<Mark> const asked = conjuncts(judge, program, about.when);
  result.when.insert(result.when.end(), asked.begin(), asked.end());
  auto const states = judge.states(decision, std::vector<bool>(about.rules.size()));
  for (std::size_t i = 0; i < states.size(); ++i) {
    ir::Rule const& rule = program.rules[about.rules[i].index];
    RuleView seen;
    seen.state = states[i];
    if (states[i] == eval::RuleState::disapplied) {
      seen.by = out_by(program, about, outcomes.precedence(decision).disapplies, states, i);
    } else if (states[i] == eval::RuleState::overridden) {
      seen.by = out_by(program, about, outcomes.precedence(decision).takes_out, states, i);
    }
    bool const period_alone = rule.period.has_value() && rule.period == rule.when;
    seen.when = period_alone ? std::vector{mark_of(judge.evaluate(rule.when))} : conjuncts(judge, program, rule.when);
    if (rule.unless.has_value()) {
      seen.unless = mark_of(judge.evaluate(rule.unless));
    }
    for (ir::Ground const& ground : rule.grounds) {
      seen.grounds.push_back(mark_of(judge.evaluate(ground)));
    }
    result.rules.push_back(std::move(seen));
  }
  return result;
}

std::string describe(Point const& point) {
  std::string text(eval::status_name(point.status));
  text += point.modality ? " " + std::string(eval::modality_name(*point.modality)) : "";
  for (eval::OutcomeOption const& option : point.options) {
    text += "\n    " + option_text(option);
  }
  return text;
}

std::string describe(Answer const& answer) {
  std::string text = describe(answer.point) + "\n  rules:";
  for (std::string const& rule : answer.rules) {
    text += " " + rule;
  }
  text += "\n  grounds:";
  for (eval::HeldGround const& held : answer.grounds) {
    text += " " + held.rule + "." + held.ground;
  }
  for (Point const& point : answer.possible) {
    text += "\n  possible " + describe(point);
  }
  text += "\n  missing:";
  for (MissingName const& name : answer.missing) {
    text += " " + name.name + "(" + std::to_string(name.worst) + ")";
  }
  text += "\n  completions: " + std::to_string(answer.completions) + (answer.complete ? "" : " and more");
  return answer.if_departing ? text + "\n  if departing: " + describe(*answer.if_departing) : text;
}

}  // namespace hjemmel::oracle
