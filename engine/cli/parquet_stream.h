// A Parquet file that is open already, for `hjemmel batch`.
//
// In: the stream, its name, and the part that is asked for. Out: its rows as lines of JSON, or why there are none. DuckDB opens the very
// file that the stream stands for, by the number of its descriptor: no sign in a file's name means anything to it, and nothing
// is asked of the net. Tested in tests/parquet/batch_test.py.
#pragma once

#include <cstdio>
#include <optional>
#include <string>

#include "engine/batch/shard.h"
#include "engine/parquet/open_parquet.h"

namespace hjemmel::cli {

// The stream is the caller's, and lives longer than what is opened.
[[nodiscard]] base::Result<parquet::OpenedParquet> open_parquet_stream(std::FILE* stream, std::string const& name,
                                                                       std::optional<batch::Shard> shard);

}  // namespace hjemmel::cli
