// Which rules of a decision hang on a fact that is not known: the reason why it is asked for.
//
// In: the program, the decision's trace, and a place. Out: each rule that still counts and reads the place, directly or through
// definitions and other decisions, with the lines of `any of` that read it and its citations; before them the decision itself,
// where its `when` reads the place and is not known to hold. Tested in tests/unit/interview/hangs_on_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/trace.h"
#include "engine/interview/place.h"

namespace hjemmel::interview {

struct Reason {
  std::string rule;                  // empty: whether the question arises at all
  std::vector<std::string> grounds;  // lines of `any of` that read the fact
  std::vector<eval::OutcomeCitation> citations;

  friend bool operator==(Reason const&, Reason const&) = default;
};

[[nodiscard]] std::vector<Reason> reasons_for(ir::Program const& program, eval::DecisionTrace const& trace,
                                              Place const& place);

}  // namespace hjemmel::interview
