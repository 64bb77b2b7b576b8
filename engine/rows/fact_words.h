// Fact words: what the numbers of single facts say of many truths about one case, in tables, so that a case takes one row of a table a
// fact, or one for several flags together.
//
// In: by fact, where its number lies and which bits hang on it. Out: tables, and where to look in them: fact_loops.h reads them. A
// row is as wide as all bits together, and the rows of all facts, joined by exclusive or, are the answer: each bit hangs on one fact.
// Numbers outside of the range that was told for a fact count as what they are. Tested in tests/unit/rows/fact_words_test.cpp.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/rows/layout.h"

namespace hjemmel::rows {

inline constexpr std::size_t kMostRowBytes = 1024U * 1024;  // of all tables; a fact past that is left to others
inline constexpr std::size_t kMostClasses = 256;            // between whose limits one fact's number may lie
inline constexpr std::size_t kMostDirectBytes = 4096;       // of a table with a row for each number, or set of flags
inline constexpr std::size_t kFarLanes = 4;                 // cuts that are counted together
inline constexpr std::size_t kLanes = 8;                    // facts whose numbers are counted together

// `first` is where a table begins, in words.

// Up to eight bytes, of which each says only whether it is 0.
struct FlagsPlace {
  std::uint64_t used = 0;  // the highest bit of each byte that is one of them
  std::uint32_t offset = 0;
  std::uint32_t shift = 0;  // to the first of them
  std::uint32_t first = 0;
};

// A row for each number from `least` to `most`; those below have the first one, those above the last.
struct DirectPlace {
  std::int64_t first = 0;  // of the number 0
  std::uint32_t offset = 0;
  std::int32_t least = 0;
  std::int32_t most = 0;
};

// A row for each number of cuts that are not above the number.
struct CountedPlace {
  std::uint32_t offset = 0;
  Width width = Width::u8;
  std::uint32_t cuts = 0;  // each less one, then as many above all numbers as fill kFarLanes
  std::uint32_t cuts_end = 0;
  std::uint32_t first = 0;
};

// The same of numbers of 32 bits that lie together, each held against as many cuts: above all numbers where a fact has fewer.
struct LanesPlace {
  std::array<std::int32_t, kLanes> first{};  // in rows; of a number that nothing hangs on, a row of nothing
  std::uint32_t offset = 0;
  std::uint32_t cuts = 0;  // each less one, by cut, then by lane
  std::uint32_t cuts_end = 0;
};

// For the loops, which call nothing.
struct FactView {
  std::uint64_t const* rows = nullptr;
  std::uint64_t const* start = nullptr;  // what holds of no fact yet
  std::size_t words = 0;                 // of a row
  FlagsPlace const* flags = nullptr;
  FlagsPlace const* flags_end = nullptr;
  DirectPlace const* direct[3] = {};  // by width
  DirectPlace const* direct_end[3] = {};
  CountedPlace const* counted = nullptr;
  CountedPlace const* counted_end = nullptr;
  LanesPlace const* lanes = nullptr;
  LanesPlace const* lanes_end = nullptr;
  std::int64_t const* cuts = nullptr;
  std::int32_t const* lane_cuts = nullptr;
};

// One truth of one fact, and its bit. between: low <= x <= low + span, counted round the end of 64 bits, so that `outside` is a range
// too. one_of: bit x - low of `span`.
struct FactTruth {
  bool between = true;
  std::uint64_t low = 0;
  std::uint64_t span = 0;
  std::uint32_t word = 0;
  std::uint64_t bit = 0;

  [[nodiscard]] bool holds(std::int64_t x) const {
    std::uint64_t const from = static_cast<std::uint64_t>(x) - low;
    return between ? from <= span : from < 64 && (span >> from & 1U) != 0;
  }
};

class FactWords {
 public:
  // `start`: the bits that are set where no truth holds; as many words as bits need.
  FactWords(std::vector<std::uint64_t> start, Extent extent);
  FactWords(FactWords const&) = delete;
  FactWords& operator=(FactWords const&) = delete;

  // False where its tables would be too large: then nothing is kept of it.
  [[nodiscard]] bool add(std::uint32_t offset, Width width, std::span<FactTruth const> truths);
  // Once, when all facts are there.
  void finish();

  [[nodiscard]] FactView const& view() const { return view_; }
  [[nodiscard]] std::size_t words() const { return words_; }  // of a row
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  struct Fact {
    std::uint32_t offset = 0;
    Width width = Width::u8;
    std::vector<std::int64_t> cuts;   // each above the least that the width holds
    std::vector<std::uint64_t> rows;  // by how many cuts are not above it
  };

  [[nodiscard]] std::vector<std::uint64_t> row_at(std::int64_t x, std::span<FactTruth const> truths) const;
  [[nodiscard]] std::uint64_t const* row_of(Fact const& fact, std::int64_t x) const;
  [[nodiscard]] std::uint32_t add_row(std::uint64_t const* row);
  bool charge(std::size_t rows);
  void place_flags();
  void place_group(std::vector<Fact> const& group);
  bool place_direct(Fact const& fact);
  void place_lanes();
  bool place_window(std::vector<Fact>& near);
  void place_counted(Fact const& fact);
  void finish_view();

  std::vector<std::uint64_t> start_;
  Extent extent_;
  std::size_t words_;
  std::size_t bytes_ = 0;
  std::vector<Fact> facts_;
  std::vector<std::uint64_t> rows_;
  std::vector<FlagsPlace> flags_;
  std::array<std::vector<DirectPlace>, 3> direct_;
  std::vector<CountedPlace> counted_;
  std::vector<LanesPlace> lanes_;
  std::vector<std::int64_t> cuts_;
  std::vector<std::int32_t> lane_cuts_;
  FactView view_;
};

}  // namespace hjemmel::rows
