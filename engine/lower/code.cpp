// One instruction stream an expression, operands first; connectives with a jump over what can no longer matter.
#include "engine/lower/code.h"

#include <algorithm>
#include <utility>

#include "engine/base/check.h"
#include "engine/base/large_pages.h"
#include "engine/base/moment.h"
#include "engine/ir/measure.h"

namespace hjemmel::lower {
namespace {

using eval::Instruction;
using eval::kNoIndex;
using eval::Opcode;
using ir::ExprOp;

Opcode opcode_of(ExprOp op) {
  switch (op) {
    case ExprOp::negation:
      return Opcode::negation;
    case ExprOp::equal:
      return Opcode::equal;
    case ExprOp::not_equal:
      return Opcode::not_equal;
    case ExprOp::less:
      return Opcode::less;
    case ExprOp::less_equal:
      return Opcode::less_equal;
    case ExprOp::greater:
      return Opcode::greater;
    case ExprOp::greater_equal:
      return Opcode::greater_equal;
    case ExprOp::is_applicable:
      return Opcode::is_applicable;
    case ExprOp::add:
      return Opcode::add;
    case ExprOp::subtract:
      return Opcode::subtract;
    case ExprOp::multiply:
      return Opcode::multiply;
    case ExprOp::negate:
      return Opcode::negate;
    case ExprOp::divide:
      return Opcode::divide;
    case ExprOp::round:
      return Opcode::round;
    case ExprOp::lesser_of:
      return Opcode::lesser_of;
    case ExprOp::greater_of:
      return Opcode::greater_of;
    case ExprOp::date_of:
      return Opcode::date_of;
    case ExprOp::month_of:
      return Opcode::month_of;
    case ExprOp::year_of:
      return Opcode::year_of;
    case ExprOp::age:
      return Opcode::age;
    case ExprOp::term:
      return Opcode::term;
    case ExprOp::table:
      return Opcode::table;
    case ExprOp::member:
      return Opcode::member;
    default:
      break;
  }
  CHECK(false && "an operator");
  return Opcode::constant;
}

bool can_fail(ExprOp op) {
  return op == ExprOp::add || op == ExprOp::subtract || op == ExprOp::multiply || op == ExprOp::age ||
         op == ExprOp::term || op == ExprOp::call || op == ExprOp::divide || op == ExprOp::round ||
         op == ExprOp::total || ir::picks_record(op);
}

eval::LoopKind loop_kind(ExprOp op) {
  switch (op) {
    case ExprOp::every:
      return eval::LoopKind::every;
    case ExprOp::some:
      return eval::LoopKind::some;
    case ExprOp::no:
      return eval::LoopKind::no;
    case ExprOp::total:
      return eval::LoopKind::total;
    case ExprOp::count_distinct:
      return eval::LoopKind::count_distinct;
    case ExprOp::least:
      return eval::LoopKind::least;
    case ExprOp::greatest:
      return eval::LoopKind::greatest;
    case ExprOp::first:
      return eval::LoopKind::first;
    case ExprOp::last:
      return eval::LoopKind::last;
    case ExprOp::only:
      return eval::LoopKind::only;
    default:
      return eval::LoopKind::count;
  }
}

}  // namespace

// With room in the plan for about as much as there will be.
Coder::Coder(ir::Program const& program, source::Sources const& sources, eval::Plan& plan)
    : program_(program),
      written_(program, sources),
      plan_(plan),
      dated_(dated_expressions(program)),
      number_of_(program.exprs.size(), kNoIndex),
      block_of_(program.exprs.size(), kNoIndex) {
  base::reserve_large(plan_.code, 2 * program.exprs.size());
  base::reserve_large(plan_.blocks, program.exprs.size());
  base::reserve_large(plan_.comparisons, program.exprs.size() / 2);
}

std::uint32_t Coder::block(ir::ExprId expr) {
  if (!scope_.empty()) {
    return new_block(expr);
  }
  if (block_of_[expr.index] == kNoIndex) {
    block_of_[expr.index] = new_block(expr);
  }
  return block_of_[expr.index];
}

Coder::Negatable Coder::ground(ir::Ground const& ground) {
  ir::Expr const& asked = program_.exprs[ground.condition.index];
  if (ground.negated || asked.op != ExprOp::negation) {
    return {block(ground.condition), ground.negated};
  }
  return {block(asked.children.front()), true};
}

// A block within it is finished before it is, and lies behind what it has emitted so far.
std::uint32_t Coder::new_block(ir::ExprId expr) {
  std::size_t const first = code_.size();
  std::size_t const first_place = places_.size();
  emit(expr);
  return finish(first, first_place);
}

std::uint32_t Coder::finish(std::size_t first, std::size_t first_place) {
  auto const begin = static_cast<std::uint32_t>(plan_.code.size());
  auto const length = static_cast<std::uint32_t>(code_.size() - first);
  plan_.code.insert(plan_.code.end(), code_.end() - length, code_.end());
  code_.resize(first);
  for (std::size_t at = first_place; at < places_.size(); ++at) {
    auto& [place, text] = places_[at];
    plan_.places.push_back({begin + static_cast<std::uint32_t>(place - first), std::move(text)});
  }
  places_.resize(first_place);
  plan_.blocks.push_back({begin, begin + length});
  plan_.stack_depth = std::max(plan_.stack_depth, length);
  return static_cast<std::uint32_t>(plan_.blocks.size() - 1);
}

eval::Condition Coder::condition(ir::ExprId expr) {
  std::uint32_t const made = block(expr);
  return {made, words(expr)};
}

// None of nothing.
std::span<ir::ExprId const> Coder::parts_of(ir::ExprId const& expr) const {
  if (!expr.has_value()) {
    return {};
  }
  ir::Expr const& root = program_.exprs[expr.index];
  return root.op == ExprOp::conjunction ? std::span<ir::ExprId const>(root.children) : std::span(&expr, 1);
}

std::vector<eval::Condition> Coder::conjuncts(ir::ExprId expr) {
  std::vector<eval::Condition> conditions;
  conditions.reserve(parts_of(expr).size());
  for (ir::ExprId const part : parts_of(expr)) {
    conditions.push_back(condition(part));
  }
  return conditions;
}

eval::Part<eval::Condition> Coder::conjuncts_as_clauses(ir::ExprId expr) {
  auto const begin = static_cast<std::uint32_t>(plan_.clauses.size());
  for (ir::ExprId const part : parts_of(expr)) {
    plan_.clauses.push_back(condition(part));
  }
  return {begin, static_cast<std::uint32_t>(plan_.clauses.size())};
}

eval::Part<eval::Condition> Coder::one_clause(ir::ExprId expr) {
  plan_.clauses.push_back(condition(expr));
  auto const end = static_cast<std::uint32_t>(plan_.clauses.size());
  return {end - 1, end};
}

eval::Words Coder::words(ir::ExprId expr) {
  auto const begin = static_cast<std::uint32_t>(plan_.words.size());
  append_canonical_words(plan_.words, written_.of(expr));
  return {begin, static_cast<std::uint32_t>(plan_.words.size()) - begin};
}

std::string Coder::text(ir::ExprId expr) { return canonical_words(written_.of(expr)); }

void Coder::emit(ir::ExprId id) {
  ir::Expr const& expr = program_.exprs[id.index];
  switch (expr.op) {
    case ExprOp::constant:
    case ExprOp::fact:
    case ExprOp::field:
    case ExprOp::group_key:
    case ExprOp::definition:
    case ExprOp::parameter:
    case ExprOp::reading:
    case ExprOp::may_be:
    case ExprOp::is_only:
    case ExprOp::figure:
    case ExprOp::selecting_date:
    case ExprOp::out_of_force:
      return emit_leaf(expr);
    case ExprOp::as_of_date:
      emit(expr.children[1]);
      code_.push_back({Opcode::as_of_date, 0, block(expr.children[0])});
      return;
    case ExprOp::conjunction:
    case ExprOp::disjunction:
      return emit_connective(expr);
    case ExprOp::conditional: {
      emit(expr.children[0]);
      eval::Conditional const blocks{block(expr.children[1]), block(expr.children[2])};
      plan_.conditionals.push_back(blocks);
      code_.push_back({Opcode::conditional, 0, static_cast<std::uint32_t>(plan_.conditionals.size() - 1)});
      return;
    }
    case ExprOp::call:
      return emit_call(id);
    default:
      return ir::is_over_list(expr.op) ? emit_loop(expr) : emit_operator(expr);
  }
}

void Coder::emit_leaf(ir::Expr const& expr) {
  auto const variable = static_cast<std::uint16_t>(expr.variable);
  auto const index = static_cast<std::uint16_t>(expr.index);
  switch (expr.op) {
    case ExprOp::constant:
      if (expr.type.kind == ir::TypeKind::moment) {
        auto const offset = static_cast<std::uint16_t>(value(expr.type, expr.number, *expr.more->text).detail);
        code_.push_back({Opcode::moment, offset, constant(expr)});
        return;
      }
      code_.push_back({Opcode::constant, 0, constant(expr)});
      return;
    case ExprOp::fact:
      code_.push_back({Opcode::fact, 0, expr.fact.index});
      return;
    case ExprOp::field:
      code_.push_back({Opcode::field, variable, expr.index});
      return;
    case ExprOp::group_key:
      code_.push_back({Opcode::group_key, variable, 0});
      return;
    case ExprOp::definition:
      code_.push_back({Opcode::definition, 0, expr.definition.index});
      return;
    case ExprOp::parameter:
      code_.push_back({Opcode::parameter, 0, expr.index});
      return;
    case ExprOp::reading:  // the blocks of its choices: from_ir.cpp
      code_.push_back({Opcode::reading, 0, expr.index});
      return;
    case ExprOp::selecting_date:
      code_.push_back({Opcode::selecting_date, 0, 0});
      return;
    case ExprOp::out_of_force:
      places_.emplace_back(code_.size(), *expr.more->text);
      code_.push_back({Opcode::out_of_force, 0, 0});
      return;
    case ExprOp::figure:
      reads_decisions_ = true;
      code_.push_back({Opcode::figure, 0, expr.decision.index});
      return;
    default:
      reads_decisions_ = true;
      code_.push_back({expr.op == ExprOp::may_be ? Opcode::may_be : Opcode::is_only, index, expr.decision.index});
      return;
  }
}

void Coder::emit_call(ir::ExprId id) {
  ir::Expr const& expr = program_.exprs[id.index];
  bool dated = false;
  for (ir::ExprId const child : expr.children) {
    emit(child);
    dated = dated || is_dated(child);
  }
  eval::CallPlan call{expr.index, kNoIndex};
  if (expr.type.kind == ir::TypeKind::boolean) {
    key_.clear();
    describe(id, key_);
    call.atom = atom(key_, dated);
  }
  plan_.calls.push_back(call);
  places_.emplace_back(code_.size(), text(id));
  code_.push_back({Opcode::call, 0, static_cast<std::uint32_t>(plan_.calls.size() - 1)});
}

// a, jump over the rest when it settles the result, b, merge, jump, c, merge …
void Coder::emit_connective(ir::Expr const& expr) {
  bool const conjunction = expr.op == ExprOp::conjunction;
  std::size_t last_jump = kNoIndex;  // each holds the place of the one before until it is known how far they go
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    emit(expr.children[i]);
    if (i > 0) {
      code_.push_back({conjunction ? Opcode::conjunction : Opcode::disjunction, 0, 0});
    }
    if (i + 1 < expr.children.size()) {
      auto const before = static_cast<std::uint32_t>(std::exchange(last_jump, code_.size()));
      code_.push_back({conjunction ? Opcode::jump_if_false : Opcode::jump_if_true, 0, before});
    }
  }
  for (std::size_t jump = last_jump; jump != kNoIndex;) {
    jump = std::exchange(code_[jump].c, static_cast<std::uint32_t>(code_.size() - jump - 1));
  }
}

void Coder::emit_operator(ir::Expr const& expr) {
  for (ir::ExprId const child : expr.children) {
    emit(child);
  }
  Instruction instruction{operator_of(expr), 0, kNoIndex};
  ir::Type const& first = program_.exprs[expr.children.front().index].type;
  if (ir::is_comparison(expr.op)) {
    instruction.c = comparison(expr);
  } else if (expr.op == ExprOp::table) {
    instruction.c = expr.more->table.index;
    if (!program_.tables[expr.more->table.index].inputs.empty()) {
      code_.push_back({Opcode::classify, 0, classifier(expr)});
    }
  } else if (expr.op == ExprOp::term) {
    instruction.c = expr.index;
  } else if (expr.op == ExprOp::member) {
    instruction.c = set(expr.more->set, first.enumeration);
  } else if (expr.op == ExprOp::round) {
    instruction.b = static_cast<std::uint16_t>(expr.index);
    instruction.c = constant(expr);
  } else if (expr.op == ExprOp::year_of) {
    instruction.b = first.kind == ir::TypeKind::month ? 1 : 0;
  } else if (expr.op == ExprOp::lesser_of || expr.op == ExprOp::greater_of) {
    instruction.b = expr.type.kind == ir::TypeKind::moment ? 1 : 0;
  }
  if (can_fail(expr.op)) {
    places_.emplace_back(code_.size(), text(ir::ExprId(static_cast<std::size_t>(&expr - program_.exprs.data()))));
  }
  code_.push_back(instruction);
  bool const days_apart =
      expr.op == ExprOp::subtract && first.kind == ir::TypeKind::date && expr.type.kind == ir::TypeKind::quantity;
  if (days_apart) {
    code_.push_back({Opcode::constant, 0, whole_number(24)});
    code_.push_back({Opcode::multiply, 0, kNoIndex});
  }
  bool const moments_apart =
      expr.op == ExprOp::subtract && first.kind == ir::TypeKind::moment && ir::is_ratio(expr.type);
  if (moments_apart) {
    code_.push_back({Opcode::constant, 0, whole_number(base::kSecondsOfHour)});
    code_.push_back({Opcode::divide, 0, kNoIndex});
  }
}

// Days and months of the calendar are moved, ratios have arithmetic of their own. What is taken away is first turned round.
Opcode Coder::operator_of(ir::Expr const& expr) {
  ir::Type const& last = program_.exprs[expr.children.back().index].type;
  bool const sum = expr.op == ExprOp::add || expr.op == ExprOp::subtract;
  bool const ratio = expr.type.kind == ir::TypeKind::ratio;
  if (sum && expr.type.kind == ir::TypeKind::date) {
    if (expr.op == ExprOp::subtract) {
      code_.push_back({Opcode::negate, 0, kNoIndex});
    }
    return last.dimension == base::kPeriod ? Opcode::add_months : Opcode::add_days;
  }
  if (sum && expr.type.kind == ir::TypeKind::moment) {
    if (expr.op == ExprOp::subtract) {
      code_.push_back({Opcode::negate, 0, kNoIndex});
    }
    return Opcode::add_hours;
  }
  bool const moments = program_.exprs[expr.children.front().index].type.kind == ir::TypeKind::moment;
  if (sum && ratio && moments) {
    return Opcode::subtract;
  }
  if (sum && ratio) {
    if (expr.op == ExprOp::subtract) {
      code_.push_back({Opcode::negate_ratio, 0, kNoIndex});
    }
    return Opcode::add_ratio;
  }
  if (ratio && expr.op == ExprOp::multiply) {
    return Opcode::multiply_ratio;
  }
  return ratio && expr.op == ExprOp::negate ? Opcode::negate_ratio : opcode_of(expr.op);
}

void Coder::emit_loop(ir::Expr const& expr) {
  eval::Loop loop;
  loop.kind = loop_kind(expr.op);
  loop.variable = expr.variable;
  if (expr.source == ir::SourceKind::group) {
    loop.group = expr.more->group;
  } else {
    loop.fact = expr.fact.index;
  }
  if (expr.source == ir::SourceKind::list_by_key) {
    loop.key_field = expr.index;
  }
  ir::ExprId const id(static_cast<std::size_t>(&expr - program_.exprs.data()));
  key_.clear();
  describe(id, key_);
  loop.atom = atom(key_, is_dated(id));
  scope_.push_back(expr.variable);
  if (expr.has_where) {
    loop.where = block(expr.children.front());
  }
  if (ir::picks_record(expr.op)) {
    loop.order = expr.op == ExprOp::only ? kNoIndex : expr.more->order;
    loop.field = expr.index;
  } else if (expr.children.size() > (expr.has_where ? 1U : 0U)) {
    loop.body = block(expr.children.back());
    loop.body_is_never_negative = is_never_negative(expr.children.back());
    ir::Type const& body = program_.exprs[expr.children.back().index].type;
    loop.texts = body.kind == ir::TypeKind::text;
    loop.most_values = body.kind == ir::TypeKind::enumeration
                           ? static_cast<std::uint32_t>(program_.enums[body.enumeration.index].values.size())
                       : body.kind == ir::TypeKind::boolean ? 2
                                                            : kNoIndex;
  }
  scope_.pop_back();
  if (can_fail(expr.op)) {
    places_.emplace_back(code_.size(), text(id));
  }
  plan_.loops.push_back(loop);
  code_.push_back({Opcode::loop, 0, static_cast<std::uint32_t>(plan_.loops.size() - 1)});
}

bool Coder::is_never_negative(ir::ExprId id) const {
  ir::Expr const& expr = program_.exprs[id.index];
  if (expr.op == ExprOp::constant) {
    return expr.number >= base::Decimal();
  }
  if (expr.op != ExprOp::field || !expr.fact.has_value()) {
    return false;
  }
  ir::Record const& record = program_.records[program_.facts[expr.fact.index].info.type.record.index];
  auto const& minimum = record.fields[expr.index].info.minimum;
  return minimum && *minimum >= base::Decimal();
}

}  // namespace hjemmel::lower
