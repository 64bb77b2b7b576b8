// Split: one completion-in-progress, and how one of its unknowns is divided into cells that together hold all its values.
//
// A boolean or an enumeration splits into its values, a number or date at the point where the comparison that hangs on it
// changes, an open list into «no more» and «more», a comparison that nothing simpler settles into true and false.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/eval/machine.h"

namespace hjemmel::eval {

// What is split: an unknown, or an atom (then `atom` is not empty).
struct Variable {
  Unknown unknown;
  AtomKey atom;

  friend auto operator<=>(Variable const&, Variable const&) = default;
};

// The part of a variable's values that a completion stands for. Lists: 0 no more, 1 more; atoms: 0 false, 1 true, 2 error.
struct Region {
  bool not_applicable = false;
  Interval values;

  friend bool operator==(Region const&, Region const&) = default;
};

[[nodiscard]] bool overlaps(Region const& left, Region const& right);

// A box in the space of completions: the case with some unknowns settled or narrowed.
struct World {
  Case facts;
  Assumptions assumptions;
  std::map<Variable, Region> regions;  // of what was split; all else is free
};

// What a straight line of an unknown comes to over all that the unknown may still be; of another form nothing is said.
[[nodiscard]] std::optional<Interval> image(Plan const& plan, World const& world, Form const& line);

// The children of `world` when split by the most promising unknown below `cause`; empty when nothing there can be split.
// `assumed` becomes the name of the atom that was assumed, where one was, with the unknowns it is made of. It is free when
// it hangs on open law of no unit alone and says the same under every date: either truth is then possible whatever else
// holds, so that assuming it is exact.
struct Split {
  std::vector<World> worlds;
  std::optional<AtomKey> assumed;
  std::vector<Unknown> origins;
  bool is_free = false;
};

[[nodiscard]] Split split(Plan const& plan, World const& world, Machine const& machine, std::uint32_t cause);

}  // namespace hjemmel::eval
