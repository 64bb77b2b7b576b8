// Within limits: whether each element's number keeps to the limit that its ordinal has: `every s in seizures has s.amount <= limit(s.substance)`.
//
// In: a node of a kernel that says so, and a layout; then cases in a host's struct. Out: how far all lie within. Elements that can be read
// whatever their number is are all held against their limits, without a jump that hangs on data. Tested in tests/unit/rows/within_limits_test.cpp.
#pragma once

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

#include "engine/rows/layout.h"
#include "engine/rows/row_trace.h"

namespace hjemmel::rows {

// What such a node is made of.
struct LimitParts {
  Node const* ordinal = nullptr;  // loads, of elements
  Node const* number = nullptr;
  columns::Lookup const* table = nullptr;
  bool at_most = true;  // else at least
  bool closer = false;  // the limit itself is beyond
};

// None where it is of another shape.
[[nodiscard]] std::optional<LimitParts> limit_parts(Kernel const& kernel, Node const& every);

// By ordinal, included; turned (all bits the other way) where a limit is the least number; of an ordinal without one
// WithinLimits::kNoLimit.
[[nodiscard]] std::vector<std::int64_t> turned_limits(LimitParts const& parts);

class WithinLimits {
 public:
  // None where the node is of another shape, or a field of an element may be open. The layout must outlive it.
  [[nodiscard]] static std::optional<WithinLimits> make(Kernel const& kernel, Layout const& layout, std::uint32_t node);

  // Numbers lie within 60 bits, differences of them within 61: a gap that reaches this one is an ordinal's without a limit.
  static constexpr std::int64_t kUnknownGap = std::int64_t{1} << 61;
  static constexpr std::int64_t kNoLimit = std::int64_t{1} << 62;

  // Below 0: one lies beyond its limit. From kUnknownGap on: open. Else it holds.
  [[nodiscard]] std::int64_t gap(std::byte const* row) const {
    std::int64_t const gaps = shape_ == Shape::near  ? gaps_of<std::uint8_t, std::int32_t>(row)
                              : shape_ == Shape::far ? gaps_of<std::uint8_t, std::int64_t>(row)
                                                     : slow_gaps(row);
    return with_open(gaps, row);
  }

  // Of how many elements a trace tells at most, of one case.
  [[nodiscard]] std::size_t most_steps(std::byte const* row) const {
    return static_cast<std::size_t>(std::max(readable_, count_of(row)));
  }
  struct Told {
    TraceStep* end = nullptr;
    std::int64_t gap = 0;  // as `gap` gives it
  };
  // A step for each element from `into` on, where there is room for most_steps.
  [[nodiscard]] Told tell(std::uint32_t node, std::byte const* row, TraceStep* into) const;

 private:
  enum class Shape : std::uint8_t { near, far, other };

  [[nodiscard]] std::int64_t count_of(std::byte const* row) const {
    std::int64_t const count = load(count_width_, row + count_);
    return count < 0 ? 0 : count;
  }
  [[nodiscard]] std::byte const* first_of(std::byte const* row) const {
    std::byte const* element = row + elements_;
    if (by_pointer_) {
      std::memcpy(&element, row + elements_, sizeof(element));
    }
    return element;
  }
  [[nodiscard]] std::int64_t with_open(std::int64_t gaps, std::byte const* row) const {
    return open_ == kNone || row[open_] == std::byte{0} ? gaps : gaps | kUnknownGap;
  }
  template <class Limit, class Load>
  [[nodiscard]] Told tell_each(std::uint32_t node, std::byte const* row, TraceStep* into, Limit limit_of,
                               Load number_of) const;
  // How far the element lies within its limit; below 0: beyond it.
  template <class Ordinal, class Number>
  [[nodiscard]] std::uint64_t gap_of(std::byte const* element) const {
    Ordinal ordinal;
    Number number;
    std::memcpy(&ordinal, element + ordinal_, sizeof(ordinal));
    std::memcpy(&number, element + number_, sizeof(number));
    return static_cast<std::uint64_t>(limits_[ordinal]) - (static_cast<std::uint64_t>(number) ^ turn_);
  }
  // Of all elements joined: below 0 where one is, and at least kUnknownGap where one is and none is below 0.
  template <class Ordinal, class Number>
  [[nodiscard]] std::int64_t gaps_of(std::byte const* row) const {
    std::int64_t const count = count_of(row);
    std::byte const* element = first_of(row);
    std::uint64_t gaps = 0;
    std::int64_t at = 0;
    for (; at < readable_; ++at, element += stride_) {
      gaps |= gap_of<Ordinal, Number>(element) & static_cast<std::uint64_t>((at - count) >> 63);
    }
    for (; at < count; ++at, element += stride_) {
      gaps |= gap_of<Ordinal, Number>(element);
    }
    return static_cast<std::int64_t>(gaps);
  }
  [[nodiscard]] std::int64_t slow_gaps(std::byte const* row) const;

  Shape shape_ = Shape::other;
  Width count_width_ = Width::u8;
  Width ordinal_width_ = Width::u8;
  Width number_width_ = Width::i32;
  bool by_pointer_ = false;
  std::uint32_t count_ = 0;
  std::uint32_t elements_ = 0;
  std::uint32_t stride_ = 0;
  std::uint32_t open_ = kNone;
  std::uint32_t ordinal_ = 0;
  std::uint32_t number_ = 0;
  std::int64_t readable_ = 0;
  std::uint64_t turn_ = 0;            // all bits where a limit is the least number; limits are turned likewise
  std::vector<std::int64_t> limits_;  // by ordinal, included; of a byte for each that it can be
};

}  // namespace hjemmel::rows
