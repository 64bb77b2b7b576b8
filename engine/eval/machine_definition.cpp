// Definitions, the date that picks the law, and what other decisions answer.
#include <algorithm>

#include "engine/eval/machine.h"

namespace hjemmel::eval {

Value Machine::definition(std::uint32_t index) {
  if (!definition_known_[index]) {
    std::vector<std::uint32_t> outside;
    bool const own_context = !put_as_of_;  // else it also hangs on where the date was put
    if (own_context) {
      outside.swap(context_);
    }
    definitions_[index] = run(plan_.definitions[index].block);
    definition_known_[index] = true;
    if (own_context) {
      outside.swap(context_);
    }
    if (tracing_) {
      reads_.definitions.push_back(index);
    }
  }
  return definitions_[index];
}

Value Machine::selecting_date() {
  return put_as_of_ ? *put_as_of_ : definition(plan_.selecting[static_cast<std::size_t>(law_)]);
}

Value Machine::as_of_date(std::uint32_t block, std::uint32_t at) {
  Value const date = pop();
  if (date.state == State::not_applicable || date.state == State::error) {
    return date;
  }
  put_at_.push_back(at);
  Value const value = run_as_of(block, date);
  put_at_.pop_back();
  return value;
}

// Definitions are computed anew, since versions of them may differ.
Value Machine::run_as_of(std::uint32_t block, std::optional<Value> date) {
  std::vector<Value> definitions(definitions_.size());
  std::vector<bool> known(definition_known_.size());
  definitions_.swap(definitions);
  definition_known_.swap(known);
  put_as_of_.swap(date);
  Value const value = run(block);
  put_as_of_.swap(date);
  definition_known_.swap(known);
  definitions_.swap(definitions);
  return value;
}

Answer const& Machine::answer_of(std::uint32_t decision) const {
  static Answer const kNotGiven;
  auto const at = answers_.find(decision);
  return at != answers_.end() ? at->second : kNotGiven;
}

// What is still open may turn out to be a fault of the other decision.
Value Machine::read_decision(Instruction const& instruction, std::uint32_t at) {
  Answer const& answer = answer_of(instruction.c);
  if (answer.state == State::unknown) {
    return doubt({}, answer.cause, {}, at);
  }
  if (answer.state == State::not_applicable) {
    return Value::boolean(false);
  }
  if (answer.state != State::known) {
    return fault(at);
  }
  bool const has = answer.options[instruction.b];
  auto const options = std::count(answer.options.begin(), answer.options.end(), true);
  return Value::boolean(has && (instruction.opcode == Opcode::may_be || options == 1));
}

}  // namespace hjemmel::eval
