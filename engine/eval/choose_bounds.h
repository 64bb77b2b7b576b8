// Bounds on the parameters of one option or condition, from all rules that apply: the tightest counts on each side.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/eval/figures.h"
#include "engine/eval/outcome.h"

namespace hjemmel::eval {

// Without `figures` every bound is written out.
class Bounds {
 public:
  explicit Bounds(Figures* figures) : figures_(figures) {}

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
  [[nodiscard]] static std::vector<BoundPlan> known(Limits const& limits);
  [[nodiscard]] bool has_open_contradiction() const;
  void name_open(Limits const& limits, BoundSide side, ParameterBound& named) const;

  Figures* figures_;
  std::vector<Limits> limits_;   // by parameter
  std::vector<BoundPlan> open_;  // whose figure is not known
  std::vector<std::uint32_t> rules_;
};

}  // namespace hjemmel::eval
