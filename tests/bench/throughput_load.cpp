// From the text of many services to what one person gets: all of it is timed, reading the files included.
#include <cstdlib>
#include <iostream>

#include <benchmark/benchmark.h>

#include "engine/diag/render.h"
#include "engine/eval/entitle.h"
#include "tests/bench/figures.h"
#include "tests/bench/throughput.h"

namespace hjemmel::bench {
namespace {

struct Taken {
  double load = 0;  // seconds
  double first = 0;
};

Taken load_once(std::string const& folder, std::size_t services) {
  Taken taken;
  source::Sources sources;
  diag::Sink sink;
  std::optional<package::LoadedPackage> package;
  taken.load = seconds([&] {
    auto loaded = package::load(folder, sources, sink);
    package = loaded ? *std::move(loaded) : std::nullopt;
  });
  if (!package || package->plan.services.size() != services) {
    std::cerr << "bench: " << folder << " has not " << services << " services\n" << diag::render_text(sink, sources);
    std::exit(EXIT_FAILURE);
  }
  taken.first = seconds([&] {
    eval::Case const facts = bind(drawn::draw_person(0), package->program);
    for (std::uint32_t service = 0; service < services; ++service) {
      eval::Entitlement found = eval::entitle(package->plan, facts, service);
      benchmark::DoNotOptimize(found);
    }
  });
  return taken;
}

}  // namespace

void measure_load(std::string const& folder, std::size_t services) {
  std::size_t const times = services > 10'000 ? 1 : 5;
  std::vector<double> load;
  std::vector<double> first;
  for (std::size_t at = 0; at < times; ++at) {
    Taken const taken = load_once(folder, services);
    load.push_back(taken.load * 1e3);
    first.push_back(taken.first * 1e3);
  }
  tell("ours/load_" + std::to_string(services), median(load));
  tell("ours/first_" + std::to_string(services), median(first));
}

}  // namespace hjemmel::bench
