// Rows of a table by columns, each cell as the machine would fill it: a conclusion's cells are written once and then copied.
//
// Columns cannot hold documents (they tell what an outcome rests on), duties, readings that the case chooses, and decisions without code:
// then there is no decider. Tested in tests/unit/api/column_decider_test.cpp.
#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>

#include "engine/api/batch.h"
#include "engine/api/column_question.h"
#include "engine/api/native_data.h"
#include "engine/columns/prober.h"
#include "engine/explain/table_row.h"
#include "engine/native/runner.h"

namespace hjemmel::api {
namespace {

constexpr std::string_view kNoFault = ",\n";

// What all threads share.
struct Shared {
  ColumnsOfQuestion asked;
  std::shared_ptr<NativeLibrary const> library;  // keeps the code
  std::optional<NativeCode> native;

  [[nodiscard]] std::unique_ptr<columns::BlockRunner> runner() const {
    if (native) {
      return std::make_unique<native::Runner>(asked.kernel, asked.schedule, native->unit, native->code);
    }
    return std::make_unique<columns::Runner>(asked.kernel, asked.schedule);
  }
};

bool is_at_fault(eval::Status status) {
  return status == eval::Status::conflict || status == eval::Status::no_rule || status == eval::Status::error;
}

std::string cells_of(eval::Plan const& plan, std::uint32_t decision, eval::Conclusion const& conclusion) {
  std::vector<eval::OutcomeOption> options;
  for (eval::ChosenOption const& option : conclusion.options) {
    options.push_back(option.option);
  }
  std::vector<std::string> rules;
  for (std::uint32_t const rule : conclusion.rules) {
    std::string_view const name = plan.of(plan.rules[rule].name);
    if (std::find(rules.begin(), rules.end(), name) == rules.end()) {
      rules.emplace_back(name);
    }
  }
  return "," + explain::decision_cells(conclusion.status, plan.decisions[decision].of_figure, options, rules);
}

// The texts of a block's rows in one, which is used again.
class RowsText {
 public:
  void clear() {
    text_.clear();
    written_.clear();
  }
  void begin(std::uint32_t row) { written_.push_back({row, text_.size(), 0}); }
  void add(std::string_view cells) { text_ += cells; }
  void end() {
    text_ += kNoFault;
    written_.back().end = text_.size();
  }
  // The row that was begun last has no text.
  void take_back() {
    text_.resize(written_.back().begin);
    written_.pop_back();
  }
  void give(std::span<SettledRow> rows) const {
    for (Written const& one : written_) {
      rows[one.row].text = std::string_view(text_).substr(one.begin, one.end - one.begin);
    }
  }

 private:
  struct Written {
    std::uint32_t row;
    std::size_t begin;
    std::size_t end;
  };

  std::string text_;
  std::vector<Written> written_;
};

// Of decisions: the text of one is given as it is kept, that of several is put together.
class DecisionRows : public BlockDecider {
 public:
  DecisionRows(eval::Plan const& plan, std::shared_ptr<Shared const> shared)
      : plan_(plan),
        shared_(std::move(shared)),
        runner_(shared_->runner()),
        prober_(plan, shared_->asked.kernel, shared_->asked.schedule) {
    for (std::uint32_t const decision : shared_->asked.schedule.decisions) {
      codes_.emplace_back(plan, shared_->asked.kernel, decision);
      undetermined_.push_back(cells_of(plan, decision, {eval::Status::undetermined, {}, {}, {}}));
    }
  }

  void decide(columns::Block const& block, std::span<SettledRow> rows) override {
    columns::Answers const& answers = runner_->run(columns::inputs_of(block));
    text_.clear();
    open_.clear();
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      if (block.irregular[row] != 0) {
        continue;
      }
      if (is_open(answers, row)) {
        open_.push_back(row);
        continue;
      }
      write(answers, row, {}, rows[row]);
    }
    std::vector<std::uint8_t> const& shown = prober_.probe(block, open_, codes_);
    std::size_t const decisions = codes_.size();
    for (std::size_t at = 0; at < open_.size(); ++at) {
      std::span<std::uint8_t const> const own(shown.data() + at * decisions, decisions);
      if (is_told(answers, open_[at], own)) {
        write(answers, open_[at], own, rows[open_[at]]);
      }
    }
    text_.give(rows);
  }

 private:
  [[nodiscard]] static bool is_open(columns::DecisionAnswers const& answers, std::uint32_t row) {
    return answers.any_open && answers.open[row] != 0;
  }
  [[nodiscard]] static bool is_open(columns::Answers const& answers, std::uint32_t row) {
    return std::any_of(answers.decisions.begin(), answers.decisions.end(),
                       [row](columns::DecisionAnswers const& one) { return is_open(one, row); });
  }
  // Each decision is settled, or shown to be undetermined.
  [[nodiscard]] static bool is_told(columns::Answers const& answers, std::uint32_t row,
                                    std::span<std::uint8_t const> shown) {
    for (std::size_t at = 0; at < shown.size(); ++at) {
      if (is_open(answers.decisions[at], row) && shown[at] == 0) {
        return false;
      }
    }
    return true;
  }

  void write(columns::Answers const& answers, std::uint32_t row, std::span<std::uint8_t const> shown,
             SettledRow& into) {
    into.settled = true;
    text_.begin(row);
    for (std::size_t at = 0; at < codes_.size(); ++at) {
      if (!shown.empty() && is_open(answers.decisions[at], row)) {
        into.undetermined = true;
        text_.add(undetermined_[at]);
        continue;
      }
      columns::Coded& coded = codes_[at].of(answers.decisions[at], row);
      if (coded.words.empty()) {
        coded.words = cells_of(plan_, shared_->asked.schedule.decisions[at], coded.conclusion);
      }
      into.rules_at_fault = into.rules_at_fault || is_at_fault(coded.conclusion.status);
      text_.add(coded.words);
    }
    text_.end();
  }

  eval::Plan const& plan_;
  std::shared_ptr<Shared const> shared_;
  std::unique_ptr<columns::BlockRunner> runner_;
  columns::Prober prober_;
  std::vector<columns::Codes> codes_;
  std::vector<std::string> undetermined_;  // cells
  std::vector<std::uint32_t> open_;        // rows
  RowsText text_;
};

// Of services: a service's cells hang on the code of its decision and on which criteria fail.
class ServiceRows : public BlockDecider {
 public:
  ServiceRows(eval::Plan const& plan, std::shared_ptr<Shared const> shared)
      : plan_(plan), shared_(std::move(shared)), runner_(shared_->runner()) {
    for (std::uint32_t const decision : shared_->asked.schedule.decisions) {
      codes_.emplace_back(plan, shared_->asked.kernel, decision);
    }
    cells_.resize(shared_->asked.schedule.services.size());
  }

  void decide(columns::Block const& block, std::span<SettledRow> rows) override {
    columns::Answers const& answers = runner_->run(columns::inputs_of(block));
    text_.clear();
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      if (block.irregular[row] == 0) {
        write(answers, row, rows[row]);
      }
    }
    text_.give(rows);
  }

 private:
  struct Cells {
    std::string text;  // empty: the machine tells it
    bool error = false;
  };

  [[nodiscard]] static std::uint64_t failed(columns::ServiceAnswers const& service, std::uint32_t row) {
    std::uint64_t bits = 0;
    for (std::size_t plane = 0; plane < service.failed.size(); ++plane) {
      bits |= std::uint64_t{service.failed[plane][row]} << (8 * plane);
    }
    return bits;
  }

  void write(columns::Answers const& answers, std::uint32_t row, SettledRow& into) {
    text_.begin(row);
    bool error = false;
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      columns::ServiceAnswers const& service = answers.services[at];
      columns::DecisionAnswers const& decision = answers.decisions[at];
      bool const open = (service.any_open && service.open[row] != 0) || (decision.any_open && decision.open[row] != 0);
      Cells const* const cells = open ? nullptr : &cells_of_service(at, decision, row, failed(service, row));
      if (cells == nullptr || cells->text.empty()) {
        text_.take_back();
        return;
      }
      error = error || cells->error;
      text_.add(cells->text);
    }
    text_.end();
    into.settled = true;
    into.rules_at_fault = error;
  }

  Cells const& cells_of_service(std::size_t at, columns::DecisionAnswers const& decision, std::uint32_t row,
                                std::uint64_t failed) {
    std::uint64_t const code = decision.code(row);
    auto& known = cells_[at][code];
    if (auto const found = known.find(failed); found != known.end()) {
      return found->second;
    }
    if (kept_++ >= columns::kMostKept) {  // then they are worked out anew
      std::for_each(cells_.begin(), cells_.end(), [](auto& one) { one.clear(); });
      kept_ = 1;
    }
    eval::ServicePlan const& service = plan_.services[shared_->asked.schedule.services[at]];
    eval::Conclusion const& conclusion = codes_[at].of(decision, row).conclusion;
    std::vector<std::string> names;
    for (std::size_t criterion = 0; criterion < service.criteria.size(); ++criterion) {
      if ((failed >> criterion & 1U) != 0) {
        names.emplace_back(plan_.of(plan_.of(service.criteria)[criterion].name));
      }
    }
    eval::ServiceState const state = eval::service_state(conclusion);
    bool const by_ground = names.empty() && state == eval::ServiceState::refused;  // which one the machine tells
    std::string text = by_ground ? "" : "," + explain::service_cells(state, names);
    return cells_[at][code].emplace(failed, Cells{std::move(text), state == eval::ServiceState::error}).first->second;
  }

  eval::Plan const& plan_;
  std::shared_ptr<Shared const> shared_;
  std::unique_ptr<columns::BlockRunner> runner_;
  std::vector<columns::Codes> codes_;
  std::vector<std::map<std::uint64_t, std::unordered_map<std::uint64_t, Cells>>> cells_;  // by service, code, failed
  std::size_t kept_ = 0;                                                                  // of all services
  RowsText text_;
};

std::shared_ptr<Shared const> share(Package const& package, BatchQuestion const& question,
                                    std::shared_ptr<NativeLibrary const> library) {
  auto asked = columns_of(package, question);
  if (!asked) {
    return nullptr;
  }
  auto shared = std::make_shared<Shared>(Shared{*std::move(asked), std::move(library), {}});
  if (shared->library) {
    shared->native = native_code(*shared->library, shared->asked);
  }
  return shared;
}

// The first one to ask builds the kernel.
class Maker {
 public:
  explicit Maker(std::shared_ptr<NativeLibrary const> native) : native_(std::move(native)) {}

  std::unique_ptr<BlockDecider> make(Package const& package, BatchQuestion const& question) {
    std::lock_guard const lock(mutex_);
    if (!is_built_) {
      shared_ = share(package, question, native_);
      is_built_ = true;
    }
    if (!shared_) {
      return nullptr;
    }
    if (question.services) {
      return std::make_unique<ServiceRows>(package.loaded().plan, shared_);
    }
    return std::make_unique<DecisionRows>(package.loaded().plan, shared_);
  }

 private:
  std::shared_ptr<NativeLibrary const> native_;
  std::mutex mutex_;
  bool is_built_ = false;
  std::shared_ptr<Shared const> shared_;
};

}  // namespace

MakeBlockDecider column_deciders(std::shared_ptr<NativeLibrary const> native) {
  return [maker = std::make_shared<Maker>(std::move(native))](Package const& package, BatchQuestion const& question) {
    return maker->make(package, question);
  };
}

}  // namespace hjemmel::api
