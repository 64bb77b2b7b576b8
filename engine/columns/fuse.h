// Fuse: the steps of a schedule as a runner takes them: fewer passes over a block, with the same answers.
//
// In: a kernel and a schedule. Out: steps of which some do the work of several nodes. A comparison of a column with a constant leaves its
// truth as a bit where somebody needs it, and no mask. A decision whose marks hang on few truths has a table of its codes by these;
// where one of them is open in a block, the nodes run after all. Tested in tests/unit/columns/fuse_test.cpp and by
// tests/differential/columns_vs_machine_test.cpp.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/columns/schedule.h"

namespace hjemmel::columns {

inline constexpr std::size_t kMostTableAtoms = 8;  // of a table of codes: a byte of truths

// A column held against a constant.
struct Direct {
  enum class Relation : std::uint8_t { below, above, equals, differs, among, not_among } relation = Relation::below;
  std::uint32_t load = 0;  // node
  std::int64_t bound = 0;
  std::uint32_t set = 0;  // among: index into Kernel::sets
};

// A truth, or that it does not hold, that becomes one bit of a byte.
struct Bit {
  std::uint32_t node = 0;
  bool holds = true;             // else: the bit is set where it does not hold
  std::optional<Direct> direct;  // then it is read from the column, and the node need not run
};

using CodeTable = std::array<std::uint8_t, 256>;

struct Tabulated {
  std::vector<Bit> atoms;         // the first one lowest; at most kMostTableAtoms
  std::uint32_t service = kNone;  // which of those asked has the atoms' bits already, as its criteria that fail
  std::vector<CodeTable> planes;  // by DecisionAnswers::planes; by the atoms' bits
};

struct FusedStep {
  enum class Kind : std::uint8_t { node, table, decision, service } kind = Kind::node;
  std::uint32_t index = 0;       // the node, or which of those asked
  std::uint32_t buffer = kNone;  // node: where it is left
  std::uint32_t skip = 0;        // table: how many steps are left out where no atom is open
};

struct Fused {
  std::vector<std::uint32_t> loads;  // nodes; before all steps
  std::vector<FusedStep> steps;
  std::uint32_t buffers = 0;
  std::vector<std::optional<Tabulated>> tables;  // by Schedule::decisions
  std::vector<std::vector<Bit>> failed;          // by Schedule::services, then by criterion
  std::vector<std::vector<Bit>> counted;         // by node: of a count_of that is taken from columns alone; else empty
};

[[nodiscard]] Fused fuse(Kernel const& kernel, Schedule const& schedule);

// None: not a column, or of elements.
[[nodiscard]] std::optional<Direct> direct_of(Kernel const& kernel, std::uint32_t node, bool holds);

// The codes of a decision by the truths that its marks hang on. None where there are too many of them.
[[nodiscard]] std::optional<Tabulated> tabulate(Kernel const& kernel, DecisionCode const& decision);

// The same by bits that are there anyway. None where the marks hang on anything else.
[[nodiscard]] std::optional<Tabulated> tabulate_by(Kernel const& kernel, DecisionCode const& decision,
                                                   std::vector<Bit> const& bits);

}  // namespace hjemmel::columns
