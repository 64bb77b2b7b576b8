// The cells of one record of CSV, as RFC 4180 has them.
//
// In: a record without its line end. Out: its cells, quotes taken off; or what is wrong with it. Tested in
// tests/unit/records/csv_table_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hjemmel::records {

struct CsvCells {
  std::vector<std::string> cells;
  std::string fault;  // may be empty
};

[[nodiscard]] CsvCells read_csv_cells(std::string_view record);

}  // namespace hjemmel::records
