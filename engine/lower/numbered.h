// Numbered: each different thing gets one number, in the order in which they are first met. The things lie with the caller, who
// gives the hash of one and says whether it is the same as that of a number.
//
// Tested in tests/unit/lower/interned_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace hjemmel::lower {

class Numbered {
 public:
  struct Found {
    std::uint32_t number = 0;
    bool is_new = false;
  };

  // `hash`: its low bits hang on all of the thing. `same(number)` is asked only where the hashes are the same.
  template <class Same>
  [[nodiscard]] Found find_or_add(std::uint64_t hash, Same same) {
    if (2 * (hashes_.size() + 1) > slots_.size()) {
      grow();
    }
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != 0) {
      std::uint32_t const number = slots_[slot] - 1;
      if (hashes_[number] == hash && same(number)) {
        return {number, false};
      }
      slot = (slot + 1) & (slots_.size() - 1);
    }
    hashes_.push_back(hash);
    slots_[slot] = static_cast<std::uint32_t>(hashes_.size());
    return {static_cast<std::uint32_t>(hashes_.size() - 1), true};
  }

 private:
  static constexpr std::size_t kFirstSlots = 64;

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

  std::vector<std::uint64_t> hashes_;  // by number
  std::vector<std::uint32_t> slots_;   // numbers from 1, at the place that the hash says or behind it; 0: empty
};

}  // namespace hjemmel::lower
