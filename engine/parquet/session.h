// Session: one database in memory, its connection, and results that are given row after row.
//
// In: the functions of the library and a query. Out: its result, or DuckDB's own words. One thread, a cap on its memory, nothing
// written to the disk and nothing loaded from the net. Tested in tests/parquet/source_test.cpp.
#pragma once

#include <memory>
#include <string>

#include "engine/base/result.h"
#include "engine/parquet/duckdb_library.h"

namespace hjemmel::parquet {

inline constexpr char const* kDuckdbMemory = "1GiB";

// A result, with the statement that it comes from.
class Answer {
 public:
  explicit Answer(DuckdbFunctions const& api) : api_(api) {}
  Answer(Answer const&) = delete;
  Answer& operator=(Answer const&) = delete;
  ~Answer();

  // DuckDB's words; empty where it went well.
  [[nodiscard]] std::string ask(DuckdbConnection* connection, std::string const& query);
  [[nodiscard]] DuckdbResult* result() { return &result_; }
  // Null at the end, and where there is a fault; then `fault` has words. The caller destroys it.
  [[nodiscard]] DuckdbChunk* next();
  [[nodiscard]] std::string fault();

 private:
  DuckdbFunctions const& api_;
  DuckdbStatement* statement_ = nullptr;
  DuckdbResult result_{};
  bool asked_ = false;
};

class Session {
 public:
  explicit Session(DuckdbFunctions const& api) : api_(api) {}
  Session(Session const&) = delete;
  Session& operator=(Session const&) = delete;
  ~Session();

  // Why it cannot be opened; empty where it is.
  [[nodiscard]] std::string open();
  [[nodiscard]] base::Result<std::unique_ptr<Answer>> ask(std::string const& query);
  [[nodiscard]] DuckdbFunctions const& api() const { return api_; }

 private:
  DuckdbFunctions api_;
  DuckdbDatabase* database_ = nullptr;
  DuckdbConnection* connection_ = nullptr;
};

}  // namespace hjemmel::parquet
