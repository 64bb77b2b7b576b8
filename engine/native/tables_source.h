// Tables source: what single facts say of many truths about one case, as one C++ function over a host's struct.
//
// In: the tables of rows::RowServices. Out: the text of a function that reads them as engine/rows/fact_loops.inc does, place by place without
// a loop: where to look stands in the text, what is found there does not, and is told in the call. Elements of lists and what is open stay
// with RowServices. Tested in tests/unit/rows/fact_words_test.cpp.
#pragma once

#include "engine/native/library.h"
#include "engine/native/row_source.h"
#include "engine/rows/fact_words.h"

namespace hjemmel::native {

// Called with the case, the tables, and room for as many words as their rows have.
[[nodiscard]] RowUnit write_tables(rows::FactView const& tables);

// Null where the library has no code of this very text: then they are read by loops. The library must outlive it.
[[nodiscard]] rows::RowCode::Run tables_code(Library const& library, rows::FactView const& tables);

}  // namespace hjemmel::native
