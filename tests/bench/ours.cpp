// Columns of the drawn cases, bound once; blocks of them decided by engine/columns, and answers left by column.
#include "tests/bench/ours.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <numeric>

#include "engine/columns/build.h"
#include "engine/columns/outcome_column.h"
#include "engine/columns/run.h"
#include "engine/native/compile.h"
#include "engine/native/library.h"
#include "engine/native/library_text.h"
#include "engine/native/runner.h"
#include "engine/native/source.h"
#include "tests/bench/bound_by_offset.h"

namespace hjemmel::bench::ours {
namespace {

constexpr std::size_t kPasses = 9;

[[noreturn]] void differ(std::string const& difference) {
  std::cerr << "bench: " << difference << "; nothing is timed\n";
  std::exit(EXIT_FAILURE);
}

// A host's own columns: by fact, as wide as its slot.
struct OwnColumns {
  columns::Slots slots;
  std::vector<std::vector<std::byte>> scalars;
  std::vector<std::uint32_t> offsets;
  std::vector<std::vector<std::byte>> fields;
  std::uint32_t list = columns::kNone;

  template <class T>
  void put(std::uint32_t fact, columns::Slot const& slot, std::vector<T> const& values) {
    scalars.resize(std::max<std::size_t>(scalars.size(), fact + 1));
    slots.scalars[fact] = slot;
    scalars[fact] = bytes_of(values);
  }
  template <class T>
  static std::vector<std::byte> bytes_of(std::vector<T> const& values) {
    std::vector<std::byte> bytes(values.size() * sizeof(T) + columns::kMostRows);
    std::memcpy(bytes.data(), values.data(), values.size() * sizeof(T));
    return bytes;
  }

  // Rows from `first` on.
  void view(std::size_t first, std::size_t rows, columns::Inputs& inputs) const {
    inputs.rows = static_cast<std::uint32_t>(rows);
    inputs.scalars.resize(slots.scalars.size());
    inputs.lists.resize(slots.scalars.size());
    for (std::size_t fact = 0; fact < scalars.size(); ++fact) {
      if (!scalars[fact].empty()) {
        inputs.scalars[fact].values = scalars[fact].data() + first * columns::bytes_of(slots.scalars[fact]->width);
      }
    }
    if (list == columns::kNone) {
      return;
    }
    columns::ListInput& given = inputs.lists[list];
    given.offsets = offsets.data() + first;
    given.fields.resize(fields.size());
    for (std::size_t field = 0; field < fields.size(); ++field) {
      given.fields[field].values =
          fields[field].data() + offsets[first] * columns::bytes_of(slots.fields[list][field]->width);
    }
  }
};

OwnColumns columns_of_acts(package::LoadedPackage const& reaction, Drawn const& drawn) {
  using columns::Slot;
  using columns::Width;
  OwnColumns own;
  own.slots = bind_acts(reaction).slots;
  auto const fact = [&](char const* name) { return fact_of(reaction.program, name); };
  own.put(fact("age_at_act"), Slot{Width::u8, 0, 0, 120}, drawn.act_columns.age);
  own.put(fact("prior_offences"), Slot{Width::u8, 0, 0, 100}, drawn.act_columns.earlier);
  auto const flag = [&](char const* name, std::uint8_t bit) {
    std::vector<std::uint8_t> values;
    std::transform(drawn.act_columns.flags.begin(), drawn.act_columns.flags.end(), std::back_inserter(values),
                   [bit](std::uint8_t flags) { return static_cast<std::uint8_t>((flags & bit) != 0 ? 1 : 0); });
    own.put(fact(name), Slot{Width::u8, 0, 0, 1}, values);
  };
  flag("addicted", drawn::kAddicted);
  flag("at_risk", drawn::kAtRisk);
  flag("own_use", drawn::kOwnUse);
  flag("penal_purpose_requires", drawn::kPenaltyRequired);
  own.list = fact("substances");
  own.offsets.push_back(0);
  std::vector<std::uint8_t> substances;
  std::vector<std::int32_t> hundredths;
  for (drawn::Act const& act : drawn.acts) {
    for (std::size_t at = 0; at < act.count; ++at) {
      substances.push_back(act.weights[at].substance);
      hundredths.push_back(act.weights[at].hundredths);
    }
    own.offsets.push_back(static_cast<std::uint32_t>(substances.size()));
  }
  own.fields = {OwnColumns::bytes_of(substances), OwnColumns::bytes_of(hundredths)};
  return own;
}

OwnColumns columns_of_persons(package::LoadedPackage const& eligibility, Drawn const& drawn) {
  using columns::Slot;
  using columns::Width;
  OwnColumns own;
  own.slots = columns::slots_of(eligibility.plan);
  auto const fact = [&](char const* letter, std::size_t at) {
    return fact_of(eligibility.program, letter + std::to_string(at));
  };
  for (std::size_t at = 0; at < 20; ++at) {
    own.put(fact("b", at), Slot{Width::u8, 0, 0, 1}, drawn.person_columns.b[at]);
    own.put(fact("n", at), Slot{Width::i16, 0, 0, 999}, drawn.person_columns.n[at]);
  }
  for (std::size_t at = 0; at < 10; ++at) {
    own.put(fact("e", at), Slot{Width::u8, 0, 0, 6}, drawn.person_columns.e[at]);
    own.put(fact("d", at), Slot{Width::i16, 0, INT16_MIN, INT16_MAX}, drawn.person_columns.d[at]);
  }
  return own;
}

// A kernel as code of this machine.
struct NativeCode {
  native::Unit unit;
  std::shared_ptr<native::Library const> library;  // keeps the code
};

template <class T>
T or_differ(base::Result<T> result) {
  if (!result) {
    differ(result.error().message);
  }
  return *std::move(result);
}

NativeCode compiled(columns::Kernel const& kernel, columns::Schedule const& schedule) {
  native::Unit unit = or_differ(native::write_unit(kernel, schedule));
  std::string const text = native::library_text(std::span(&unit, 1), std::string(64, '0'));
  std::string const bytes = or_differ(native::compile(text, {"c++", native::processor_level()}));
  return {std::move(unit), or_differ(native::load_library(bytes))};
}

// A runner for each thread, made once.
struct Runners {
  columns::Kernel kernel;
  columns::Schedule schedule;
  std::optional<NativeCode> code;
  std::vector<std::unique_ptr<columns::BlockRunner>> of_threads;

  Runners(columns::Kernel made, std::vector<std::uint32_t> const& decisions, std::vector<std::uint32_t> const& services,
          Way way)
      : kernel(std::move(made)), schedule(columns::schedule(kernel, decisions, services)) {
    if (way.native) {
      code = compiled(kernel, schedule);
    }
    for (unsigned thread = 0; thread < way.threads; ++thread) {
      of_threads.push_back(make());
    }
  }

  [[nodiscard]] std::unique_ptr<columns::BlockRunner> make() const {
    if (!code) {
      return std::make_unique<columns::Runner>(kernel, schedule, columns::loops(), columns::kMostRows);
    }
    auto const run = code->library->code(native::code_digest(code->unit));
    return std::make_unique<native::Runner>(kernel, schedule, code->unit, run, columns::kMostRows);
  }
};

// All rows, block by block.
template <class Prepare, class Take>
void run(OwnColumns const& own, Runners const& runners, std::size_t all, Prepare prepare, Take take) {
  auto const threads = static_cast<unsigned>(runners.of_threads.size());
  in_parts(all, threads, [&](std::size_t first, std::size_t end) {
    columns::BlockRunner& runner = *runners.of_threads[first * threads / all];
    columns::Inputs inputs;
    for (std::size_t at = first; at < end; at += columns::kMostRows) {
      std::size_t const rows = std::min<std::size_t>(columns::kMostRows, end - at);
      own.view(at, rows, inputs);
      prepare(runner, at);
      take(runner.run(inputs), at, rows);
    }
  });
}

}  // namespace

std::optional<double> reaction_columns(package::LoadedPackage const& reaction, Drawn const& drawn, Way way) {
  OwnColumns const own = columns_of_acts(reaction, drawn);
  Runners const runners(columns::build(reaction.plan, own.slots), {0}, {}, way);
  std::optional<columns::CodeTable> const outcomes = columns::outcome_table(reaction.plan, runners.kernel, 0);
  drawn::AnswerColumns answers{std::vector<std::uint8_t>(kActs), std::vector<std::int32_t>(kActs)};
  auto const prepare = [&](columns::BlockRunner& runner, std::size_t at) {
    runner.leave_figures(0, answers.figure.data() + at);  // an outcome has at most one
  };
  auto const take = [&](columns::Answers const& found, std::size_t at, std::size_t rows) {
    columns::DecisionAnswers const& decision = found.decisions.front();
    columns::leave_outcomes(*outcomes, decision, rows, answers.outcome.data() + at);
  };
  auto const all = [&] { run(own, runners, kActs, prepare, take); };
  all();
  if (std::string const difference = compare_answers(drawn.acts, answers); !difference.empty()) {
    differ(difference);
  }
  return per_second(kActs, kPasses, all);
}

std::optional<double> eligibility_columns(package::LoadedPackage const& eligibility, Drawn const& drawn, Way way) {
  OwnColumns const own = columns_of_persons(eligibility, drawn);
  std::vector<std::uint32_t> services(eligibility.plan.services.size());
  std::iota(services.begin(), services.end(), 0U);
  Runners const runners(columns::build(eligibility.plan, own.slots), {}, services, way);
  drawn::FailedColumns failed;
  failed.fill(std::vector<std::uint8_t>(kPersons));
  auto const prepare = [&](columns::BlockRunner& runner, std::size_t at) {
    for (std::size_t service = 0; service < failed.size(); ++service) {
      runner.leave_failed(service, 0, failed[service].data() + at);
    }
  };
  auto const all = [&] {
    run(own, runners, kPersons, prepare, [](columns::Answers const&, std::size_t, std::size_t) {});
  };
  all();
  if (std::string const difference = compare_failed(drawn.persons, failed); !difference.empty()) {
    differ(difference);
  }
  return per_second(kPersons, kPasses, all);
}

}  // namespace hjemmel::bench::ours
