// RowQuery: the query that makes one JSON object of each row, as a line of JSON facts has it.
//
// In: the columns, those within lists and structs too. Out: an expression in DuckDB's SQL. An empty cell is left out of its object: it
// was not asked. Numbers are written with all their digits, dates as `2026-03-01`, and every text as JSON has it, so that no row holds
// a line end. Tested in tests/unit/parquet/row_query_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hjemmel::parquet {

enum class ColumnKind : std::uint8_t { plain, date, text, list, record };

struct Column {
  static constexpr std::uint32_t kOfRow = UINT32_MAX;

  ColumnKind kind = ColumnKind::plain;  // plain: true, false and numbers
  std::string name;                     // empty: the elements of a list
  std::uint32_t parent = kOfRow;        // a list or a record, which stands before it
};

inline constexpr char const* kRowName = "hjemmel_row";  // what the rows are called in the query

// Never null, for any row.
[[nodiscard]] std::string row_as_json(std::vector<Column> const& columns);

}  // namespace hjemmel::parquet
