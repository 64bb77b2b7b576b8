// In a file of its own: bench_fixed takes this one and needs no Google Benchmark.
#include <cstdlib>
#include <iostream>

#include "tests/bench/workloads.h"

namespace hjemmel::bench {

std::unique_ptr<Workload> load_workload(std::string const& name) {
  auto workload = std::make_unique<Workload>();
  diag::Sink sink;
  auto loaded = package::load("tests/bench/packages/" + name, workload->sources, sink);
  if (!loaded || !*loaded) {
    std::cerr << "bench: tests/bench/packages/" << name << " does not load; run it from the root of the repository\n";
    std::exit(EXIT_FAILURE);
  }
  workload->package = *std::move(loaded);
  return workload;
}

}  // namespace hjemmel::bench
