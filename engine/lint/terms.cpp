// Numbers expressions by what they say, children first.
#include "engine/lint/terms.h"

#include <algorithm>

namespace hjemmel::lint {
namespace {

using ir::Expr;
using ir::ExprId;
using ir::ExprOp;
using ir::TypeKind;

constexpr int kMostSteps = 16;  // from a definition to a constant

bool is_whole(TypeKind kind) {
  return kind != TypeKind::decimal && kind != TypeKind::ratio && kind != TypeKind::quantity && kind != TypeKind::amount;
}

// What the schema says of a fact, or of a field of a list; null for anything else.
ir::FactInfo const* info_of(ir::Program const& program, Expr const& expr) {
  if (!expr.fact.has_value() || (expr.op != ExprOp::fact && expr.op != ExprOp::field && !ir::picks_record(expr.op))) {
    return nullptr;
  }
  ir::FactInfo const& info = program.facts[expr.fact.index].info;
  if (expr.op == ExprOp::fact) {
    return &info;
  }
  bool const of_list = info.type.kind == ir::TypeKind::list;
  return of_list ? &program.records[info.type.record.index].fields[expr.index].info : nullptr;
}

void append(std::string& key, std::uint64_t number) { key += ' ' + std::to_string(number); }

}  // namespace

Terms::Terms(ir::Program const& program) : program_(program) {
  for (Expr const& expr : program.exprs) {  // children stand before parents
    by_expr_.push_back(number(key_of(expr)));
    not_applicable_.push_back(may_be_not_applicable(expr));
  }
}

TermId Terms::number(std::string const& key) {
  return by_key_.try_emplace(key, static_cast<TermId>(by_key_.size())).first->second;
}

std::string Terms::key_of(Expr const& expr) const {
  std::string key = "expr";
  append(key, static_cast<std::uint64_t>(expr.op));
  append(key, static_cast<std::uint64_t>(expr.type.kind));
  for (std::uint64_t const part : {expr.fact.index, expr.more->table.index, expr.definition.index, expr.decision.index,
                                   expr.variable, expr.index, expr.more->order, expr.more->group}) {
    append(key, part);
  }
  append(key, static_cast<std::uint64_t>(expr.source));
  key += expr.has_where ? " where" : "";
  key += " " + base::to_string(expr.number);
  append(key, expr.more->text->size());
  key += " " + *expr.more->text;
  for (std::uint32_t const ordinal : expr.more->set) {
    key += " in " + std::to_string(ordinal);
  }
  for (ExprId const child : expr.children) {
    key += " of " + std::to_string(of(child));
  }
  return key;
}

bool Terms::may_be_not_applicable(Expr const& expr) const {
  switch (expr.op) {
    case ExprOp::constant:
    case ExprOp::parameter:
    case ExprOp::count:
    case ExprOp::count_distinct:
    case ExprOp::selecting_date:
      return false;
    case ExprOp::fact:
    case ExprOp::field:
      return info_of(program_, expr) == nullptr || info_of(program_, expr)->may_be_not_applicable;
    case ExprOp::age:
    case ExprOp::add:
    case ExprOp::subtract:
    case ExprOp::multiply:
    case ExprOp::month_of:
    case ExprOp::year_of:
    case ExprOp::date_of:
      return std::any_of(expr.children.begin(), expr.children.end(),
                         [&](ExprId child) { return not_applicable_[child.index]; });
    default:
      return true;  // or it is not known here
  }
}

Allowed Terms::domain(ExprId id) const {
  Expr const& expr = program_.exprs[id.index];
  Allowed allowed = any_number(is_whole(expr.type.kind));
  if (expr.type.kind == TypeKind::boolean) {
    allowed = between(base::Decimal::of(0), base::Decimal::of(1), true);
  } else if (expr.type.kind == TypeKind::enumeration) {
    auto const values = program_.enums[expr.type.enumeration.index].values.size();
    allowed = between(base::Decimal::of(0), base::Decimal::of(static_cast<std::int64_t>(values) - 1), true);
  } else if (ir::FactInfo const* const info = info_of(program_, expr)) {
    allowed = between(info->minimum, info->maximum, allowed.whole);
  } else if (expr.op == ExprOp::age || expr.op == ExprOp::count || expr.op == ExprOp::count_distinct) {
    allowed = between(base::Decimal::of(0), std::nullopt, true);  // an age: completed months
  } else if (expr.op == ExprOp::parameter) {
    ir::LawParameter const& parameter = program_.parameters[expr.index];
    allowed = between(parameter.low, parameter.high, allowed.whole);
  }
  allowed.not_applicable = not_applicable_[id.index];
  return allowed;
}

std::optional<base::Decimal> Terms::constant(ExprId id) const {
  for (int step = 0; step < kMostSteps && id.has_value(); ++step) {
    Expr const& expr = program_.exprs[id.index];
    bool const is_number = expr.type.kind != TypeKind::text && expr.type.kind != TypeKind::amount;
    if (expr.op == ExprOp::constant) {
      return is_number ? std::optional(expr.number) : std::nullopt;
    }
    if (expr.op == ExprOp::parameter && is_number && expr.type.kind != TypeKind::boolean) {
      ir::LawParameter const& parameter = program_.parameters[expr.index];
      return parameter.low ? std::nullopt : parameter.value;
    }
    if (expr.op != ExprOp::definition) {
      return std::nullopt;
    }
    id = program_.definitions[expr.definition.index].body;
  }
  return std::nullopt;
}

Terms::Order Terms::order(ExprId left, ExprId right) {
  TermId const one = of(left);
  TermId const other = of(right);
  bool const swapped = other < one;
  bool const perhaps = not_applicable_[left.index] || not_applicable_[right.index];
  std::string const key = "order " + std::to_string(std::min(one, other)) + " " + std::to_string(std::max(one, other));
  return {number(key), swapped, perhaps};
}

TermId Terms::only_option(ir::DecisionId decision) { return number("only " + std::to_string(decision.index)); }

}  // namespace hjemmel::lint
