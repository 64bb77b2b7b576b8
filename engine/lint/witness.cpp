// Picks a value for each fact.
#include "engine/lint/witness.h"

#include "engine/base/date.h"

namespace hjemmel::lint {
namespace {

using base::Decimal;
using eval::State;
using eval::Value;
using ir::ExprOp;
using ir::TypeKind;

constexpr base::Date kSomeDay{20454};  // 2026-01-01

Value of_type(ir::Type const& type, Decimal number) {
  if (type.kind == TypeKind::moment) {
    return Value::moment(number, 0);
  }
  return Value::known(type.kind == TypeKind::text ? Decimal::of(0) : number);
}

// Some number within: an end, or what lies one beyond an end that is left out.
std::optional<Decimal> pick(Allowed const& allowed, Decimal wish) {
  for (eval::Interval const& one : allowed.numbers) {
    if (one.low.value) {
      return one.low.included ? one.low.value : base::add(*one.low.value, Decimal::of(1));
    }
    if (one.high.value) {
      return one.high.included ? one.high.value : base::subtract(*one.high.value, Decimal::of(1));
    }
    return wish;
  }
  return std::nullopt;
}

Decimal wish_for(ir::Program const& program, ir::FactInfo const& info) {
  if (info.minimum) {
    return *info.minimum;
  }
  if (info.type.kind == TypeKind::date) {
    base::Date const day = program.law_known_on.value_or(kSomeDay);
    return Decimal::of(info.maximum ? info.maximum->coefficient() : day.days);
  }
  return info.maximum ? *info.maximum : Decimal::of(0);
}

// A birth as many months before the other day as the age asks for.
void set_birth(ir::Program const& program, ir::Expr const& age, Allowed const& allowed, eval::Case& facts) {
  ir::Expr const& birth = program.exprs[age.children[0].index];
  ir::Expr const& day = program.exprs[age.children[1].index];
  auto const months = pick(allowed, Decimal::of(0));
  if (birth.op != ExprOp::fact || day.op != ExprOp::fact || !months || !months->is_integer()) {
    return;
  }
  Value const then = facts.scalars[day.fact.index];
  auto const born = base::add_months(base::Date{static_cast<std::int32_t>(then.coefficient)},
                                     -static_cast<std::int32_t>(months->coefficient()));
  if (then.is_known() && born) {
    facts.scalars[birth.fact.index] = Value::known(Decimal::of(born->days));
  }
}

}  // namespace

eval::Case witness_of(ir::Program const& program, Box const& box) {
  eval::Case facts;
  facts.texts.emplace_back();
  facts.scalars.resize(program.facts.size());
  facts.lists.resize(program.facts.size());
  for (std::size_t at = 0; at < program.facts.size(); ++at) {
    ir::FactInfo const& info = program.facts[at].info;
    if (info.type.kind == TypeKind::list) {
      facts.lists[at].state = eval::ListState::complete;
      facts.lists[at].fields = static_cast<std::uint32_t>(program.records[info.type.record.index].fields.size());
      continue;
    }
    facts.scalars[at] = of_type(info.type, wish_for(program, info));
  }
  for (Limit const& limit : box) {
    bool const is_fact = limit.expr.has_value() && program.exprs[limit.expr.index].op == ExprOp::fact;
    if (!is_fact) {
      continue;
    }
    std::uint32_t const fact = program.exprs[limit.expr.index].fact.index;
    ir::FactInfo const& info = program.facts[fact].info;
    auto const number = pick(limit.allowed, wish_for(program, info));
    facts.scalars[fact] = number ? of_type(info.type, *number) : Value::of(State::not_applicable);
  }
  for (Limit const& limit : box) {
    if (limit.expr.has_value() && program.exprs[limit.expr.index].op == ExprOp::age) {
      set_birth(program, program.exprs[limit.expr.index], limit.allowed, facts);
    }
  }
  return facts;
}

}  // namespace hjemmel::lint
