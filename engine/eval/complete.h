// Complete: every completion of a case, as boxes of unknowns with one conclusion each.
//
// Where Kleene logic leaves a decision open, its unknowns are split until every box is settled, or until the limit; what is
// then left is answered by all states its open rules could take, and by ranges of its open figures. The boxes say whether the outcome is decided after all, what
// is possible, and what is missing. Tested in tests/unit/eval/complete_test.cpp and against brute force in tests/differential.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "engine/eval/limits.h"
#include "engine/eval/milder.h"
#include "engine/eval/split.h"

namespace hjemmel::eval {

struct HeldLine {
  std::uint32_t rule = 0;    // index into Plan::rules
  std::uint32_t ground = 0;  // which line

  friend auto operator<=>(HeldLine const&, HeldLine const&) = default;
};

struct Box {
  std::map<Variable, Region> regions;
  Conclusion conclusion;
  std::vector<HeldLine> grounds;  // true here, of rules that contributed
  std::string error_place;
  Law law = Law::at_act;         // under which it was concluded
  bool out_of_force = false;     // no rule applies because none is in force
  bool has_ranges = false;       // the conclusion shows figures that are not known
  std::vector<Form> lines = {};  // how these hang on their unknowns; empty where that cannot be said of all
};

// The same outcome in every completion that both hold, as far as can be said.
[[nodiscard]] bool alike(Box const& left, Box const& right);

struct Completions {
  std::vector<Box> boxes;
  bool exact = true;
  bool anything = false;                            // some box could not be told apart: any decided outcome is possible
  std::map<AtomKey, std::vector<Unknown>> origins;  // of the atoms that were assumed
  std::vector<BasisRead> basis;                     // read in any of the boxes
  std::set<Unknown> reads = {};                     // facts and cells read on the way to any of them; where asked for
  // Unknowns of boxes that were answered by states of rules, and those that a range stands for.
  std::vector<Unknown> untold;
};

// `departures`: see resolve.h.
[[nodiscard]] Completions complete(Plan const& plan, Case const& facts, std::uint32_t decision,
                                   std::uint32_t departures, Limits limits, LawChoice choice, bool note_reads = false);

// The lines of `any of` that hold, of the rules in `contributing`: listed lines, or open ones where no listed line holds.
[[nodiscard]] std::vector<HeldLine> held_lines(Plan const& plan, std::uint32_t decision, Resolution const& resolution,
                                               std::vector<std::uint32_t> const& contributing);

}  // namespace hjemmel::eval
