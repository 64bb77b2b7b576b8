// Row trace: what was looked at while one case was decided, in memory that is used again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/columns/kernel.h"

namespace hjemmel::rows {

enum class Truth3 : std::uint8_t { no, yes, open };

// One truth that was looked at: which node of the kernel says it, what it came to, the number that it is about (of an open one 0), and
// what that is held against: of below, above and equals the node's k, of an element its own limit; else 0.
struct TraceStep {
  std::uint32_t node = 0;
  std::uint32_t element = kNone;
  Truth3 truth = Truth3::open;
  std::int64_t value = 0;
  std::int64_t limit = 0;
};

class RowTrace {
 public:
  [[nodiscard]] std::span<TraceStep const> steps() const { return {steps_.data(), size_}; }
  // Room for so many steps in the place of those that there were: where they are to be written. Then how many were.
  [[nodiscard]] TraceStep* begin(std::size_t most) {
    if (steps_.size() < most) {
      steps_.resize(2 * most);
    }
    return steps_.data();
  }
  void end(TraceStep const* behind) { size_ = static_cast<std::size_t>(behind - steps_.data()); }

 private:
  std::vector<TraceStep> steps_;
  std::size_t size_ = 0;
};

}  // namespace hjemmel::rows
