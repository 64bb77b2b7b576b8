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

// Of all calls, sorted.
template <class Call>
std::vector<std::uint64_t> ticks_of(std::size_t calls, Call call) {
  std::vector<std::uint64_t> ticks(calls);
  for (std::size_t at = 0; at < calls; ++at) {
    std::uint64_t const start = ticks_before();
    call(at);
    ticks[at] = ticks_after() - start;
  }
  std::sort(ticks.begin(), ticks.end());
  return ticks;
}

// Of five rounds, each with a timing of nothing beside it, the middle one; one round before them is not counted.
template <class Call>
Latency latency(std::size_t calls, Call call) {
  std::vector<double> medians;
  std::vector<double> p99s;
  for (std::size_t round = 0; round < 6; ++round) {
    auto const nothing = ticks_of(calls, [](std::size_t) {});
    auto const taken = ticks_of(calls, call);
    auto const timer = static_cast<double>(nothing[calls / 2]);
    if (round > 0) {
      medians.push_back(static_cast<double>(taken[calls / 2]) - timer);
      p99s.push_back(static_cast<double>(taken[calls / 100 * 99]) - timer);
    }
  }
  double const scale = ticks_a_nanosecond();
  return {median(std::move(medians)) / scale, median(std::move(p99s)) / scale};
}

}  // namespace hjemmel::bench
