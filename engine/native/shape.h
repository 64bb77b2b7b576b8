// Shape: of each node of a schedule how narrow it can be computed, whether it may be open, and in which loop it runs.
//
// In: a kernel and a schedule, where no column is open. Out: nodes in groups; the nodes of one group are computed in loops of one
// width over the rows, or over the elements of one list, and what another group reads of them is left in an array. Tested in
// tests/unit/native/source_test.cpp and tests/differential/native_vs_interpreter_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/columns/schedule.h"

namespace hjemmel::native {

using columns::kNone;
using columns::Width;

// What a node's loop is like. `free` has none: a column or a constant, read where it is needed; `within` is worked out in each loop that
// reads it; `gather` reads tables, which vector instructions do not help with.
enum class Home : std::uint8_t { free, within, i64, i32, i16, gather, months, spread, loop, bytes };

struct NodeShape {
  bool used = false;
  Home home = Home::free;
  Width width = Width::u8;  // of a number, as it is computed
  bool may_be_open = false;
  std::uint32_t level = 0;     // groups run by level
  std::uint32_t list = kNone;  // over whose elements its loop goes; of a `loop` the list that it is taken over
  bool stored = false;         // in an array, for other groups
};

struct Group {
  Home home = Home::bytes;
  std::uint32_t list = kNone;
  std::uint32_t level = 0;
  std::vector<std::uint32_t> nodes;  // ascending

  [[nodiscard]] bool holds(NodeShape const& node) const {
    return node.home == home && node.list == list && node.level == level;
  }
};

struct Shape {
  std::vector<NodeShape> nodes;  // by node of the kernel
  std::vector<Group> groups;     // in the order in which they run; the last one has the truths that only outcomes read
  std::vector<std::uint32_t> resolved;  // by node: itself, or the constant that it spreads
  std::vector<std::uint32_t> results;   // nodes that the outcomes read
  std::vector<bool> in_array;    // by node: it is read where only arrays are, by `spread`, by `months` or as a figure
  std::uint32_t last_level = 0;  // of the last group
};

// The error: a node that no native code is written for.
[[nodiscard]] base::Result<Shape> shape_of(columns::Kernel const& kernel, columns::Schedule const& schedule);

// The nodes that a node reads, constants as themselves.
[[nodiscard]] std::vector<std::uint32_t> operands_of(columns::Kernel const& kernel, Shape const& shape,
                                                     std::uint32_t node);

// Runs of one set in a row, of those in it or (inverted) of those that are not; empty where there are too many to compare with.
struct Runs {
  bool inverted = false;
  bool few = false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;  // both included
};
// A table of so few entries is written as comparisons.
inline constexpr std::size_t kFewEntries = 4;
// One of more, up to so many, fits in a register: then the look-up is a vector instruction where the processor has it.
inline constexpr std::size_t kEntriesOfRegister = 16;

[[nodiscard]] bool fits_register(columns::Kernel const& kernel, Shape const& shape, std::uint32_t node);
// Whether it reads a table in memory.
[[nodiscard]] bool reads_table(columns::Kernel const& kernel, Shape const& shape, std::uint32_t node);

[[nodiscard]] Runs runs_of(std::vector<std::uint8_t> const& set);

}  // namespace hjemmel::native
