// Numbered: each different thing gets one number, in the order in which they are first met. The things lie with the caller, who
// gives the hash of one and says whether it is the same as that of a number.
//
// Tested in tests/unit/lower/interned_test.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
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
    if (4 * (std::size_t{size_} + 1) > 3 * slots_.size()) {
      grow();
    }
    auto const kept = static_cast<std::uint32_t>(hash);
    std::size_t slot = kept & (slots_.size() - 1);
    for (; slots_[slot].number != 0; slot = next(slot)) {
      std::uint32_t const number = slots_[slot].number - 1;
      if (slots_[slot].hash == kept && same(number)) {
        return {number, false};
      }
    }
    slots_[slot] = {kept, ++size_};
    return {size_ - 1, true};
  }

 private:
  static constexpr std::size_t kFirstSlots = 64;

  // At the place that the hash says or behind it.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // from 1; 0: empty
  };

  [[nodiscard]] std::size_t next(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }

  void grow() {
    std::vector<Slot> const before = std::exchange(slots_, std::vector<Slot>(std::max(kFirstSlots, 2 * slots_.size())));
    for (Slot const& one : before) {
      if (one.number != 0) {
        std::size_t slot = one.hash & (slots_.size() - 1);
        while (slots_[slot].number != 0) {
          slot = next(slot);
        }
        slots_[slot] = one;
      }
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::uint32_t size_ = 0;
};

}  // namespace hjemmel::lower
