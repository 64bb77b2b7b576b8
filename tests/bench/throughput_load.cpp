// From the text of many services to what one person gets: all of it is timed, reading the files included. First as a process does that
// has just begun, and then again and again: as the engine has it, which is what others do too, from the services of the saved form,
// from all of it, and as a program has it that uses the API: it reads the person's facts from JSON, and the answer is a document in
// JSON and one for people.
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <iostream>

#include <benchmark/benchmark.h>

#include "engine/api/hjemmel.h"
#include "engine/api/saved_services.h"
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

std::string saved_path(std::string const& folder) { return folder + std::string(saved::kEnding); }

// The file beside the folder, and what its services have to say of the first person.
struct Saved {
  std::vector<bool> is_given;
  std::vector<std::string> failed;  // by service, then by criterion
};

Saved save(std::string const& folder) {
  source::Sources sources;
  diag::Sink sink;
  auto const package = package::load(folder, sources, sink);
  if (!package || !*package || !files::write_file(saved_path(folder), saved::save(**package, sources, sink))) {
    refuse(folder, "it cannot be saved");
  }
  Saved saved;
  eval::Case const facts = bind(drawn::draw_person(0), (*package)->program);
  for (std::uint32_t service = 0; service < (*package)->plan.services.size(); ++service) {
    eval::Entitlement const found = eval::entitle((*package)->plan, facts, service);
    saved.is_given.push_back(found.state == eval::ServiceState::entitled);
    saved.failed.insert(saved.failed.end(), found.failed.begin(), found.failed.end());
  }
  return saved;
}

// All of the package again.
Taken load_saved_whole(std::string const& folder, std::size_t services) {
  Taken taken;
  std::optional<saved::Restored> restored;
  taken.load = milliseconds([&] {
    auto loaded = saved::restore_file(saved_path(folder), nullptr);
    restored = loaded ? std::optional(*std::move(loaded)) : std::nullopt;
  });
  if (!restored || restored->package.plan.services.size() != services) {
    refuse(saved_path(folder), "it has not " + std::to_string(services) + " services");
  }
  taken.first = decide_first(restored->package, services);
  return taken;
}

// A host's struct, bound by the names of facts.
std::vector<api::FactField> fields_of_person() {
  std::vector<api::FactField> fields;
  auto const add = [&](char const* letter, std::size_t at, std::size_t offset, api::NumberWidth width) {
    fields.push_back({letter + std::to_string(at), static_cast<std::uint32_t>(offset), width, {}});
  };
  for (std::size_t at = 0; at < 20; ++at) {
    add("b", at, offsetof(drawn::Person, b) + at, api::NumberWidth::one_byte);
    add("n", at, offsetof(drawn::Person, n) + at * 4, api::NumberWidth::four_bytes);
  }
  for (std::size_t at = 0; at < 10; ++at) {
    add("e", at, offsetof(drawn::Person, e) + at, api::NumberWidth::one_byte);
    add("d", at, offsetof(drawn::Person, d) + at * 4, api::NumberWidth::four_bytes);
  }
  return fields;
}

// The names of the failed criteria, and by service whether it is given.
void name_all(api::SavedServices const& services, api::ServiceChecker const& checker, std::vector<bool>& is_given,
              std::vector<std::string_view>& failed) {
  for (std::size_t service = 0; service < size(services); ++service) {
    is_given.push_back(checker.state(service) == api::SavedState::entitled);
    for (std::uint64_t left = checker.failed(service); left != 0; left &= left - 1) {
      failed.push_back(criterion(services, service, static_cast<std::size_t>(std::countr_zero(left))));
    }
  }
}

// The services of the file, and nothing else of it.
Taken load_saved_services(std::string const& folder, Saved const& expected) {
  Taken taken;
  drawn::Person const person = drawn::draw_person(0);
  api::SavedServicesResult opened;
  std::vector<bool> is_given;
  std::vector<std::string_view> failed;
  taken.load = milliseconds([&] { opened = api::open_services(saved_path(folder)); });
  if (opened.services == nullptr) {
    refuse(saved_path(folder), opened.error);
  }
  taken.first = milliseconds([&] {
    auto checker = api::make_checker(opened.services, fields_of_person());
    checker.checker->check(&person);
    name_all(*opened.services, *checker.checker, is_given, failed);
  });
  bool const same = is_given == expected.is_given &&
                    std::equal(failed.begin(), failed.end(), expected.failed.begin(), expected.failed.end());
  if (!same) {
    refuse(saved_path(folder), "its services say something else than those of the package");
  }
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

// What takes long is done three times.
std::size_t times(std::size_t services) { return services > 10'000 ? 3 : 5; }

template <class Load>
void measure(std::string const& name, std::size_t services, Load load) {
  std::vector<double> all;
  for (std::size_t left = times(services); left > 0; --left) {
    Taken const taken = load();
    all.push_back(taken.load + taken.first);
  }
  tell(name, median(std::move(all)));
}

// The first time, and the median of all times.
void measure_text(std::string const& folder, std::size_t services, std::string const& count) {
  Taken const first = load_by_engine(folder, services);
  tell("ours/load_" + count, first.load);
  tell("ours/first_" + count, first.first);
  std::vector<double> all{first.load + first.first};
  while (all.size() < times(services)) {
    Taken const taken = load_by_engine(folder, services);
    all.push_back(taken.load + taken.first);
  }
  tell("ours/reload_" + count, median(std::move(all)));
}

}  // namespace

void measure_load(std::string const& folder, std::size_t services, std::string const& folder_of_ten) {
  std::string const count = std::to_string(services);
  load_by_engine(folder_of_ten, 10);
  measure_text(folder, services, count);
  Saved const expected = save(folder);
  measure("ours/reload_saved_" + count, services, [&] { return load_saved_services(folder, expected); });
  measure("ours/reload_saved_whole_" + count, services, [&] { return load_saved_whole(folder, services); });
  measure("api/reload_" + count, services, [&] { return load_by_api(folder); });
}

}  // namespace hjemmel::bench
