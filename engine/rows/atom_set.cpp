// Each truth to its bit; what is open is taken out afterwards.
#include "engine/rows/atom_set.h"

#include <algorithm>
#include <iterator>

namespace hjemmel::rows {
namespace {

constexpr std::uint32_t kBitsOfWord = 64;

bool is_same_fact(Atom const& a, Atom const& b) {
  return a.kind == Atom::Kind::fact && b.kind == Atom::Kind::fact && a.offset == b.offset && a.width == b.width &&
         a.open == b.open;
}

}  // namespace

void AtomSet::add_group(std::span<std::uint32_t const> nodes) {
  auto const size = static_cast<std::uint32_t>(nodes.size());
  bool const crosses = bits_ % kBitsOfWord + size > kBitsOfWord;
  bits_ = crosses ? (bits_ + kBitsOfWord - 1) / kBitsOfWord * kBitsOfWord : bits_;
  groups_.push_back({bits_ / kBitsOfWord, bits_ % kBitsOfWord, size == 0 ? 0 : UINT64_MAX >> (kBitsOfWord - size)});
  for (std::uint32_t const node : nodes) {
    placed_.push_back({node, maker_.make(node), bits_ / kBitsOfWord, std::uint64_t{1} << (bits_ % kBitsOfWord)});
    ++bits_;
  }
}

void AtomSet::finish() {
  std::vector<std::uint64_t> start(std::max(1U, (bits_ + kBitsOfWord - 1) / kBitsOfWord));
  for (Placed const& place : placed_) {
    start[place.word] |= told_ == Told::that_it_fails ? place.bit : 0;
  }
  facts_ = std::make_unique<FactWords>(start, extent_);
  std::vector<Placed> left = placed_;
  while (!left.empty()) {
    Placed const first = left.front();
    if (first.atom.kind == Atom::Kind::fact) {
      auto const is_own = [&](Placed const& one) { return is_same_fact(one.atom, first.atom); };
      std::vector<Placed> own;
      std::copy_if(left.begin(), left.end(), std::back_inserter(own), is_own);
      std::erase_if(left, is_own);
      add_fact(own);
      continue;
    }
    left.erase(left.begin());
    if (first.atom.kind == Atom::Kind::within_limits) {
      limits_.push_back({maker_.limits(first.atom.index), first.atom.inverted ? UINT64_MAX : 0, first.word, first.bit});
    } else {
      others_.push_back(first);
    }
  }
  add_telling();
  facts_->finish();
  view_ = facts_->view();
  words_.assign(view_.words, 0);
  opens_ = words_;
  is_quick_ = view_.words == 1 && others_.empty();
}

void AtomSet::add_fact(std::vector<Placed> const& own) {
  Atom const& atom = own.front().atom;
  std::vector<FactTruth> truths;
  for (Placed const& place : own) {
    FactTruth truth = place.atom.of_fact;
    truth.word = place.word;
    truth.bit = place.bit;
    truths.push_back(truth);
  }
  if (!facts_->add(atom.offset, atom.width, truths)) {
    others_.insert(others_.end(), own.begin(), own.end());
    return;
  }
  if (atom.open == kNone) {
    return;
  }
  auto const first = static_cast<std::uint32_t>(open_bits_.size());
  open_bits_.resize(open_bits_.size() + facts_->words());
  for (FactTruth const& truth : truths) {
    open_bits_[first + truth.word] |= truth.bit;
  }
  open_places_.push_back({atom.open, first});
}

void AtomSet::run(std::byte const* row) {
  if (native_ != nullptr) {
    (void)native_(row, reinterpret_cast<std::uint32_t const*>(view_.rows),
                  reinterpret_cast<std::int64_t*>(words_.data()));
  } else {
    rows::run(loops_, view_, row, words_.data());
  }
  any_open_ = false;
  run_limits(row);
  run_others(row);
  if (any_fact_open(row)) {
    run_open(row);
  }
}

// The first one that is open clears what there was of the case before.
void AtomSet::set_open(std::uint32_t word, std::uint64_t bit) {
  if (!any_open_) {
    any_open_ = true;
    std::fill(opens_.begin(), opens_.end(), 0);
  }
  words_[word] &= ~bit;
  opens_[word] |= bit;
}

void AtomSet::run_limits(std::byte const* row) {
  for (PlacedLimits const& place : limits_) {
    std::int64_t const gap = place.limits.gap(row);
    words_[place.word] ^= ~(static_cast<std::uint64_t>(gap >> 63) ^ place.turned) & place.bit;
    if (gap >= WithinLimits::kUnknownGap) {
      set_open(place.word, place.bit);
    }
  }
}

void AtomSet::run_others(std::byte const* row) {
  for (Placed const& place : others_) {
    Truth3 const truth = maker_.truth(place.atom, row);
    words_[place.word] ^= truth == Truth3::yes ? place.bit : 0;
    if (truth == Truth3::open) {
      set_open(place.word, place.bit);
    }
  }
}

// What was read of an open fact is nothing.
void AtomSet::run_open(std::byte const* row) {
  for (OpenPlace const& place : open_places_) {
    for (std::uint32_t word = 0; row[place.open] != std::byte{0} && word < words_.size(); ++word) {
      set_open(word, open_bits_[place.first + word]);
    }
  }
}

AtomSet::Word AtomSet::run_slowly(std::byte const* row) {
  run(row);
  return {words_.front(), any_open_ ? opens_.front() : 0};
}

std::size_t AtomSet::most_steps(std::byte const* row) const {
  std::size_t most = placed_.size();
  for (PlacedLimits const& place : limits_) {
    most += place.limits.most_steps(row);
  }
  return most;
}

void AtomSet::add_telling() {
  std::uint32_t next = 0;
  for (Placed const& place : placed_) {
    TellPlace telling;
    telling.step.node = place.node;
    telling.step.limit = place.atom.limit;
    telling.limits = place.atom.kind == Atom::Kind::within_limits ? next++ : kNone;
    telling.offset = place.atom.kind == Atom::Kind::fact ? place.atom.offset : kNone;
    telling.width = place.atom.width;
    telling_.push_back(telling);
  }
}

// Where facts are known, what is open is an element's.
template <bool facts_known>
AtomSet::Word AtomSet::tell(Word word, std::byte const* row, RowTrace& trace) const {
  TraceStep* step = trace.begin(most_steps(row));
  std::uint32_t bit = 0;
  for (TellPlace const& place : telling_) {
    if (facts_known && place.limits == kNone) {
      *step = place.step;
      step->truth = static_cast<Truth3>(word.yes >> bit & 1U);
      std::byte const* const at = row + place.offset;
      step->value = place.width == Width::u8 ? static_cast<std::int64_t>(*at) : load(place.width, at);
    } else {
      step = place.limits == kNone ? step : tell_elements<facts_known>(place, row, step, word);
      bool const open = (word.open >> bit & 1U) != 0;
      *step = place.step;
      step->truth = open ? Truth3::open : static_cast<Truth3>(word.yes >> bit & 1U);
      step->value = open || place.offset == kNone ? 0 : load(place.width, row + place.offset);
    }
    ++step;
    ++bit;
  }
  trace.end(step);
  return word;
}

template <bool facts_known>
TraceStep* AtomSet::tell_elements(TellPlace const& place, std::byte const* row, TraceStep* step, Word& word) const {
  PlacedLimits const& limits = limits_[place.limits];
  auto const [end, gap] = limits.limits.tell(place.step.node, row, step);
  if constexpr (facts_known) {
    add(limits, gap, word);
  }
  return end;
}

AtomSet::Word AtomSet::run_word(std::byte const* row, RowTrace& trace) {
  if (!is_quick_ || any_fact_open(row)) {
    return tell<false>(run_slowly(row), row, trace);
  }
  return tell<true>({loops_.one(view_, row), 0}, row, trace);
}

}  // namespace hjemmel::rows
