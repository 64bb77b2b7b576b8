// Rows: engine/rows/row.h and row_services.h over the drawn structs.
#include <cstdlib>
#include <iostream>

#include <benchmark/benchmark.h>

#include "engine/columns/build.h"
#include "engine/native/compile.h"
#include "engine/native/library_text.h"
#include "engine/native/row_code.h"
#include "engine/native/tables_source.h"
#include "engine/rows/row.h"
#include "engine/rows/row_services.h"
#include "tests/bench/bound_by_offset.h"
#include "tests/bench/latency.h"
#include "tests/bench/ours.h"

namespace hjemmel::bench::ours {
namespace {

constexpr std::size_t kPasses = 9;
constexpr std::size_t kCalls = 100'000;

[[noreturn]] void stop(std::string const& why) {
  std::cerr << "bench: " << why << "; nothing is timed\n";
  std::exit(EXIT_FAILURE);
}

[[noreturn]] void differ(std::string const& what) { stop(what + " differs from the function by hand"); }

// An outcome is compared once for each that there is, figures every time.
void compare(rows::Row& row, Drawn const& drawn) {
  std::vector<rows::RowOutcome const*> seen;
  for (drawn::Act const& act : drawn.acts) {
    drawn::Answer const expected = drawn::decide(act);
    rows::RowAnswer const answer = row.decide(&act);
    if (answer.outcome == nullptr) {
      differ("an open act");
    }
    bool const is_new = std::find(seen.begin(), seen.end(), answer.outcome) == seen.end();
    bool const same =
        !is_new || row.conclusion(answer).options.front().ordinal == static_cast<std::uint32_t>(expected.outcome);
    std::int64_t const figure = answer.outcome->figures.empty() ? 0 : answer.figures[0];
    if (!same || figure != std::int64_t{expected.kroner} + expected.meetings) {
      differ("an act decided by row");
    }
    if (is_new) {
      seen.push_back(answer.outcome);
    }
  }
}

void compare(rows::RowServices& services, Drawn const& drawn) {
  drawn::Failed failed{};
  for (drawn::Person const& person : drawn.persons) {
    drawn::check(person, failed);
    rows::RowCriteria const answer = services.check(&person);
    bool same = !answer.any_open();
    for (std::size_t service = 0; service < failed.size(); ++service) {
      same = same && answer.failed(service) == failed[service];
    }
    if (!same) {
      differ("a person checked by row");
    }
  }
}

// A library of one decision, made for the layout.
struct Compiled {
  std::shared_ptr<native::Library const> library;  // keeps the code
  rows::RowCode code;
};

std::shared_ptr<native::Library const> library_of(native::RowUnit const& unit) {
  auto const bytes = native::compile(native::library_text({}, std::string(64, '0'), std::span(&unit, 1)),
                                     {"c++", native::processor_level()});
  auto library = bytes ? native::load_library(*bytes) : bytes.error();
  if (!library) {
    stop(library.error().message);
  }
  return *std::move(library);
}

Compiled compiled(columns::Kernel const& kernel, rows::Layout const& layout) {
  auto const unit = native::write_row(kernel, 0, &layout);
  if (!unit) {
    stop(unit.error().message);
  }
  Compiled made{library_of(*unit), {}};
  auto code = native::row_code(*made.library, kernel, 0, layout);
  if (!code) {
    stop("the library has no code for the acts");
  }
  made.code = *std::move(code);
  return made;
}

double decided_a_second(rows::Row& row, Drawn const& drawn) {
  return per_second(kActs, kPasses, [&] {
    for (drawn::Act const& act : drawn.acts) {
      rows::RowAnswer answer = row.decide(&act);
      benchmark::DoNotOptimize(answer);
    }
  });
}

double checked_a_second(rows::RowServices& services, Drawn const& drawn) {
  return per_second(kPersons, kPasses, [&] {
    for (drawn::Person const& person : drawn.persons) {
      rows::RowCriteria answer = services.check(&person);
      benchmark::DoNotOptimize(answer);
      benchmark::ClobberMemory();
    }
  });
}

Latency one_call(rows::Row& row, Drawn const& drawn) {
  return latency(kCalls, [&](std::size_t at) {
    rows::RowAnswer answer = row.decide(&drawn.acts[at]);
    benchmark::DoNotOptimize(answer);
  });
}

}  // namespace

Rows rows(package::LoadedPackage const& reaction, package::LoadedPackage const& eligibility, Drawn const& drawn) {
  BoundByOffset const acts = bind_acts(reaction);
  columns::Kernel const kernel = columns::build(reaction.plan, acts.slots);
  rows::Row row(reaction.plan, kernel, acts.layout, 0);
  compare(row, drawn);
  Compiled const native = compiled(kernel, acts.layout);
  rows::Row native_row(reaction.plan, kernel, acts.layout, 0, native.code);
  compare(native_row, drawn);
  Rows result;
  result.reaction = decided_a_second(row, drawn);
  result.reaction_native = decided_a_second(native_row, drawn);
  rows::RowTrace trace;
  result.reaction_trace = per_second(kActs, kPasses, [&] {
    for (drawn::Act const& act : drawn.acts) {
      rows::RowAnswer answer = row.decide(&act, trace);
      benchmark::DoNotOptimize(answer);
      benchmark::DoNotOptimize(trace.steps().data());
    }
  });
  result.one = one_call(row, drawn);
  result.one_native = one_call(native_row, drawn);
  BoundByOffset const persons = bind_persons(eligibility);
  columns::Kernel const services_kernel = columns::build(eligibility.plan, persons.slots);
  std::vector<std::uint32_t> all(eligibility.plan.services.size());
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    all[at] = at;
  }
  rows::RowServices services(services_kernel, persons.layout, all);
  compare(services, drawn);
  result.eligibility = checked_a_second(services, drawn);
  native::RowUnit const unit = native::write_tables(services.tables());
  auto const library = library_of(unit);
  services.run_natively(native::tables_code(*library, services.tables()));
  compare(services, drawn);
  result.eligibility_native = checked_a_second(services, drawn);
  return result;
}

}  // namespace hjemmel::bench::ours
