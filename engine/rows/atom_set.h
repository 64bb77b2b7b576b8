// Atom set: many truths about one case at once, as bits.
//
// In: groups of up to 64 nodes of a kernel; then cases in a host's struct. Out: by group a word, the bit of its first node lowest, of those
// that hold, and another of those that are open. Truths of single facts stand in tables (fact_words.h); elements within
// limits, and whatever else there is, are worked out by themselves. Tested through row.h.
#pragma once

#include <span>
#include <vector>

#include "engine/rows/atom.h"
#include "engine/rows/fact_loops.h"
#include "engine/rows/row_code.h"

namespace hjemmel::rows {

class AtomSet {
 public:
  struct Word {
    std::uint64_t yes = 0;
    std::uint64_t open = 0;
    friend bool operator==(Word const&, Word const&) = default;
  };
  enum class Told : std::uint8_t { that_it_holds, that_it_fails };

  // Both must outlive it. `told`: what a bit says that is set.
  AtomSet(Kernel const& kernel, Layout const& layout, Told told = Told::that_it_holds)
      : maker_(kernel, layout), extent_(extent_of(kernel.slots, layout)), told_(told) {}

  void add_group(std::span<std::uint32_t const> nodes);
  // Once, when all groups are there.
  void finish();

  // The tables of single facts, and code that reads them in the place of the loops over them.
  [[nodiscard]] FactView const& tables() const { return view_; }
  void run_natively(RowCode::Run code) { native_ = code; }

  void run(std::byte const* row);
  // Of one group, instead of `run`.
  [[nodiscard]] Word run_word(std::byte const* row);

  // After `run`: which are set, and which are open; of those no bit is set.
  [[nodiscard]] std::uint64_t set(std::size_t group) const { return part(words_.data(), groups_[group]); }
  [[nodiscard]] std::uint64_t open(std::size_t group) const {
    return any_open_ ? part(opens_.data(), groups_[group]) : 0;
  }
  [[nodiscard]] bool any_open() const { return any_open_; }

  // The same, and what was looked at for each truth.
  [[nodiscard]] Word run_word(std::byte const* row, RowTrace& trace);

 private:
  struct Group {
    std::uint32_t word = 0;
    std::uint32_t shift = 0;
    std::uint64_t all = 0;
  };
  struct Placed {
    std::uint32_t node = 0;
    Atom atom;
    std::uint32_t word = 0;
    std::uint64_t bit = 0;
  };
  struct PlacedLimits {
    WithinLimits limits;
    std::uint64_t turned = 0;  // all bits: it holds where one lies beyond
    std::uint32_t word = 0;
    std::uint64_t bit = 0;
  };
  struct TellPlace {               // a step of a trace, and before it those of the elements that it is about
    TraceStep step;                // but for its truth and its number
    std::uint32_t limits = kNone;  // which of limits_
    std::uint32_t offset = kNone;  // of the number; kNone: there is none
    Width width = Width::u8;
  };
  struct OpenPlace {  // of a fact
    std::uint32_t open = kNone;
    std::uint32_t first = 0;  // of the words of its bits in open_bits_
  };

  static std::uint64_t part(std::uint64_t const* words, Group const& group) {
    return words[group.word] >> group.shift & group.all;
  }
  void add_fact(std::vector<Placed> const& own);
  [[nodiscard]] bool any_fact_open(std::byte const* row) const {
    std::byte any{0};
    for (OpenPlace const& place : open_places_) {
      any |= row[place.open];
    }
    return any != std::byte{0};
  }
  void set_open(std::uint32_t word, std::uint64_t bit);
  void run_limits(std::byte const* row);
  void run_others(std::byte const* row);
  void run_open(std::byte const* row);
  [[nodiscard]] Word run_slowly(std::byte const* row);
  void add_telling();
  [[nodiscard]] std::size_t most_steps(std::byte const* row) const;
  // `word`: of all truths, or, where facts are known, of all that elements have no part in; gives that of all.
  template <bool facts_known>
  [[nodiscard]] Word tell(Word word, std::byte const* row, RowTrace& trace) const;
  template <bool facts_known>
  [[nodiscard]] TraceStep* tell_elements(TellPlace const& place, std::byte const* row, TraceStep* step,
                                         Word& word) const;
  static void add(PlacedLimits const& place, std::int64_t gap, Word& word) {
    word.yes ^= ~(static_cast<std::uint64_t>(gap >> 63) ^ place.turned) & place.bit;
    if (gap >= WithinLimits::kUnknownGap) [[unlikely]] {
      word.yes &= ~place.bit;
      word.open |= place.bit;
    }
  }

  Atoms maker_;
  Extent extent_;
  Told told_;
  std::vector<Placed> placed_;  // in the order in which they were added
  std::vector<Group> groups_;
  FactLoops const& loops_ = fact_loops();
  std::unique_ptr<FactWords> facts_;
  FactView view_;
  RowCode::Run native_ = nullptr;  // of the tables; null: the loops
  std::vector<PlacedLimits> limits_;
  std::vector<Placed> others_;
  std::vector<TellPlace> telling_;  // in the order of the bits
  std::vector<OpenPlace> open_places_;
  std::vector<std::uint64_t> open_bits_;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> opens_;
  std::uint32_t bits_ = 0;
  bool is_quick_ = false;  // one word, of facts and of limits
  bool any_open_ = false;
};

inline AtomSet::Word AtomSet::run_word(std::byte const* row) {
  if (!is_quick_ || any_fact_open(row)) {
    return run_slowly(row);
  }
  Word word{loops_.one(view_, row), 0};
  for (PlacedLimits const& place : limits_) {
    add(place, place.limits.gap(row), word);
  }
  return word;
}

}  // namespace hjemmel::rows
