// Pages at either end may hold things of others as well: it is a hint, and changes nothing that they hold.
#include "engine/base/large_pages.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>

#include <sys/mman.h>

namespace hjemmel::base {

#if defined(MADV_HUGEPAGE) && defined(MADV_POPULATE_WRITE)
namespace {

// To clear one takes a tenth of it, and what is small beside it half. Where free memory went back to a virtual machine's host it
// takes twice as long and more.
constexpr auto kSlow = std::chrono::milliseconds(2);

// One was slow: so are most that follow.
std::atomic<bool> are_slow = false;

// What is there already takes no time.
bool takes_longer(void* page, std::chrono::nanoseconds slow) {
  auto const before = std::chrono::steady_clock::now();
  static_cast<void>(::madvise(page, kLargePage, MADV_POPULATE_WRITE));
  return std::chrono::steady_clock::now() - before > slow;
}

}  // namespace

void prefer_large_pages(void* begin, std::size_t bytes) { prefer_large_pages(begin, bytes, kSlow); }

bool large_pages_are_slow() { return are_slow.load(std::memory_order_relaxed); }

void prefer_large_pages(void* begin, std::size_t bytes, std::chrono::nanoseconds slow) {
  if (bytes < kWorthLargePages || large_pages_are_slow()) {
    return;
  }
  std::uintptr_t const first = reinterpret_cast<std::uintptr_t>(begin) / kLargePage * kLargePage;
  std::uintptr_t const end =
      (reinterpret_cast<std::uintptr_t>(begin) + bytes + kLargePage - 1) / kLargePage * kLargePage;
  auto const at = [](std::uintptr_t place) {
    return reinterpret_cast<void*>(place);  // NOLINT(performance-no-int-to-ptr): where a large page can begin
  };
  bool const is_taken = ::madvise(at(first), end - first, MADV_HUGEPAGE) == 0 || errno == ENOMEM;
  if (!is_taken) {  // the system has none; ENOMEM: nothing lies at one of the ends, and what lies between has taken the hint
    return;
  }
  for (std::uintptr_t page = first; page < end; page += kLargePage) {
    if (takes_longer(at(page), slow)) {
      are_slow.store(true, std::memory_order_relaxed);
      static_cast<void>(::madvise(at(page), end - page, MADV_NOHUGEPAGE));
      return;
    }
  }
}
#else
void prefer_large_pages(void* /*begin*/, std::size_t /*bytes*/) {}
void prefer_large_pages(void* /*begin*/, std::size_t /*bytes*/, std::chrono::nanoseconds /*slow*/) {}
bool large_pages_are_slow() { return false; }
#endif

}  // namespace hjemmel::base
