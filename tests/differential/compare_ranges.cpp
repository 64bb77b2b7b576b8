// Equal but for the sides that the machine gives as ranges: there the completion's figure lies within.
#include "tests/differential/compare_ranges.h"

#include <algorithm>

namespace hjemmel::differential {
namespace {

using eval::BoundSide;
using eval::ParameterBound;

std::optional<base::Decimal>& side_of(ParameterBound& bound, BoundSide side) {
  return side == BoundSide::exactly ? bound.exactly : side == BoundSide::at_least ? bound.at_least : bound.at_most;
}

bool holds(eval::Interval const& range, base::Decimal number) {
  bool const above =
      !range.low.value || *range.low.value < number || (range.low.included && *range.low.value == number);
  bool const below =
      !range.high.value || number < *range.high.value || (range.high.included && number == *range.high.value);
  return above && below;
}

// Puts the completion's figures in the place of the ranges that hold them.
void fill(std::vector<ParameterBound>& bounds, std::vector<ParameterBound> others) {
  for (std::size_t i = 0; i < std::min(bounds.size(), others.size()); ++i) {
    std::erase_if(bounds[i].ranges, [&](eval::FigureRange const& range) {
      auto const figure = side_of(others[i], range.side);
      if (!figure || !holds(range.values, *figure)) {
        return false;
      }
      side_of(bounds[i], range.side) = figure;
      return true;
    });
  }
}

bool has_range(std::vector<ParameterBound> const& bounds) {
  return std::any_of(bounds.begin(), bounds.end(), [](ParameterBound const& bound) { return !bound.ranges.empty(); });
}

}  // namespace

bool covers(oracle::Point const& machine, oracle::Point const& one) {
  if (machine.status == eval::Status::decided && !machine.modality) {
    return one.status == eval::Status::decided;  // which one is not told apart
  }
  oracle::Point filled = machine;
  for (std::size_t i = 0; i < std::min(filled.options.size(), one.options.size()); ++i) {
    fill(filled.options[i].bounds, one.options[i].bounds);
    auto& conditions = filled.options[i].conditions;
    for (std::size_t j = 0; j < std::min(conditions.size(), one.options[i].conditions.size()); ++j) {
      fill(conditions[j].bounds, one.options[i].conditions[j].bounds);
    }
  }
  return filled == one;
}

bool has_ranges(oracle::Point const& machine) {
  return std::any_of(machine.options.begin(), machine.options.end(), [](eval::OutcomeOption const& option) {
    return has_range(option.bounds) ||
           std::any_of(option.conditions.begin(), option.conditions.end(),
                       [](eval::OutcomeCondition const& condition) { return has_range(condition.bounds); });
  });
}

}  // namespace hjemmel::differential
