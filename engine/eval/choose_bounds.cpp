// Tightening bounds and finding contradictions.
#include "engine/eval/choose_bounds.h"

#include <algorithm>

namespace hjemmel::eval {

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
  if (std::find(rules_.begin(), rules_.end(), rule) == rules_.end()) {
    rules_.push_back(rule);
  }
}

bool Bounds::is_contradictory() const {
  return std::any_of(limits_.begin(), limits_.end(), [](Limits const& l) {
    bool const crossed = l.at_least && l.at_most && *l.at_least > *l.at_most;
    bool const below = l.exactly && l.at_least && *l.exactly < *l.at_least;
    bool const above = l.exactly && l.at_most && *l.exactly > *l.at_most;
    return l.contradictory || crossed || below || above;
  });
}

std::vector<ParameterBound> Bounds::named(std::vector<ParameterPlan> const& parameters) const {
  std::vector<ParameterBound> named;
  for (Limits const& l : limits_) {
    ParameterPlan const& parameter = parameters[l.parameter];
    named.push_back({parameter.name, parameter.dimension, parameter.unit, l.exactly, l.at_least, l.at_most});
  }
  return named;
}

}  // namespace hjemmel::eval
