// The time-stamp counter of x86-64, fenced; elsewhere the steady clock, whose own time the figures then hold more of.
#include "tests/bench/latency.h"

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace hjemmel::bench {

#if defined(__x86_64__)

std::uint64_t ticks_before() {
  _mm_lfence();
  std::uint64_t const ticks = __rdtsc();
  _mm_lfence();
  return ticks;
}

std::uint64_t ticks_after() {
  unsigned processor = 0;
  std::uint64_t const ticks = __rdtscp(&processor);
  _mm_lfence();
  return ticks;
}

double ticks_a_nanosecond() {
  std::uint64_t const start = ticks_before();
  double const taken = seconds([] { std::this_thread::sleep_for(std::chrono::milliseconds(200)); });
  return static_cast<double>(ticks_after() - start) / (taken * 1e9);
}

#else

std::uint64_t ticks_before() {
  return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}
std::uint64_t ticks_after() { return ticks_before(); }
double ticks_a_nanosecond() { return 1; }

#endif

}  // namespace hjemmel::bench
