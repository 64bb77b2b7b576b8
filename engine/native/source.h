// Source: a kernel's decisions as one C++ function over a block, to be compiled (compile.h).
//
// In: a kernel and a schedule. Out: the text of the function and what it wants to be given, in the order of native::Call; or why
// there is none. The function leaves of a block in which no column is open what columns::Runner leaves. Constants stand in the text, nodes
// of one width and length share a loop, and only what another loop reads is stored. Tested in tests/unit/native/source_test.cpp and
// tests/differential/native_vs_interpreter_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/columns/schedule.h"

namespace hjemmel::native {

struct Read {
  std::uint32_t fact = 0;
  std::uint32_t field = columns::kNone;  // kNone: the fact itself

  friend auto operator<=>(Read const&, Read const&) = default;
};

struct Unit {
  std::string text;                  // `static void NAME(hj_call const* call)` with its tables in front; see kUnitName
  std::vector<Read> columns;         // by Call::columns
  std::vector<std::uint32_t> lists;  // facts, by Call::offsets
  std::vector<bool> decisions_open;  // by Schedule::decisions: whether it tells where it is open
  std::vector<bool> services_open;
  std::size_t row_bytes = 0;                // of scratch, for each row
  std::vector<std::size_t> element_arrays;  // by list: so many arrays of scratch
  std::vector<std::size_t> element_bytes;   // by list: of all of them, for each element

  // For a block with so many rows, and elements of each list.
  [[nodiscard]] std::size_t scratch_bytes(std::size_t rows, std::vector<std::size_t> const& elements) const;
};

// What the function is called in Unit::text; the library puts the unit's own name there.
inline constexpr char const* kUnitName = "hj_unit";

[[nodiscard]] base::Result<Unit> write_unit(columns::Kernel const& kernel, columns::Schedule const& schedule);

}  // namespace hjemmel::native
