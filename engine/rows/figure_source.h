// Figure source: what a figure comes to for one case; of a fact with few values it is worked out for each of them beforehand.
//
// In: a figure's node; then cases in a host's struct. Out: its value, known or open; of a tabled fact every number that was not told for it is
// open. Tested through row.h.
#pragma once

#include <memory>
#include <vector>

#include "engine/rows/scalar.h"

namespace hjemmel::rows {

inline constexpr std::int64_t kMostTabled = 1024;  // values of a fact for which a figure is worked out beforehand

struct FigureSource {
  std::unique_ptr<Scalar> scalar;
  std::vector<Cell> table;  // by the fact's value - least, and an open one behind them; empty: `scalar` works it out
  std::int64_t least = 0;
  Width width = Width::u8;
  FieldPlace place;

  [[nodiscard]] Cell run(std::byte const* row) const;
};

[[nodiscard]] FigureSource figure_source(Kernel const& kernel, Layout const& layout, std::uint32_t node);

// The load of the only fact that a figure hangs on, where that has few values; else kNone.
[[nodiscard]] std::uint32_t tabled_load(Kernel const& kernel, std::uint32_t node);

}  // namespace hjemmel::rows
