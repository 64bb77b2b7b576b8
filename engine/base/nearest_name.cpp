// Edit distance with swaps of neighbours (optimal string alignment), over bytes: near enough for a suggestion.
#include "engine/base/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace hjemmel::base {
namespace {

constexpr std::size_t kLongest = 120;  // names longer than this get no suggestion, so that cost stays bounded

std::size_t distance(std::string_view left, std::string_view right) {
  std::size_t const width = right.size() + 1;
  std::vector<std::size_t> cost((left.size() + 1) * width);
  auto at = [&](std::size_t row, std::size_t column) -> std::size_t& { return cost[row * width + column]; };
  for (std::size_t row = 0; row <= left.size(); ++row) {
    for (std::size_t column = 0; column <= right.size(); ++column) {
      if (row == 0 || column == 0) {
        at(row, column) = row + column;
        continue;
      }
      std::size_t const change = left[row - 1] == right[column - 1] ? 0 : 1;
      at(row, column) = std::min({at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change});
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
        at(row, column) = std::min(at(row, column), at(row - 2, column - 2) + 1);
      }
    }
  }
  return at(left.size(), right.size());
}

}  // namespace

std::string nearest_name(std::string_view written, std::span<std::string const> candidates) {
  std::string best;
  std::size_t best_distance = SIZE_MAX;
  for (std::string const& candidate : candidates) {
    std::size_t const longer = std::max(written.size(), candidate.size());
    if (longer > kLongest) {
      continue;
    }
    std::size_t const allowed = std::max<std::size_t>(1, longer / 3);
    std::size_t const found = distance(written, candidate);
    if (found <= allowed && found < longer && found < best_distance) {
      best = candidate;
      best_distance = found;
    }
  }
  return best;
}

}  // namespace hjemmel::base
