// The machine's loop: instructions, the value stack, and Kleene's connectives.
#include "engine/eval/machine.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

// They stand together in opcode.def.
static_assert(static_cast<int>(Opcode::greater_equal) - static_cast<int>(Opcode::equal) == 5);

bool is_comparison(Opcode opcode) { return opcode >= Opcode::equal && opcode <= Opcode::greater_equal; }

std::optional<base::Decimal> constant_in(Plan const& plan, std::uint32_t block) {
  Instruction const& first = plan.code[plan.blocks[block].begin];
  bool const alone = plan.blocks[block].end - plan.blocks[block].begin == 1 && first.opcode == Opcode::constant;
  return alone ? std::optional(plan.constants[first.c]) : std::nullopt;
}

// Both branches are figures: `if a then 1 else 0` lies between them, so that a sum of such has bounds.
Interval between_constants(Plan const& plan, Conditional const& blocks) {
  auto const yes = constant_in(plan, blocks.then_block);
  auto const no = constant_in(plan, blocks.else_block);
  return yes && no ? hull(point(*yes), point(*no)) : Interval{};
}

}  // namespace

Machine::Machine(Plan const& plan, Case const& facts, Assumptions const& assumptions, bool tracing, Law law)
    : plan_(plan),
      facts_(facts),
      assumptions_(assumptions),
      tracing_(tracing),
      law_(law),
      frames_(plan.variables),
      definitions_(plan.definitions.size()),
      definition_known_(plan.definitions.size()) {}

// Most conditions are a fact, a fact turned round or in a set, or one compared with a constant: these need no stack.
Value Machine::run(std::uint32_t block) {
  Block const range = plan_.blocks[block];
  std::uint32_t const length = range.end - range.begin;
  Instruction const* const code = plan_.code.data() + range.begin;
  if (length == 0 || length > 3 || code->opcode != Opcode::fact) {
    return run_on_stack(range);
  }
  if (length == 1) {
    return fact(code->c);
  }
  if (length == 3) {
    bool const compared = code[1].opcode == Opcode::constant && is_comparison(code[2].opcode);
    return compared ? compare(code[2], fact(code->c), constant(code[1])) : run_on_stack(range);
  }
  if (code[1].opcode == Opcode::member) {
    return member(code[1].c, fact(code->c));
  }
  return code[1].opcode == Opcode::negation ? negation(fact(code->c)) : run_on_stack(range);
}

Value Machine::run_on_stack(Block range) {
  if (stack_.capacity() == 0) {
    stack_.reserve(plan_.stack_depth + 16U);
  }
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    Instruction const& instruction = plan_.code[at];
    if (jumps(instruction)) {
      at += instruction.c;
      continue;
    }
    execute(instruction, at);
  }
  return pop();
}

Value Machine::truth(std::uint32_t block) {
  Value const value = run(block);
  return value.state == State::not_applicable ? Value::boolean(false) : value;
}

Value Machine::pop() {
  CHECK(!stack_.empty());
  Value const top = stack_.back();
  stack_.pop_back();
  return top;
}

// While tracing every conjunct is evaluated, so that all that failed are shown; the result is the same.
bool Machine::jumps(Instruction const& instruction) const {
  if (tracing_) {
    return false;
  }
  return (instruction.opcode == Opcode::jump_if_false && stack_.back().is_false()) ||
         (instruction.opcode == Opcode::jump_if_true && stack_.back().is_true());
}

void Machine::execute(Instruction const& instruction, std::uint32_t at) {
  switch (instruction.opcode) {
    case Opcode::jump_if_false:
    case Opcode::jump_if_true:
      return;
    case Opcode::constant:
      return push(constant(instruction));
    case Opcode::moment: {
      Value value = Value::known(plan_.constants[instruction.c]);
      value.detail = instruction.b;
      return push(value);
    }
    case Opcode::fact:
      return push(fact(instruction.c));
    case Opcode::field: {
      Frame const& frame = frames_[instruction.b];
      return push(cell(frame.fact, frame.row, instruction.c));
    }
    case Opcode::group_key:
      return push(frames_[instruction.b].key);
    case Opcode::definition:
      return push(definition(instruction.c));
    case Opcode::parameter:
      return push(parameter(instruction.c));
    case Opcode::reading:
      return push(reading(instruction.c));
    case Opcode::table:
      return push(table(instruction.c));
    case Opcode::classify:
      return push(classify(plan_.classifiers[instruction.c]));
    case Opcode::conditional:
      return push(conditional(plan_.conditionals[instruction.c]));
    case Opcode::loop:
      return push(loop(instruction.c, at));
    case Opcode::may_be:
    case Opcode::is_only:
      return push(read_decision(instruction, at));
    case Opcode::figure:
      return push(read_figure(instruction.c, at));
    case Opcode::selecting_date:
      return push(selecting_date());
    case Opcode::as_of_date:
      return push(as_of_date(instruction.c, at));
    case Opcode::out_of_force:
      return push(fault(at));
    default:
      return execute_operator(instruction, at);
  }
}

void Machine::execute_operator(Instruction const& instruction, std::uint32_t at) {
  switch (instruction.opcode) {
    case Opcode::negation:
      return push(negation(pop()));
    case Opcode::is_applicable:
      return push(is_applicable(pop()));
    case Opcode::member:
      return push(member(instruction.c, pop()));
    case Opcode::negate:
      return push(negate(pop()));
    case Opcode::negate_ratio:
      return push(negate_ratio(pop()));
    case Opcode::round:
      return push(round(pop(), instruction, at));
    case Opcode::date_of:
      return push(date_of(pop()));
    case Opcode::month_of:
    case Opcode::year_of:
      return push(calendar_part(pop(), instruction.opcode, instruction.b != 0));
    case Opcode::term:
      return push(term(plan_.terms[instruction.c], at));
    case Opcode::call:
      return push(call(plan_.calls[instruction.c], at));
    default:
      break;
  }
  Value const right = pop();
  Value const left = pop();
  if (is_comparison(instruction.opcode)) {
    return push(compare(instruction, left, right));
  }
  switch (instruction.opcode) {
    case Opcode::conjunction:
      return push(conjunction(left, right));
    case Opcode::disjunction:
      return push(disjunction(left, right));
    case Opcode::add:
      return push(add(left, right, at));
    case Opcode::subtract:
      return push(add(left, negate(right), at));
    case Opcode::multiply:
      return push(multiply(left, right, at));
    case Opcode::add_months:
      return push(add_months(left, right, at));
    case Opcode::age:
      return push(age(left, right, at));
    case Opcode::add_days:
      return push(add_days(left, right, at));
    case Opcode::add_hours:
      return push(add_hours(left, right, at));
    case Opcode::lesser_of:
    case Opcode::greater_of:
      return push(lesser_or_greater(left, right, instruction));
    case Opcode::add_ratio:
      return push(add_ratio(left, right, at));
    case Opcode::multiply_ratio:
      return push(multiply_ratio(left, right, at));
    default:
      CHECK(instruction.opcode == Opcode::divide);
      return push(divide(left, right, at));
  }
}

// False settles it, whatever the other is; else what is open stays open; else an error stays; else it is true.
Value Machine::conjunction(Value left, Value right) {
  if (left.is_known() && right.is_known()) {
    return left.is_false() ? Value::boolean(false) : right;
  }
  if (left.state == State::not_applicable || right.state == State::not_applicable || left.is_false() ||
      right.is_false()) {
    return Value::boolean(false);
  }
  if (left.is_open() && right.is_open()) {
    return doubt({}, join(cause_of(left), cause_of(right)), {}, fails_at(left, right));
  }
  if (left.is_open() || right.is_open()) {
    return left.is_open() ? left : right;
  }
  return left.state == State::error ? left : right;
}

Value Machine::disjunction(Value left, Value right) {
  if (left.is_known() && right.is_known()) {
    return Value::boolean(left.is_true() || right.is_true());
  }
  if (left.state == State::not_applicable) {
    left = Value::boolean(false);
  }
  if (right.state == State::not_applicable) {
    right = Value::boolean(false);
  }
  return negation(conjunction(negation(left), negation(right)));
}

Value Machine::negation(Value value) {
  if (value.state == State::not_applicable) {
    return Value::boolean(true);
  }
  if (value.is_known()) {
    return Value::boolean(value.coefficient == 0);
  }
  return value;
}

Value Machine::conditional(Conditional const& blocks) {
  Value const condition = pop();
  if (condition.is_open()) {
    return doubt(between_constants(plan_, blocks), cause_of(condition), {}, branch_fails_at(blocks, condition));
  }
  if (condition.state == State::error) {
    return condition;
  }
  return run(condition.is_true() ? blocks.then_block : blocks.else_block);
}

}  // namespace hjemmel::eval
