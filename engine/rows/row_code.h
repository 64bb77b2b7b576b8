// Row code: a decision's truths and figures by code of the processor, where no fact is open: what engine/native binds, and row.h calls.
//
// The code reads the struct by `places`, whose meaning is its own affair, and leaves in `figures` what each of the decision's figures comes
// to, and behind them which of these are open, the first one's bit lowest. Tested in tests/differential/native_rows_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hjemmel::rows {

// Of truths.h's atoms, the bit of the first one lowest: those that hold, and those that are open; of those none holds.
struct CodeWord {
  std::uint64_t yes;
  std::uint64_t open;
};

struct RowCode {
  // Code of services has the tables of fact_words.h for places, and leaves words of truths for figures; it returns nothing.
  using Run = CodeWord (*)(std::byte const* row, std::uint32_t const* places, std::int64_t* figures);

  Run run = nullptr;
  std::vector<std::uint32_t> places;
  std::vector<std::uint32_t> opens;  // bytes of the struct; where one is not 0, a fact that the code reads is open
};

}  // namespace hjemmel::rows
