// The machine's loop: instructions, the value stack, facts, tables, definitions, and Kleene's connectives.
#include "engine/eval/machine.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

// They stand together in opcode.def.
static_assert(static_cast<int>(Opcode::greater_equal) - static_cast<int>(Opcode::equal) == 5);

bool is_comparison(Opcode opcode) { return opcode >= Opcode::equal && opcode <= Opcode::greater_equal; }

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

// What another date cannot change is one unknown under all dates.
AtomKey Machine::atom_key(std::uint32_t number) const {
  AtomKey key{number};
  key.insert(key.end(), context_.begin(), context_.end());
  if (plan_.dated_atoms[number]) {
    key.insert(key.end(), {kNoIndex, static_cast<std::uint32_t>(law_)});
    key.insert(key.end(), put_at_.begin(), put_at_.end());
  }
  return key;
}

Value Machine::fact(std::uint32_t index) {
  Value const stored = facts_.scalars[index];
  if (!noting_ && !stored.is_open()) {
    return stored;
  }
  Unknown const unknown{UnknownKind::fact, index, 0, 0};
  note_read(unknown);
  return stored.is_open() ? open_fact(plan_.facts[index], stored, unknown) : stored;
}

Value Machine::cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) {
  Unknown const unknown{UnknownKind::cell, list, row, field};
  note_read(unknown);
  FactPlan const& plan = plan_.facts[list].fields[field];
  Value const stored = facts_.lists[list].cell(row, field);
  if (plan.key_field != kNoIndex) {
    return amount_cell(list, row, plan, unknown, stored);
  }
  return stored.is_open() ? open_fact(plan, stored, unknown) : stored;
}

// An amount of something that is measured in any unit can be neither added nor compared: it reads as open law.
Value Machine::amount_cell(std::uint32_t list, std::uint32_t row, FactPlan const& field, Unknown unknown,
                           Value stored) {
  if (stored.state == State::not_applicable) {
    return stored;
  }
  if (stored.is_open() && may_not_apply_to(field, stored)) {
    return doubt({}, leaf(unknown));
  }
  EnumPlan const& enumeration = plan_.enums[field.enumeration];
  Value const key = cell(list, row, field.key_field);
  if (key.is_known() && enumeration.any_unit[static_cast<std::size_t>(key.coefficient)]) {
    return doubt({}, leaf({UnknownKind::any_unit, field.enumeration, static_cast<std::uint32_t>(key.coefficient), 0}));
  }
  if (key.is_open() && enumeration.has_any_unit) {
    return doubt({}, cause_of(key));
  }
  return stored.is_open() ? open_fact(field, stored, unknown) : stored;
}

Value Machine::open_fact(FactPlan const& plan, Value stored, Unknown unknown) {
  if (plan.may_be_filled()) {
    if (auto const value = filled(plan, stored, unknown)) {
      return *value;
    }
  }
  bool const may_not_apply = may_not_apply_to(plan, stored);
  bool const numeric = plan.domain == Domain::whole || plan.domain == Domain::dense;
  if (may_not_apply || !numeric) {
    return doubt({}, leaf(unknown));
  }
  Interval bounds{{plan.minimum, true}, {plan.maximum, true}};
  if (stored.detail != kNoDetail) {
    bounds = intersect(bounds, facts_.ranges[stored.detail]);
  }
  if (plan.domain == Domain::whole) {
    bounds = whole_part(bounds);
  }
  if (bounds.low.value && bounds.low == bounds.high && bounds.low.included && !plan.is_moment()) {
    return Value::known(*bounds.low.value, stored.dimension);  // a range of one number
  }
  return doubt(bounds, leaf(unknown), {Form::Kind::linear, unknown, base::Decimal::of(1), {}});
}

static std::optional<base::Decimal> constant_in(Plan const& plan, std::uint32_t block) {
  Instruction const& first = plan.code[plan.blocks[block].begin];
  bool const alone = plan.blocks[block].end - plan.blocks[block].begin == 1 && first.opcode == Opcode::constant;
  return alone ? std::optional(plan.constants[first.c]) : std::nullopt;
}

// Both branches are figures: `if a then 1 else 0` lies between them, so that a sum of such has bounds.
static Interval between_constants(Plan const& plan, Conditional const& blocks) {
  auto const yes = constant_in(plan, blocks.then_block);
  auto const no = constant_in(plan, blocks.else_block);
  return yes && no ? hull(point(*yes), point(*no)) : Interval{};
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

Value Machine::is_applicable(Value value) {
  if (!value.is_open()) {
    return value.state == State::error ? value : Value::boolean(value.state != State::not_applicable);
  }
  if (doubts_[value.detail].may_be_absent || fails_at(value, value) != kNoIndex) {
    return doubt({}, cause_of(value), {}, fails_at(value, value));
  }
  std::vector<Unknown> const unknowns = unknowns_of(causes_, cause_of(value));
  bool may_not_apply = false;
  for (Unknown const& unknown : unknowns) {
    bool const is_cell = unknown.kind == UnknownKind::cell;
    if (!is_cell && unknown.kind != UnknownKind::fact) {
      continue;
    }
    FactPlan const& list = plan_.facts[unknown.index];
    Value const stored =
        is_cell ? facts_.lists[unknown.index].cell(unknown.row, unknown.field) : facts_.scalars[unknown.index];
    may_not_apply |= may_not_apply_to(is_cell ? list.fields[unknown.field] : list, stored);
  }
  return may_not_apply ? value : Value::boolean(true);
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

std::uint32_t Machine::leaf(Unknown unknown, std::optional<Cut> cut) {
  causes_.push_back({Cause::Kind::leaf, unknown, cut, kNoIndex, kNoIndex, kNoIndex, kNoIndex, false});
  return static_cast<std::uint32_t>(causes_.size() - 1);
}

std::uint32_t Machine::join(std::uint32_t left, std::uint32_t right) {
  if (left == kNoIndex || right == kNoIndex || left == right) {
    return left == kNoIndex ? right : left;
  }
  causes_.push_back({Cause::Kind::join, {}, {}, left, right, kNoIndex, kNoIndex, false});
  return static_cast<std::uint32_t>(causes_.size() - 1);
}

std::uint32_t Machine::atom(std::uint32_t number, std::uint32_t cause, std::uint32_t fails_at) {
  atoms_.push_back(atom_key(number));
  causes_.push_back(
      {Cause::Kind::atom, {}, {}, cause, kNoIndex, static_cast<std::uint32_t>(atoms_.size() - 1), fails_at, false});
  return static_cast<std::uint32_t>(causes_.size() - 1);
}

Value Machine::doubt(Interval bounds, std::uint32_t cause, Form form, std::uint32_t fails_at) {
  doubts_.push_back({bounds, cause, form, fails_at, false});
  Value value = Value::of(State::unknown);
  value.detail = static_cast<std::uint32_t>(doubts_.size() - 1);
  return value;
}

// Where either side may overflow; none when neither can.
std::uint32_t Machine::fails_at(Value left, Value right) const {
  std::uint32_t const first = left.is_open() ? doubts_[left.detail].fails_at : kNoIndex;
  return first == kNoIndex && right.is_open() ? doubts_[right.detail].fails_at : first;
}

Interval Machine::bounds(Value value) const {
  if (value.is_fraction()) {
    base::Enclosure const ends = base::enclose(ratio_of(value));
    return {{ends.low, true}, {ends.high, true}};
  }
  if (value.is_known()) {
    return point(value.number());
  }
  return value.is_open() ? doubts_[value.detail].bounds : Interval{};
}

std::uint32_t Machine::cause_of(Value value) const { return value.is_open() ? doubts_[value.detail].cause : kNoIndex; }

Form const& Machine::form_of(Value value) const { return doubts_[value.detail].form; }

void Machine::note_read(Unknown unknown) {
  if (noting_ && std::find(reads_.facts.begin(), reads_.facts.end(), unknown) == reads_.facts.end()) {
    reads_.facts.push_back(unknown);
  }
}

}  // namespace hjemmel::eval
