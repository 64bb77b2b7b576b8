// Flip words: a cell as changes that people read, and the value in it that is nearest to the present one.
//
// Tested in tests/unit/eval/flip_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/eval/flip.h"
#include "engine/eval/flip_cells.h"

namespace hjemmel::eval {

// One number out of a target: the nearest to the present one where there is one, else any. Nothing where none can be written.
struct Picked {
  base::Decimal number;
  bool is_nearest = false;
};
[[nodiscard]] std::optional<Picked> pick_number(Changeable const& changed, Target const& target, bool same_dimension);

// The number as the case stores it: a moment at its present offset.
[[nodiscard]] Value value_of(Changeable const& changed, base::Decimal number, base::Dimension dimension);

// `texts`: the candidates that a text's choices count, the last of them for any other text.
struct Texts {
  std::vector<Value> values;
  Case with_other;  // the case with one more text, which no other is like
};
[[nodiscard]] Texts candidate_texts(Plan const& plan, Case const& facts);

// `decided_with` is not filled in.
[[nodiscard]] Change change_of(LeftOpen const& open, Texts const& texts, std::vector<Target> const& targets,
                               std::size_t place);

}  // namespace hjemmel::eval
