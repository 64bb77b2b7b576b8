// Loops bind variables, and so does what the two cases of a property differ in.
#include "engine/saved/check_operands.h"

namespace hjemmel::saved {

using eval::kNoIndex;
using eval::Opcode;

namespace {

constexpr std::uint32_t kMostArguments = 8;  // of a call, as the machine has it

}  // namespace

Variables::Variables(ir::Program const& program, eval::Plan const& plan)
    : program_(program), plan_(plan), list_of_(plan.variables, kNoIndex), key_of_(plan.variables, kNoIndex) {
  bind_variables();
}

void Variables::bind(std::uint32_t variable, std::uint32_t list) {
  need(variable < list_of_.size() && list < plan_.facts.size() && plan_.facts[list].domain == eval::Domain::list);
  if (good_) {
    need(list_of_[variable] == kNoIndex || list_of_[variable] == list);
    list_of_[variable] = list;
  }
}

void Variables::bind_variables() {
  for (eval::Loop const& loop : plan_.loops) {
    if (loop.group == kNoIndex) {
      bind(loop.variable, loop.fact);
    }
  }
  for (ir::Property const& property : program_.properties) {
    if (property.variation && property.variation->of_element()) {
      bind(property.variation->variable, property.variation->fact.index);
    }
  }
  for (eval::Loop const& loop : plan_.loops) {
    if (loop.group != kNoIndex) {
      need(loop.group < list_of_.size() && list_of_[loop.group] != kNoIndex);
      bind(loop.variable, good_ ? list_of_[loop.group] : kNoIndex);
    }
  }
  for (eval::Loop const& loop : plan_.loops) {
    need(good_ && loop_fits(loop));
    if (good_ && loop.key_field != kNoIndex) {
      std::uint32_t& key = key_of_[loop.variable];
      need(key == kNoIndex || key == loop.key_field);
      key = loop.key_field;
    }
  }
}

bool Variables::loop_fits(eval::Loop const& loop) const {
  using enum eval::LoopKind;
  auto const& fields = plan_.facts[list_of_[loop.variable]].fields;
  bool const grouped = loop.key_field != kNoIndex;
  bool const picks = loop.kind == first || loop.kind == last || loop.kind == only;
  bool const by_group = loop.kind == every || loop.kind == some || loop.kind == no || loop.kind == count;
  bool const key = !grouped || (by_group && loop.group == kNoIndex && loop.key_field < fields.size() &&
                                fields[loop.key_field].domain == eval::Domain::enumeration);
  bool const has_body = loop.body != kNoIndex;
  bool const body = picks ? !has_body && loop.field < fields.size() && !grouped && loop.group == kNoIndex
                          : has_body || (loop.kind == count && !grouped);
  bool const order = !picks || loop.kind == only || loop.order < fields.size();
  return key && body && order && loop.atom < plan_.dated_atoms.size();
}

bool operands_exist(eval::Plan const& plan, Variables const& variables, eval::Instruction const& instruction) {
  std::uint32_t const b = instruction.b;
  std::uint32_t const c = instruction.c;
  switch (instruction.opcode) {
    case Opcode::constant:
    case Opcode::moment:
    case Opcode::round:
      return c < plan.constants.size();
    case Opcode::fact:
      return c < plan.facts.size() && plan.facts[c].domain != eval::Domain::list;
    case Opcode::field:
      return variables.list_of(b) != kNoIndex && c < plan.facts[variables.list_of(b)].fields.size();
    case Opcode::group_key:
      return variables.list_of(b) != kNoIndex;
    case Opcode::definition:
      return c < plan.definitions.size();
    case Opcode::parameter:
      return c < plan.parameters.size();
    case Opcode::reading:
      return c < plan.readings.size();
    case Opcode::equal:
    case Opcode::not_equal:
    case Opcode::less:
    case Opcode::less_equal:
    case Opcode::greater:
    case Opcode::greater_equal:
      return c < plan.comparisons.size();
    case Opcode::member:
      return c < plan.sets.size();
    case Opcode::term:
      return c < plan.terms.size();
    case Opcode::classify:
      return c < plan.classifiers.size();
    case Opcode::table:
      return c < plan.tables.size();
    case Opcode::selecting_date:
      return !plan.selecting.empty();
    case Opcode::as_of_date:
      return c < plan.blocks.size() && !plan.selecting.empty();
    case Opcode::conditional:
      return c < plan.conditionals.size();
    case Opcode::loop:
      return c < plan.loops.size();
    case Opcode::may_be:
    case Opcode::is_only:
      return c < plan.decisions.size() && b < plan.of(plan.decisions[c].options).size();
    case Opcode::figure:
      return c < plan.decisions.size() && plan.decisions[c].of_figure;
    case Opcode::call:
      return c < plan.calls.size() && plan.functions[plan.calls[c].function].takes_texts.size() <= kMostArguments;
    default:
      return true;
  }
}

}  // namespace hjemmel::saved
