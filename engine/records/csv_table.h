// CsvTable: records of CSV (RFC 4180) as the JSON text that the readers of facts take.
//
// In: the head, which names a fact in every column, and records under it. Out: of the head what is wrong with it; of each record its JSON
// or what is wrong with it. A column is a fact's whole path (`case.stage`), or a field of an element of a list (`case.seizures[1].amount`,
// from 1). An empty cell was not asked; `unknown` and `not_applicable` are those states. What a cell may hold otherwise is what the
// type of its fact has in JSON: numbers and `true` stand there without quotes, everything else in them. A list has the elements that
// have a cell, and no others; one of whose elements no cell is filled was not asked; a column with the name of the list itself may say
// `unknown`, `not_applicable`, or `none` where it is empty. Tested in tests/unit/records/csv_table_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ir/program.h"

namespace hjemmel::records {

class CsvTable {
 public:
  // The program is not kept.
  CsvTable(std::string_view head, ir::Program const& program);

  // Empty where the head is good. Then records may be converted.
  [[nodiscard]] std::string const& fault() const { return fault_; }

  struct Converted {
    std::string json;
    std::string fault;  // not empty: there is no `json`
  };
  [[nodiscard]] Converted convert(std::string_view record) const;

 private:
  enum class Written : std::uint8_t { quoted, truth, number, list };

  struct Column {
    std::string name;           // as the head has it
    std::string group;          // may be empty
    std::string key;            // without the group
    std::uint32_t element = 0;  // of a list, from 1; 0: no list, or the list as a whole
    std::string field;
    Written written = Written::quoted;
    std::uint32_t cell = 0;  // its place in a record
  };

  [[nodiscard]] std::string add(std::string const& name, ir::Program const& program);
  [[nodiscard]] std::string add_field(std::string const& name, ir::Program const& program);
  [[nodiscard]] std::string check_elements() const;
  [[nodiscard]] static std::string value_of(Column const& column, std::string const& cell);
  [[nodiscard]] Converted elements_of(std::size_t at, std::size_t end, std::vector<std::string> const& cells) const;
  [[nodiscard]] Converted list_of(std::size_t at, std::size_t end, std::vector<std::string> const& cells) const;
  [[nodiscard]] std::size_t end_of(std::size_t at) const;
  void keep(Column column, std::string const& path, ir::Type const& type);

  std::vector<Column> columns_;  // by group, key, element
  std::size_t cells_ = 0;
  std::string fault_;
};

}  // namespace hjemmel::records
