// Classes of each fact are made once; a case then takes one row a fact.
#include "engine/columns/atom_set.h"

#include <algorithm>

namespace hjemmel::columns {
namespace {

constexpr std::uint32_t kBitsOfWord = 64;
constexpr std::uint32_t kBitsOfByte = 8;
constexpr std::uint64_t kMostClasses = 255;
constexpr std::size_t kCutsAtOnce = 8;
constexpr std::size_t kMostDirect = 512;             // numbers
constexpr std::int64_t kMostTabled = 4096;           // numbers that are given their class beforehand
constexpr std::size_t kMostRowBytes = 1024U * 1024;  // of all facts; past that each truth is worked out by itself

bool holds(Atom const& atom, std::int64_t x) {
  std::uint64_t const from = static_cast<std::uint64_t>(x) - atom.low;
  return atom.kind == Atom::Kind::between ? from <= atom.span : from < kBitsOfWord && (atom.span >> from & 1U) != 0;
}

// Where the truth of an atom may change: from the number below to this one.
void add_cuts(Atom const& atom, std::vector<std::int64_t>& cuts) {
  if (atom.kind == Atom::Kind::between) {
    cuts.push_back(static_cast<std::int64_t>(atom.low));
    cuts.push_back(static_cast<std::int64_t>(atom.low + atom.span + 1));
    return;
  }
  for (std::uint32_t bit = 0; bit <= kBitsOfWord; ++bit) {
    cuts.push_back(static_cast<std::int64_t>(atom.low) + bit);
  }
}

}  // namespace

void AtomSet::add_group(std::span<std::uint32_t const> nodes) {
  auto const size = static_cast<std::uint32_t>(nodes.size());
  bool const crosses = bits_ % kBitsOfWord + size > kBitsOfWord;
  bits_ = crosses ? (bits_ + kBitsOfWord - 1) / kBitsOfWord * kBitsOfWord : bits_;
  groups_.push_back({bits_ / kBitsOfWord, bits_ % kBitsOfWord, size == 0 ? 0 : UINT64_MAX >> (kBitsOfWord - size)});
  for (std::uint32_t const node : nodes) {
    places_.push_back(
        {static_cast<std::uint32_t>(atoms_.size()), bits_ / kBitsOfWord, std::uint64_t{1} << (bits_ % kBitsOfWord)});
    atoms_.push_back(maker_.make(node));
    ++bits_;
  }
  bits_ = (bits_ + kBitsOfByte - 1) / kBitsOfByte * kBitsOfByte;
}

void AtomSet::finish() {
  words_.assign(std::max(1U, (bits_ + kBitsOfWord - 1) / kBitsOfWord), 0);
  opens_ = words_;
  std::vector<Placed> simple = places_;
  auto const is_other = [this](Placed const& place) { return atoms_[place.atom].kind > Atom::Kind::one_of; };
  std::copy_if(places_.begin(), places_.end(), std::back_inserter(others_), is_other);
  std::erase_if(simple, is_other);
  std::size_t bytes = 0;
  while (!simple.empty()) {
    Atom const first = atoms_[simple.front().atom];
    auto const is_of = [&](Placed const& place) {
      return atoms_[place.atom].offset == first.offset && atoms_[place.atom].width == first.width;
    };
    std::vector<Placed> own;
    std::copy_if(simple.begin(), simple.end(), std::back_inserter(own), is_of);
    std::erase_if(simple, is_of);
    Fact fact;
    fact.offset = first.offset;
    fact.open = first.open;
    fact.width = first.width;
    tabulate(fact, own);
    bytes += fact.rows.size() * sizeof(std::uint64_t);
    if (fact.rows.empty() || bytes > kMostRowBytes) {
      others_.insert(others_.end(), own.begin(), own.end());
      continue;
    }
    may_be_open_ = may_be_open_ || fact.open != kNone;
    add_direct(fact);
    facts_[static_cast<std::size_t>(fact.width)].push_back(std::move(fact));
  }
}

// Leaves no rows where there are too many classes.
void AtomSet::tabulate(Fact& fact, std::vector<Placed> const& own) {
  for (Placed const& place : own) {
    add_cuts(atoms_[place.atom], fact.cuts);
  }
  std::erase(fact.cuts, INT64_MIN);  // nothing lies below it
  std::sort(fact.cuts.begin(), fact.cuts.end());
  fact.cuts.erase(std::unique(fact.cuts.begin(), fact.cuts.end()), fact.cuts.end());
  if (fact.cuts.size() > kMostClasses) {
    return;
  }
  fact.opens.assign(words_.size(), 0);
  for (std::size_t at = 0; at <= fact.cuts.size(); ++at) {
    std::int64_t const x = at == 0 ? INT64_MIN : fact.cuts[at - 1];
    std::vector<std::uint64_t> row(words_.size());
    for (Placed const& place : own) {
      row[place.word] |= holds(atoms_[place.atom], x) ? place.bit : 0;
      fact.opens[place.word] |= place.bit;
    }
    fact.rows.insert(fact.rows.end(), row.begin(), row.end());
  }
  add_classes(fact);
}

// A byte has a class for each number that it can be, others where their cuts lie near each other; what is left counts its cuts.
void AtomSet::add_classes(Fact& fact) {
  bool const is_byte = fact.width == Width::u8;
  std::int64_t const least = is_byte || fact.cuts.empty() ? 0 : fact.cuts.front();
  std::int64_t const most = is_byte ? UINT8_MAX : fact.cuts.empty() ? 0 : fact.cuts.back();
  bool const near = is_byte || (least > INT32_MIN && most < INT32_MAX);
  if (near && most - least < kMostTabled) {
    fact.least = is_byte ? 0 : least - 1;
    for (std::int64_t x = fact.least; x <= most; ++x) {
      auto const behind = std::upper_bound(fact.cuts.begin(), fact.cuts.end(), x) - fact.cuts.begin();
      fact.classes.push_back(static_cast<std::uint8_t>(behind));
    }
    return;
  }
  if (fact.width == Width::i64) {
    return;
  }
  for (std::int64_t const cut : fact.cuts) {  // those beyond 32 bits are never, or always, reached
    fact.near_cuts.push_back(static_cast<std::int32_t>(std::clamp<std::int64_t>(cut, INT32_MIN, INT32_MAX)));
  }
  while (fact.near_cuts.size() % kCutsAtOnce != 0) {
    fact.near_cuts.push_back(INT32_MAX);
  }
}

// With one word for all truths its rows stand in a table by number.
void AtomSet::add_direct(Fact const& fact) {
  if (words_.size() != 1 || fact.classes.empty() || fact.classes.size() > kMostDirect || fact.width == Width::i64) {
    all_direct_ = false;
    return;
  }
  Direct direct{fact.offset, static_cast<std::int32_t>(fact.least), static_cast<std::int32_t>(fact.classes.size()) - 1,
                static_cast<std::uint32_t>(direct_words_.size())};
  for (std::uint8_t const of : fact.classes) {
    direct_words_.push_back(fact.rows[of]);
  }
  direct_[static_cast<std::size_t>(fact.width)].push_back(direct);
}

std::uint64_t AtomSet::direct_word(std::byte const* row) const {
  std::uint64_t const* const words = direct_words_.data();
  std::uint64_t sum = 0;
  for (Direct const& direct : direct_[0]) {
    sum |= words[direct.words + static_cast<std::size_t>(row[direct.offset])];
  }
  for (Direct const& direct : direct_[1]) {
    std::int16_t x;
    std::memcpy(&x, row + direct.offset, sizeof(x));
    sum |= words[direct.words + static_cast<std::size_t>(std::clamp(x - direct.least, 0, direct.last))];
  }
  for (Direct const& direct : direct_[2]) {
    std::int32_t x;
    std::memcpy(&x, row + direct.offset, sizeof(x));
    std::int64_t const at = std::int64_t{x} - direct.least;
    sum |= words[direct.words + static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, direct.last))];
  }
  return sum;
}

// Numbers below the first of the classes are of its class, and those above the last of that one.
template <class T, std::size_t word_count>
void AtomSet::add_rows(std::vector<Fact> const& facts, std::byte const* row, std::uint64_t* sums) const {
  for (Fact const& fact : facts) {
    T x;
    std::memcpy(&x, row + fact.offset, sizeof(T));
    std::size_t of = 0;
    if constexpr (sizeof(T) == 1) {
      of = fact.classes[static_cast<std::size_t>(x)];
    } else if (!fact.classes.empty()) {
      std::int64_t const last = static_cast<std::int64_t>(fact.classes.size()) - 1;
      of = fact.classes[static_cast<std::size_t>(std::clamp<std::int64_t>(x - fact.least, 0, last))];
    } else if constexpr (sizeof(T) <= 4) {
      std::int32_t behind = 0;
      for (std::size_t at = 0; at < fact.near_cuts.size(); at += kCutsAtOnce) {
        for (std::size_t in = 0; in < kCutsAtOnce; ++in) {
          behind += std::int32_t{x} >= fact.near_cuts[at + in] ? 1 : 0;
        }
      }
      of = std::min(static_cast<std::size_t>(behind), fact.cuts.size());
    } else {
      of = static_cast<std::size_t>(std::upper_bound(fact.cuts.begin(), fact.cuts.end(), x) - fact.cuts.begin());
    }
    std::uint64_t const* const said = fact.rows.data() + of * word_count;
#pragma GCC unroll 8
    for (std::size_t word = 0; word < word_count; ++word) {
      sums[word] |= said[word];
    }
  }
}

template <std::size_t word_count>
void AtomSet::run_facts(std::byte const* row) {
  std::uint64_t sums[word_count] = {};
  add_rows<std::uint8_t, word_count>(facts_[0], row, sums);
  add_rows<std::int16_t, word_count>(facts_[1], row, sums);
  add_rows<std::int32_t, word_count>(facts_[2], row, sums);
  add_rows<std::int64_t, word_count>(facts_[3], row, sums);
  std::copy_n(sums, word_count, words_.begin());
}

void AtomSet::run_all_facts(std::byte const* row) {
  std::size_t const words = words_.size();
  std::fill(words_.begin(), words_.end(), 0);
  for (std::vector<Fact> const& facts : facts_) {
    for (Fact const& fact : facts) {
      std::int64_t const x = Atoms::loaded(fact.width, row + fact.offset);
      auto const of = std::upper_bound(fact.cuts.begin(), fact.cuts.end(), x) - fact.cuts.begin();
      for (std::size_t word = 0; word < words; ++word) {
        words_[word] |= fact.rows[static_cast<std::size_t>(of) * words + word];
      }
    }
  }
}

void AtomSet::run(std::byte const* row) {
  switch (words_.size()) {
    case 1:
      if (all_direct_) {
        words_[0] = direct_word(row);
      } else {
        run_facts<1>(row);
      }
      break;
    case 2:
      run_facts<2>(row);
      break;
    case 3:
      run_facts<3>(row);
      break;
    case 4:
      run_facts<4>(row);
      break;
    case 5:
      run_facts<5>(row);
      break;
    case 6:
      run_facts<6>(row);
      break;
    default:
      run_all_facts(row);
      break;
  }
  any_open_ = false;
  for (Placed const& place : others_) {
    Truth3 const truth = maker_.truth(atoms_[place.atom], row);
    words_[place.word] |= truth == Truth3::yes ? place.bit : 0;
    any_open_ |= truth == Truth3::open;
  }
  if (may_be_open_ || any_open_) {
    run_open(row);
  }
}

// What was read of an open fact is nothing.
void AtomSet::run_open(std::byte const* row) {
  std::fill(opens_.begin(), opens_.end(), 0);
  for (Placed const& place : others_) {
    bool const open = any_open_ && maker_.truth(atoms_[place.atom], row) == Truth3::open;
    opens_[place.word] |= open ? place.bit : 0;
  }
  for (std::vector<Fact> const& facts : facts_) {
    for (Fact const& fact : facts) {
      bool const open = fact.open != kNone && row[fact.open] != std::byte{0};
      any_open_ = any_open_ || open;
      for (std::size_t word = 0; word < opens_.size(); ++word) {
        opens_[word] |= open ? fact.opens[word] : 0;
      }
    }
  }
  for (std::size_t word = 0; word < words_.size(); ++word) {
    words_[word] &= ~opens_[word];
  }
}

}  // namespace hjemmel::columns
