// One completion judged: whether a decision arises, the state of each of its rules, its outcome and that of a decider who
// departs from it. Without completions the same by three-valued logic.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "tests/differential/oracle_rules.h"

namespace hjemmel::oracle {

// The precedence of every decision, and the outcomes already composed: the same applied rules with
// the same figures give the same outcome.
class Outcomes {
 public:
  explicit Outcomes(ir::Program const& program);

  [[nodiscard]] Precedence const& precedence(std::uint32_t decision) const { return precedence_[decision]; }
  Composed const& of(std::uint32_t decision, std::vector<bool> const& applied, Figures const& figures);

 private:
  ir::Program const& program_;
  std::vector<Precedence> precedence_;
  std::vector<std::map<std::pair<std::vector<bool>, Figures>, Composed>> made_;
};

// The outcome of one decision in one completion, and which rules made it, by place; empty when the decision does not arise.
struct Step {
  Point point;
  std::vector<bool> applied;
  std::vector<bool> chose;
  std::vector<bool> contributed;
  std::vector<eval::RuleState> states;
};

class Judge {
 public:
  // `completions` null: three-valued. All references outlive the judge.
  // `at_decision`: rules are picked by the date decided on, for `milder for`.
  Judge(ir::Program const& program, eval::Case const& facts, Grid const& grid, Completions* completions,
        Outcomes& outcomes, bool at_decision = false);
  Judge(Judge const&) = delete;
  Judge& operator=(Judge const&) = delete;

  Truth in_force();  // the package
  Truth arises(std::uint32_t decision);
  Result fact(ir::FactId id) { return evaluator_.read_fact(id.index); }
  Result evaluate(ir::ExprId id) { return evaluator_.evaluate(id); }
  Result evaluate(ir::Ground const& ground) { return evaluator_.evaluate(ground); }
  [[nodiscard]] std::vector<Result> values_of_fact(std::uint32_t id) const { return evaluator_.values_of_fact(id); }
  // The state of each rule of a decision, with the rules of `out` counted as ones whose guard is false.
  std::vector<eval::RuleState> states(std::uint32_t decision, std::vector<bool> const& out);
  // The outcome, and the outcomes for one who departs from it again and again. Completions only.
  std::vector<Step> steps(std::uint32_t decision);

 private:
  using Known = std::vector<std::optional<eval::RuleState>>;

  [[nodiscard]] ir::Rule const& rule(std::uint32_t decision, std::size_t place) const;
  Truth guard(ir::Rule const& rule);
  eval::RuleState state_by_figures(ir::Rule const& rule);
  Composed const& composed(std::uint32_t decision, std::vector<bool> const& applied);
  eval::RuleState state(std::uint32_t decision, std::size_t place, std::vector<bool> const& out, Known& known);
  eval::RuleState find_state(std::uint32_t decision, std::size_t place, std::vector<bool> const& out, Known& known);
  Step step(std::uint32_t decision, std::vector<bool> const& out);
  DecisionRead read(std::uint32_t decision);

  ir::Program const& program_;
  Outcomes& outcomes_;
  bool exact_;
  Evaluator evaluator_;
};

}  // namespace hjemmel::oracle
