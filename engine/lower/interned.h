// Interned: each different sequence of numbers gets one number, in the order in which they are first met.
//
// All sequences lie in one vector, one after another, and are found by their hash: a sequence costs no memory of its own.
// Tested in tests/unit/lower/interned_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/lower/numbered.h"

namespace hjemmel::lower {

class Interned {
 public:
  using Found = Numbered::Found;

  [[nodiscard]] Found intern(std::span<std::uint32_t const> words) {
    Found const found = numbered_.find_or_add(
        hash_of(words), [&](std::uint32_t number) { return std::ranges::equal(at(number), words); });
    if (found.is_new) {
      words_.insert(words_.end(), words.begin(), words.end());
      ends_.push_back(words_.size());
    }
    return found;
  }

  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  // Two words at a time, each pair mixed so that the low bits hang on all of them.
  static std::uint64_t hash_of(std::span<std::uint32_t const> words) {
    std::uint64_t hash = words.size();
    for (std::size_t at = 0; at < words.size(); at += 2) {
      std::uint64_t const next = at + 1 < words.size() ? words[at + 1] : 0;
      hash = (hash ^ (next << 32U | words[at])) * 0x9e3779b97f4a7c15;
      hash ^= hash >> 32U;
    }
    return hash;
  }

  [[nodiscard]] std::span<std::uint32_t const> at(std::uint32_t number) const {
    std::size_t const begin = number == 0 ? 0 : ends_[number - 1];
    return std::span(words_).subspan(begin, ends_[number] - begin);
  }

  Numbered numbered_;
  std::vector<std::uint32_t> words_;
  std::vector<std::size_t> ends_;  // by number
};

}  // namespace hjemmel::lower
