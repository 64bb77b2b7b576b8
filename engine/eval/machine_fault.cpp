// Faults: where one arose, where one may still arise below what is open, and what stands beside one.
//
// What is open may hold completions that fail; its doubt names an instruction that does (`fails_at`), so that no bounds and no
// assumption settle a comparison as if it had a value.
#include <algorithm>

#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

Place const* place_of(Plan const& plan, std::uint32_t at) {
  auto const place =
      std::lower_bound(plan.places.begin(), plan.places.end(), at,
                       [](Place const& p, std::uint32_t instruction) { return p.instruction < instruction; });
  return place != plan.places.end() && place->instruction == at ? &*place : nullptr;
}

// What is wrong where a loop fails.
std::string_view what_fails(LoopKind kind) {
  switch (kind) {
    case LoopKind::first:
    case LoopKind::last:
      return "finds two records with the same date or number, so that neither is the one";
    case LoopKind::only:
      return "does not find exactly one record";
    default:
      return "gives more than 18 digits";
  }
}

bool reads_a_decision(Opcode opcode) {
  return opcode == Opcode::may_be || opcode == Opcode::is_only || opcode == Opcode::figure;
}

// What is wrong where an instruction fails, said of the expression.
std::string_view what_fails(Opcode opcode) {
  switch (opcode) {
    case Opcode::divide:
      return "divides by zero, or gives more than 18 digits";
    case Opcode::age:
      return "takes an age on a day before the birth";
    case Opcode::term:
      return "gives a day outside the years 1 to 9999, or runs over days for which the calendar fails";
    case Opcode::add_months:
    case Opcode::add_days:
      return "gives a day outside the years 1 to 9999";
    case Opcode::add_hours:
      return "gives a moment outside the years 1 to 9999";
    case Opcode::call:
      return "has no value";
    case Opcode::out_of_force:
      return "is not in force on the date that picks the rules";
    default:
      return "gives more than 18 digits";
  }
}

}  // namespace

Value Machine::fault(std::uint32_t at) {
  if (error_place_.empty()) {
    error_place_ = place_text(at);
  }
  return Value::of(State::error);
}

std::string Machine::place_text(std::uint32_t at) const {
  if (at >= plan_.code.size()) {
    return "an expression has no value";
  }
  Instruction const& instruction = plan_.code[at];
  if (reads_a_decision(instruction.opcode)) {
    return "the decision `" + plan_.decisions[instruction.c].name + "` has no answer to read";
  }
  Place const* const place = place_of(plan_, at);
  bool const is_loop = instruction.opcode == Opcode::loop;
  return (place != nullptr ? "`" + place->text + "` " : "an expression ") +
         std::string(is_loop ? what_fails(plan_.loops[instruction.c].kind) : what_fails(instruction.opcode));
}

std::string Machine::fault_below(std::uint32_t cause) const {
  std::vector<bool> seen(causes_.size());
  std::vector<std::uint32_t> open{cause};
  while (!open.empty()) {
    std::uint32_t const at = open.back();
    open.pop_back();
    if (at == kNoIndex || seen[at]) {
      continue;
    }
    seen[at] = true;
    Cause const& here = causes_[at];
    if (here.kind == Cause::Kind::atom && here.fails_at != kNoIndex) {
      return place_text(here.fails_at);
    }
    open.push_back(here.right);
    open.push_back(here.left);
  }
  return {};
}

// An error beside something open: the error, unless the open side may yet turn out not to apply.
Value Machine::error_beside(Value error, Value open) {
  return surely_applies(open) ? error : doubt({}, cause_of(open), {}, kFailedBefore);
}

// With an open condition either branch may be the one that overflows.
std::uint32_t Machine::branch_fails_at(Conditional const& blocks, Value condition) const {
  std::uint32_t const inside = fails_within({blocks.then_block, blocks.else_block});
  return inside == kNoIndex ? fails_at(condition, condition) : inside;
}

// An instruction that can fail in one of the blocks or in what they read; none where there is none.
std::uint32_t Machine::fails_within(std::vector<std::uint32_t> blocks) const {
  std::vector<bool> seen(plan_.blocks.size());
  while (!blocks.empty()) {
    std::uint32_t const block = blocks.back();
    blocks.pop_back();
    if (block == kNoIndex || seen[block]) {
      continue;
    }
    seen[block] = true;
    for (std::uint32_t at = plan_.blocks[block].begin; at < plan_.blocks[block].end; ++at) {
      Opcode const opcode = plan_.code[at].opcode;
      if (reads_a_decision(opcode) || place_of(plan_, at) != nullptr) {
        return at;
      }
      add_blocks_read_by(plan_.code[at], blocks);
    }
  }
  return kNoIndex;
}

void Machine::add_blocks_read_by(Instruction const& instruction, std::vector<std::uint32_t>& blocks) const {
  std::uint32_t const read = instruction.c;
  switch (instruction.opcode) {
    case Opcode::definition:
      return blocks.push_back(plan_.definitions[read].block);
    case Opcode::conditional:
      blocks.push_back(plan_.conditionals[read].then_block);
      return blocks.push_back(plan_.conditionals[read].else_block);
    case Opcode::loop:
      blocks.push_back(plan_.loops[read].where);
      return blocks.push_back(plan_.loops[read].body);
    case Opcode::reading:
      for (ReadingChoicePlan const& choice : plan_.readings[read].choices) {
        blocks.push_back(choice.block);
      }
      return;
    case Opcode::table:
      for (TableEntry const& entry : plan_.tables[read].entries) {
        blocks.push_back(entry.open_law ? kNoIndex : entry.block);
      }
      return;
    default:
      return;
  }
}

}  // namespace hjemmel::eval
