// Unknowns of one case, and why a value is unknown: the bookkeeping that turns `undetermined` into what would determine it.
//
// Every value that the machine cannot know carries a cause: a leaf names one unknown (a fact, a list's further elements, a
// piece of open law), perhaps with the point at which splitting its range settles the comparison; a join has two causes; an
// atom is a comparison that no single unknown settles. The completions (complete.h) split unknowns by their causes.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/eval/plan.h"

namespace hjemmel::eval {

enum class UnknownKind : std::uint8_t {
  fact,           // `index`: the fact
  cell,           // `index`: the list, `row`, `field`
  more_elements,  // `index`: a list that may hold more than is known
  open_law,       // `index`: the table, `row`: the key's ordinal
  parameter,      // `index`: a declared parameter that stands open within its range
  any_unit,       // `index`: the enumeration, `row`: the ordinal whose amounts cannot be added or compared
  no_answer,      // `index`: a function of a jurisdiction whose code has no answer for its arguments
};

struct Unknown {
  UnknownKind kind = UnknownKind::fact;
  std::uint32_t index = 0;
  std::uint32_t row = 0;
  std::uint32_t field = 0;

  friend auto operator<=>(Unknown const&, Unknown const&) = default;
};

// Where to cut an unknown's range: below | at and above, or at and below | above, or below | at | above.
enum class CutSide : std::uint8_t { before, after, around };

struct Cut {
  base::Decimal at;
  CutSide side = CutSide::before;
};

// A comparison or quantifier that stays open however single unknowns are split: its number, and the rows it stands at.
using AtomKey = std::vector<std::uint32_t>;

struct Cause {
  enum class Kind : std::uint8_t { leaf, join, atom } kind = Kind::leaf;
  Unknown unknown;                    // leaf
  std::optional<Cut> cut;             // leaf
  std::uint32_t left = kNoIndex;      // join, atom: what it is made of
  std::uint32_t right = kNoIndex;     // join
  std::uint32_t atom = kNoIndex;      // atom: which key
  std::uint32_t fails_at = kNoIndex;  // atom: the instruction that may overflow in some completion; none when none can
  bool only_fails = false;            // atom: not a truth; all that is open is whether it fails
};

// How a value hangs on one unknown number x, so that a comparison can be solved for x.
struct Form {
  enum class Kind : std::uint8_t {
    none,
    linear,    // offset + factor * x
    age_of,    // completed months from x, a birth date, to the known date `offset`
    age_at,    // completed months from the known birth date `offset` to x
    month_of,  // the month of x, a date
    year_of,   // the year of x, a date
    term,      // the end of `term` that runs from the date x
  } kind = Kind::none;
  Unknown unknown;
  base::Decimal factor = base::Decimal::of(1);  // linear: never zero
  base::Decimal offset;
  base::Term term = {};
};

// What is known of a value that is not known.
struct Doubt {
  Interval bounds;
  std::uint32_t cause = kNoIndex;
  Form form;
  std::uint32_t fails_at = kNoIndex;  // the instruction that overflows somewhere within the bounds
  bool may_be_absent =
      false;  // of a list's elements: there may be none, or a field that does not apply; a presumed fact
};

// Leaves below `cause`, in order of first mention, each once.
[[nodiscard]] std::vector<Unknown> unknowns_of(std::vector<Cause> const& causes, std::uint32_t cause);

// Where x must be cut so that `form` compared with `bound` is settled on each side; nothing where that cannot be said.
// `side` is how the form's own value is cut at `bound`.
[[nodiscard]] std::optional<Cut> solve(Form const& form, base::Decimal bound, CutSide side);

}  // namespace hjemmel::eval
