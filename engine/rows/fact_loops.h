// Fact loops: one case's rows out of the tables of fact_words.h, joined; compiled for older and newer processors, as the loops over columns are.
//
// In: the tables, and a case in a host's struct. Out: as many words as a row has. Tested in tests/unit/rows/fact_words_test.cpp.
#pragma once

#include "engine/rows/fact_words.h"

namespace hjemmel::rows {

struct FactLoops {
  std::uint64_t (*one)(FactView const& facts, std::byte const* row);  // rows of one word
  void (*two)(FactView const& facts, std::byte const* row, std::uint64_t* out);
  void (*four)(FactView const& facts, std::byte const* row, std::uint64_t* out);
  void (*eight)(FactView const& facts, std::byte const* row, std::uint64_t* out);
  void (*more)(FactView const& facts, std::byte const* row, std::uint64_t* out);  // rows of any multiple of four
};

// The ones that this processor runs fastest.
[[nodiscard]] FactLoops const& fact_loops();

// Each that was compiled and that this processor can run; the first one everywhere. For tests.
[[nodiscard]] std::array<FactLoops const*, 2> all_fact_loops();

// Of all loops the one for rows of so many words.
void run(FactLoops const& loops, FactView const& facts, std::byte const* row, std::uint64_t* out);

}  // namespace hjemmel::rows
