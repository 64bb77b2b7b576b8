// bench: first that the hand-written function and the engine agree, then how long each takes. `./dev bench` runs it.
//
// In: Google Benchmark's own options, after ours. Out: the tables of tests/bench/report.h, exit status 1 when the two differ in
// any answer (nothing is timed then) or an option is unknown. Run from the root of the repository.
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "tests/bench/agree.h"
#include "tests/bench/report.h"
#include "tests/bench/stages.h"
#include "tests/bench/timed_cases.h"
#include "tests/bench/workloads.h"

namespace {

namespace bench = hjemmel::bench;

// Repetitions of all benchmarks are mixed, so that a busy minute of the machine slows all of them alike.
std::vector<std::string> with_defaults(int count, char** given) {
  std::vector<std::string> options = {given[0], "--benchmark_repetitions=9", "--benchmark_min_time=0.05",
                                      "--benchmark_enable_random_interleaving=true"};
  options.insert(options.end(), given + 1, given + count);
  return options;
}

bool initialize(std::vector<std::string>& options) {
  std::vector<char*> pointers;
  for (std::string& option : options) {
    pointers.push_back(option.data());
  }
  int count = static_cast<int>(pointers.size());
  benchmark::Initialize(&count, pointers.data());
  return !benchmark::ReportUnrecognizedArguments(count, pointers.data());
}

bool is_in_agreement(hjemmel::package::LoadedPackage const& package) {
  bench::Agreement const found = bench::agree(package);
  if (!found.difference.empty()) {
    std::cerr << "bench: the hand-written function and the engine differ; nothing is timed\n"
              << found.difference << "\n";
    return false;
  }
  std::cout << "the hand-written function and the engine agree on " << found.cases << " random cases, "
            << found.open_cases << " of them with open assessments (" << found.answers << " different answers)\n";
  return true;
}

bool workloads_agree(bench::Workload const& reaction, bench::Workload const& eligibility) {
  for (std::string const& difference :
       {bench::compare_reactions(*reaction.package), bench::compare_eligibility(*eligibility.package)}) {
    if (!difference.empty()) {
      std::cerr << "bench: " << difference << "; nothing is timed\n";
      return false;
    }
  }
  std::cout << "they agree on " << bench::kActsCompared << " drawn cases of reaction, and on "
            << bench::kPersonsCompared << " drawn persons with every failed criterion of " << bench::drawn::kServices
            << " services\n";
  return true;
}

}  // namespace

int main(int count, char** given) {
  std::vector<std::string> options = with_defaults(count, given);
  if (!initialize(options)) {
    return EXIT_FAILURE;
  }
  hjemmel::source::Sources sources;
  auto const package = bench::load_package(sources);
  auto const reaction = bench::load_workload("reaction");
  auto const eligibility = bench::load_workload("eligibility");
  if (!is_in_agreement(package) || !workloads_agree(*reaction, *eligibility)) {
    return EXIT_FAILURE;
  }
  bench::add_decisions(package);
  bench::add_stages();
  bench::add_reactions(*reaction->package);
  bench::add_eligibility(*eligibility->package);
  bench::RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  benchmark::Shutdown();
  return EXIT_SUCCESS;
}
