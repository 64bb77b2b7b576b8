// Which shape a node has.
#include "engine/columns/atom.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

constexpr std::size_t kBitsOfWord = 64;

std::byte const* first_element(ListPlace const& list, std::byte const* row) {
  std::byte const* element = row + list.elements;
  if (list.by_pointer) {
    std::memcpy(&element, row + list.elements, sizeof(element));
  }
  return element;
}

}  // namespace

Atom Atoms::make(std::uint32_t index) {
  Atom atom;
  bool const inverted = kernel_.nodes[index].op == Op::negation;
  std::uint32_t const inner = inverted ? kernel_.nodes[index].a : index;
  Node const& node = kernel_.nodes[inner];
  if (make_range(node, inverted, atom) || make_set(node, inverted, atom)) {
    return atom;
  }
  atom.inverted = inverted;
  if (make_limits(node, atom)) {
    return atom;
  }
  atom.kind = Atom::Kind::general;
  atom.index = static_cast<std::uint32_t>(scalars_.size());
  scalars_.push_back(std::make_unique<Scalar>(kernel_, layout_, inner));
  return atom;
}

bool Atoms::make_range(Node const& node, bool inverted, Atom& atom) const {
  std::int64_t low = INT64_MIN;
  std::int64_t high = INT64_MAX;
  switch (node.op) {
    case Op::is_set:
      low = 1;
      break;
    case Op::below:
      high = node.k - 1;
      break;
    case Op::above:
      low = node.k + 1;
      break;
    case Op::equals:
      low = high = node.k;
      break;
    default:
      return false;
  }
  Node const& from = kernel_.nodes[node.a];
  if (from.op != Op::load || from.list != kNone || layout_.scalars[from.a].offset == kNone) {
    return false;
  }
  atom.kind = Atom::Kind::between;
  atom.width = from.width;
  atom.offset = layout_.scalars[from.a].offset;
  atom.open = layout_.scalars[from.a].open;
  std::uint64_t const first = inverted ? static_cast<std::uint64_t>(high) + 1 : static_cast<std::uint64_t>(low);
  std::uint64_t const last = inverted ? static_cast<std::uint64_t>(low) - 1 : static_cast<std::uint64_t>(high);
  atom.low = first;
  atom.span = last - first;
  return true;
}

bool Atoms::make_set(Node const& node, bool inverted, Atom& atom) const {
  if (node.op != Op::among || kernel_.nodes[node.a].op != Op::load || kernel_.nodes[node.a].list != kNone) {
    return false;
  }
  Node const& from = kernel_.nodes[node.a];
  std::vector<std::uint8_t> const& set = kernel_.sets[node.b];
  if (set.size() > kBitsOfWord || layout_.scalars[from.a].offset == kNone) {
    return false;
  }
  atom.kind = Atom::Kind::one_of;
  atom.width = from.width;
  atom.offset = layout_.scalars[from.a].offset;
  atom.open = layout_.scalars[from.a].open;
  for (std::size_t ordinal = 0; ordinal < set.size(); ++ordinal) {
    bool const in = (set[ordinal] != 0) != inverted;
    atom.span |= std::uint64_t{in ? 1U : 0U} << ordinal;
  }
  return true;
}

bool Atoms::make_limits(Node const& node, Atom& atom) {
  if (node.op != Op::every) {
    return false;
  }
  bool const denied = kernel_.nodes[node.a].op == Op::negation;
  Node const& body = kernel_.nodes[denied ? kernel_.nodes[node.a].a : node.a];
  if (body.op != Op::less) {
    return false;
  }
  bool const limit_first = kernel_.nodes[body.a].op == Op::lookup;
  Node const& limit = kernel_.nodes[limit_first ? body.a : body.b];
  Node const& number = kernel_.nodes[limit_first ? body.b : body.a];
  bool const shaped = limit.op == Op::lookup && number.op == Op::load && number.list != kNone &&
                      kernel_.nodes[limit.a].op == Op::load && kernel_.nodes[limit.a].list != kNone;
  if (!shaped || kernel_.lookups[limit.b].any_open) {
    return false;
  }
  Node const& ordinal = kernel_.nodes[limit.a];
  WithinLimits within;
  within.list = &layout_.lists[number.a];
  if (within.list->count == kNone) {
    return false;
  }
  within.ordinal = within.list->fields[ordinal.b];
  within.number = within.list->fields[number.b];
  bool const known = within.ordinal.offset != kNone && within.number.offset != kNone && within.ordinal.open == kNone &&
                     within.number.open == kNone && within.list->open == kNone;
  if (!known) {
    return false;
  }
  within.ordinal_width = ordinal.width;
  within.number_width = number.width;
  within.at_most = limit_first == denied;  // not (limit < x), or x < limit
  within.limits = kernel_.lookups[limit.b].values;
  std::int64_t const closer = denied ? 0 : (within.at_most ? -1 : 1);
  std::for_each(within.limits.begin(), within.limits.end(), [closer](std::int64_t& value) { value += closer; });
  atom.kind = Atom::Kind::within_limits;
  atom.index = static_cast<std::uint32_t>(limits_.size());
  limits_.push_back(std::move(within));
  return true;
}

template <class Ordinal, class Number>
bool Atoms::within_as(WithinLimits const& limits, std::byte const* row) {
  std::int64_t const count = loaded(limits.list->count_width, row + limits.list->count);
  std::byte const* element = first_element(*limits.list, row);
  std::int64_t const* const most = limits.limits.data();
  std::int64_t const sign = limits.at_most ? 1 : -1;
  std::int64_t beyond = 0;
  for (std::int64_t i = 0; i < count; ++i, element += limits.list->stride) {
    Ordinal ordinal;
    Number number;
    std::memcpy(&ordinal, element + limits.ordinal.offset, sizeof(ordinal));
    std::memcpy(&number, element + limits.number.offset, sizeof(number));
    beyond |= sign * (most[static_cast<std::size_t>(ordinal)] - static_cast<std::int64_t>(number));
  }
  return beyond >= 0;  // its sign is set where one lies beyond: limits and numbers are far from the ends of 64 bits
}

bool Atoms::within(WithinLimits const& limits, std::byte const* row) {
  if (limits.ordinal_width == Width::u8 && limits.number_width == Width::i32) {
    return within_as<std::uint8_t, std::int32_t>(limits, row);
  }
  if (limits.ordinal_width == Width::u8 && limits.number_width == Width::i64) {
    return within_as<std::uint8_t, std::int64_t>(limits, row);
  }
  std::int64_t const count = loaded(limits.list->count_width, row + limits.list->count);
  std::byte const* element = first_element(*limits.list, row);
  bool all = true;
  for (std::int64_t i = 0; i < count; ++i, element += limits.list->stride) {
    auto const ordinal = static_cast<std::size_t>(loaded(limits.ordinal_width, element + limits.ordinal.offset));
    std::int64_t const number = loaded(limits.number_width, element + limits.number.offset);
    all &= limits.at_most ? number <= limits.limits[ordinal] : number >= limits.limits[ordinal];
  }
  return all;
}

void Atoms::tell(Atom const& atom, std::uint32_t node, Truth3 truth, std::byte const* row, RowTrace& trace) const {
  if (atom.kind == Atom::Kind::within_limits) {
    trace_elements(limits_[atom.index], node, row, trace);
  }
  trace.reserve(1);
  bool const has_value = atom.kind <= Atom::Kind::one_of;
  trace.add({node, kNone, truth, has_value ? loaded(atom.width, row + atom.offset) : 0, 0});
}

void Atoms::trace_elements(WithinLimits const& limits, std::uint32_t node, std::byte const* row,
                           RowTrace& trace) const {
  std::int64_t const count = loaded(limits.list->count_width, row + limits.list->count);
  std::byte const* element = first_element(*limits.list, row);
  trace.reserve(static_cast<std::size_t>(count) + 1);
  for (std::int64_t i = 0; i < count; ++i, element += limits.list->stride) {
    auto const ordinal = static_cast<std::size_t>(loaded(limits.ordinal_width, element + limits.ordinal.offset));
    std::int64_t const number = loaded(limits.number_width, element + limits.number.offset);
    std::int64_t const limit = limits.limits[ordinal];
    bool const holds = limits.at_most ? number <= limit : number >= limit;
    trace.add({node, static_cast<std::uint32_t>(i), static_cast<Truth3>(holds), number, limit});
  }
}

Truth3 Atoms::slower(Atom const& atom, std::byte const* row) {
  if (atom.kind == Atom::Kind::within_limits) {
    return static_cast<Truth3>(within(limits_[atom.index], row) != atom.inverted);
  }
  Cell const cell = scalars_[atom.index]->run(row);
  return cell.open ? Truth3::open : static_cast<Truth3>((cell.value != 0) != atom.inverted);
}

}  // namespace hjemmel::columns
