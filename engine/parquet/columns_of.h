// columns_of: what the columns of a result hold, those within lists and structs too.
//
// In: a result. Out: its columns for the query (row_query.h), or which of them can be no fact, and why. A number that is not exact is
// refused: what was 0.1 is no longer known. Tested in tests/parquet/source_test.cpp.
#pragma once

#include <vector>

#include "engine/base/result.h"
#include "engine/parquet/duckdb_library.h"
#include "engine/parquet/row_query.h"

namespace hjemmel::parquet {

inline constexpr std::size_t kMostColumns = 4096;  // of a file, with those within lists and structs

[[nodiscard]] base::Result<std::vector<Column>> columns_of(DuckdbFunctions const& api, DuckdbResult* result);

}  // namespace hjemmel::parquet
