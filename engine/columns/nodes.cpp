// Each node once; truths are simplified where an operand is a constant; numbers are brought to one scale, within bounds.
#include "engine/columns/nodes.h"

#include <algorithm>

#include "engine/columns/wide.h"

namespace hjemmel::columns {
namespace {

constexpr std::int64_t kNeverStored = INT64_MAX;  // what is open may equal it all the same

// A bound in whole multiples of 10^-scale: rounded down, and whether it is one. Far out it stops at the end.
struct Whole {
  std::int64_t floor = 0;
  bool exact = true;
};

Whole whole_at(base::Decimal bound, int scale) {
  Wide value = bound.coefficient();
  bool exact = true;
  for (int digit = bound.scale(); digit < scale && fits(value); ++digit) {
    value *= 10;
  }
  for (int digit = bound.scale(); digit > scale; --digit) {
    exact = exact && value % 10 == 0;
    value = value / 10 - (value % 10 < 0 ? 1 : 0);
  }
  Wide const end = kFurthest;
  return {static_cast<std::int64_t>(std::clamp(value, -end, end)), exact};
}

}  // namespace

std::uint32_t Nodes::add(Node node) {
  auto const [at, is_new] = known_.try_emplace(node, static_cast<std::uint32_t>(kernel_.nodes.size()));
  if (is_new) {
    kernel_.nodes.push_back(node);
  }
  return at->second;
}

std::uint32_t Nodes::number(Node node) { return fits(node.least) && fits(node.most) ? add(node) : kNone; }

std::uint32_t Nodes::load(std::uint32_t fact, std::uint32_t field, Slot const& slot) {
  return add({.op = Op::load,
              .a = fact,
              .b = field,
              .list = field == kNone ? kNone : fact,
              .width = slot.width,
              .scale = slot.scale,
              .least = slot.least,
              .most = slot.most});
}

std::uint32_t Nodes::constant(base::Decimal value) {
  return add({.op = Op::number,
              .k = value.coefficient(),
              .width = Width::i64,
              .scale = static_cast<std::int8_t>(value.scale()),
              .least = value.coefficient(),
              .most = value.coefficient()});
}

std::uint32_t Nodes::open_number() { return open_where(constant({}), open_truth()); }

std::uint32_t Nodes::is_set(std::uint32_t number) {
  return add({.op = Op::is_set, .a = number, .list = at(number).list});
}

std::optional<base::Decimal> Nodes::constant_at(std::uint32_t node) const {
  Node const& found = at(node);
  bool const constant = found.op == Op::number || (found.op == Op::truth && found.k != 2);
  return constant ? base::Decimal::make(found.k, found.scale) : std::nullopt;
}

std::uint32_t Nodes::in_list(std::uint32_t node, std::uint32_t list) {
  Node spread = at(node);
  if (spread.list == list) {
    return node;
  }
  spread = Node{.op = Op::spread,
                .a = node,
                .list = list,
                .width = spread.width,
                .scale = spread.scale,
                .least = spread.least,
                .most = spread.most};
  return add(spread);
}

bool Nodes::level(std::uint32_t& a, std::uint32_t& b) {
  if (a == kNone || b == kNone) {
    return false;
  }
  std::uint32_t const left = at(a).list;
  std::uint32_t const right = at(b).list;
  if (left != kNone && right != kNone && left != right) {
    return false;
  }
  std::uint32_t const list = left != kNone ? left : right;
  if (list != kNone) {
    a = in_list(a, list);
    b = in_list(b, list);
  }
  return true;
}

std::uint32_t Nodes::conjunction(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) {
    return kNone;
  }
  if (a == truth(false) || b == truth(false)) {
    return truth(false);
  }
  if (a == truth(true) || a == b) {
    return b;
  }
  if (b == truth(true)) {
    return a;
  }
  if (!level(a, b)) {
    return kNone;
  }
  return add({.op = Op::conjunction, .a = std::min(a, b), .b = std::max(a, b), .list = at(a).list});
}

std::uint32_t Nodes::disjunction(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) {
    return kNone;
  }
  if (a == truth(true) || b == truth(true)) {
    return truth(true);
  }
  if (a == truth(false) || a == b) {
    return b;
  }
  if (b == truth(false)) {
    return a;
  }
  if (at(a).op == Op::negation || at(b).op == Op::negation) {  // so that `any fails` and `all hold` are one node
    return negation(conjunction(negation(a), negation(b)));
  }
  if (!level(a, b)) {
    return kNone;
  }
  return add({.op = Op::disjunction, .a = std::min(a, b), .b = std::max(a, b), .list = at(a).list});
}

std::uint32_t Nodes::negation(std::uint32_t a) {
  if (a == kNone) {
    return kNone;
  }
  Node const& node = at(a);
  if (node.op == Op::truth) {
    return node.k == 2 ? a : truth(node.k == 0);
  }
  return node.op == Op::negation ? node.a : add({.op = Op::negation, .a = a, .list = node.list});
}

std::uint32_t Nodes::compare_constant(Relation relation, std::uint32_t node, base::Decimal bound) {
  Whole const whole = whole_at(bound, at(node).scale);
  std::int64_t const ceiling = whole.floor + (whole.exact ? 0 : 1);
  auto const make = [&](Op op, std::int64_t k) { return add({.op = op, .a = node, .k = k, .list = at(node).list}); };
  switch (relation) {
    case Relation::less:
      return make(Op::below, ceiling);
    case Relation::less_equal:
      return make(Op::below, whole.floor + 1);
    case Relation::greater:
      return make(Op::above, whole.floor);
    case Relation::greater_equal:
      return make(Op::above, ceiling - 1);
    case Relation::equal:
    case Relation::not_equal:
      break;
  }
  std::uint32_t const equal = make(Op::equals, whole.exact ? whole.floor : kNeverStored);
  return relation == Relation::equal ? equal : negation(equal);
}

std::uint32_t Nodes::compare(Relation relation, std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) {
    return kNone;
  }
  if (auto const bound = constant_at(b)) {
    return compare_constant(relation, a, *bound);
  }
  if (auto const bound = constant_at(a)) {
    constexpr Relation kTurned[] = {Relation::equal,         Relation::not_equal, Relation::greater,
                                    Relation::greater_equal, Relation::less,      Relation::less_equal};
    return compare_constant(kTurned[static_cast<std::size_t>(relation)], b, *bound);
  }
  int const scale = std::max(at(a).scale, at(b).scale);
  a = rescaled(a, scale);
  b = rescaled(b, scale);
  if (!level(a, b)) {
    return kNone;
  }
  std::uint32_t const list = at(a).list;
  switch (relation) {
    case Relation::equal:
      return add({.op = Op::same, .a = a, .b = b, .list = list});
    case Relation::not_equal:
      return negation(add({.op = Op::same, .a = a, .b = b, .list = list}));
    case Relation::less:
      return add({.op = Op::less, .a = a, .b = b, .list = list});
    case Relation::less_equal:
      return negation(add({.op = Op::less, .a = b, .b = a, .list = list}));
    case Relation::greater:
      return add({.op = Op::less, .a = b, .b = a, .list = list});
    case Relation::greater_equal:
      return negation(add({.op = Op::less, .a = a, .b = b, .list = list}));
  }
  return kNone;
}

std::uint32_t Nodes::rescaled(std::uint32_t node, int scale) {
  if (node == kNone || at(node).scale == scale) {
    return node;
  }
  Wide factor = 1;
  for (int digit = at(node).scale; digit < scale && fits(factor); ++digit) {
    factor *= 10;
  }
  if (!fits(factor) || !fits(factor * at(node).least) || !fits(factor * at(node).most)) {
    return kNone;
  }
  auto const times = static_cast<std::int64_t>(factor);
  if (at(node).op == Op::number) {
    Node raised = at(node);
    raised.k = raised.least = raised.most = raised.k * times;
    raised.scale = scale;
    return add(raised);
  }
  if (at(node).op == Op::lookup) {
    Lookup table = kernel_.lookups[at(node).b];
    std::for_each(table.values.begin(), table.values.end(), [times](std::int64_t& value) { value *= times; });
    Node raised = at(node);
    raised.b = static_cast<std::uint32_t>(kernel_.lookups.size());
    raised.scale = scale;
    raised.least *= times;
    raised.most *= times;
    raised.width = is_near(raised.least, raised.most) ? Width::i32 : Width::i64;
    kernel_.lookups.push_back(std::move(table));
    return add(raised);
  }
  Node const from = at(node);
  return add({.op = Op::scaled,
              .a = node,
              .k = times,
              .list = from.list,
              .width = Width::i64,
              .scale = scale,
              .least = from.least * times,
              .most = from.most * times});
}

std::uint32_t Nodes::among(std::uint32_t ordinal, std::vector<bool> const& set) {
  if (ordinal == kNone) {
    return kNone;
  }
  auto const [found, is_new] = sets_.try_emplace(set, static_cast<std::uint32_t>(kernel_.sets.size()));
  if (is_new) {
    std::vector<std::uint8_t>& bytes = kernel_.sets.emplace_back();
    std::transform(set.begin(), set.end(), std::back_inserter(bytes), [](bool in) { return in ? 255 : 0; });
  }
  return add({.op = Op::among, .a = ordinal, .b = found->second, .list = at(ordinal).list});
}

std::uint32_t Nodes::choose(std::uint32_t condition, std::uint32_t then, std::uint32_t otherwise) {
  if (condition == kNone || then == kNone || otherwise == kNone) {
    return kNone;
  }
  if (at(condition).op == Op::truth && at(condition).k != 2) {
    return at(condition).k == 1 ? then : otherwise;
  }
  bool const truths = !is_number(at(then).op);
  auto const yes = constant_at(then);
  auto const no = constant_at(otherwise);
  if (!truths && yes && no) {
    return lookup(count_of({condition}), {no, yes});
  }
  int const scale = std::max(at(then).scale, at(otherwise).scale);
  then = rescaled(then, scale);
  otherwise = rescaled(otherwise, scale);
  bool const one_list = then != kNone && otherwise != kNone && level(condition, then) && level(condition, otherwise) &&
                        level(condition, then);
  if (!one_list) {
    return kNone;
  }
  if (truths) {
    return add({.op = Op::choose_truth, .a = condition, .b = then, .c = otherwise, .list = at(condition).list});
  }
  return number({.op = Op::choose,
                 .a = condition,
                 .b = then,
                 .c = otherwise,
                 .list = at(condition).list,
                 .width = Width::i64,
                 .scale = scale,
                 .least = std::min(at(then).least, at(otherwise).least),
                 .most = std::max(at(then).most, at(otherwise).most)});
}

}  // namespace hjemmel::columns
