// Random: numbers that look like chance and are the same for the same seed, on every machine.
//
// SplitMix64 (Steele, Lea, Flood 2014), written out: the standard library's distributions differ between libraries. Tested in
// tests/unit/analysis/generate_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hjemmel::analysis {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  // 0 .. count - 1; `count` is above zero. The remainder's bias is below 2^-40 for what is counted here.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  // True in one of `of` draws.
  bool one_in(std::size_t of) { return below(of) == 0; }

 private:
  std::uint64_t state_;
};

}  // namespace hjemmel::analysis
