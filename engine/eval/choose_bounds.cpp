// Tightening bounds and finding contradictions.
#include "engine/eval/choose_bounds.h"

#include <algorithm>

#include "engine/eval/interval.h"

namespace hjemmel::eval {
namespace {

std::optional<base::Decimal>& side_of(ParameterBound& bound, BoundSide side) {
  return side == BoundSide::exactly ? bound.exactly : side == BoundSide::at_least ? bound.at_least : bound.at_most;
}

}  // namespace

Bounds::Limits& Bounds::limits(std::uint32_t parameter) {
  auto at = std::find_if(limits_.begin(), limits_.end(), [&](Limits const& l) { return l.parameter >= parameter; });
  if (at == limits_.end() || at->parameter != parameter) {
    Limits fresh;
    fresh.parameter = parameter;
    at = limits_.insert(at, fresh);
  }
  return *at;
}

void Bounds::add(BoundPlan const& bound, std::uint32_t rule) {
  Limits& of = limits(bound.parameter);
  if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end()) {
    rules_.push_back(rule);
  }
  if (is_open(bound)) {
    open_.push_back(bound);
    return;
  }
  switch (bound.side) {
    case BoundSide::exactly:
      of.contradictory = of.contradictory || (of.exactly && *of.exactly != bound.value);
      of.exactly = bound.value;
      break;
    case BoundSide::at_least:
      of.at_least = of.at_least ? std::max(*of.at_least, bound.value) : bound.value;
      break;
    case BoundSide::at_most:
      of.at_most = of.at_most ? std::min(*of.at_most, bound.value) : bound.value;
      break;
  }
}

bool Bounds::is_contradictory() const {
  bool const known = std::any_of(limits_.begin(), limits_.end(), [](Limits const& l) {
    bool const crossed = l.at_least && l.at_most && *l.at_least > *l.at_most;
    bool const below = l.exactly && l.at_least && *l.exactly < *l.at_least;
    bool const above = l.exactly && l.at_most && *l.exactly > *l.at_most;
    return l.contradictory || crossed || below || above;
  });
  return known || (!open_.empty() && has_open_contradiction());
}

std::vector<BoundPlan> Bounds::known(Limits const& l) {
  std::vector<BoundPlan> bounds;
  auto const add = [&](BoundSide side, std::optional<base::Decimal> const& value) {
    if (value) {
      bounds.push_back({l.parameter, side, *value, kNoIndex});
    }
  };
  add(BoundSide::exactly, l.exactly);
  add(BoundSide::at_least, l.at_least);
  add(BoundSide::at_most, l.at_most);
  return bounds;
}

bool Bounds::has_open_contradiction() const {
  std::vector<BoundPlan> others;
  for (Limits const& l : limits_) {
    std::vector<BoundPlan> const of_one = known(l);
    others.insert(others.end(), of_one.begin(), of_one.end());
  }
  for (BoundPlan const& open : open_) {
    bool const contradicts = std::any_of(others.begin(), others.end(), [&](BoundPlan const& other) {
      return other.parameter == open.parameter && exclude(open, other, *figures_);
    });
    if (contradicts) {
      return true;
    }
    others.push_back(open);
  }
  return false;
}

// The tightest of the open figures on one side and of the known one; a range of one number is that number.
void Bounds::name_open(Limits const& l, BoundSide side, ParameterBound& named) const {
  std::optional<base::Decimal>& written = side_of(named, side);
  std::optional<Interval> range = written ? std::optional(point(*written)) : std::nullopt;
  std::vector<std::uint32_t> blocks;
  for (BoundPlan const& open : open_) {
    if (open.parameter != l.parameter || open.side != side) {
      continue;
    }
    Interval const own = figures_->range(open);
    range = !range                       ? own
            : side == BoundSide::exactly ? intersect(*range, own)
            : side == BoundSide::at_most ? lesser(*range, own)
                                         : greater(*range, own);
    blocks.push_back(open.block);
  }
  if (blocks.empty()) {
    return;
  }
  bool const is_point = range->low.value && range->low == range->high;
  bool const alone = blocks.size() == 1 && !written;
  written = is_point ? range->low.value : std::nullopt;
  if (!is_point) {
    named.ranges.push_back({side, *range});
    for (std::uint32_t const block : blocks) {
      figures_->show(block, alone);
    }
  }
}

std::vector<ParameterBound> Bounds::named(std::vector<ParameterPlan> const& parameters) const {
  std::vector<ParameterBound> named;
  named.reserve(limits_.size());
  for (Limits const& l : limits_) {
    ParameterPlan const& parameter = parameters[l.parameter];
    named.push_back({parameter.name,
                     parameter.dimension,
                     parameter.unit,
                     l.exactly,
                     l.at_least,
                     l.at_most,
                     parameter.calendar,
                     {}});
    if (open_.empty()) {
      continue;
    }
    for (BoundSide const side : {BoundSide::exactly, BoundSide::at_least, BoundSide::at_most}) {
      name_open(l, side, named.back());
    }
  }
  return named;
}

}  // namespace hjemmel::eval
