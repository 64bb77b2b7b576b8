// A table of every value, or the general way.
#include "engine/rows/figure_source.h"

#include <algorithm>

namespace hjemmel::rows {
namespace {

std::uint32_t tabled_load(Kernel const& kernel, Scalar const& scalar) {
  std::uint32_t const only = scalar.only_load();
  return only == kNone || kernel.nodes[only].most - kernel.nodes[only].least >= kMostTabled ? kNone : only;
}

}  // namespace

std::uint32_t tabled_load(Kernel const& kernel, std::uint32_t node) {
  Layout const nowhere;  // nothing is read
  return tabled_load(kernel, Scalar(kernel, nowhere, node));
}

FigureSource figure_source(Kernel const& kernel, Layout const& layout, std::uint32_t node) {
  FigureSource source;
  source.scalar = std::make_unique<Scalar>(kernel, layout, node);
  std::uint32_t const only = tabled_load(kernel, *source.scalar);
  if (only == kNone || layout.scalars[kernel.nodes[only].a].offset == kNone) {
    return source;
  }
  Node const& load = kernel.nodes[only];
  source.place = layout.scalars[load.a];
  source.width = load.width;
  source.least = load.least;
  for (std::int64_t value = load.least; value <= load.most; ++value) {
    source.table.push_back(source.scalar->run_with({value, false}));
  }
  source.table.push_back({0, true});
  return source;
}

Cell FigureSource::run(std::byte const* row) const {
  if (table.empty()) {
    return scalar->run(row);
  }
  if (place.open != kNone && row[place.open] != std::byte{0}) {
    return {0, true};
  }
  auto const at = static_cast<std::uint64_t>(load(width, row + place.offset) - least);
  return table[std::min<std::uint64_t>(at, table.size() - 1)];
}

}  // namespace hjemmel::rows
