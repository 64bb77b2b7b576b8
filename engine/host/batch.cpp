// The buffers of a batch and the reading of its answer.
#include "engine/host/batch.h"

#include "engine/base/check.h"
#include "engine/host/guard.h"

namespace hjemmel::host {

using base::Decimal;
using base::ForeignStatus;
using base::ForeignType;

char* GuardedBuffer::prepare(std::size_t capacity) {
  if (memory_.size() < guarded_size(capacity)) {
    memory_.resize(guarded_size(capacity));
  }
  capacity_ = capacity;
  return set_guards(memory_.data(), capacity);
}

char* GuardedBuffer::prepare(std::size_t capacity, int fill) {
  char* const begin = prepare(capacity);
  std::memset(begin, fill, capacity);
  return begin;
}

bool GuardedBuffer::is_intact() const { return memory_.empty() || guards_intact(memory_.data(), capacity_); }

ForeignStatus BatchAnswer::status_of(std::size_t row) const {
  if (status != ForeignStatus::ok) {
    return status;
  }
  CHECK(row < statuses.size());
  switch (statuses[row]) {
    case JUR_OK:
      return ForeignStatus::ok;
    case JUR_UNKNOWN:
      return ForeignStatus::unknown;
    case JUR_BAD_ARGUMENT:
      return ForeignStatus::bad_argument;
    default:
      return ForeignStatus::fault;
  }
}

base::ForeignValue BatchAnswer::value(std::size_t row) const {
  CHECK(status_of(row) == ForeignStatus::ok);
  if (type == ForeignType::text) {
    return {Decimal(), text.substr(offsets[row], offsets[row + 1] - offsets[row])};
  }
  return {Decimal::of(numbers[row], type == ForeignType::decimal ? scales[row] : 0), {}};
}

}  // namespace hjemmel::host
