// Pages at either end may hold things of others as well: it is a hint, and changes nothing that they hold.
#include "engine/base/large_pages.h"

#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace hjemmel::base {

void prefer_large_pages(void* begin, std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  static auto const kPage = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  if (bytes >= kLargePage / 2) {
    auto const first = reinterpret_cast<std::uintptr_t>(begin) / kPage * kPage;
    auto const end = (reinterpret_cast<std::uintptr_t>(begin) + bytes + kPage - 1) / kPage * kPage;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the start of the page in which it lies
    static_cast<void>(::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE));
  }
#else
  static_cast<void>(begin);
  static_cast<void>(bytes);
#endif
}

}  // namespace hjemmel::base
