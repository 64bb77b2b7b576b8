// What is not a whole page at either end belongs to others, and is left out.
#include "engine/base/large_pages.h"

#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace hjemmel::base {

void prefer_large_pages(void* begin, std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  static auto const page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  auto const from = reinterpret_cast<std::uintptr_t>(begin);
  std::uintptr_t const first = (from + page - 1) / page * page;
  std::uintptr_t const end = (from + bytes) / page * page;
  if (end >= first + kLargePage) {
    static_cast<void>(::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE));
  }
#else
  static_cast<void>(begin);
  static_cast<void>(bytes);
#endif
}

}  // namespace hjemmel::base
