// All functions are looked for before one is called.
#include "engine/parquet/duckdb_library.h"

#include <string_view>

#include <dlfcn.h>

namespace hjemmel::parquet {
namespace {

constexpr std::string_view kFileName = "libduckdb.so";
constexpr std::string_view kInstall =
    "Parquet is read by DuckDB's library, version 1.2 or later: install libduckdb.so where the system's loader finds "
    "it, or set "
    "HJEMMEL_DUCKDB to the path of the file";

class Symbols {
 public:
  explicit Symbols(void* library) : library_(library) {}

  template <class Function>
  Symbols& find(Function& function, char const* name) {
    void* const found = ::dlsym(library_, name);
    function = reinterpret_cast<Function>(found);
    if (found == nullptr && missing_.empty()) {
      missing_ = name;
    }
    return *this;
  }
  [[nodiscard]] std::string const& missing() const { return missing_; }

 private:
  void* library_;
  std::string missing_;  // the first that is not there
};

void find_session(Symbols& symbols, DuckdbFunctions& api) {
  symbols.find(api.create_config, "duckdb_create_config")
      .find(api.set_config, "duckdb_set_config")
      .find(api.destroy_config, "duckdb_destroy_config")
      .find(api.open_ext, "duckdb_open_ext")
      .find(api.close, "duckdb_close")
      .find(api.free, "duckdb_free")
      .find(api.connect, "duckdb_connect")
      .find(api.disconnect, "duckdb_disconnect")
      .find(api.prepare, "duckdb_prepare")
      .find(api.prepare_error, "duckdb_prepare_error")
      .find(api.destroy_prepare, "duckdb_destroy_prepare")
      .find(api.execute_prepared_streaming, "duckdb_execute_prepared_streaming")
      .find(api.result_error, "duckdb_result_error")
      .find(api.destroy_result, "duckdb_destroy_result");
}

void find_types(Symbols& symbols, DuckdbFunctions& api) {
  symbols.find(api.column_count, "duckdb_column_count")
      .find(api.column_name, "duckdb_column_name")
      .find(api.column_logical_type, "duckdb_column_logical_type")
      .find(api.get_type_id, "duckdb_get_type_id")
      .find(api.list_type_child_type, "duckdb_list_type_child_type")
      .find(api.struct_type_child_count, "duckdb_struct_type_child_count")
      .find(api.struct_type_child_name, "duckdb_struct_type_child_name")
      .find(api.struct_type_child_type, "duckdb_struct_type_child_type")
      .find(api.destroy_logical_type, "duckdb_destroy_logical_type");
}

void find_chunks(Symbols& symbols, DuckdbFunctions& api) {
  symbols.find(api.fetch_chunk, "duckdb_fetch_chunk")
      .find(api.data_chunk_get_size, "duckdb_data_chunk_get_size")
      .find(api.data_chunk_get_vector, "duckdb_data_chunk_get_vector")
      .find(api.destroy_data_chunk, "duckdb_destroy_data_chunk")
      .find(api.vector_get_data, "duckdb_vector_get_data")
      .find(api.vector_get_validity, "duckdb_vector_get_validity");
}

}  // namespace

base::Result<DuckdbFunctions> load_duckdb(std::string const& path) {
  if (!path.empty() && path.front() != '/') {
    return base::Error{"HJEMMEL_DUCKDB is `" + path + "`, which is no path from the root; write it whole"};
  }
  std::string const name = path.empty() ? std::string(kFileName) : path;
  void* const library = ::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    char const* const words = ::dlerror();
    return base::Error{std::string(kInstall) + "; the loader says: " + (words == nullptr ? "nothing" : words)};
  }
  DuckdbFunctions api{};
  Symbols symbols(library);
  find_session(symbols, api);
  find_types(symbols, api);
  find_chunks(symbols, api);
  if (!symbols.missing().empty()) {
    return base::Error{"`" + name + "` has no function `" + symbols.missing() + "`; " + std::string(kInstall)};
  }
  return api;
}

}  // namespace hjemmel::parquet
