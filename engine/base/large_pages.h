// Room for long vectors in large pages, where the system has them.
//
// The first touch of each page of fresh memory costs a fault; of a package of ten thousand services that is a third of what
// loading takes. It is a hint: where the system has no large pages for it, all is as without. A virtual machine whose free memory
// goes back to its host waits for each: once one was slow the process asks for no more. Tested in
// tests/unit/base/large_pages_test.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace hjemmel::base {

inline constexpr std::size_t kLargePage = 2U * 1024 * 1024;  // bytes

// Fewer bytes than this are not worth one.
inline constexpr std::size_t kWorthLargePages = kLargePage / 4;

// The large pages in which [begin, begin + bytes) lies: they are touched at once, and keep what they hold.
void prefer_large_pages(void* begin, std::size_t bytes);
// Likewise, with what is slow: at most `slow` is not.
void prefer_large_pages(void* begin, std::size_t bytes, std::chrono::nanoseconds slow);
// Whether one was slow, and no more are asked for.
[[nodiscard]] bool large_pages_are_slow();

// As many bytes as will have large pages of their own: allocators ask the system for long lists one by one, with a few bytes
// more for their own use, and what it is asked for in whole large pages it lays on their boundaries.
[[nodiscard]] constexpr std::size_t in_large_pages(std::size_t bytes) {
  constexpr std::size_t kOfAllocator = 16;
  std::size_t const rounded = (bytes + kOfAllocator + kLargePage - 1) / kLargePage * kLargePage - kOfAllocator;
  return bytes < kWorthLargePages ? bytes : rounded;
}

// Room for `count` in all, or for some more. A list is a std::vector or a std::string.
template <class List>
void reserve_large(List& list, std::size_t count) {
  constexpr std::size_t kEach =
      sizeof(typename List::value_type);  // NOLINT(bugprone-sizeof-expression): or a pointer's
  list.reserve(in_large_pages(count * kEach) / kEach);
  prefer_large_pages(list.data(), list.capacity() * kEach);
}

}  // namespace hjemmel::base
