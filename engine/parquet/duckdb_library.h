// DuckDB's library: the part of its C API that reads a Parquet file, found when it is asked for. The only user of dlopen.
//
// In: a path, or nothing for the loader's own search. Out: the functions, or why there are none. DuckDB is no package of the system
// that this is built on, so its header is none of ours: what is declared here is in its stable C API from version 1.2 on, but for
// `duckdb_execute_prepared_streaming`, which its header calls deprecated and which nothing stands in for yet. What was loaded is never
// unloaded. Tested in tests/parquet/library_test.cpp.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/result.h"

namespace hjemmel::parquet {

// Handles of the library; nothing is known of them.
struct DuckdbDatabase;
struct DuckdbConnection;
struct DuckdbConfig;
struct DuckdbStatement;
struct DuckdbType;
struct DuckdbChunk;
struct DuckdbVector;

// `duckdb_result`, which is passed by value too.
struct DuckdbResult {
  std::uint64_t deprecated_counts[3];
  void* deprecated_columns;
  char* deprecated_error;
  void* internal;
};

// `duckdb_string_t`: a text of at most 12 bytes stands in it.
struct DuckdbString {
  struct Far {
    std::uint32_t size;
    char prefix[4];
    char const* bytes;
  };
  struct Near {
    std::uint32_t size;
    char bytes[12];
  };
  union {
    Far far;
    Near near;
  };
};

// `duckdb_state`, as an int: 0 is good.
struct DuckdbFunctions {
  int (*create_config)(DuckdbConfig**);
  int (*set_config)(DuckdbConfig*, char const* name, char const* value);
  void (*destroy_config)(DuckdbConfig**);
  int (*open_ext)(char const* path, DuckdbDatabase**, DuckdbConfig*, char** error);
  void (*close)(DuckdbDatabase**);
  void (*free)(void*);
  int (*connect)(DuckdbDatabase*, DuckdbConnection**);
  void (*disconnect)(DuckdbConnection**);
  int (*prepare)(DuckdbConnection*, char const* query, DuckdbStatement**);
  char const* (*prepare_error)(DuckdbStatement*);
  void (*destroy_prepare)(DuckdbStatement**);
  int (*execute_prepared_streaming)(DuckdbStatement*, DuckdbResult*);
  char const* (*result_error)(DuckdbResult*);
  void (*destroy_result)(DuckdbResult*);
  std::uint64_t (*column_count)(DuckdbResult*);
  char const* (*column_name)(DuckdbResult*, std::uint64_t);
  DuckdbType* (*column_logical_type)(DuckdbResult*, std::uint64_t);
  int (*get_type_id)(DuckdbType*);
  DuckdbType* (*list_type_child_type)(DuckdbType*);
  std::uint64_t (*struct_type_child_count)(DuckdbType*);
  char* (*struct_type_child_name)(DuckdbType*, std::uint64_t);
  DuckdbType* (*struct_type_child_type)(DuckdbType*, std::uint64_t);
  void (*destroy_logical_type)(DuckdbType**);
  DuckdbChunk* (*fetch_chunk)(DuckdbResult);
  std::uint64_t (*data_chunk_get_size)(DuckdbChunk*);
  DuckdbVector* (*data_chunk_get_vector)(DuckdbChunk*, std::uint64_t);
  void (*destroy_data_chunk)(DuckdbChunk**);
  void* (*vector_get_data)(DuckdbVector*);
  std::uint64_t* (*vector_get_validity)(DuckdbVector*);
};

// `path`: of the library's file, from the root; empty: the system's loader looks for libduckdb.so where it looks for every library,
// which is neither the working directory nor a package's folder.
[[nodiscard]] base::Result<DuckdbFunctions> load_duckdb(std::string const& path);

}  // namespace hjemmel::parquet
