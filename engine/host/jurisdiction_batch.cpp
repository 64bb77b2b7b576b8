// Batches: by the plugin's own batch form, or row by row by its scalar one. The answers are the same.
#include <algorithm>
#include <array>

#include "engine/base/check.h"
#include "engine/host/batch_results.h"
#include "engine/host/jurisdiction.h"
#include "engine/host/signature.h"

namespace hjemmel::host {
namespace {

using base::ForeignStatus;
using base::ForeignType;

constexpr std::size_t kFirstTextBytes = 32;  // a row; it grows to JUR_MAX_TEXT where that is asked for

// False where a value of the column has no form at the border.
bool can_cross(jur_column const& column, std::size_t rows) {
  if (column.type != JUR_TEXT) {
    return column.scale >= 0 && column.scale <= (column.type == JUR_DECIMAL ? kMaxBorderScale : 0);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (column.offsets[row + 1] - column.offsets[row] > JUR_MAX_TEXT) {
      return false;
    }
  }
  return true;
}

jur_value value_of(jur_column const& column, std::size_t row) {
  jur_value value{column.type, column.scale, 0, "", nullptr, 0, 0};
  if (column.type == JUR_TEXT) {
    value.text = column.text + column.offsets[row];
    value.text_size = column.offsets[row + 1] - column.offsets[row];
  } else {
    value.number = column.numbers[row];
  }
  return value;
}

jur_status border_status(ForeignStatus status) {
  switch (status) {
    case ForeignStatus::ok:
      return JUR_OK;
    case ForeignStatus::unknown:
      return JUR_UNKNOWN;
    case ForeignStatus::bad_argument:
      return JUR_BAD_ARGUMENT;
    case ForeignStatus::fault:
      break;
  }
  return JUR_INTERNAL;
}

// Puts single answers into the memory that a batch answer refers to.
class Rows {
 public:
  Rows(ForeignType type, std::size_t rows, BatchScratch& scratch)
      : type_(type),
        rows_(rows),
        scratch_(&scratch),
        statuses_(reinterpret_cast<jur_status*>(scratch.statuses.prepare(rows * sizeof(jur_status)))),
        numbers_(reinterpret_cast<std::int64_t*>(scratch.numbers.prepare(rows * sizeof(std::int64_t), 0))),
        offsets_(reinterpret_cast<std::uint64_t*>(scratch.offsets.prepare((rows + 1) * sizeof(std::uint64_t), 0))) {
    scratch.texts.clear();
    scratch.scales.assign(rows, 0);
  }

  void put(std::size_t row, base::ForeignAnswer const& answer) {
    statuses_[row] = border_status(answer.status);
    numbers_[row] = answer.value.number.coefficient();
    scratch_->scales[row] = answer.value.number.scale();
    scratch_->texts += answer.value.text;
    offsets_[row + 1] = scratch_->texts.size();
    if (first_fault_.empty()) {
      first_fault_ = answer.fault;
    }
  }

  [[nodiscard]] BatchAnswer answer() const {
    BatchAnswer answer;
    answer.type = type_;
    answer.fault = first_fault_;
    answer.statuses = {statuses_, rows_};
    answer.numbers = {numbers_, rows_};
    answer.scales = scratch_->scales;
    answer.text = scratch_->texts;
    answer.offsets = {offsets_, rows_ + 1};
    return answer;
  }

 private:
  ForeignType type_;
  std::size_t rows_;
  BatchScratch* scratch_;  // of the caller, which outlives this
  jur_status* statuses_;
  std::int64_t* numbers_;
  std::uint64_t* offsets_;
  std::string first_fault_;
};

}  // namespace

BatchAnswer Jurisdiction::call_batch(std::size_t function, std::span<jur_column const> arguments, std::size_t rows,
                                     BatchScratch& scratch) const {
  CHECK(function < contract_.functions.size() && rows <= kMaxBatchRows);
  auto const& types = contract_.functions[function].arguments;
  CHECK(arguments.size() == types.size());
  for (std::size_t at = 0; at < types.size(); ++at) {
    CHECK(arguments[at].type == border_type(types[at]));
    if (!can_cross(arguments[at], rows)) {
      return {ForeignStatus::bad_argument, contract_.functions[function].result, cannot_cross(function).fault};
    }
  }
  if (distrust_.is_set()) {
    return {ForeignStatus::fault, contract_.functions[function].result, distrust_.fault()};
  }
  bool const native = contract_.codes[function].batch != nullptr;
  return native ? native_batch(function, arguments, rows, scratch) : row_by_row(function, arguments, rows, scratch);
}

BatchAnswer Jurisdiction::native_batch(std::size_t function, std::span<jur_column const> arguments, std::size_t rows,
                                       BatchScratch& scratch) const {
  auto* const batch = contract_.codes[function].batch;
  ForeignType const type = contract_.functions[function].result;
  std::size_t capacity = std::max<std::size_t>(rows, 1) * kFirstTextBytes;
  for (bool grown = false;; grown = true) {
    BatchResults results(type, rows, capacity, scratch);
    Ran const ran = run([&] { return batch(arguments.data(), arguments.size(), rows, results.for_plugin()); });
    Breach breach = results.frame_breach();
    if (breach == Breach::none && ran.threw) {
      breach = Breach::threw;
    }
    if (breach == Breach::none && ran.status == JUR_OK) {
      breach = results.whole_breach();
    }
    if (breach != Breach::none) {
      return batch_fault(function, breach);
    }
    std::uint64_t const needed = results.written().text_size;
    if (type == ForeignType::text && ran.status == JUR_BUFFER_TOO_SMALL && !grown && needed > capacity) {
      if (needed > rows * JUR_MAX_TEXT) {
        return batch_fault(function, Breach::text_too_long);
      }
      capacity = needed;
      continue;
    }
    return ran.status == JUR_OK ? checked(function, results) : batch_other(function, ran.status);
  }
}

BatchAnswer Jurisdiction::checked(std::size_t function, BatchResults& results) const {
  Breach const breach = results.check_rows();
  BatchAnswer answer = results.answer();
  if (breach != Breach::none) {
    answer.fault = note(breach, function_words(function));
  } else if (results.first_bad_argument() < answer.statuses.size()) {
    answer.fault = other_answer(function, JUR_BAD_ARGUMENT).fault;
  }
  return answer;
}

BatchAnswer Jurisdiction::batch_other(std::size_t function, jur_status status) const {
  if (status == JUR_UNKNOWN) {  // it is a row that has no answer, not a batch
    return batch_fault(function, Breach::wrong_status);
  }
  base::ForeignAnswer const answer = other_answer(function, status);
  return {answer.status, contract_.functions[function].result, answer.fault};
}

BatchAnswer Jurisdiction::row_by_row(std::size_t function, std::span<jur_column const> arguments, std::size_t rows,
                                     BatchScratch& scratch) const {
  Rows results(contract_.functions[function].result, rows, scratch);
  std::array<jur_value, JUR_MAX_ARGUMENTS> values;  // only as many are set as there are arguments
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t at = 0; at < arguments.size(); ++at) {
      values[at] = value_of(arguments[at], row);
    }
    results.put(row, answer(function, values.data(), scratch.row));
  }
  return results.answer();
}

BatchAnswer Jurisdiction::batch_fault(std::size_t function, Breach breach) const {
  return {ForeignStatus::fault, contract_.functions[function].result, note(breach, function_words(function))};
}

}  // namespace hjemmel::host
