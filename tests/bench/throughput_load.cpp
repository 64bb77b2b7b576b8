// From the text of many services to what one person gets: all of it is timed, reading the files included. Once as the engine has it,
// which is what others do too, once from the saved form in the place of the text, and once as a program has it that uses the API: it reads the person's facts from JSON, and the answer is
// a document in JSON and one for people.
#include <cstdlib>
#include <iostream>

#include <benchmark/benchmark.h>

#include "engine/api/hjemmel.h"
#include "engine/diag/render.h"
#include "engine/eval/entitle.h"
#include "engine/saved/saved.h"
#include "tests/bench/figures.h"
#include "tests/bench/throughput.h"
#include "tests/bench/write_lines.h"

namespace hjemmel::bench {
namespace {

struct Taken {  // milliseconds
  double load = 0;
  double first = 0;
};

template <class Run>
double milliseconds(Run run) {
  return seconds(run) * 1e3;
}

[[noreturn]] void refuse(std::string const& folder, std::string const& why) {
  std::cerr << "bench: " << folder << ": " << why << "\n";
  std::exit(EXIT_FAILURE);
}

// What the first person gets, in milliseconds.
double decide_first(package::LoadedPackage const& package, std::size_t services) {
  return milliseconds([&] {
    eval::Case const facts = bind(drawn::draw_person(0), package.program);
    for (std::uint32_t service = 0; service < services; ++service) {
      eval::Entitlement found = eval::entitle(package.plan, facts, service);
      benchmark::DoNotOptimize(found);
    }
  });
}

Taken load_by_engine(std::string const& folder, std::size_t services) {
  Taken taken;
  source::Sources sources;
  diag::Sink sink;
  std::optional<package::LoadedPackage> package;
  taken.load = milliseconds([&] {
    auto loaded = package::load(folder, sources, sink);
    package = loaded ? *std::move(loaded) : std::nullopt;
  });
  if (!package || package->plan.services.size() != services) {
    refuse(folder, "it has not " + std::to_string(services) + " services\n" + diag::render_text(sink, sources));
  }
  taken.first = decide_first(*package, services);
  return taken;
}

// From the saved form: a file beside the folder, which is written first and not timed.
Taken load_saved(std::string const& folder, std::size_t services) {
  std::string const path = folder + std::string(saved::kEnding);
  {
    source::Sources sources;
    diag::Sink sink;
    auto const package = package::load(folder, sources, sink);
    if (!package || !*package || !files::write_file(path, saved::save(**package, sources, sink))) {
      refuse(folder, "it cannot be saved");
    }
  }
  Taken taken;
  std::optional<saved::Restored> restored;
  taken.load = milliseconds([&] {
    auto loaded = saved::restore_file(path, nullptr);
    restored = loaded ? std::optional(*std::move(loaded)) : std::nullopt;
  });
  if (!restored || restored->package.plan.services.size() != services) {
    refuse(path, "it has not " + std::to_string(services) + " services");
  }
  taken.first = decide_first(restored->package, services);
  return taken;
}

Taken load_by_api(std::string const& folder) {
  api::FactsText const facts{files::line_of(0, drawn::draw_person(0)), "person.json"};
  api::LoadResult loaded;
  api::EntitlementsResult answer;
  Taken taken;
  taken.load = milliseconds([&] { loaded = api::load_package(folder); });
  if (loaded.package == nullptr) {
    refuse(folder, "it does not load");
  }
  taken.first = milliseconds([&] { answer = api::entitlements({loaded.package}, facts); });
  if (!answer.answer) {
    refuse(folder, "the person's services are not told: " + answer.error);
  }
  return taken;
}

template <class Load>
void measure(std::string const& prefix, std::string const& count, std::size_t services, Load load) {
  std::vector<double> loads;
  std::vector<double> firsts;
  for (std::size_t left = services > 10'000 ? 1 : 5; left > 0; --left) {
    Taken const taken = load();
    loads.push_back(taken.load);
    firsts.push_back(taken.first);
  }
  tell(prefix + "/load_" + count, median(std::move(loads)));
  tell(prefix + "/first_" + count, median(std::move(firsts)));
}

}  // namespace

void measure_load(std::string const& folder, std::size_t services) {
  std::string const count = std::to_string(services);
  measure("ours", count, services, [&] { return load_by_engine(folder, services); });
  measure("ours", "saved_" + count, services, [&] { return load_saved(folder, services); });
  measure("api", count, services, [&] { return load_by_api(folder); });
}

}  // namespace hjemmel::bench
