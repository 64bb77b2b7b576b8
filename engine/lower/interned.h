// Interned: each different sequence of numbers gets one number, in the order in which they are first met.
//
// All sequences lie in one vector, one after another, and are found by their hash: a sequence costs no memory of its own.
// Tested in tests/unit/lower/interned_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace hjemmel::lower {

class Interned {
 public:
  struct Found {
    std::uint32_t number = 0;
    bool is_new = false;
  };

  [[nodiscard]] Found intern(std::span<std::uint32_t const> words) {
    if (2 * (ends_.size() + 1) > slots_.size()) {
      grow();
    }
    std::uint64_t const hash = hash_of(words);
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
      std::uint32_t const number = slots_[slot] - 1;
      if (hashes_[number] == hash && std::ranges::equal(at(number), words)) {
        return {number, false};
      }
      slot = (slot + 1) & (slots_.size() - 1);
    }
    words_.insert(words_.end(), words.begin(), words.end());
    ends_.push_back(words_.size());
    hashes_.push_back(hash);
    slots_[slot] = static_cast<std::uint32_t>(ends_.size());
    return {static_cast<std::uint32_t>(ends_.size() - 1), true};
  }

  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  static constexpr std::size_t kFirstSlots = 64;

  // FNV-1a over words, mixed at the end so that the low bits hang on all of them.
  static std::uint64_t hash_of(std::span<std::uint32_t const> words) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::uint32_t const word : words) {
      hash = (hash ^ word) * 0x100000001b3;
    }
    hash ^= hash >> 32U;
    return hash * 0x9e3779b97f4a7c15 >> 16U;
  }

  [[nodiscard]] std::span<std::uint32_t const> at(std::uint32_t number) const {
    std::size_t const begin = number == 0 ? 0 : ends_[number - 1];
    return std::span(words_).subspan(begin, ends_[number] - begin);
  }

  void grow() {
    slots_.assign(std::max(kFirstSlots, 2 * slots_.size()), 0);
    for (std::size_t number = 0; number < hashes_.size(); ++number) {
      std::size_t slot = hashes_[number] & (slots_.size() - 1);
      while (slots_[slot] != 0) {
        slot = (slot + 1) & (slots_.size() - 1);
      }
      slots_[slot] = static_cast<std::uint32_t>(number + 1);
    }
  }

  std::vector<std::uint32_t> words_;
  std::vector<std::size_t> ends_;      // by number
  std::vector<std::uint64_t> hashes_;  // by number
  std::vector<std::uint32_t> slots_;   // numbers from 1, at the place that the hash says or behind it; 0: empty
};

}  // namespace hjemmel::lower
