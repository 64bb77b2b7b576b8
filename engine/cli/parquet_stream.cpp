// The library is the one that HJEMMEL_DUCKDB names, else the loader's own.
#include "engine/cli/parquet_stream.h"

#include <cstdlib>

#include <sys/stat.h>

namespace hjemmel::cli {

base::Result<parquet::OpenedParquet> open_parquet_stream(std::FILE* stream, std::string const& name,
                                                         std::optional<batch::Shard> shard) {
  struct stat state {};
  if (::fstat(::fileno(stream), &state) != 0 || !S_ISREG(state.st_mode)) {
    return base::Error{"Parquet is read from a file, for its end is read first"};
  }
  char const* const library = std::getenv("HJEMMEL_DUCKDB");
  auto const api = parquet::load_duckdb(library == nullptr ? "" : library);
  if (!api) {
    return api.error();
  }
  return parquet::open_parquet(*api, "/proc/self/fd/" + std::to_string(::fileno(stream)), name, shard);
}

}  // namespace hjemmel::cli
