// One instruction after the other; what an instruction needs done first is put on the list of tasks before it goes on.
#include "engine/columns/translate.h"

#include <algorithm>

#include "engine/base/check.h"

namespace hjemmel::columns {

using eval::Opcode;

Translator::Translator(eval::Plan const& plan, Kernel& kernel)
    : plan_(plan),
      kernel_(kernel),
      nodes_(kernel),
      lists_(plan.variables, kNone),
      definitions_(plan.definitions.size(), kNone) {}

std::uint32_t Translator::block(std::uint32_t block) {
  stack_.clear();
  loops_.clear();
  refusal_.clear();
  tasks_ = {{Task::Kind::run, block, plan_.blocks[block].begin}};
  while (!tasks_.empty() && refusal_.empty()) {
    Task const task = tasks_.back();
    tasks_.pop_back();
    step(task);
  }
  return refusal_.empty() ? pop() : kNone;
}

std::uint32_t Translator::refuse(char const* why) {
  refusal_ = refusal_.empty() ? why : refusal_;
  return kNone;
}

void Translator::push(std::uint32_t node, char const* why) {
  if (node == kNone) {
    refuse(why);
  }
  stack_.push_back(node);
}

std::uint32_t Translator::pop() {
  CHECK(!stack_.empty());
  std::uint32_t const top = stack_.back();
  stack_.pop_back();
  return top;
}

// A constant of type bool is the number 0 or 1.
std::uint32_t Translator::as_truth(std::uint32_t node) {
  if (node == kNone || !is_number(nodes_.at(node).op)) {
    return node;
  }
  auto const constant = nodes_.constant_at(node);
  return constant ? nodes_.truth(*constant != base::Decimal()) : kNone;
}

std::uint32_t Translator::as_number(std::uint32_t node) {
  return node == kNone || is_number(nodes_.at(node).op) ? node : nodes_.count_of({node});
}

// What is known applies; what is open may turn out not to.
std::uint32_t Translator::is_known(std::uint32_t node) {
  return node == kNone
             ? kNone
             : nodes_.disjunction(nodes_.compare(Relation::less, as_number(node), nodes_.constant({})),
                                  nodes_.compare(Relation::greater_equal, as_number(node), nodes_.constant({})));
}

void Translator::step(Task task) {
  switch (task.kind) {
    case Task::Kind::run:
      break;
    case Task::Kind::choose:
      return end_choose();
    case Task::Kind::loop:
      return end_loop(plan_.loops[task.index]);
    case Task::Kind::define:
      definitions_[task.index] = stack_.back();
      return;
    case Task::Kind::rows:
      return end_rows(task.index);
  }
  std::uint32_t const end = plan_.blocks[task.index].end;
  while (task.at < end && refusal_.empty()) {
    eval::Instruction const& instruction = plan_.code[task.at++];
    if (!execute(instruction, task)) {
      return;
    }
  }
}

// False where tasks were added that come before the next instruction.
bool Translator::execute(eval::Instruction const& instruction, Task const& next) {
  switch (instruction.opcode) {
    case Opcode::jump_if_false:
    case Opcode::jump_if_true:
      return true;
    case Opcode::constant:
      push(nodes_.constant(plan_.constants[instruction.c]), "");
      return true;
    case Opcode::fact:
      push(fact(instruction.c), "a fact without a column");
      return true;
    case Opcode::field:
      push(field(instruction.b, instruction.c), "a field without a column");
      return true;
    case Opcode::parameter:
      push(parameter(instruction.c), "a parameter");
      return true;
    case Opcode::classify:
      push(classify(plan_.classifiers[instruction.c]), "keys of a table");
      return true;
    case Opcode::definition:
      begin_definition(instruction.c, next);
      return false;
    case Opcode::selecting_date:
      begin_definition(plan_.selecting.front(), next);
      return false;
    case Opcode::reading:
      begin_block(plan_.readings[instruction.c].choices.front().block, next);
      return false;
    case Opcode::conditional:
      tasks_.insert(tasks_.end(), {next, {Task::Kind::choose, 0, 0}});
      begin_block(plan_.conditionals[instruction.c].else_block, {});
      begin_block(plan_.conditionals[instruction.c].then_block, {});
      return false;
    case Opcode::table:
      begin_rows(instruction.c, next);
      return false;
    case Opcode::loop:
      begin_loop(instruction.c, next);
      return false;
    default:
      push(of_operator(instruction), "an operation of the machine");
      return true;
  }
}

std::uint32_t Translator::of_operator(eval::Instruction const& instruction) {
  switch (instruction.opcode) {
    case Opcode::negation:
      return nodes_.negation(as_truth(pop()));
    case Opcode::member:
      return nodes_.among(pop(), plan_.sets[instruction.c]);
    case Opcode::is_applicable:
      return is_known(pop());
    case Opcode::negate:
      return nodes_.negate(pop());
    case Opcode::conjunction:
    case Opcode::disjunction:
    case Opcode::equal:
    case Opcode::not_equal:
    case Opcode::less:
    case Opcode::less_equal:
    case Opcode::greater:
    case Opcode::greater_equal:
    case Opcode::add:
    case Opcode::subtract:
    case Opcode::multiply:
    case Opcode::age:
    case Opcode::lesser_of:
    case Opcode::greater_of: {
      std::uint32_t const right = pop();
      std::uint32_t const left = pop();
      return of_two(instruction, left, right);
    }
    default:
      return kNone;
  }
}

std::uint32_t Translator::of_two(eval::Instruction const& instruction, std::uint32_t left, std::uint32_t right) {
  switch (instruction.opcode) {
    case Opcode::conjunction:
      return nodes_.conjunction(as_truth(left), as_truth(right));
    case Opcode::disjunction:
      return nodes_.disjunction(as_truth(left), as_truth(right));
    case Opcode::add:
      return nodes_.add(left, right);
    case Opcode::subtract:
      return nodes_.add(left, nodes_.negate(right));
    case Opcode::multiply:
      return nodes_.multiply(left, right);
    case Opcode::age:
      return nodes_.months_from(left, right);
    case Opcode::lesser_of:
    case Opcode::greater_of:
      return instruction.b != 0 ? kNone : nodes_.lesser(left, right, instruction.opcode == Opcode::greater_of);
    default:
      return compare(instruction, left, right);
  }
}

std::uint32_t Translator::compare(eval::Instruction const& instruction, std::uint32_t left, std::uint32_t right) {
  eval::Comparison const& comparison = plan_.comparisons[instruction.c];
  if (comparison.kind != eval::Comparison::Kind::numbers) {
    return kNone;
  }
  left = as_number(left);
  right = as_number(right);
  if (comparison.enumeration != kNone) {
    eval::EnumPlan const& enumeration = plan_.enums[comparison.enumeration];
    std::vector<std::optional<base::Decimal>> ranks;
    for (std::size_t at = 0; at < enumeration.ranks.size(); ++at) {
      ranks.push_back(enumeration.unranked[at] ? std::nullopt
                                               : std::optional(base::Decimal::of(enumeration.ranks[at])));
    }
    left = nodes_.lookup(left, ranks);
    right = nodes_.lookup(right, ranks);
  }
  switch (instruction.opcode) {
    case Opcode::equal:
      return nodes_.compare(Relation::equal, left, right);
    case Opcode::not_equal:
      return nodes_.compare(Relation::not_equal, left, right);
    case Opcode::less:
      return nodes_.compare(Relation::less, left, right);
    case Opcode::less_equal:
      return nodes_.compare(Relation::less_equal, left, right);
    case Opcode::greater:
      return nodes_.compare(Relation::greater, left, right);
    default:
      return nodes_.compare(Relation::greater_equal, left, right);
  }
}

void Translator::begin_block(std::uint32_t block, Task const& next) {
  if (next.at != 0) {
    tasks_.push_back(next);
  }
  tasks_.push_back({Task::Kind::run, block, plan_.blocks[block].begin});
}

void Translator::begin_definition(std::uint32_t index, Task const& next) {
  tasks_.push_back(next);
  if (definitions_[index] != kNone) {
    stack_.push_back(definitions_[index]);
    return;
  }
  tasks_.push_back({Task::Kind::define, index, 0});
  begin_block(plan_.definitions[index].block, {});
}

void Translator::end_choose() {
  std::uint32_t otherwise = pop();
  std::uint32_t then = pop();
  if (is_number(nodes_.at(then).op) != is_number(nodes_.at(otherwise).op)) {
    otherwise = as_truth(otherwise);
    then = as_truth(then);
  }
  push(nodes_.choose(as_truth(pop()), then, otherwise), "a choice between numbers");
}

}  // namespace hjemmel::columns
