// Many calls of one function at once: what comes out, and the memory that a caller keeps for it.
//
// In: columns of arguments (plugins/abi/jurisdiction.h). Out: one status and one value a row, checked as single calls are.
// Tested in tests/plugin/batch_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/foreign.h"
#include "plugins/abi/jurisdiction.h"

namespace hjemmel::host {

inline constexpr std::size_t kMaxBatchRows = 16384;  // of one call; callers cut longer columns

// Memory between guards; see guard.h.
class GuardedBuffer {
 public:
  // Room for so many bytes, each set to `fill`, between fresh guards.
  char* prepare(std::size_t capacity, int fill);
  // Likewise, but the bytes stay as they are.
  char* prepare(std::size_t capacity);
  [[nodiscard]] bool is_intact() const;

 private:
  std::vector<char> memory_;
  std::size_t capacity_ = 0;
};

// Of one thread; holds what the last BatchAnswer refers to.
struct BatchScratch {
  GuardedBuffer numbers;
  GuardedBuffer statuses;
  GuardedBuffer offsets;
  GuardedBuffer text;
  std::vector<std::int32_t> scales;
  std::string texts;  // one after the other, where the function is called row by row
  base::ForeignScratch row;
};

struct BatchAnswer {
  // ok: each row has its own status. bad_argument, fault: it holds of all rows, and nothing below is set.
  base::ForeignStatus status = base::ForeignStatus::ok;
  base::ForeignType type = base::ForeignType::boolean;
  std::string fault = {};  // of the batch; otherwise of one of the rows that ended in fault or bad_argument, if any did

  std::span<jur_status const> statuses =
      {};  // JUR_OK, JUR_UNKNOWN, JUR_BAD_ARGUMENT or JUR_INTERNAL (a fault of the row)
  std::span<std::int64_t const> numbers = {};
  std::span<std::int32_t const> scales = {};  // decimal
  std::string_view text = {};
  std::span<std::uint64_t const> offsets = {};  // text: one more than rows

  [[nodiscard]] base::ForeignStatus status_of(std::size_t row) const;
  // Only of a row that is ok.
  [[nodiscard]] base::ForeignValue value(std::size_t row) const;
};

}  // namespace hjemmel::host
