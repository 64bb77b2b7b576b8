// Resolve: which of a decision's rules apply, are out, or are open, given what the machine knows of their guards.
//
// In: a machine over one case. Out: a state for each rule, in the order of precedence. A false guard comes first, then an
// applied rule that disapplies it, then an applied rule above; what is then still open or in error passes that on to what
// it overrides. One rule in error is an error of the decision, also one that applies with a bound
// that has no value.
// Tested in tests/unit/eval/resolve_test.cpp and tests/differential.
#pragma once

#include <vector>

#include "engine/eval/machine.h"

namespace hjemmel::eval {

struct RuleVerdict {
  RuleState state = RuleState::open;
  std::uint32_t cause = kNoIndex;  // open: why
  std::vector<std::uint32_t> by;   // overridden, disapplied: which rules
  std::vector<Value> when;         // traced only: the conjuncts
  std::vector<Value> grounds;      // each line, unless a conjunct is already false
  Value unless = Value::boolean(false);
  bool out_of_force = false;  // its `in force` is false
  bool guard_holds = false;   // open: only for what may put it out
};

struct Resolution {
  Value in_force = Value::boolean(true);  // the package; false: then no rule applies
  Value when = Value::boolean(true);      // does the decision arise
  std::vector<Value> when_conjuncts;      // traced only
  std::vector<RuleVerdict> rules;         // by place in DecisionPlan::rules; empty when the decision does not arise
  Figures figures;                        // computed bounds of the rules that apply
  Law law = Law::at_act;                  // under which it was resolved
  bool has_departed = false;              // as often as asked; else an earlier step is not settled

  [[nodiscard]] bool is_settled() const;
  // Which rules apply is settled, and what they say but for figures.
  [[nodiscard]] bool has_open_figures_only() const;

 private:
  [[nodiscard]] bool has_settled_rules() const;
};

// Resolves decision number `decision`; the decisions that it reads are resolved and answered first. With `departures` the
// decider departs that many times from what normally is: each time the rules that chose so count as having a false guard.
// Where an earlier step is not settled, its resolution is the answer.
[[nodiscard]] Resolution resolve(Plan const& plan, Machine& machine, std::uint32_t decision, std::uint32_t departures,
                                 bool tracing);

// Why it is open: every cause joined.
[[nodiscard]] std::uint32_t open_cause(Machine& machine, Resolution const& resolution);

// No rule applies because none that chooses is in force.
[[nodiscard]] bool is_out_of_force(Plan const& plan, std::uint32_t decision, Resolution const& resolution);

// The rules in state applied, in written order, as indexes into Plan::rules.
[[nodiscard]] std::vector<std::uint32_t> applied_rules(Plan const& plan, std::uint32_t decision,
                                                       Resolution const& resolution);

// Computes the bounds of one more rule; false where one of them is in error.
[[nodiscard]] bool add_figures(Plan const& plan, Machine& machine, RulePlan const& rule, Figures& figures);

}  // namespace hjemmel::eval
