// Pages at either end may hold things of others as well: it is a hint, and changes nothing that they hold.
#include "engine/base/large_pages.h"

#include <cstdint>

#include <sys/mman.h>

namespace hjemmel::base {

void prefer_large_pages(void* begin, std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  if (bytes >= kWorthLargePages) {
    std::uintptr_t const first = reinterpret_cast<std::uintptr_t>(begin) / kLargePage * kLargePage;
    std::uintptr_t const end =
        (reinterpret_cast<std::uintptr_t>(begin) + bytes + kLargePage - 1) / kLargePage * kLargePage;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): where a large page can begin
    static_cast<void>(::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE));
  }
#else
  static_cast<void>(begin);
  static_cast<void>(bytes);
#endif
}

}  // namespace hjemmel::base
