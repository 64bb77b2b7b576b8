// Records go to a block where something decides by columns; what it leaves, and all where there is nothing, goes to the machine.
#include "engine/api/batch.h"

#include <algorithm>
#include <mutex>
#include <vector>

#include "engine/api/answer.h"
#include "engine/api/batch_line.h"
#include "engine/records/csv_table.h"
#include "engine/records/record_scanner.h"

namespace hjemmel::api {

// What each thread needs to decide by columns: made when one is missing, and kept.
class Batch::Blocks {
 public:
  struct Worker {
    records::RecordScanner scanner;
    columns::Block block;
    std::unique_ptr<BlockDecider> decider;
    std::vector<SettledRow> rows;
  };

  Blocks(Package const& package, BatchQuestion const& question, MakeBlockDecider make)
      : package_(package),
        question_(question),
        make_(std::move(make)),
        slots_(columns::slots_of(package.loaded().plan)),
        as_decided_(question.decide.at ? package.loaded().program.decided_on : ir::FactId()) {}

  [[nodiscard]] std::unique_ptr<Worker> take() {
    std::lock_guard const lock(mutex_);
    if (free_.empty()) {
      package::LoadedPackage const& loaded = package_.loaded();
      return std::make_unique<Worker>(Worker{{loaded.program, loaded.plan, slots_},
                                             columns::empty_block(loaded.plan, slots_),
                                             make_(package_, question_),
                                             {}});
    }
    std::unique_ptr<Worker> worker = std::move(free_.back());
    free_.pop_back();
    return worker;
  }
  void give_back(std::unique_ptr<Worker> worker) {
    std::lock_guard const lock(mutex_);
    free_.push_back(std::move(worker));
  }

  // At most one block of records; `worker.rows` then tells of each.
  void settle(std::span<RecordText const> records, Worker& worker) const {
    columns::clear(worker.block);
    for (RecordText const& record : records) {
      bool const plain = record.fault.empty() && worker.scanner.scan(record.text, worker.block);
      if (!record.fault.empty()) {
        columns::set_irregular(worker.block, columns::add_row(worker.block));
      } else if (plain && lacks_date(worker.block)) {
        columns::set_irregular(worker.block, worker.block.rows - 1);
      }
    }
    worker.rows.assign(records.size(), {});
    worker.decider->decide(worker.block, worker.rows);
  }

 private:
  // The date that `--at` gives stands for one that was not asked, which a column does not tell from one that is not known.
  [[nodiscard]] bool lacks_date(columns::Block const& block) const {
    return as_decided_.has_value() && block.scalars[as_decided_.index].open[block.rows - 1] != 0;
  }

  Package const& package_;
  BatchQuestion const& question_;
  MakeBlockDecider make_;
  columns::Slots slots_;
  ir::FactId as_decided_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> free_;
};

Batch::Batch(std::shared_ptr<Package const> package, BatchQuestion question, MakeBlockDecider const& by_columns)
    : package_(std::move(package)), question_(std::move(question)) {
  if (question_.write == BatchWrite::table && refuse().empty()) {
    head_ = table_head(package_, question_);
    commas_ = static_cast<std::size_t>(std::count(head_.begin(), head_.end(), ','));
  }
  if (by_columns && by_columns(*package_, question_)) {
    blocks_ = std::make_unique<Blocks>(*package_, question_, by_columns);
  }
}

Batch::~Batch() = default;

std::string Batch::refuse() const {
  DecideResult const tried = guarded<DecideResult>([&] {
    Decided decided = decide_text(*package_, {"{}", "facts", FactsFormat::json}, question_.decide);
    return DecideResult{std::nullopt, {}, decided.failure, std::move(decided.error)};
  });
  return tried.failure == Failure::use || tried.failure == Failure::world ? tried.error : "";
}

std::string Batch::take_head(std::string_view head) {
  auto table = std::make_unique<records::CsvTable const>(head, package_->loaded().program);
  if (table->fault().empty()) {
    csv_ = std::move(table);
    return "";
  }
  return table->fault();
}

DecidedRecords Batch::decide(std::span<RecordText const> records) const {
  if (!csv_) {
    return decide_json(records);
  }
  std::vector<records::CsvTable::Converted> converted;
  std::vector<RecordText> as_json;
  converted.reserve(records.size());  // views point into its texts
  for (RecordText const& record : records) {
    converted.push_back(record.fault.empty() ? csv_->convert(record.text)
                                             : records::CsvTable::Converted{"", std::string(record.fault)});
    as_json.push_back({record.line, converted.back().json, converted.back().fault});
  }
  return decide_json(as_json);
}

DecidedRecords Batch::decide_json(std::span<RecordText const> records) const {
  DecidedRecords decided;
  auto worker = blocks_ ? blocks_->take() : nullptr;
  for (std::size_t first = 0; first < records.size(); first += columns::kBlockRows) {
    auto const part = records.subspan(first, std::min<std::size_t>(columns::kBlockRows, records.size() - first));
    if (worker) {
      blocks_->settle(part, *worker);
    }
    for (std::size_t at = 0; at < part.size(); ++at) {
      if (worker && worker->rows[at].settled) {
        SettledRow const& row = worker->rows[at];
        decided.text += begin_line(question_.write, part[at].line);
        decided.text += row.text;
        decided.tally.add({1, 0, row.undetermined ? 1U : 0U, row.rules_at_fault ? 1U : 0U});
        continue;
      }
      DecidedLine const line = decide_line(package_, question_, part[at], commas_);
      decided.text += line.text;
      decided.tally.add(line.tally);
    }
  }
  if (worker) {
    blocks_->give_back(std::move(worker));
  }
  return decided;
}

}  // namespace hjemmel::api
