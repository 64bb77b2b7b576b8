// Decisions and rules of the IR to those of a plan: guards, effects, and the order in which precedence is settled.
#pragma once

#include <vector>

#include "engine/lower/code.h"

namespace hjemmel::lower {

// Citations by name, as outcomes show them.
class Citer {
 public:
  explicit Citer(ir::Program const& program) : program_(program) {}
  [[nodiscard]] std::vector<eval::OutcomeCitation> named(std::vector<ir::Citation> const& citations) const;

 private:
  ir::Program const& program_;
};

[[nodiscard]] std::vector<eval::ParameterPlan> plan_parameters(ir::Program const& program,
                                                               std::vector<ir::Parameter> const& parameters);

void lower_rules(ir::Program const& program, Coder& coder, Citer const& citer, eval::Plan& plan);
// The terms of properties; what joins them is no code of the machine.
void lower_properties(ir::Program const& program, Coder& coder, eval::Plan& plan);

}  // namespace hjemmel::lower
