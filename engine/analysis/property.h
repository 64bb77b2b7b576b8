// Property: a promise of a package, tried on its own cases and on cases that are made up.
//
// In: a program with its plan, the facts of its own cases, how many cases to make up, and a seed. Out: how many groups of cases
// said something of it, and the simplest group in which it fails. It is tried, not proved. The same input gives the same
// answer. Tested in tests/unit/analysis/property_test.cpp and tests/golden/property.
#pragma once

#include <span>

#include "engine/analysis/shrink.h"

namespace hjemmel::analysis {

// Cases that may be asked for, and groups that are made from the package's own cases.
inline constexpr std::uint32_t kMostRandom = 1'000'000;
inline constexpr std::uint32_t kMostOwnGroups = 10'000;

struct Trial {
  std::uint32_t random = 1000;  // groups that are made up; at most kMostRandom
  std::uint64_t seed = 1;
};

// Groups by what came of them. Two cases are tried in either order.
struct Tally {
  std::size_t holds = 0;
  std::size_t fails = 0;
  std::size_t not_met = 0;         // its `when` is false
  std::size_t does_not_count = 0;  // not decided, or cannot be compared

  [[nodiscard]] std::size_t tried() const { return holds + fails + not_met + does_not_count; }
  [[nodiscard]] std::size_t counted() const { return holds + fails; }
};

struct Counterexample {
  Group group;
  std::optional<std::size_t> own;  // of which own case it was made; none: of one that is made up
  bool to_the_end = true;          // made as simple as it goes
};

struct Tried {
  Tally own;
  Tally random;
  std::size_t own_incomplete = 0;  // own cases with a fact that is not known: left out
  std::optional<Counterexample> counterexample;
};

[[nodiscard]] Tried try_property(ir::Program const& program, eval::Plan const& plan, std::uint32_t property,
                                 std::span<eval::Case const> own, Trial const& trial);

}  // namespace hjemmel::analysis
