// Row code: a decision's code in a library, bound to a host's struct, for rows::Row.
//
// In: a library, and what its code must be of. Out: what Row takes; none where the library has no code of this very text, or where the struct does
// not hold what the code reads: then Row interprets. Tested in tests/unit/native/row_source_test.cpp and
// tests/differential/native_rows_test.cpp.
#pragma once

#include <optional>

#include "engine/native/library.h"
#include "engine/native/row_source.h"
#include "engine/rows/row_code.h"

namespace hjemmel::native {

// The code for this layout alone, or else that for any. The library must outlive it.
[[nodiscard]] std::optional<rows::RowCode> row_code(Library const& library, columns::Kernel const& kernel,
                                                    std::uint32_t decision, rows::Layout const& layout);

}  // namespace hjemmel::native
