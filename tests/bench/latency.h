// How long one call takes: by the processor's own counter, as a clock that the system is asked for takes longer than the call.
//
// In: a call that takes the number of its case. Out: the median and the 99th percentile, in nanoseconds, less the median of a call
// that does nothing. Calls do not overlap: each waits until the one before it is done.
#pragma once

#include <cstdint>

#include "tests/bench/figures.h"

namespace hjemmel::bench {

[[nodiscard]] std::uint64_t ticks_before();
[[nodiscard]] std::uint64_t ticks_after();
[[nodiscard]] double ticks_a_nanosecond();

// Sorted.
template <class Call>
std::vector<std::uint64_t> ticks_of(std::size_t calls, Call call) {
  std::vector<std::uint64_t> ticks(calls);
  for (std::size_t round = 0; round < 2; ++round) {  // the second one counts
    for (std::size_t at = 0; at < calls; ++at) {
      std::uint64_t const start = ticks_before();
      call(at);
      ticks[at] = ticks_after() - start;
    }
  }
  std::sort(ticks.begin(), ticks.end());
  return ticks;
}

template <class Call>
Latency latency(std::size_t calls, Call call) {
  auto const nothing = ticks_of(calls, [](std::size_t) {});
  auto const taken = ticks_of(calls, call);
  double const timer = static_cast<double>(nothing[calls / 2]);
  double const scale = ticks_a_nanosecond();
  auto const without_timer = [&](std::size_t at) { return (static_cast<double>(taken[at]) - timer) / scale; };
  return {without_timer(calls / 2), without_timer(calls / 100 * 99)};
}

}  // namespace hjemmel::bench
