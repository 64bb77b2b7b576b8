// Arithmetic, look-ups and loops: nodes whose result is a number within bounds, or is taken over the elements of a list.
#include <algorithm>

#include "engine/columns/nodes.h"
#include "engine/columns/wide.h"

namespace hjemmel::columns {
namespace {

constexpr std::int64_t kMonthsOfAllTime = 12 * 20'000;
constexpr int kMostScale = base::Decimal::kMaxScale;

}  // namespace

std::uint32_t Nodes::add(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) {
    return kNone;
  }
  if (auto const left = constant_at(a), right = constant_at(b); left && right) {
    auto const sum = base::add(*left, *right);
    return sum ? constant(*sum) : kNone;
  }
  int const scale = std::max(at(a).scale, at(b).scale);
  a = rescaled(a, scale);
  b = rescaled(b, scale);
  if (!level(a, b)) {
    return kNone;
  }
  return number({.op = Op::add,
                 .a = std::min(a, b),
                 .b = std::max(a, b),
                 .list = at(a).list,
                 .width = Width::i64,
                 .scale = scale,
                 .least = at(a).least + at(b).least,
                 .most = at(a).most + at(b).most});
}

std::uint32_t Nodes::negate(std::uint32_t a) { return multiply(a, constant(base::Decimal::of(-1))); }

std::uint32_t Nodes::multiply(std::uint32_t a, std::uint32_t b) {
  if (a == kNone || b == kNone) {
    return kNone;
  }
  if (auto const left = constant_at(a), right = constant_at(b); left && right) {
    auto const product = base::multiply(*left, *right);
    return product ? constant(*product) : kNone;
  }
  if (at(a).op == Op::number) {
    std::swap(a, b);
  }
  bool const by_constant = at(b).op == Op::number;
  if (!by_constant && !level(a, b)) {
    return kNone;
  }
  Node const left = at(a);
  Node const right = at(b);
  Wide const ends[] = {static_cast<Wide>(left.least) * right.least, static_cast<Wide>(left.least) * right.most,
                       static_cast<Wide>(left.most) * right.least, static_cast<Wide>(left.most) * right.most};
  bool const whole = std::all_of(std::begin(ends), std::end(ends), fits) && left.scale + right.scale <= kMostScale;
  if (!whole) {
    return kNone;
  }
  return add({.op = by_constant ? Op::scaled : Op::multiply,
              .a = by_constant ? a : std::min(a, b),
              .b = by_constant ? kNone : std::max(a, b),
              .k = by_constant ? right.k : 0,
              .list = left.list,
              .width = Width::i64,
              .scale = left.scale + right.scale,
              .least = static_cast<std::int64_t>(*std::min_element(std::begin(ends), std::end(ends))),
              .most = static_cast<std::int64_t>(*std::max_element(std::begin(ends), std::end(ends)))});
}

std::uint32_t Nodes::lesser(std::uint32_t a, std::uint32_t b, bool greater) {
  if (a == kNone || b == kNone) {
    return kNone;
  }
  int const scale = std::max(at(a).scale, at(b).scale);
  a = rescaled(a, scale);
  b = rescaled(b, scale);
  if (!level(a, b)) {
    return kNone;
  }
  Node const& left = at(a);
  Node const& right = at(b);
  return add({.op = greater ? Op::greater : Op::lesser,
              .a = std::min(a, b),
              .b = std::max(a, b),
              .list = at(a).list,
              .width = Width::i64,
              .scale = scale,
              .least = greater ? std::max(left.least, right.least) : std::min(left.least, right.least),
              .most = greater ? std::max(left.most, right.most) : std::min(left.most, right.most)});
}

std::uint32_t Nodes::months_from(std::uint32_t from, std::uint32_t to) {
  if (!level(from, to)) {
    return kNone;
  }
  return add({.op = Op::months_from,
              .a = from,
              .b = to,
              .list = at(from).list,
              .width = Width::i64,
              .least = 0,
              .most = kMonthsOfAllTime});
}

std::uint32_t Nodes::lookup(std::uint32_t ordinal, std::vector<std::optional<base::Decimal>> const& entries,
                            bool always_one) {
  if (ordinal == kNone || entries.empty()) {
    return kNone;
  }
  int scale = 0;
  for (auto const& entry : entries) {
    scale = std::max(scale, entry ? entry->scale() : 0);
  }
  Lookup table;
  for (auto const& entry : entries) {
    Wide value = entry ? entry->coefficient() : 0;
    for (int digit = entry ? entry->scale() : scale; digit < scale && fits(value); ++digit) {
      value *= 10;
    }
    if (!fits(value)) {
      return kNone;
    }
    table.values.push_back(static_cast<std::int64_t>(value));
    table.open.push_back(entry ? 0 : 255);
    table.any_open = table.any_open || !entry;
  }
  auto const [least, most] = std::minmax_element(table.values.begin(), table.values.end());
  Node node{.op = Op::lookup,
            .a = ordinal,
            .k = always_one && !table.any_open ? 1 : 0,
            .list = at(ordinal).list,
            .width = is_near(*least, *most) ? Width::i32 : Width::i64,
            .scale = scale,
            .least = *least,
            .most = *most};
  auto const [found, is_new] = lookups_.try_emplace(entries, static_cast<std::uint32_t>(kernel_.lookups.size()));
  if (is_new) {
    kernel_.lookups.push_back(table);
  }
  node.b = found->second;
  return add(node);
}

std::uint32_t Nodes::count_of(std::vector<std::uint32_t> const& truths) {
  std::uint32_t list = kNone;
  if (truths.size() > UINT8_MAX) {
    return kNone;
  }
  for (std::uint32_t const truth : truths) {
    if (truth == kNone || (list != kNone && at(truth).list != list)) {
      return kNone;
    }
    list = at(truth).list;
  }
  auto const [found, is_new] = lists_.try_emplace(truths, static_cast<std::uint32_t>(kernel_.lists.size()));
  if (is_new) {
    kernel_.lists.push_back(truths);
  }
  return add({.op = Op::count_of,
              .b = found->second,
              .list = list,
              .width = Width::u8,
              .most = static_cast<std::int64_t>(truths.size())});
}

std::uint32_t Nodes::open_where(std::uint32_t a, std::uint32_t truth) {
  if (!level(a, truth)) {
    return kNone;
  }
  Node const& from = at(a);
  return add({.op = Op::open_where,
              .a = a,
              .b = truth,
              .list = at(a).list,
              .width = Width::i64,
              .scale = from.scale,
              .least = from.least,
              .most = from.most});
}

std::uint32_t Nodes::every(std::uint32_t list, std::uint32_t body, std::uint32_t where) {
  std::uint32_t const each = where == kNone ? body : disjunction(negation(where), body);
  std::uint32_t const node = over(list, each);
  return node == kNone ? kNone : add({.op = Op::every, .a = node, .k = list});
}

std::uint32_t Nodes::some(std::uint32_t list, std::uint32_t body, std::uint32_t where) {
  std::uint32_t const each = where == kNone ? body : conjunction(where, body);
  return negation(every(list, negation(each), kNone));
}

std::uint32_t Nodes::total(std::uint32_t list, std::uint32_t body, std::uint32_t where, std::int64_t most_elements) {
  std::uint32_t const each = over(list, where == kNone ? body : choose(where, body, constant({})));
  if (each == kNone) {
    return kNone;
  }
  Node const& from = at(each);
  Wide const least = static_cast<Wide>(std::min<std::int64_t>(from.least, 0)) * most_elements;
  Wide const most = static_cast<Wide>(std::max<std::int64_t>(from.most, 0)) * most_elements;
  if (!fits(least) || !fits(most)) {
    return kNone;
  }
  return add({.op = Op::total,
              .a = each,
              .k = list,
              .width = Width::i64,
              .scale = from.scale,
              .least = static_cast<std::int64_t>(least),
              .most = static_cast<std::int64_t>(most)});
}

std::uint32_t Nodes::count(std::uint32_t list, std::uint32_t where, std::int64_t most_elements) {
  std::uint32_t const each = over(list, where);
  return each == kNone ? kNone
                       : add({.op = Op::count, .a = each, .k = list, .width = Width::i64, .most = most_elements});
}

// A node of the elements of this list; kNone where it is of another.
std::uint32_t Nodes::over(std::uint32_t list, std::uint32_t node) {
  bool const good = node != kNone && (at(node).list == kNone || at(node).list == list);
  return good ? in_list(node, list) : kNone;
}

}  // namespace hjemmel::columns
