// Bounds on the parameters of one option or condition, from all rules that apply: the tightest counts on each side.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/eval/outcome.h"
#include "engine/eval/plan.h"

namespace hjemmel::eval {

class Bounds {
 public:
  void add(BoundPlan const& bound, std::uint32_t rule);

  // No value can meet them all.
  [[nodiscard]] bool is_contradictory() const;
  // The rules that gave bounds, each once.
  [[nodiscard]] std::vector<std::uint32_t> const& rules() const { return rules_; }
  // By name, in the parameters' order; a parameter without bounds is left out.
  [[nodiscard]] std::vector<ParameterBound> named(std::vector<ParameterPlan> const& parameters) const;

 private:
  struct Limits {
    std::uint32_t parameter = 0;
    std::optional<base::Decimal> exactly;
    std::optional<base::Decimal> at_least;
    std::optional<base::Decimal> at_most;
    bool contradictory = false;  // two different exact values
  };

  Limits& limits(std::uint32_t parameter);

  std::vector<Limits> limits_;  // by parameter
  std::vector<std::uint32_t> rules_;
};

}  // namespace hjemmel::eval
