// From an outcome and its trace to an explanation: which rules bear it, which gave way, and why another option was not given.
//
// In: one decision's outcome and full trace, and the program they came from, for what rules could give and how they are laid out. Out:
// a DecisionExplanation that points to the outcome. Tested in tests/unit/explain/explanation_of_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/explanation.h"

namespace hjemmel::explain {

// `why_not` names options of the decision, each of them one that the program has.
[[nodiscard]] DecisionExplanation explanation_of(ir::Program const& program, eval::Outcome const& outcome,
                                                 eval::DecisionTrace const& trace,
                                                 std::vector<std::string> const& why_not = {});

// All that a trace holds, whatever came of it: each list in the order of the trace's own.
struct TraceNotes {
  std::vector<ConditionNote> when;
  std::vector<RuleNote> rules;                          // with every condition and every ground
  std::vector<std::vector<ConditionNote>> definitions;  // the conjuncts of each
};

[[nodiscard]] TraceNotes notes_of(ir::Program const& program, eval::Outcome const& outcome,
                                  eval::DecisionTrace const& trace);

}  // namespace hjemmel::explain
