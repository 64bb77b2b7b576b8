// Nodes of rows in their order; what is taken over a list runs the nodes of its elements for each of them.
#include "engine/rows/scalar.h"

#include <algorithm>
#include <cstring>

#include "engine/columns/schedule.h"

namespace hjemmel::rows {

Scalar::Scalar(Kernel const& kernel, Layout const& layout, std::uint32_t root)
    : kernel_(kernel), layout_(layout), root_(root), cells_(root + 1) {
  std::vector<bool> wanted(root + 1);
  wanted[root] = true;
  for (std::uint32_t node = root + 1; node-- > 0;) {
    std::vector<std::uint32_t> operands;
    if (wanted[node]) {
      add_operands(kernel, kernel.nodes[node], operands);
    }
    std::for_each(operands.begin(), operands.end(), [&](std::uint32_t operand) { wanted[operand] = true; });
  }
  for (std::uint32_t node = 0; node <= root; ++node) {
    std::uint32_t const list = kernel.nodes[node].list;
    if (!wanted[node]) {
      continue;
    }
    if (list == kNone) {
      nodes_.push_back(node);
      continue;
    }
    auto own = std::find_if(lists_.begin(), lists_.end(), [list](List const& one) { return one.list == list; });
    own = own == lists_.end() ? lists_.insert(own, {list, {}}) : own;
    own->nodes.push_back(node);
  }
}

std::uint32_t Scalar::only_load() const {
  std::uint32_t found = kNone;
  for (std::uint32_t const node : nodes_) {
    if (kernel_.nodes[node].op == Op::load && found != kNone) {
      return kNone;
    }
    found = kernel_.nodes[node].op == Op::load ? node : found;
  }
  return lists_.empty() ? found : kNone;
}

Cell Scalar::run(std::byte const* row) {
  for (std::uint32_t const node : nodes_) {
    evaluate(node, row);
  }
  return cells_[root_];
}

Cell Scalar::run_with(Cell loaded) {
  given_ = &loaded;
  Cell const result = run(nullptr);
  given_ = nullptr;
  return result;
}

void Scalar::evaluate(std::uint32_t index, std::byte const* row) {
  Node const& node = kernel_.nodes[index];
  bool const folds = node.op == Op::every || node.op == Op::total || node.op == Op::count;
  cells_[index] = folds ? fold(node, row) : evaluated(node, row, nullptr);
}

// Of no loop: a row's, or one of an element of the list at `place`.
Cell Scalar::evaluated(Node const& node, std::byte const* element, ListPlace const* place) const {
  if (node.op != Op::load) {
    return computed(kernel_, node, cells_);
  }
  if (given_ != nullptr) {
    return *given_;
  }
  FieldPlace const& field = place == nullptr ? layout_.scalars[node.a] : place->fields[node.b];
  bool const open = field.offset == kNone || (field.open != kNone && element[field.open] != std::byte{0});
  return open ? Cell{0, true} : Cell{load(node.width, element + field.offset), false};
}

Cell Scalar::fold(Node const& node, std::byte const* row) {
  auto const list = static_cast<std::uint32_t>(node.k);
  ListPlace const& place = layout_.lists[list];
  Cell result{node.op == Op::every ? 1 : 0, false};
  if (place.count == kNone) {
    return {0, true};
  }
  auto const own = std::find_if(lists_.begin(), lists_.end(), [list](List const& one) { return one.list == list; });
  std::int64_t const count = load(place.count_width, row + place.count);
  std::byte const* element = row + place.elements;
  if (place.by_pointer) {
    std::memcpy(&element, row + place.elements, sizeof(element));
  }
  for (std::int64_t i = 0; i < count; ++i, element += place.stride) {
    for (std::uint32_t const inner : own->nodes) {
      cells_[inner] = evaluated(kernel_.nodes[inner], element, &place);
    }
    Cell const& body = cells_[node.a];
    if (node.op == Op::every) {
      result = conjunction(result, body);
    } else {
      result = {result.value + (body.open ? 0 : body.value), result.open || body.open};
    }
  }
  bool const more = place.open != kNone && row[place.open] != std::byte{0};
  if (!more) {
    return result;
  }
  return node.op == Op::every ? conjunction(result, {0, true}) : Cell{0, true};
}

}  // namespace hjemmel::rows
