// Random numbers that are the same on every machine and compiler: SplitMix64, and the few draws that the generators need.
//
// Some draws may be given beforehand, two bytes each: a fuzzer then chooses what is generated, and changes one choice at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hjemmel::differential {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  Random(std::uint64_t seed, std::span<std::uint8_t const> choices) : state_(seed), choices_(choices) {}

  std::uint64_t next() {
    if (choices_.size() >= 2) {
      std::uint64_t const choice = choices_[0] | std::uint64_t{choices_[1]} << 8U;
      choices_ = choices_.subspan(2);
      return choice;
    }
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }
  // 0 .. count - 1; count > 0.
  std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(next() % count); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }
  template <class T>
  auto const& pick(T const& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t state_;
  std::span<std::uint8_t const> choices_;  // outlive it and its copies
};

}  // namespace hjemmel::differential
