// Regions of a variable are numbered by what they hold; two boxes are then apart where a look-up says so.
#include "engine/eval/box_grid.h"

#include <algorithm>
#include <map>

namespace hjemmel::eval {

BoxGrid::BoxGrid(std::vector<Box> const& boxes) {
  std::map<Variable, std::uint32_t> numbers;
  for (Box const& box : boxes) {
    std::vector<Cell>& cells = boxes_.emplace_back();
    for (auto const& [variable, region] : box.regions) {
      auto const [at, is_new] = numbers.try_emplace(variable, static_cast<std::uint32_t>(variables_.size()));
      if (is_new) {
        variables_.push_back(variable);
        regions_.emplace_back();
      }
      cells.push_back({at->second, number_of(at->second, region)});
    }
    std::sort(cells.begin(), cells.end(), [](Cell const& a, Cell const& b) { return a.variable < b.variable; });
  }
  compare_regions();
}

std::uint32_t BoxGrid::number_of(std::uint32_t variable, Region const& region) {
  std::vector<Region const*>& known = regions_[variable];
  auto const at = std::find_if(known.begin(), known.end(), [&](Region const* one) { return *one == region; });
  auto const number = static_cast<std::uint32_t>(at - known.begin());
  if (at == known.end()) {
    known.push_back(&region);
  }
  return number;
}

void BoxGrid::compare_regions() {
  for (std::vector<Region const*> const& of : regions_) {
    std::vector<std::uint8_t>& rows = overlapping_.emplace_back();
    for (Region const* one : of) {
      for (Region const* other : of) {
        rows.push_back(overlaps(*one, *other) ? 1 : 0);
      }
    }
  }
}

std::uint64_t BoxGrid::sole_differences(std::size_t one, std::size_t other, std::vector<std::uint64_t> const& masks,
                                        std::uint64_t asked) const {
  std::vector<Cell> const& left = boxes_[one];
  std::vector<Cell> const& right = boxes_[other];
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size() && asked != 0) {
    std::uint32_t const variable = left[i].variable;
    if (variable != right[j].variable) {
      ++(variable < right[j].variable ? i : j);
      continue;
    }
    std::size_t const place = left[i].region * regions_[variable].size() + right[j].region;
    if (overlapping_[variable][place] == 0) {
      asked &= masks[variable];
    }
    ++i;
    ++j;
  }
  return asked;
}

}  // namespace hjemmel::eval
