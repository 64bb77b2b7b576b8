// Guard bytes around memory that a plugin writes into, so that what it writes outside is seen.
//
// In: memory of guarded_size(capacity) bytes. Out: where its capacity begins; later, whether the bytes before and behind it are as
// they were. All lies in one piece of memory of the host, so that a write that goes a little too far harms nothing. A write that
// goes further than the guards is not seen. Tested in tests/unit/host/guard_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hjemmel::host {

inline constexpr std::size_t kGuardBytes = 64;  // before and behind; keeps the alignment of the memory

[[nodiscard]] constexpr std::size_t guarded_size(std::size_t capacity) { return capacity + 2 * kGuardBytes; }

// Sets the guards; gives the first byte of the capacity.
[[nodiscard]] inline char* set_guards(char* memory, std::size_t capacity) {
  std::memset(memory, 0xA7, kGuardBytes);
  std::memset(memory + kGuardBytes + capacity, 0xC9, kGuardBytes);
  return memory + kGuardBytes;
}

// Without a branch a byte: eight of them at a time.
[[nodiscard]] inline bool all_bytes_are(char const* memory, std::uint64_t eight_times) {
  std::uint64_t differing = 0;
  for (std::size_t at = 0; at < kGuardBytes; at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, memory + at, sizeof eight);
    differing |= eight ^ eight_times;
  }
  return differing == 0;
}

[[nodiscard]] inline bool guards_intact(char const* memory, std::size_t capacity) {
  return all_bytes_are(memory, 0xA7A7A7A7A7A7A7A7U) &&
         all_bytes_are(memory + kGuardBytes + capacity, 0xC9C9C9C9C9C9C9C9U);
}

}  // namespace hjemmel::host
