// Conditions written out as alternatives, each a set of limits.
#include "engine/lint/ways.h"

#include <algorithm>

#include "engine/ir/comparison.h"

namespace hjemmel::lint {
namespace {

using base::Decimal;
using ir::Expr;
using ir::ExprId;
using ir::ExprOp;
using ir::TypeKind;

Ways always() { return {Box{}}; }
Ways never() { return {}; }
Ways always_if(bool so) { return so ? always() : never(); }

bool holds_for(ExprOp op, int order) {
  switch (op) {
    case ExprOp::equal:
      return order == 0;
    case ExprOp::not_equal:
      return order != 0;
    case ExprOp::less:
      return order < 0;
    case ExprOp::less_equal:
      return order <= 0;
    case ExprOp::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

int order_of(Decimal left, Decimal right) { return left < right ? -1 : left == right ? 0 : 1; }

// The numbers that stand so to `limit`.
Allowed side(ExprOp op, Decimal limit) {
  Allowed allowed{{}, false, false};
  if (holds_for(op, -1)) {
    allowed.numbers.push_back({{}, {limit, op == ExprOp::less_equal}});
  }
  if (op == ExprOp::equal) {
    allowed.numbers.push_back({{limit, true}, {limit, true}});
  }
  if (holds_for(op, 1)) {
    allowed.numbers.push_back({{limit, op == ExprOp::greater_equal}, {}});
  }
  return allowed;
}

// The values of an enumeration that stand so to `limit`, or whose place in the order is not known.
Allowed side_by_rank(ir::Enum const& of, ExprOp op, std::uint32_t limit) {
  bool const by_rank = op != ExprOp::equal && op != ExprOp::not_equal;
  std::vector<std::uint32_t> ordinals;
  for (std::uint32_t at = 0; at < of.values.size(); ++at) {
    bool const open = by_rank && (of.values[at].unranked || of.values[limit].unranked);
    auto const left = by_rank ? of.values[at].rank : at;
    auto const right = by_rank ? of.values[limit].rank : limit;
    if (open || holds_for(op, left < right ? -1 : left == right ? 0 : 1)) {
      ordinals.push_back(at);
    }
  }
  return only(ordinals);
}

// Nothing where the two exclude each other.
std::optional<Box> both_boxes(Box const& left, Box const& right) {
  Box result;
  std::size_t at = 0;
  for (Limit const& one : left) {
    while (at < right.size() && right[at].term < one.term) {
      result.push_back(right[at++]);
    }
    if (at == right.size() || right[at].term != one.term) {
      result.push_back(one);
      continue;
    }
    Allowed common = both(one.allowed, right[at++].allowed);
    if (common.is_nothing()) {
      return std::nullopt;
    }
    result.push_back({one.term, std::move(common), one.expr});
  }
  result.insert(result.end(), right.begin() + static_cast<std::ptrdiff_t>(at), right.end());
  return result;
}

}  // namespace

Ways Reasoner::both(Ways const& left, Ways const& right) {
  Ways result;
  for (Box const& one : left) {
    for (Box const& other : right) {
      auto box = both_boxes(one, other);
      if (box) {
        result.push_back(*std::move(box));
      }
      if (result.size() > kMostWays) {
        return left;  // what `right` says is left out of account
      }
    }
  }
  return result;
}

Ways Reasoner::either(Ways left, Ways const& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left.size() > kMostWays ? always() : left;
}

Ways Reasoner::ways(std::vector<Demand> const& together) {
  Ways result = always();
  for (Demand const& demand : together) {
    result = both(result, ways(demand));
  }
  return result;
}

Ways Reasoner::ways_of(ExprId id, bool holds, std::uint32_t depth) {
  if (!id.has_value() || depth > kMostDepth) {
    return always();
  }
  Expr const& expr = program_.exprs[id.index];
  switch (expr.op) {
    case ExprOp::constant:
      return always_if((expr.number != Decimal::of(0)) == holds);
    case ExprOp::conjunction:
      return joined(expr, holds, holds, depth);
    case ExprOp::disjunction:
      return joined(expr, holds, !holds, depth);
    case ExprOp::negation:
      return ways_of(expr.children[0], !holds, depth + 1);
    case ExprOp::definition:
      return ways_of(program_.definitions[expr.definition.index].body, holds, depth + 1);
    case ExprOp::conditional:
      return chosen(expr, holds, depth);
    case ExprOp::member:
      return member(expr, holds);
    case ExprOp::is_applicable:
      return applies(expr, holds);
    case ExprOp::is_only:
      return only_option(expr, holds);
    default:
      return ir::is_comparison(expr.op) ? compared(expr, holds) : truth(id, holds);
  }
}

// All of the children, or one of them.
Ways Reasoner::joined(Expr const& expr, bool holds, bool all, std::uint32_t depth) {
  Ways result = all ? always() : never();
  for (ExprId const child : expr.children) {
    Ways const more = ways_of(child, holds, depth + 1);
    result = all ? both(result, more) : either(std::move(result), more);
  }
  return result;
}

Ways Reasoner::chosen(Expr const& expr, bool holds, std::uint32_t depth) {
  Ways const first = both(ways_of(expr.children[0], true, depth + 1), ways_of(expr.children[1], holds, depth + 1));
  Ways const second = both(ways_of(expr.children[0], false, depth + 1), ways_of(expr.children[2], holds, depth + 1));
  return either(first, second);
}

Ways Reasoner::compared(Expr const& expr, bool holds) {
  auto const left = terms_.constant(expr.children[0]);
  auto const right = terms_.constant(expr.children[1]);
  if (left && right && program_.exprs[expr.children[0].index].type.kind != TypeKind::enumeration) {
    return always_if(holds_for(expr.op, order_of(*left, *right)) == holds);
  }
  ExprId const subject = expr.children[right ? 0 : 1];
  ir::Type const& type = program_.exprs[subject.index].type;
  bool const is_open = left.has_value() == right.has_value() || type.kind == TypeKind::text ||
                       type.kind == TypeKind::amount || type.kind == TypeKind::list;
  if (is_open) {
    return ordered(expr, holds);
  }
  ExprOp const op = right ? expr.op : ir::mirrored(expr.op);
  ExprOp const wanted = holds ? op : ir::opposite(op);
  Decimal const limit = right ? *right : *left;
  Allowed const allowed = type.kind == TypeKind::enumeration
                              ? side_by_rank(program_.enums[type.enumeration.index], wanted,
                                             static_cast<std::uint32_t>(limit.coefficient()))
                              : side(wanted, limit);
  return limited(subject, allowed, op == ExprOp::not_equal ? !holds : holds);
}

// Two things of which neither is a constant.
Ways Reasoner::ordered(Expr const& expr, bool holds) {
  bool const ranked = program_.exprs[expr.children[0].index].type.kind == TypeKind::enumeration;
  Terms::Order const order = terms_.order(expr.children[0], expr.children[1]);
  ExprOp const op = order.swapped ? ir::mirrored(expr.op) : expr.op;
  Allowed allowed{{}, false, true};
  for (int at = -1; at <= 1; ++at) {
    if (ranked || holds_for(op, at) == holds) {  // of values: what is not equal may rank alike
      allowed.numbers.push_back({{Decimal::of(at), true}, {Decimal::of(at), true}});
    }
  }
  bool const true_where_not_applicable = op == ExprOp::not_equal;
  allowed.not_applicable = order.may_be_not_applicable && true_where_not_applicable == holds;
  return allowed.is_nothing() ? never() : Ways{Box{Limit{order.term, allowed, {}}}};
}

Ways Reasoner::member(Expr const& expr, bool holds) {
  ExprId const subject = expr.children[0];
  ir::Type const& type = program_.exprs[subject.index].type;
  if (type.kind != TypeKind::enumeration) {
    return always();
  }
  std::vector<std::uint32_t> ordinals;
  for (std::uint32_t at = 0; at < program_.enums[type.enumeration.index].values.size(); ++at) {
    bool const in = std::find(expr.more->set.begin(), expr.more->set.end(), at) != expr.more->set.end();
    if (in == holds) {
      ordinals.push_back(at);
    }
  }
  return limited(subject, only(ordinals), holds);
}

Ways Reasoner::applies(Expr const& expr, bool holds) {
  Allowed allowed = terms_.domain(expr.children[0]);
  if (holds) {
    allowed.not_applicable = false;
  } else {
    allowed.numbers.clear();
  }
  return allowed.is_nothing() ? never() : Ways{Box{Limit{terms_.of(expr.children[0]), allowed, expr.children[0]}}};
}

Ways Reasoner::only_option(Expr const& expr, bool holds) {
  Allowed allowed = side(holds ? ExprOp::equal : ExprOp::not_equal, Decimal::of(expr.index));
  allowed.not_applicable = !holds;
  allowed.whole = true;
  return {Box{Limit{terms_.only_option(expr.decision), allowed, {}}}};
}

Ways Reasoner::truth(ExprId id, bool holds) {
  return limited(id, side(ExprOp::equal, Decimal::of(holds ? 1 : 0)), holds);
}

// `wanted`, within what the term can be; what does not apply makes it hold only where it is not to.
Ways Reasoner::limited(ExprId id, Allowed wanted, bool holds) {
  wanted.not_applicable = !holds;
  Allowed const allowed = lint::both(terms_.domain(id), wanted);
  return allowed.is_nothing() ? never() : Ways{Box{Limit{terms_.of(id), allowed, id}}};
}

}  // namespace hjemmel::lint
