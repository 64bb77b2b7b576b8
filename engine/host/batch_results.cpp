// One quick pass without branches over a batch that is sound, which is every batch of a sound plugin; a slow one otherwise.
#include "engine/host/batch_results.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace hjemmel::host {
namespace {

using base::ForeignType;

constexpr int kUnwrittenByte = 0x80;  // of kUnwritten
constexpr int kNoStatus = 0xFF;       // of a row that was forgotten: -1

jur_results start_of(ForeignType type, std::size_t rows, std::size_t text_capacity, BatchScratch& scratch) {
  jur_results start{};
  start.type = static_cast<jur_type>(type) + JUR_BOOL;
  start.statuses = reinterpret_cast<jur_status*>(scratch.statuses.prepare(rows * sizeof(jur_status), kNoStatus));
  if (type == ForeignType::text) {
    start.text = scratch.text.prepare(text_capacity);
    start.offsets =
        reinterpret_cast<std::uint64_t*>(scratch.offsets.prepare((rows + 1) * sizeof(std::uint64_t), kUnwrittenByte));
    start.offsets[0] = 0;
    start.capacity = text_capacity;
  } else {
    start.numbers =
        reinterpret_cast<std::int64_t*>(scratch.numbers.prepare(rows * sizeof(std::int64_t), kUnwrittenByte));
  }
  return start;
}

}  // namespace

BatchResults::BatchResults(ForeignType type, std::size_t rows, std::size_t text_capacity, BatchScratch& scratch)
    : type_(type),
      rows_(rows),
      scratch_(&scratch),
      start_(start_of(type, rows, text_capacity, scratch)),
      results_(start_) {}

Breach BatchResults::frame_breach() const {
  jur_results const& now = results_.value;
  bool const text = type_ == ForeignType::text;
  bool const intact =
      results_.is_intact() && scratch_->statuses.is_intact() &&
      (text ? scratch_->text.is_intact() && scratch_->offsets.is_intact() : scratch_->numbers.is_intact());
  if (!intact) {
    return Breach::wrote_outside;
  }
  bool const as_set = now.type == start_.type && now.numbers == start_.numbers && now.statuses == start_.statuses &&
                      now.text == start_.text && now.offsets == start_.offsets && now.capacity == start_.capacity;
  return as_set ? Breach::none : Breach::changed_result;
}

Breach BatchResults::whole_breach() const {
  if (!is_sound_scale(type_, results_.value.scale)) {
    return Breach::wrong_scale;
  }
  if (type_ != ForeignType::text) {
    return Breach::none;
  }
  if (results_.value.text_size > start_.capacity) {
    return Breach::text_too_long;
  }
  std::uint64_t const* const offsets = start_.offsets;
  bool const fit =
      offsets[0] == 0 && std::is_sorted(offsets, offsets + rows_ + 1) && offsets[rows_] == results_.value.text_size;
  return fit ? Breach::none : Breach::wrong_offsets;
}

bool BatchResults::is_plainly_sound() const {
  NumberRange const range = range_of(type_);
  bool unsound = false;
  for (std::size_t row = 0; row < rows_; ++row) {
    unsound |= start_.statuses[row] != JUR_OK;
  }
  for (std::size_t row = 0; row < rows_ && type_ != ForeignType::text; ++row) {
    unsound |= start_.numbers[row] < range.low || start_.numbers[row] > range.high;
  }
  return !unsound && type_ != ForeignType::text;
}

Breach BatchResults::row_breach(std::size_t row) const {
  switch (start_.statuses[row]) {
    case JUR_OK:
      break;
    case JUR_UNKNOWN:
    case JUR_BAD_ARGUMENT:
      return Breach::none;
    case JUR_INTERNAL:
      return Breach::internal;
    default:
      return Breach::wrong_status;
  }
  if (type_ != ForeignType::text) {
    return number_breach(type_, start_.numbers[row], results_.value.scale);
  }
  std::uint64_t const size = start_.offsets[row + 1] - start_.offsets[row];
  if (size > JUR_MAX_TEXT) {
    return Breach::text_too_long;
  }
  return base::find_utf8_fault({start_.text + start_.offsets[row], size}) ? Breach::invalid_utf8 : Breach::none;
}

Breach BatchResults::check_rows() {
  if (is_plainly_sound()) {
    return Breach::none;
  }
  Breach first = Breach::none;
  for (std::size_t row = 0; row < rows_; ++row) {
    Breach const breach = row_breach(row);
    if (breach != Breach::none) {
      start_.statuses[row] = JUR_INTERNAL;
      first = first == Breach::none ? breach : first;
    }
  }
  return first;
}

std::size_t BatchResults::first_bad_argument() const {
  auto const* const end = start_.statuses + rows_;
  return static_cast<std::size_t>(std::find(static_cast<jur_status const*>(start_.statuses), end, JUR_BAD_ARGUMENT) -
                                  start_.statuses);
}

BatchAnswer BatchResults::answer() const {
  BatchAnswer answer;
  answer.type = type_;
  answer.statuses = {start_.statuses, rows_};
  if (type_ == ForeignType::text) {
    answer.text = {start_.text, results_.value.text_size};
    answer.offsets = {start_.offsets, rows_ + 1};
    return answer;
  }
  answer.numbers = {start_.numbers, rows_};
  if (type_ == ForeignType::decimal) {
    scratch_->scales.assign(rows_, results_.value.scale);
    answer.scales = scratch_->scales;
  }
  return answer;
}

}  // namespace hjemmel::host
