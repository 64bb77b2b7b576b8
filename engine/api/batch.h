// Many records: what `hjemmel batch` writes of them. Any of them can be explained afterwards with the same words on its own: `explain`.
//
// In: a package, what is asked, and records, each one JSON object, or a row of CSV, with its line. Out: one line a record, in their order, the same
// whichever thread asks. As documents: `{"line": …, "outcome": …}` with the outcome document of schemas/outcome.schema.yaml, or
// `"entitlements": …` with that of schemas/entitlements.schema.yaml, or `{"line": …, "findings": […], …, "error": …}` where the record
// could not be decided. As a table: cells of CSV (engine/explain/table_row.h) with a head. Tested in tests/unit/api/batch_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/api/block_decider.h"
#include "engine/api/hjemmel.h"

namespace hjemmel::records {
class CsvTable;
}

namespace hjemmel::api {

enum class BatchWrite : std::uint8_t { documents, table };

struct BatchQuestion {
  bool services = false;  // the services and duties in the place of the decisions
  BatchWrite write = BatchWrite::documents;
  std::string name = "facts";  // what a fault of a record calls the file
  DecideOptions decide = {};   // `trace` and `language` are not read; of services `at` alone
};

class NativeLibrary;  // engine/api/native.h

// Decides tables by columns, the same for any number of threads; see engine/api/column_decider.cpp. One batch's. `native`: of the package,
// or null; what it has no code for is interpreted.
[[nodiscard]] MakeBlockDecider column_deciders(std::shared_ptr<NativeLibrary const> native = nullptr);

struct RecordText {
  std::uint64_t line = 0;
  std::string_view text;
  std::string_view fault = {};  // not empty: why it is no record
};

struct Tally {
  std::uint64_t records = 0;
  std::uint64_t faulty = 0;          // could not be decided
  std::uint64_t undetermined = 0;    // at least one of its outcomes or services is
  std::uint64_t rules_at_fault = 0;  // one of its outcomes is a conflict, no rule or an error, or a service an error

  void add(Tally const& other) {
    records += other.records;
    faulty += other.faulty;
    undetermined += other.undetermined;
    rules_at_fault += other.rules_at_fault;
  }
};

struct DecidedRecords {
  std::string text;
  Tally tally;
};

class Batch {
 public:
  // `by_columns` decides what it can; without it the machine decides every record.
  Batch(std::shared_ptr<Package const> package, BatchQuestion question, MakeBlockDecider const& by_columns = nullptr);
  Batch(Batch const&) = delete;
  Batch& operator=(Batch const&) = delete;
  ~Batch();

  // Why the cases of the package cannot be asked this: an unknown decision, reading or date; empty where they can.
  [[nodiscard]] std::string refuse() const;
  // The first line of a table; empty for documents, and where the question is refused.
  [[nodiscard]] std::string const& head() const { return head_; }
  // From now on records are CSV under this head (engine/records/csv_table.h). Why they cannot be; empty where they can.
  [[nodiscard]] std::string take_head(std::string_view head);
  // Safe from several threads at once.
  [[nodiscard]] DecidedRecords decide(std::span<RecordText const> records) const;

 private:
  class Blocks;

  [[nodiscard]] DecidedRecords decide_json(std::span<RecordText const> records) const;

  std::shared_ptr<Package const> package_;
  BatchQuestion question_;
  std::string head_;
  std::size_t commas_ = 0;                        // of the head
  std::unique_ptr<records::CsvTable const> csv_;  // null: records are JSON
  std::unique_ptr<Blocks> blocks_;                // null: the machine alone
};

}  // namespace hjemmel::api
