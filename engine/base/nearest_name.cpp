// Edit distance with swaps of neighbours (optimal string alignment), over code points: `nar` is one letter from `når`.
#include "engine/base/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/base/utf8.h"

namespace hjemmel::base {
namespace {

constexpr std::size_t kLongest = 120;  // names longer than this get no suggestion, so that cost stays bounded

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = code_point_at(text, at);
    letters += point.value;
    at += std::max<std::size_t>(1, point.length);
  }
  return letters;
}

std::size_t distance(std::u32string const& left, std::u32string const& right) {
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
  if (written.size() > kLongest) {
    return best;
  }
  std::u32string const letters = letters_of(written);
  for (std::string const& candidate : candidates) {
    if (candidate.size() > kLongest) {
      continue;
    }
    std::u32string const others = letters_of(candidate);
    std::size_t const longer = std::max(letters.size(), others.size());
    std::size_t const allowed = std::max<std::size_t>(1, longer / 3);
    std::size_t const found = distance(letters, others);
    if (found <= allowed && found < longer && found < best_distance) {
      best = candidate;
      best_distance = found;
    }
  }
  return best;
}

}  // namespace hjemmel::base
