// Cell by cell.
#include "engine/records/csv_cells.h"

namespace hjemmel::records {
namespace {

// A cell in quotes that begins at `at`; gives where it ends. `closed` tells whether its closing quote is there.
std::size_t read_quoted(std::string_view record, std::size_t at, std::string& cell, bool& closed) {
  for (++at; at < record.size(); ++at) {
    if (record[at] != '"') {
      cell += record[at];
    } else if (at + 1 < record.size() && record[at + 1] == '"') {
      cell += record[at++];
    } else {
      closed = true;
      return at + 1;
    }
  }
  return at;
}

std::string fault_in(std::size_t cell, std::string const& what) {
  return "cell " + std::to_string(cell) + " of the record " + what;
}

}  // namespace

CsvCells read_csv_cells(std::string_view record) {
  CsvCells read;
  for (std::size_t at = 0; read.fault.empty();) {
    std::string& cell = read.cells.emplace_back();
    if (at < record.size() && record[at] == '"') {
      bool closed = false;
      at = read_quoted(record, at, cell, closed);
      if (!closed) {
        read.fault = fault_in(read.cells.size(), "has a quote that is never closed");
      } else if (at < record.size() && record[at] != ',') {
        read.fault =
            fault_in(read.cells.size(), "goes on behind its closing quote; a quote in quotes is written twice");
      }
    } else {
      std::size_t const end = std::min(record.find(',', at), record.size());
      cell = record.substr(at, end - at);
      at = end;
      if (cell.find('"') != std::string::npos) {
        read.fault = fault_in(read.cells.size(), "has a quote in it but none around it");
      }
    }
    if (at >= record.size()) {
      break;
    }
    ++at;  // the comma; a cell follows, also at the end
  }
  return read;
}

}  // namespace hjemmel::records
