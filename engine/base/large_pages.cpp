// What is not a whole page at either end belongs to others, and is left out.
#include "engine/base/large_pages.h"

#include <memory>

#include <sys/mman.h>
#include <unistd.h>

namespace hjemmel::base {

void prefer_large_pages(void* begin, std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  static auto const kPage = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  void* first = begin;
  std::size_t left = bytes;
  if (std::align(kPage, kLargePage, first, left) != nullptr) {
    static_cast<void>(::madvise(first, left / kPage * kPage, MADV_HUGEPAGE));
  }
#else
  static_cast<void>(begin);
  static_cast<void>(bytes);
#endif
}

}  // namespace hjemmel::base
