// Any bytes as a record: what the scanner takes must be what the reader of facts binds; any bytes as CSV, head and records.
#include <cstdio>
#include <cstdlib>

#include "engine/records/csv_table.h"
#include "tests/fuzz/fixed_program.h"
#include "tests/fuzz/run_one.h"
#include "tests/unit/records/agreement.h"

int run_one(std::uint8_t const* data, std::size_t size) {
  using namespace hjemmel;
  static records::Agreement agreement(fuzz::fixed_program(), fuzz::fixed_plan());
  static records::CsvTable const table("case.a,case.visits,case.note,case.finds[1].dear,case.finds[1].rating",
                                       fuzz::fixed_program());
  std::string const text = fuzz::text_of(data, size);
  bool taken = false;
  std::string const difference = agreement.difference(text, taken);
  if (!difference.empty()) {
    std::fprintf(stderr, "%s\n", difference.c_str());
    std::abort();
  }
  static_cast<void>(records::CsvTable(text.substr(0, text.find('\n')), fuzz::fixed_program()).fault());
  records::CsvTable::Converted const converted = table.convert(text);
  if (converted.fault.empty()) {
    static_cast<void>(agreement.difference(converted.json, taken));
  }
  return 0;
}
