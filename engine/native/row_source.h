// Row source: one decision's truths and figures as one C++ function over one case in a host's struct.
//
// In: a kernel, one of its decisions, and the layout of the struct where it is known. Out: the text of the function, and what it reads; or why
// there is none. With a layout the places stand in the text as numbers, and elements that the struct has room for are read without a loop;
// without one they are told when it is called, for any struct of the kernel's widths. Truths mean what engine/rows makes of them where no
// fact is open. Tested in tests/unit/native/row_source_test.cpp and tests/differential/native_rows_test.cpp.
#pragma once

#include <string>

#include "engine/base/result.h"
#include "engine/native/row_reads.h"

namespace hjemmel::native {

inline constexpr std::size_t kMostRowFigures = 64;  // of a decision: a bit each

struct RowUnit {
  std::string
      text;  // `static hj_word NAME(u8 const* row, u32 const* p, i64* figures)` with its tables in front; see kRowName
  RowReads reads;
};

// What the function is called in RowUnit::text.
inline constexpr char const* kRowName = "hj_row";

// `layout`: null, or that of the struct.
[[nodiscard]] base::Result<RowUnit> write_row(columns::Kernel const& kernel, std::uint32_t decision,
                                              rows::Layout const* layout = nullptr);

}  // namespace hjemmel::native
