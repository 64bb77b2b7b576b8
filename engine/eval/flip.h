// Flip: what would have to differ: the fewest changes of known facts that give another decided outcome.
//
// In: a plan, a case, a decision, perhaps the name of an option that the other outcome must have. Out: every smallest set of
// changes, each with the outcome that it gives. Each was decided again with the changed case through `decide`, so that none is
// ever wrong; `exact` says whether fewer changes, or others as few, are ruled out. It changes what the case says, and what a
// default or a presumption filled in; never what the schema fixes (`x-fixed`), what is unknown, not asked or known within a
// range only, whether a list has more elements, law, readings or parameters. Tested in tests/unit/eval/flip_test.cpp and by
// brute force in tests/differential/flip_vs_oracle_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/facts.h"
#include "engine/eval/outcome.h"
#include "engine/eval/plan.h"
#include "engine/eval/unknown.h"

namespace hjemmel::eval {

// What a changed fact must be; `values`, `low` and `high` below hold the words.
enum class ChangeKind : std::uint8_t {
  one_of,          // any of `values`; one alone: exactly that
  at_least,        // `low` or more
  more_than,       // more than `low`, which is not enough
  at_most,         // `high` or less
  less_than,       // less than `high`
  between,         // from `low` to `high`; the two flags say whether the ends do it too
  any_value,       // it must apply, whatever it is
  not_applicable,  // it must not apply
  other_text,      // a text that is none of `values`
};

[[nodiscard]] std::string_view change_kind_name(ChangeKind kind);  // `at_least`

// One fact, or one field of one element of a list, that would have to differ.
struct Change {
  Unknown place;                // kind `fact` or `cell`
  std::string fact;             // `case.age`, `case.seizures[2].amount`, counted from 1
  bool assessment = false;      // somebody judges it: the change is another judgement, not another fact
  std::vector<std::string> by;  // assessment: who judges
  std::string
      filled_by;     // `default`, `presumption`: where that gave the present value; the change is to state the fact
  std::string from;  // the present value as people write it: `18 g`, `2009-03-02`, `holding`, `not applicable`
  ChangeKind kind = ChangeKind::one_of;
  std::vector<std::string> values;  // one_of, in the schema's order; other_text: those that do not do it
  std::string low;                  // at_least, more_than, between
  std::string high;                 // at_most, less_than, between
  bool low_included = true;
  bool high_included = true;
  std::string
      nearest;  // of what does it, what is nearest to the present value; empty where nothing is (`more than 15 g`)
  std::optional<Interval> numbers;  // of a number or a date: the same, in base units and within what the schema allows
  Value present;                    // as stored in the case, or what filled it
  Value decided_with;  // what it was decided again with; a text: its place in the texts of the case, or past their end
};

struct Flip {
  std::vector<Change> changes;  // in the order of the schema, elements of a list by row; all are needed together
  Outcome outcome;              // decided
  bool varies = false;          // a figure of the outcome moves with the changed facts: told for `decided_with`
};

enum class FlipState : std::uint8_t {
  found,         // `flips` holds them
  impossible,    // no change of known facts, however many, gives such an outcome
  not_within,    // none of at most `searched` facts does; whether more do is not known
  undetermined,  // the outcome is open: its missing facts are asked, nothing is changed
};

[[nodiscard]] std::string_view flip_state_name(FlipState state);  // `not_within`

struct Flips {
  FlipState state = FlipState::not_within;
  Outcome present;
  std::string option;          // that was asked for; empty: any other decided outcome
  std::vector<Flip> flips;     // all of the same, smallest number of changes
  std::uint32_t searched = 0;  // every set of at most so many facts was looked into
  bool exact = true;  // found: none is smaller, and none of the same size is left out. not_within: none was missed
  std::uint32_t completed = 0;  // completions that were run, of FlipLimits::max_completions
};

inline constexpr std::uint32_t kMostChanges = 3;
inline constexpr std::uint32_t kMostSetsTried = 2000;
inline constexpr std::uint32_t kMostFlipBoxes = 256;
inline constexpr std::uint32_t kMostFlips = 100;

struct FlipLimits {
  std::uint32_t max_changes = kMostChanges;  // facts changed together
  std::uint32_t max_completions =
      kMostSetsTried;                        // sets of facts that are left open in turn; past that `exact` is false
  std::uint32_t max_boxes = kMostFlipBoxes;  // of one completion; past that `exact` is false
  std::uint32_t max_flips = kMostFlips;      // told; past that `exact` is false
};

// Another decided outcome than the present one (another modality, other options, bounds or conditions; not other rules alone),
// with `option` where it is not empty.
[[nodiscard]] Flips flips(Plan const& plan, Case const& facts, std::uint32_t decision, std::string_view option = {},
                          FlipLimits limits = {});

}  // namespace hjemmel::eval
