// Which shape a node has.
#include "engine/rows/atom.h"

#include "engine/rows/truth_of_fact.h"

namespace hjemmel::rows {
Atom Atoms::make(std::uint32_t index) {
  Atom atom;
  if (make_of_fact(index, atom)) {
    return atom;
  }
  atom = {};
  bool const inverted = kernel_.nodes[index].op == Op::negation;
  std::uint32_t const inner = inverted ? kernel_.nodes[index].a : index;
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

bool Atoms::make_of_fact(std::uint32_t index, Atom& atom) const {
  auto const found = truth_of_fact(kernel_, index);
  if (!found) {
    return false;
  }
  Node const& from = kernel_.nodes[found->load];
  FieldPlace const& place = layout_.scalars[from.a];
  atom.kind = Atom::Kind::fact;
  atom.width = from.width;
  atom.offset = place.offset;
  atom.open = place.open;
  atom.of_fact = found->truth;
  atom.limit = found->limit;
  return place.offset != kNone;
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
