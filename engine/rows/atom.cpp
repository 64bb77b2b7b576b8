// Which shape a node has.
#include "engine/rows/atom.h"

namespace hjemmel::rows {
namespace {

constexpr std::size_t kBitsOfWord = 64;

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
  if (auto limits = WithinLimits::make(kernel_, layout_, inner)) {
    atom.kind = Atom::Kind::within_limits;
    atom.index = static_cast<std::uint32_t>(limits_.size());
    limits_.push_back(std::move(*limits));
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
  atom.kind = Atom::Kind::fact;
  atom.width = from.width;
  atom.offset = layout_.scalars[from.a].offset;
  atom.open = layout_.scalars[from.a].open;
  std::uint64_t const first = inverted ? static_cast<std::uint64_t>(high) + 1 : static_cast<std::uint64_t>(low);
  std::uint64_t const last = inverted ? static_cast<std::uint64_t>(low) - 1 : static_cast<std::uint64_t>(high);
  atom.of_fact = {true, first, last - first, 0, 0};
  atom.limit = node.op == Op::is_set ? 0 : node.k;
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
  atom.kind = Atom::Kind::fact;
  atom.of_fact.between = false;
  atom.width = from.width;
  atom.offset = layout_.scalars[from.a].offset;
  atom.open = layout_.scalars[from.a].open;
  for (std::size_t ordinal = 0; ordinal < set.size(); ++ordinal) {
    bool const in = (set[ordinal] != 0) != inverted;
    atom.of_fact.span |= std::uint64_t{in ? 1U : 0U} << ordinal;
  }
  return true;
}

Truth3 Atoms::truth(Atom const& atom, std::byte const* row) {
  if (atom.kind == Atom::Kind::fact) {
    bool const open = atom.open != kNone && row[atom.open] != std::byte{0};
    return open ? Truth3::open : static_cast<Truth3>(atom.of_fact.holds(load(atom.width, row + atom.offset)));
  }
  if (atom.kind == Atom::Kind::within_limits) {
    std::int64_t const gap = limits_[atom.index].gap(row);
    return gap >= WithinLimits::kUnknownGap ? Truth3::open : static_cast<Truth3>((gap >= 0) != atom.inverted);
  }
  Cell const cell = scalars_[atom.index]->run(row);
  return cell.open ? Truth3::open : static_cast<Truth3>((cell.value != 0) != atom.inverted);
}

}  // namespace hjemmel::rows
