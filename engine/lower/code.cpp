// One instruction stream an expression, operands first; connectives with a jump over what can no longer matter.
#include "engine/lower/code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/check.h"
#include "engine/base/large_pages.h"
#include "engine/base/moment.h"
#include "engine/ir/measure.h"
#include "engine/lower/words.h"

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
      sources_(sources),
      plan_(plan),
      dated_(dated_expressions(program)),
      comparison_of_(program.exprs.size(), kNoIndex),
      block_of_(program.exprs.size(), kNoIndex) {
  base::reserve_large(plan_.code, 2 * program.exprs.size());
  plan_.blocks.reserve(program.exprs.size());
  plan_.comparisons.reserve(program.exprs.size() / 2);
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

Coder::Negatable Coder::without_negation(ir::ExprId expr) {
  ir::Expr const& asked = program_.exprs[expr.index];
  bool const negated = asked.op == ExprOp::negation;
  return {block(negated ? asked.children.front() : expr), negated};
}

std::uint32_t Coder::new_block(ir::ExprId expr) {
  Code code = std::exchange(spare_, {});
  code.clear();
  auto outer = std::move(places_);
  places_.clear();
  emit(expr, code);
  std::uint32_t const block = finish(code);
  places_ = std::move(outer);
  spare_ = std::move(code);
  return block;
}

std::uint32_t Coder::finish(Code const& code) {
  auto const begin = static_cast<std::uint32_t>(plan_.code.size());
  plan_.code.insert(plan_.code.end(), code.begin(), code.end());
  for (auto const& [at, text] : places_) {
    plan_.places.push_back({begin + static_cast<std::uint32_t>(at), text});
  }
  plan_.blocks.push_back({begin, static_cast<std::uint32_t>(plan_.code.size())});
  plan_.stack_depth = std::max(plan_.stack_depth, static_cast<std::uint32_t>(code.size()));
  return static_cast<std::uint32_t>(plan_.blocks.size() - 1);
}

std::vector<eval::Condition> Coder::conjuncts(ir::ExprId expr) {
  if (!expr.has_value()) {
    return {};
  }
  ir::Expr const& root = program_.exprs[expr.index];
  ir::ExprIds parts{expr};
  if (root.op == ExprOp::conjunction) {
    parts = root.children;
  }
  std::vector<eval::Condition> conditions;
  for (ir::ExprId const part : parts) {
    conditions.push_back({block(part), words(part)});
  }
  return conditions;
}

eval::Value Coder::value(ir::Type const& type, base::Decimal number, std::string const& text) {
  if (type.kind == ir::TypeKind::moment) {
    return eval::Value::moment(number, base::parse_moment(text).value.value_or(base::Moment{}).offset);
  }
  if (type.kind != ir::TypeKind::text) {
    return eval::Value::known(number, type.kind == ir::TypeKind::quantity ? type.dimension : base::kNoDimension);
  }
  plan_.texts.push_back(text);
  return eval::Value::known(base::Decimal::of(-static_cast<std::int64_t>(plan_.texts.size())));
}

std::string Coder::words(ir::ExprId expr) const {
  return canonical_words(sources_.text(program_.exprs[expr.index].span));
}

void Coder::emit(ir::ExprId id, Code& code) {
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
      return emit_leaf(expr, code);
    case ExprOp::as_of_date:
      emit(expr.children[1], code);
      code.push_back({Opcode::as_of_date, 0, block(expr.children[0])});
      return;
    case ExprOp::conjunction:
    case ExprOp::disjunction:
      return emit_connective(expr, code);
    case ExprOp::conditional: {
      emit(expr.children[0], code);
      eval::Conditional const blocks{block(expr.children[1]), block(expr.children[2])};
      plan_.conditionals.push_back(blocks);
      code.push_back({Opcode::conditional, 0, static_cast<std::uint32_t>(plan_.conditionals.size() - 1)});
      return;
    }
    case ExprOp::call:
      return emit_call(id, code);
    default:
      return ir::is_over_list(expr.op) ? emit_loop(expr, code) : emit_operator(expr, code);
  }
}

void Coder::emit_leaf(ir::Expr const& expr, Code& code) {
  auto const variable = static_cast<std::uint16_t>(expr.variable);
  auto const index = static_cast<std::uint16_t>(expr.index);
  switch (expr.op) {
    case ExprOp::constant:
      if (expr.type.kind == ir::TypeKind::moment) {
        auto const offset = static_cast<std::uint16_t>(value(expr.type, expr.number, *expr.text).detail);
        code.push_back({Opcode::moment, offset, constant(expr)});
        return;
      }
      code.push_back({Opcode::constant, 0, constant(expr)});
      return;
    case ExprOp::fact:
      code.push_back({Opcode::fact, 0, expr.fact.index});
      return;
    case ExprOp::field:
      code.push_back({Opcode::field, variable, expr.index});
      return;
    case ExprOp::group_key:
      code.push_back({Opcode::group_key, variable, 0});
      return;
    case ExprOp::definition:
      code.push_back({Opcode::definition, 0, expr.definition.index});
      return;
    case ExprOp::parameter:
      code.push_back({Opcode::parameter, 0, expr.index});
      return;
    case ExprOp::reading:  // the blocks of its choices: from_ir.cpp
      code.push_back({Opcode::reading, 0, expr.index});
      return;
    case ExprOp::selecting_date:
      code.push_back({Opcode::selecting_date, 0, 0});
      return;
    case ExprOp::out_of_force:
      places_.emplace_back(code.size(), *expr.text);
      code.push_back({Opcode::out_of_force, 0, 0});
      return;
    case ExprOp::figure:
      code.push_back({Opcode::figure, 0, expr.decision.index});
      return;
    default:
      code.push_back({expr.op == ExprOp::may_be ? Opcode::may_be : Opcode::is_only, index, expr.decision.index});
      return;
  }
}

void Coder::emit_call(ir::ExprId id, Code& code) {
  ir::Expr const& expr = program_.exprs[id.index];
  bool dated = false;
  for (ir::ExprId const child : expr.children) {
    emit(child, code);
    dated = dated || is_dated(child);
  }
  eval::CallPlan call{expr.index, kNoIndex};
  if (expr.type.kind == ir::TypeKind::boolean) {
    key_.clear();
    describe(id, key_);
    call.atom = atom(key_, dated);
  }
  plan_.calls.push_back(call);
  places_.emplace_back(code.size(), words(id));
  code.push_back({Opcode::call, 0, static_cast<std::uint32_t>(plan_.calls.size() - 1)});
}

// a, jump over the rest when it settles the result, b, merge, jump, c, merge …
void Coder::emit_connective(ir::Expr const& expr, Code& code) {
  bool const conjunction = expr.op == ExprOp::conjunction;
  std::vector<std::size_t> jumps;
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    emit(expr.children[i], code);
    if (i > 0) {
      code.push_back({conjunction ? Opcode::conjunction : Opcode::disjunction, 0, 0});
    }
    if (i + 1 < expr.children.size()) {
      jumps.push_back(code.size());
      code.push_back({conjunction ? Opcode::jump_if_false : Opcode::jump_if_true, 0, 0});
    }
  }
  for (std::size_t const jump : jumps) {
    code[jump].c = static_cast<std::uint32_t>(code.size() - jump - 1);
  }
}

void Coder::emit_operator(ir::Expr const& expr, Code& code) {
  for (ir::ExprId const child : expr.children) {
    emit(child, code);
  }
  Instruction instruction{operator_of(expr, code), 0, kNoIndex};
  ir::Type const& first = program_.exprs[expr.children.front().index].type;
  if (ir::is_comparison(expr.op)) {
    instruction.c = comparison(expr);
  } else if (expr.op == ExprOp::table) {
    instruction.c = expr.table.index;
    if (!program_.tables[expr.table.index].inputs.empty()) {
      code.push_back({Opcode::classify, 0, classifier(expr)});
    }
  } else if (expr.op == ExprOp::term) {
    instruction.c = expr.index;
  } else if (expr.op == ExprOp::member) {
    instruction.c = set(*expr.set, first.enumeration);
  } else if (expr.op == ExprOp::round) {
    instruction.b = static_cast<std::uint16_t>(expr.index);
    instruction.c = constant(expr);
  } else if (expr.op == ExprOp::year_of) {
    instruction.b = first.kind == ir::TypeKind::month ? 1 : 0;
  } else if (expr.op == ExprOp::lesser_of || expr.op == ExprOp::greater_of) {
    instruction.b = expr.type.kind == ir::TypeKind::moment ? 1 : 0;
  }
  if (can_fail(expr.op)) {
    places_.emplace_back(code.size(), words(ir::ExprId(static_cast<std::size_t>(&expr - program_.exprs.data()))));
  }
  code.push_back(instruction);
  bool const days_apart =
      expr.op == ExprOp::subtract && first.kind == ir::TypeKind::date && expr.type.kind == ir::TypeKind::quantity;
  if (days_apart) {
    code.push_back({Opcode::constant, 0, whole_number(24)});
    code.push_back({Opcode::multiply, 0, kNoIndex});
  }
  bool const moments_apart =
      expr.op == ExprOp::subtract && first.kind == ir::TypeKind::moment && ir::is_ratio(expr.type);
  if (moments_apart) {
    code.push_back({Opcode::constant, 0, whole_number(base::kSecondsOfHour)});
    code.push_back({Opcode::divide, 0, kNoIndex});
  }
}

// Days and months of the calendar are moved, ratios have arithmetic of their own. What is taken away is first turned round.
Opcode Coder::operator_of(ir::Expr const& expr, Code& code) const {
  ir::Type const& last = program_.exprs[expr.children.back().index].type;
  bool const sum = expr.op == ExprOp::add || expr.op == ExprOp::subtract;
  bool const ratio = expr.type.kind == ir::TypeKind::ratio;
  if (sum && expr.type.kind == ir::TypeKind::date) {
    if (expr.op == ExprOp::subtract) {
      code.push_back({Opcode::negate, 0, kNoIndex});
    }
    return last.dimension == base::kPeriod ? Opcode::add_months : Opcode::add_days;
  }
  if (sum && expr.type.kind == ir::TypeKind::moment) {
    if (expr.op == ExprOp::subtract) {
      code.push_back({Opcode::negate, 0, kNoIndex});
    }
    return Opcode::add_hours;
  }
  bool const moments = program_.exprs[expr.children.front().index].type.kind == ir::TypeKind::moment;
  if (sum && ratio && moments) {
    return Opcode::subtract;
  }
  if (sum && ratio) {
    if (expr.op == ExprOp::subtract) {
      code.push_back({Opcode::negate_ratio, 0, kNoIndex});
    }
    return Opcode::add_ratio;
  }
  if (ratio && expr.op == ExprOp::multiply) {
    return Opcode::multiply_ratio;
  }
  return ratio && expr.op == ExprOp::negate ? Opcode::negate_ratio : opcode_of(expr.op);
}

void Coder::emit_loop(ir::Expr const& expr, Code& code) {
  eval::Loop loop;
  loop.kind = loop_kind(expr.op);
  loop.variable = expr.variable;
  if (expr.source == ir::SourceKind::group) {
    loop.group = expr.group;
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
    loop.order = expr.op == ExprOp::only ? kNoIndex : expr.order;
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
    places_.emplace_back(code.size(), words(id));
  }
  plan_.loops.push_back(loop);
  code.push_back({Opcode::loop, 0, static_cast<std::uint32_t>(plan_.loops.size() - 1)});
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

std::uint32_t Coder::whole_number(std::int64_t number) {
  ir::Expr expr;
  expr.type = {ir::TypeKind::integer, {}, {}, {}};
  expr.number = base::Decimal::of(number);
  return constant(expr);
}

std::uint32_t Coder::constant(ir::Expr const& expr) {
  base::Decimal number = expr.number;
  if (expr.type.kind == ir::TypeKind::text) {
    number = base::Decimal::of(-1 - static_cast<std::int64_t>(plan_.texts.size()));
    plan_.texts.push_back(*expr.text);
  }
  auto const digits = static_cast<std::uint64_t>(number.coefficient());
  std::array const key{static_cast<std::uint32_t>(digits), static_cast<std::uint32_t>(digits >> 32U),
                       static_cast<std::uint32_t>(number.scale()), std::uint32_t{expr.type.dimension.code}};
  auto const [known, is_new] = constant_of_.intern(key);
  if (!is_new && expr.type.kind != ir::TypeKind::text) {
    return constant_places_[known];
  }
  if (is_new) {
    constant_places_.push_back(static_cast<std::uint32_t>(plan_.constants.size()));
  }
  plan_.constants.push_back(number);
  plan_.constant_dimensions.push_back(expr.type.kind == ir::TypeKind::quantity || expr.type.kind == ir::TypeKind::amount
                                          ? expr.type.dimension
                                          : base::kNoDimension);
  return static_cast<std::uint32_t>(plan_.constants.size() - 1);
}

std::uint32_t Coder::set(std::vector<std::uint32_t> const& ordinals, ir::EnumId enumeration) {
  key_.assign(1, enumeration.index);
  key_.insert(key_.end(), ordinals.begin(), ordinals.end());
  auto const [known, is_new] = set_of_.intern(key_);
  if (!is_new) {
    return known;
  }
  std::vector<bool> members(program_.enums[enumeration.index].values.size());
  for (std::uint32_t const ordinal : ordinals) {
    members[ordinal] = true;
  }
  plan_.sets.push_back(std::move(members));
  return static_cast<std::uint32_t>(plan_.sets.size() - 1);
}

}  // namespace hjemmel::lower
