// Flip proof: a cell is told only once deciding with its values has given the outcome.
//
// In: a cell. Out: the flip, with the words of its changes and the outcome of the nearest values; nothing where any value that is
// decided with gives another outcome. Tested in tests/unit/eval/flip_test.cpp.
#pragma once

#include <optional>
#include <vector>

#include "engine/eval/flip.h"
#include "engine/eval/flip_cells.h"
#include "engine/eval/flip_words.h"

namespace hjemmel::eval {

class Prover {
 public:
  // All references outlive the prover.
  Prover(Plan const& plan, std::uint32_t decision, std::vector<Changeable> const& all, Texts const& texts,
         Wanted const& wanted)
      : plan_(plan), decision_(decision), all_(all), texts_(texts), wanted_(wanted) {}

  // To one value for each fact; false where none can be written.
  [[nodiscard]] bool narrow(LeftOpen const& open, FlipCell& cell) const;
  // Decides with the nearest values, and for each fact with its others in turn.
  [[nodiscard]] std::optional<Flip> prove(LeftOpen const& open, FlipCell const& cell) const;

 private:
  [[nodiscard]] std::optional<Picked> pick(LeftOpen const& open, FlipCell const& cell, std::size_t place) const;
  [[nodiscard]] std::vector<Value> proofs(LeftOpen const& open, FlipCell const& cell, std::size_t place) const;
  [[nodiscard]] bool gives(Case const& with, Flip const& flip) const;
  void tell(LeftOpen const& open, FlipCell const& cell, Case const& with, Flip& flip) const;

  Plan const& plan_;
  std::uint32_t decision_;
  std::vector<Changeable> const& all_;
  Texts const& texts_;
  Wanted const& wanted_;
};

}  // namespace hjemmel::eval
