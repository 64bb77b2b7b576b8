// Figures of bench_throughput: how fast something is, and how they are told to tests/bench/compare.py.
//
// In: what to time. Out: cases a second as the median of several passes, or the time of one call; and lines
// `figure<TAB>name<TAB>value`, which compare.py collects. Floating point is at home here: no decision reads it.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace hjemmel::bench {

void tell(std::string const& name, std::optional<double> value);  // none: nothing is told

[[nodiscard]] double median(std::vector<double> values);

template <class Run>
double seconds(Run run) {
  auto const start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// `run` does all `cases` once; a first pass is not counted.
template <class Run>
double per_second(std::size_t cases, std::size_t passes, Run run) {
  run();
  std::vector<double> taken;
  for (std::size_t pass = 0; pass < passes; ++pass) {
    taken.push_back(seconds(run));
  }
  return static_cast<double>(cases) / median(std::move(taken));
}

// run(first, end) for parts of [0, rows), each by a thread of its own; parts begin at whole blocks of 1,024 rows.
template <class Run>
void in_parts(std::size_t rows, unsigned threads, Run run) {
  constexpr std::size_t kBlock = 1024;
  std::size_t const part = (rows / threads + kBlock - 1) / kBlock * kBlock;
  std::vector<std::thread> others;
  for (unsigned at = 1; at < threads; ++at) {
    others.emplace_back(
        [=] { run(std::min(rows, at * part), at + 1 == threads ? rows : std::min(rows, (at + 1) * part)); });
  }
  run(std::size_t{0}, std::min(rows, part));
  for (std::thread& other : others) {
    other.join();
  }
}

// Of single calls, in nanoseconds, without what the timer itself takes.
struct Latency {
  double median = 0;
  double p99 = 0;
};

}  // namespace hjemmel::bench
