// Decisions and rules of the IR to those of a plan: guards, effects, and the order in which precedence is settled.
#pragma once

#include <vector>

#include "engine/lower/code.h"
#include "engine/lower/named.h"

namespace hjemmel::lower {

// What writes code, names and citations into one plan.
struct Tools {
  Coder& coder;
  Namer& namer;
  Citer& citer;
};

[[nodiscard]] std::vector<eval::ParameterPlan> plan_parameters(ir::Program const& program,
                                                               std::vector<ir::Parameter> const& parameters);

void lower_rules(ir::Program const& program, Tools tools, eval::Plan& plan);
// The terms of properties; what joins them is no code of the machine.
void lower_properties(ir::Program const& program, Coder& coder, eval::Plan& plan);

}  // namespace hjemmel::lower
