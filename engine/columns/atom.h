// Atom: one truth about one case, read straight from a host's struct: the shapes that rules have most, each in a few instructions.
//
// In: a node of a kernel that connects no other truths. Out: false, true or open. What has none of the shapes is worked out by the general
// way (scalar.h), with the same result. Tested through row.h.
#pragma once

#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "engine/columns/scalar.h"

namespace hjemmel::columns {

enum class Truth3 : std::uint8_t { no, yes, open };

// Every element's number is held against a limit that its ordinal has: `every s in seizures has s.amount <= limit(s.substance)`.
struct WithinLimits {
  ListPlace const* list = nullptr;
  FieldPlace ordinal;
  FieldPlace number;
  Width ordinal_width = Width::u8;
  Width number_width = Width::i32;
  bool at_most = true;               // else at least
  std::vector<std::int64_t> limits;  // by ordinal, included
};

// One truth that was looked at: which node of the kernel says it, what it came to, and the number that it is about. Of an element held
// against its own limit also which one, and that limit.
struct TraceStep {
  std::uint32_t node = 0;
  std::uint32_t element = kNone;
  Truth3 truth = Truth3::open;
  std::int64_t value = 0;
  std::int64_t limit = 0;
};

// Steps, in memory that is used again.
class RowTrace {
 public:
  [[nodiscard]] std::span<TraceStep const> steps() const { return {steps_.data(), size_}; }
  void clear() { size_ = 0; }
  // Room for so many more.
  void reserve(std::size_t more) {
    if (steps_.size() < size_ + more) {
      steps_.resize(2 * (size_ + more));
    }
  }
  // There is room.
  void add(TraceStep const& step) { steps_[size_++] = step; }

 private:
  std::vector<TraceStep> steps_;
  std::size_t size_ = 0;
};

struct Atom {
  // between: low <= x <= low + span, counted round the end of 64 bits, so that `outside` is a range too. one_of: bit x - low of `span`.
  enum class Kind : std::uint8_t { between, one_of, within_limits, general } kind = Kind::general;
  Width width = Width::u8;
  bool inverted = false;  // within_limits, general
  std::uint32_t offset = 0;
  std::uint32_t open = kNone;
  std::uint64_t low = 0;
  std::uint64_t span = 0;
  std::uint32_t index = 0;  // within_limits, general: which
};

class Atoms {
 public:
  // Both must outlive it.
  Atoms(Kernel const& kernel, Layout const& layout) : kernel_(kernel), layout_(layout) {}

  [[nodiscard]] Atom make(std::uint32_t node);
  [[nodiscard]] Truth3 truth(Atom const& atom, std::byte const* row) {
    if (atom.kind > Atom::Kind::one_of) {
      return slower(atom, row);
    }
    if (atom.open != kNone && row[atom.open] != std::byte{0}) {
      return Truth3::open;
    }
    auto const x = static_cast<std::uint64_t>(loaded(atom.width, row + atom.offset)) - atom.low;
    if (atom.kind == Atom::Kind::between) {
      return static_cast<Truth3>(x <= atom.span);
    }
    return static_cast<Truth3>(x < 64 ? atom.span >> x & 1U : 0U);
  }

  // Adds what was looked at for the atom of a node, which came to `truth`.
  void tell(Atom const& atom, std::uint32_t node, Truth3 truth, std::byte const* row, RowTrace& trace) const;

  // `load`, where it can be inlined.
  [[nodiscard]] static std::int64_t loaded(Width width, std::byte const* at) {
    std::int64_t wide = 0;
    std::int32_t narrow = 0;
    std::int16_t small = 0;
    switch (width) {
      case Width::u8:
        return static_cast<std::int64_t>(*at);
      case Width::i16:
        std::memcpy(&small, at, sizeof(small));
        return small;
      case Width::i32:
        std::memcpy(&narrow, at, sizeof(narrow));
        return narrow;
      case Width::i64:
        break;
    }
    std::memcpy(&wide, at, sizeof(wide));
    return wide;
  }

 private:
  [[nodiscard]] Truth3 slower(Atom const& atom, std::byte const* row);
  template <class Ordinal, class Number>
  [[nodiscard]] static bool within_as(WithinLimits const& limits, std::byte const* row);
  [[nodiscard]] static bool within(WithinLimits const& limits, std::byte const* row);
  void trace_elements(WithinLimits const& limits, std::uint32_t node, std::byte const* row, RowTrace& trace) const;
  bool make_range(Node const& node, bool inverted, Atom& atom) const;
  bool make_set(Node const& node, bool inverted, Atom& atom) const;
  bool make_limits(Node const& node, Atom& atom);

  Kernel const& kernel_;
  Layout const& layout_;
  std::vector<WithinLimits> limits_;
  std::vector<std::unique_ptr<Scalar>> scalars_;
};

}  // namespace hjemmel::columns
