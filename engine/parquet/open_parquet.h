// A Parquet file as lines of JSON facts, one row a line, in the order of the file and in constant memory.
//
// In: DuckDB's library, an open file, and which part of it. Out: a source of bytes for engine/batch, or why there is none. A file
// is divided by the number of its rows. What DuckDB says of a file is told in its own words; of what goes wrong with the rows,
// where a value could stand in them, without what they have in quotes. A row that is not given is a fault, never the end. Tested in
// tests/parquet/source_test.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/base/result.h"
#include "engine/batch/byte_source.h"
#include "engine/batch/shard.h"
#include "engine/parquet/duckdb_library.h"

namespace hjemmel::parquet {

struct OpenedParquet {
  std::unique_ptr<batch::ByteSource> bytes;
  std::uint64_t first = 1;  // the number of the first row
};

// `path`: as DuckDB opens it, with no quote and no sign that stands for others in it; `name`: as the user wrote it.
[[nodiscard]] base::Result<OpenedParquet> open_parquet(DuckdbFunctions const& api, std::string const& path,
                                                       std::string const& name, std::optional<batch::Shard> shard);

}  // namespace hjemmel::parquet
