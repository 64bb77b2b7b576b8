// Atom: one truth about one case, read straight from a host's struct.
//
// In: a node of a kernel that connects no other truths. Out: which shape it has: a truth of one fact's number, elements within limits, or any
// other, which is worked out by the general way (scalar.h). Tested through row.h.
#pragma once

#include <memory>
#include <vector>

#include "engine/rows/fact_words.h"
#include "engine/rows/row_trace.h"
#include "engine/rows/scalar.h"
#include "engine/rows/within_limits.h"

namespace hjemmel::rows {

struct Atom {
  enum class Kind : std::uint8_t { fact, within_limits, general } kind = Kind::general;
  Width width = Width::u8;
  bool inverted = false;  // within_limits, general
  std::uint32_t offset = 0;
  std::uint32_t open = kNone;
  FactTruth of_fact;
  std::int64_t limit = 0;   // fact: what its number is held against
  std::uint32_t index = 0;  // within_limits, general: which
};

class Atoms {
 public:
  // Both must outlive it.
  Atoms(Kernel const& kernel, Layout const& layout) : kernel_(kernel), layout_(layout) {}

  [[nodiscard]] Atom make(std::uint32_t node);
  [[nodiscard]] Truth3 truth(Atom const& atom, std::byte const* row);
  [[nodiscard]] WithinLimits const& limits(std::uint32_t index) const { return limits_[index]; }

 private:
  bool make_of_fact(std::uint32_t index, Atom& atom) const;

  Kernel const& kernel_;
  Layout const& layout_;
  std::vector<WithinLimits> limits_;
  std::vector<std::unique_ptr<Scalar>> scalars_;
};

}  // namespace hjemmel::rows
