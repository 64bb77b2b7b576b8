// The border between the engine and a native library: plain structs that the generated text declares in the same words.
//
// The text of a library (library_text.cpp) includes no header of the project; it states these structs itself, with the numbers of
// kAbi and of their sizes, and what is loaded is refused where they are not those here. Change both together, and kAbi.
#pragma once

#include <cstdint>

#include "engine/rows/row_code.h"

namespace hjemmel::native {

inline constexpr std::uint32_t kMagic = 0x6e6a6d6c;
inline constexpr std::uint32_t kAbi = 3;
inline constexpr char const* kEntryName = "hjemmel_native_v1";

// One block. No column that is given is open anywhere.
struct Call {
  std::uint32_t rows = 0;                         // 1 to columns::kMostRows
  void const* const* columns = nullptr;           // by Unit::columns; of a list from its first element on
  std::uint32_t const* const* offsets = nullptr;  // by Unit::lists: one more than rows
  std::uint8_t* const* planes = nullptr;  // of each decision, then of each service: its planes, then where it is open
  void* const* figures = nullptr;         // of each decision: i32 where its node is narrower than i64, else i64
  std::int32_t* const* sums = nullptr;    // by decision: where the sum of its figures is wanted instead, or null
  unsigned char* scratch = nullptr;       // aligned to 64 bytes; as many as Unit says
};

struct EntryUnit {
  char code[65];  // SHA-256 of the unit's text
  void (*run)(Call const*);
};

// One case: see rows::RowCode, whose function it is.
struct EntryRow {
  char code[65];
  rows::RowCode::Run run;
};

struct EntryTable {
  std::uint32_t magic;
  std::uint32_t abi;
  std::uint32_t table_size;
  std::uint32_t unit_size;
  std::uint32_t call_size;
  std::uint32_t level;  // of x86-64 that its instructions need: 1 to 4; 0 on other machines
  char package[65];     // SHA-256 of the package, hexadecimal
  std::uint32_t count;
  EntryUnit const* units;
  std::uint32_t row_size;
  std::uint32_t row_count;
  EntryRow const* rows;
};

}  // namespace hjemmel::native
