// Decisions and rules of the IR to those of a plan: guards, effects, and the order in which precedence is settled.
#pragma once

#include <vector>

#include "engine/lower/code.h"

namespace hjemmel::lower {

[[nodiscard]] std::vector<eval::ParameterPlan> plan_parameters(ir::Program const& program,
                                                               std::vector<ir::Parameter> const& parameters);

// All but what they are called and cite, which is told (engine/lower/told.h).
void lower_rules(ir::Program const& program, Coder& coder, eval::Plan& plan);
// The terms of properties; what joins them is no code of the machine.
void lower_properties(ir::Program const& program, Coder& coder, eval::Plan& plan);

}  // namespace hjemmel::lower
