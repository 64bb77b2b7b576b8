// What the machine says an outcome rests on, against the definition: the oracle tries every other admissible value.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/decide.h"
#include "tests/differential/oracle.h"

namespace hjemmel::differential {

struct Question {
  ir::Program const& program;
  eval::Plan const& plan;
  eval::Case const& facts;
  oracle::Grid const& grid;
  std::uint32_t decision = 0;
};

// A presumption is named at least where its fact, left open, would change the outcome.
void compare_basis(Question const& question, eval::Outcome const& machine, std::vector<std::string>& found);

}  // namespace hjemmel::differential
