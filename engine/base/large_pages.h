// Room for long vectors in large pages, where the system has them.
//
// The first touch of each page of fresh memory costs a fault; of a package of ten thousand services that is a third of what
// loading takes. It is a hint: where the system has no large pages for it, all is as without. Tested in
// tests/unit/base/large_pages_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

namespace hjemmel::base {

inline constexpr std::size_t kLargePage = 2U * 1024 * 1024;  // bytes

// The whole pages within [begin, begin + bytes), if there are as many as a large one has.
void prefer_large_pages(void* begin, std::size_t bytes);

// Room for `count` in all.
template <class T>
void reserve_large(std::vector<T>& list, std::size_t count) {
  list.reserve(count);
  // NOLINTNEXTLINE(bugprone-sizeof-expression): T may be a pointer
  prefer_large_pages(list.data(), list.capacity() * sizeof(T));
}

}  // namespace hjemmel::base
