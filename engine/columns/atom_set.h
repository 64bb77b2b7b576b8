// Atom set: many truths about one case at once, as bits, fact by fact: what a fact's number says of all of them is one row of a table.
//
// In: groups of up to 64 nodes of a kernel; then cases in a host's struct. Out: by group a word, the bit of its first node lowest, of those
// that hold, and another of those that are open. A truth of one fact hangs on where its number lies between a few limits, or
// on the number itself where there are few; a truth of several facts is worked out by itself. Tested through row.h.
#pragma once

#include <span>
#include <vector>

#include "engine/columns/atom.h"

namespace hjemmel::columns {

class AtomSet {
 public:
  // Both must outlive it.
  AtomSet(Kernel const& kernel, Layout const& layout) : maker_(kernel, layout) {}

  void add_group(std::span<std::uint32_t const> nodes);
  // Once, when all groups are there.
  void finish();
  void run(std::byte const* row);

  [[nodiscard]] std::uint64_t yes(std::size_t group) const { return part(words_.data(), groups_[group]); }
  [[nodiscard]] std::uint64_t open(std::size_t group) const {
    return any_open_ ? part(opens_.data(), groups_[group]) : 0;
  }
  [[nodiscard]] bool any_open() const { return any_open_; }
  // In the order in which they were added, for a trace.
  [[nodiscard]] Atom const& atom(std::size_t at) const { return atoms_[at]; }
  [[nodiscard]] Atoms const& maker() const { return maker_; }

 private:
  struct Group {
    std::uint32_t word = 0;
    std::uint32_t shift = 0;
    std::uint64_t all = 0;
  };
  // What one fact says. Its class, which is a row, is classes[x - least], or how many cuts are not above x; `opens`: by word, the bits
  // that hang on it.
  struct Fact {
    std::uint32_t offset = 0;
    std::uint32_t open = kNone;
    Width width = Width::u8;
    std::vector<std::int64_t> cuts;
    std::int64_t least = 0;
    std::vector<std::uint8_t> classes;
    std::vector<std::int32_t> near_cuts;  // the cuts in 32 bits, filled up to a multiple of kCutsAtOnce
    std::vector<std::uint64_t> rows;      // by class, then by word
    std::vector<std::uint64_t> opens;
  };
  struct Direct {
    std::uint32_t offset = 0;
    std::int32_t least = 0;
    std::int32_t last = 0;    // of the table, from `least` on
    std::uint32_t words = 0;  // where it begins
  };
  struct Placed {  // an atom that is asked by itself
    std::uint32_t atom = 0;
    std::uint32_t word = 0;
    std::uint64_t bit = 0;
  };

  static std::uint64_t part(std::uint64_t const* words, Group const& group) {
    return words[group.word] >> group.shift & group.all;
  }
  void tabulate(Fact& fact, std::vector<Placed> const& own);
  static void add_classes(Fact& fact);
  void add_direct(Fact const& fact);
  [[nodiscard]] std::uint64_t direct_word(std::byte const* row) const;
  template <class T, std::size_t word_count>
  void add_rows(std::vector<Fact> const& facts, std::byte const* row, std::uint64_t* sums) const;
  template <std::size_t word_count>
  void run_facts(std::byte const* row);
  void run_all_facts(std::byte const* row);
  void run_open(std::byte const* row);

  Atoms maker_;
  std::vector<Atom> atoms_;
  std::vector<Placed> places_;  // by atom
  std::vector<Group> groups_;
  std::vector<std::vector<Fact>> facts_{4};     // by width
  std::vector<std::vector<Direct>> direct_{4};  // by width
  std::vector<std::uint64_t> direct_words_;
  bool all_direct_ = true;
  std::vector<Placed> others_;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> opens_;
  std::uint32_t bits_ = 0;
  bool may_be_open_ = false;
  bool any_open_ = false;
};

}  // namespace hjemmel::columns
