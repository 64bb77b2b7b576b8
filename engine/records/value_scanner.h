// ValueScanner: one value of a record, by its place, into one cell of a column.
//
// In: where the text of the value begins, and what its place allows. Out: where it ends, with the cell set or set open; null where it
// is not plain: see engine/records/record_scanner.h. Tested in tests/unit/records/record_scanner_test.cpp.
#pragma once

#include <vector>

#include "engine/columns/block.h"
#include "engine/records/layout.h"

namespace hjemmel::records {

// Where a value is to be put.
struct Cell {
  columns::Column& column;
  std::uint32_t row;
};

class ValueScanner {
 public:
  // `fields`: of the list that has most. Program and enumerations live longer than this.
  ValueScanner(ir::Program const& program, std::size_t fields) : program_(program), measured_(fields) {}

  void begin(char const* end) { end_ = end; }  // of the record
  char const* scan(char const* at, Place& place, Names const* enumerations, Cell cell);
  // What the amount in this field of an element was measured in, the last time that one was known.
  [[nodiscard]] base::Dimension measured(std::uint32_t field) const { return measured_[field]; }

 private:
  char const* scan_bool(char const* at, Place const& place, Cell cell) const;
  char const* scan_number(char const* at, Place const& place, Cell cell) const;
  char const* scan_date(char const* at, Place const& place, Cell cell) const;
  char const* scan_name(char const* at, Place const& place, Names const& names, Cell cell) const;
  char const* scan_measured(char const* at, Place& place, Cell cell);
  char const* scan_unknown(char const* at, Place const& place, Cell cell) const;
  bool find_unit(char const* begin, char const* end, Place& place) const;
  [[nodiscard]] bool is(char const* at, char sign) const { return at < end_ && *at == sign; }

  ir::Program const& program_;
  std::vector<base::Dimension> measured_;  // by field
  char const* end_ = nullptr;
};

}  // namespace hjemmel::records
