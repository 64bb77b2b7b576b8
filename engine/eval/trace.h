// Trace: how an outcome came about, as data: each rule considered with its state, each condition with its value.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/outcome.h"

namespace hjemmel::eval {

enum class Truth : std::uint8_t { no, yes, unknown, not_applicable, error };
// guard_false: its own guard failed. open: facts are missing. The two `by` states name the rules in RuleTrace::by.
enum class RuleState : std::uint8_t { applied, overridden, disapplied, guard_false, open, error };

[[nodiscard]] std::string_view truth_name(Truth truth);
[[nodiscard]] std::string_view rule_state_name(RuleState state);

// One conjunct of a guard, an `unless`, a ground or a decision's `when`, as written in the rules. The truth beside
// `unless X` is that of X.
struct ConditionTrace {
  std::string text;
  Truth truth = Truth::unknown;
  std::vector<std::string> unknowns;  // fact paths and open law that leave it open

  friend bool operator==(ConditionTrace const&, ConditionTrace const&) = default;
};

struct GroundTrace {
  std::string name;
  Truth truth = Truth::unknown;
  bool open_line = false;  // `open`: asked only when no listed ground holds
  std::string text = {};   // its condition, as written in the rules
  std::vector<std::string> unknowns = {};

  friend bool operator==(GroundTrace const&, GroundTrace const&) = default;
};

struct RuleTrace {
  std::string rule;
  RuleState state = RuleState::open;
  std::vector<std::string> by;             // what overrides or disapplies it
  std::vector<ConditionTrace> conditions;  // conjuncts of `when`, then `unless` (text starts with `unless`)
  std::vector<GroundTrace> grounds;
  std::vector<OutcomeCitation> citations;
};

struct DefinitionTrace {
  std::string name;
  Truth truth = Truth::unknown;            // of a bool definition
  std::string value;                       // of any other, as people write it
  std::vector<ConditionTrace> conditions;  // conjuncts, when the body is an `and`
  std::vector<OutcomeCitation> citations;
  std::string reading = {};  // of a reading: the choice that was taken
};

struct FactTrace {
  std::string fact;   // `case.seizures[1].amount`, counted from 1
  std::string value;  // as people write it: `12.5 g`, `2009-03-02`, `unknown`, `not asked`, `between 12 g and 14 g`
  std::string by;
  std::string known_on;
  std::string from;
  std::string filled_by =
      {};  // `default` or `presumption`: where that gave the value; then what the case itself says is in `state`
  std::string state = {};  // `unknown`, `not asked`
};

struct ParameterTrace {
  std::string parameter;
  std::string value;  // empty: open law
  std::vector<OutcomeCitation> citations;
};

struct TableTrace {
  std::string table;
  std::string key;
  std::string value;  // empty: open law
  std::vector<OutcomeCitation> citations;
};

struct DecisionTrace {
  std::string decision;
  std::vector<ConditionTrace> when;
  std::vector<RuleTrace> rules;                 // every rule on the decision, in written order
  std::vector<DefinitionTrace> definitions;     // read by them, in written order
  std::vector<FactTrace> facts;                 // read, in the schema's order
  std::vector<TableTrace> tables;               // rows used
  std::vector<ParameterTrace> parameters = {};  // read, in written order
};

}  // namespace hjemmel::eval
