// What the instructions of a plan point at: variables and the lists that they stand in, operands, and the blocks that are run.
// Private to this folder; check_code.cpp tells how it is used.
#pragma once

#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"

namespace hjemmel::saved {

// Each stands in one list, and where it stands at a group, by one field of it.
class Variables {
 public:
  // `good` is false where that is not so. The plan's own indexes are good.
  Variables(ir::Program const& program, eval::Plan const& plan);

  [[nodiscard]] bool good() const { return good_; }
  // None where nothing binds it.
  [[nodiscard]] std::uint32_t list_of(std::uint32_t variable) const {
    return variable < list_of_.size() ? list_of_[variable] : eval::kNoIndex;
  }
  [[nodiscard]] std::uint32_t key_of(std::uint32_t variable) const { return key_of_[variable]; }

 private:
  void need(bool holds) { good_ = good_ && holds; }
  void bind(std::uint32_t variable, std::uint32_t list);
  void bind_variables();
  [[nodiscard]] bool loop_fits(eval::Loop const& loop) const;

  ir::Program const& program_;
  eval::Plan const& plan_;
  std::vector<std::uint32_t> list_of_;
  std::vector<std::uint32_t> key_of_;
  bool good_ = true;
};

// Whether `c` and `b` of the instruction are there.
[[nodiscard]] bool operands_exist(eval::Plan const& plan, Variables const& variables,
                                  eval::Instruction const& instruction);

// Calls `visit` with each block that the instruction, whose operands exist, runs.
template <class Visit>
void each_inner(eval::Plan const& plan, eval::Instruction const& instruction, Visit visit) {
  auto const one = [&](std::uint32_t block) {
    if (block != eval::kNoIndex) {
      visit(block);
    }
  };
  std::uint32_t const c = instruction.c;
  switch (instruction.opcode) {
    case eval::Opcode::loop:
      one(plan.loops[c].where);
      one(plan.loops[c].body);
      break;
    case eval::Opcode::conditional:
      visit(plan.conditionals[c].then_block);
      visit(plan.conditionals[c].else_block);
      break;
    case eval::Opcode::table:
      for (eval::TableEntry const& entry : plan.tables[c].entries) {
        one(entry.open_law ? eval::kNoIndex : entry.block);
      }
      break;
    case eval::Opcode::reading:
      for (eval::ReadingChoicePlan const& choice : plan.readings[c].choices) {
        visit(choice.block);
      }
      break;
    case eval::Opcode::as_of_date:
      visit(c);
      break;
    case eval::Opcode::definition:
      visit(plan.definitions[c].block);
      break;
    case eval::Opcode::selecting_date:
      for (std::uint32_t const definition : plan.selecting) {
        visit(plan.definitions[definition].block);
      }
      break;
    case eval::Opcode::fact:
      if (plan.facts[c].presumption != eval::kNoIndex) {
        one(plan.presumptions[plan.facts[c].presumption].when);
      }
      break;
    default:
      break;
  }
}

}  // namespace hjemmel::saved
