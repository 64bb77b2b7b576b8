// Flip cells: where, among the completions of a case with some facts left open, the outcome is another decided one.
//
// In: the facts left open, the completions, and what the other outcome must be. Out: products of values, one part for each fact,
// in which that outcome holds whatever else is unknown and in which no fact is what it is now. Tested in
// tests/unit/eval/flip_test.cpp and tests/differential.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/eval/changeable.h"
#include "engine/eval/complete.h"

namespace hjemmel::eval {

// What one changed fact may come to; one of the three.
struct Target {
  bool not_applicable = false;
  std::vector<std::uint32_t> choices;  // of a bool, an enumeration, or a text (which of its candidates); ascending
  Interval values;                     // of a number: by whole numbers where it has no others

  friend bool operator==(Target const&, Target const&) = default;
};

struct FlipCell {
  std::vector<Target> targets;  // by place in the set
  std::uint32_t outcome = 0;    // cells with the same number have the same outcome
  bool varies = false;          // its figures hang on the changed facts
};

// Another decided outcome than the present one, with the option where one is named.
class Wanted {
 public:
  Wanted(Outcome const& present, std::string_view option) : present_(present), option_(option) {}

  [[nodiscard]] bool holds(Outcome const& outcome) const;
  [[nodiscard]] bool holds(Box const& box) const;

 private:
  [[nodiscard]] bool has_option(OutcomeOption const& option) const { return option_.empty() || option.name == option_; }

  Outcome const& present_;
  std::string_view option_;
};

struct LeftOpen {
  Plan const& plan;
  std::vector<Changeable> const& all;
  FactSet const& set;
  std::vector<std::optional<Target>>
      given;  // by place in the set: what is no unknown but tried; never the present value
};

// What a number may come to.
[[nodiscard]] Interval allowed_values(Changeable const& changed);

// `outcomes`: those met so far, one box each; what is new is added.
[[nodiscard]] std::vector<FlipCell> cells_that_flip(LeftOpen const& open, Completions const& completions,
                                                    Wanted const& wanted, std::vector<Box>& outcomes);

// Joins cells that differ in one fact alone and have the same outcome.
void merge_cells(LeftOpen const& open, std::vector<FlipCell>& cells);

// In which an amount is given, when these are the targets; its present one where what it is an amount of stays.
[[nodiscard]] base::Dimension dimension_in(LeftOpen const& open, std::vector<Target> const& targets, std::size_t place);

}  // namespace hjemmel::eval
