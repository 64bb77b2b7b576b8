// The law of the scanner: a row that is not irregular holds what facts::read_case binds for the same text, without a finding.
//
// In: a program with its plan, and a text. Out: whether the row was taken, and where scanner and reader differ: empty where they do
// not. Used by the tests of engine/records and by tests/fuzz/records_target.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/columns/block.h"
#include "engine/document/read.h"
#include "engine/facts/read_case.h"
#include "engine/records/record_scanner.h"

namespace hjemmel::records {

class Agreement {
 public:
  Agreement(ir::Program const& program, eval::Plan const& plan)
      : program_(program),
        plan_(plan),
        slots_(columns::slots_of(plan)),
        block_(columns::empty_block(plan, slots_)),
        scanner_(program, plan, slots_) {}

  // Scans the text into the next row; `taken` tells whether it is regular.
  [[nodiscard]] std::string difference(std::string_view text, bool& taken) {
    if (block_.rows == columns::kBlockRows) {
      columns::clear(block_);
    }
    taken = scanner_.scan(text, block_);
    if (taken != (block_.irregular[block_.rows - 1] == 0)) {
      return "the row is not marked as the scanner says";
    }
    return taken ? compare(text) : "";
  }

 private:
  std::string compare(std::string_view text) const {
    source::Sources sources;
    diag::Sink sink;
    auto const file = sources.add("record", std::string(text));
    auto const root = document::read(file, document::Format::json, sources, sink);
    auto const facts = root ? facts::read_case(*root, program_, sink) : std::nullopt;
    if (!facts || !sink.all().empty()) {
      return "the reader does not take it";
    }
    if (!facts->origins.empty() || !facts->ranges.empty() || !facts->texts.empty()) {
      return "the reader holds more than a row can";
    }
    std::string told;
    for (std::uint32_t fact = 0; fact < plan_.facts.size(); ++fact) {
      told += plan_.facts[fact].domain == eval::Domain::list
                  ? list_difference(facts->lists[fact], fact)
                  : value_difference(facts->scalars[fact], slots_.scalars[fact], block_.scalars[fact], block_.rows - 1,
                                     plan_.facts[fact].name);
    }
    return told;
  }

  // An amount is measured in what its key is; the column does not say it.
  static std::string value_difference(eval::Value const& value, std::optional<columns::Slot> const& slot,
                                      columns::Column const& column, std::uint32_t row, std::string const& name) {
    bool const open = value.is_open() && value.detail == eval::kNoDetail;
    if (!slot || open || !value.is_known()) {
      bool const same = open && (!slot || (column.any_open && column.open[row] != 0));
      return same ? "" : name + " is not open in both\n";
    }
    auto const stored = columns::stored(*slot, value.coefficient, value.scale);
    bool const same = stored && column.open[row] == 0 && column.get(row) == *stored;
    return same ? "" : name + " is " + std::to_string(column.get(row)) + "\n";
  }

  std::string list_difference(eval::ListFact const& list, std::uint32_t fact) const {
    columns::ListColumn const& column = block_.lists[fact];
    std::string const& name = plan_.facts[fact].name;
    std::uint32_t const row = block_.rows - 1;
    std::uint32_t const first = column.offsets[row];
    bool const open = list.state == eval::ListState::unknown || list.state == eval::ListState::not_asked;
    bool const same = open || list.state == eval::ListState::complete;
    if (!same || open != (column.open[row] != 0) || column.offsets[row + 1] - first != list.rows) {
      return name + " has other elements\n";
    }
    std::string told;
    for (std::uint32_t element = 0; element < list.rows; ++element) {
      for (std::uint32_t field = 0; field < list.fields; ++field) {
        told += value_difference(list.cell(element, field), slots_.fields[fact][field], column.fields[field],
                                 first + element, name + "." + plan_.facts[fact].fields[field].name);
        told += amount_difference(list, element, plan_.facts[fact].fields[field], field, name);
      }
    }
    return told;
  }

  std::string amount_difference(eval::ListFact const& list, std::uint32_t element, eval::FactPlan const& field,
                                std::uint32_t at, std::string const& name) const {
    eval::Value const& value = list.cell(element, at);
    if (!value.is_known() || field.key_field == eval::kNoIndex) {
      return "";
    }
    eval::Value const& key = list.cell(element, field.key_field);
    bool const same =
        key.is_known() &&
        plan_.enums[field.enumeration].dimensions[static_cast<std::size_t>(key.coefficient)] == value.dimension;
    return same ? "" : name + ": an amount of something else\n";
  }

  ir::Program const& program_;
  eval::Plan const& plan_;
  columns::Slots slots_;
  columns::Block block_;
  RecordScanner scanner_;
};

}  // namespace hjemmel::records
