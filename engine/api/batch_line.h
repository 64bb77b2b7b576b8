// One record to one line: decided by the machine, written as a document or as cells.
//
// In: a package, what is asked, a record. Out: its line, with the line end; what goes wrong with a record stays its own. Private to
// this folder. Tested in tests/unit/api/batch_test.cpp.
#pragma once

#include <string>

#include "engine/api/batch.h"

namespace hjemmel::api {

struct DecidedLine {
  std::string text;
  Tally tally;  // of one record
};

// `commas`: as many as the head of the table has.
[[nodiscard]] DecidedLine decide_line(std::shared_ptr<Package const> const& package, BatchQuestion const& question,
                                      RecordText const& record, std::size_t commas);
// Names of columns, with the line end.
[[nodiscard]] std::string table_head(std::shared_ptr<Package const> const& package, BatchQuestion const& question);
// What stands in front of everything else: `{"line":7` or `7`.
[[nodiscard]] std::string begin_line(BatchWrite write, std::uint64_t line);

}  // namespace hjemmel::api
