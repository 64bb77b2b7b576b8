// Columns of the drawn cases, bound once; blocks of them decided by engine/columns, and answers left by column.
#include "tests/bench/ours.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "engine/columns/build.h"
#include "engine/columns/codes.h"
#include "engine/columns/run.h"
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
    std::vector<std::byte> bytes(values.size() * sizeof(T) + columns::kBlockRows);
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

// Rows [first, end), block by block.
template <class Take>
void run(OwnColumns const& own, columns::Kernel const& kernel, columns::Schedule const& schedule, std::size_t first,
         std::size_t end, Take take) {
  columns::Runner runner(kernel, schedule);
  columns::Inputs inputs;
  for (std::size_t at = first; at < end; at += columns::kBlockRows) {
    std::size_t const rows = std::min<std::size_t>(columns::kBlockRows, end - at);
    own.view(at, rows, inputs);
    take(runner.run(inputs), at, rows);
  }
}

using OutcomeOfCode = std::array<std::uint8_t, 256>;

// Which outcome each code of the decision stands for: a dictionary, worked out for all of them beforehand.
OutcomeOfCode outcomes_of(package::LoadedPackage const& reaction, columns::Kernel const& kernel) {
  columns::DecisionCode const& decision = kernel.decisions[0];
  OutcomeOfCode outcomes{};
  for (std::uint64_t code = 0; code < std::uint64_t{1} << decision.marks.size(); ++code) {
    std::vector<std::uint32_t> const figures = columns::figures_in(decision, code);
    eval::Conclusion const conclusion =
        columns::conclude_code(reaction.plan, kernel, 0, code, figures, std::vector<std::int64_t>(figures.size(), 1));
    outcomes[code] = conclusion.options.empty() ? 255 : static_cast<std::uint8_t>(conclusion.options.front().ordinal);
  }
  return outcomes;
}

}  // namespace

std::optional<double> reaction_columns(package::LoadedPackage const& reaction, Drawn const& drawn, unsigned threads) {
  OwnColumns const own = columns_of_acts(reaction, drawn);
  columns::Kernel const kernel = columns::build(reaction.plan, own.slots);
  columns::Schedule const schedule = columns::schedule(kernel, {0}, {});
  OutcomeOfCode const outcomes = outcomes_of(reaction, kernel);
  drawn::AnswerColumns answers{std::vector<std::uint8_t>(kActs), std::vector<std::int32_t>(kActs)};
  auto const take = [&](columns::Answers const& found, std::size_t at, std::size_t rows) {
    columns::DecisionAnswers const& decision = found.decisions.front();
    std::uint8_t const* const codes = decision.planes.front().data();
    std::int64_t const* const first = decision.figures[0].data();
    std::int64_t const* const second = decision.figures[1].data();
    std::uint8_t* const outcome = answers.outcome.data() + at;
    std::int32_t* const figure = answers.figure.data() + at;
    for (std::size_t row = 0; row < rows; ++row) {
      outcome[row] = outcomes[codes[row]];
    }
    for (std::size_t row = 0; row < rows; ++row) {  // an outcome has one of the two
      figure[row] = static_cast<std::int32_t>(first[row] + second[row]);
    }
  };
  auto const all = [&] {
    in_parts(kActs, threads, [&](std::size_t first, std::size_t end) { run(own, kernel, schedule, first, end, take); });
  };
  all();
  if (std::string const difference = compare_answers(drawn.acts, answers); !difference.empty()) {
    differ(difference);
  }
  return per_second(kActs, kPasses, all);
}

std::optional<double> open_columns(package::LoadedPackage const& /*reaction*/, unsigned /*threads*/) {
  return std::nullopt;
}

std::optional<double> eligibility_columns(package::LoadedPackage const& eligibility, Drawn const& drawn,
                                          unsigned threads) {
  OwnColumns const own = columns_of_persons(eligibility, drawn);
  columns::Kernel const kernel = columns::build(eligibility.plan, own.slots);
  std::vector<std::uint32_t> services(eligibility.plan.services.size());
  for (std::uint32_t at = 0; at < services.size(); ++at) {
    services[at] = at;
  }
  columns::Schedule const schedule = columns::schedule(kernel, {}, services);
  drawn::FailedColumns failed;
  failed.fill(std::vector<std::uint8_t>(kPersons));
  auto const take = [&](columns::Answers const& found, std::size_t at, std::size_t rows) {
    for (std::size_t service = 0; service < failed.size(); ++service) {
      std::memcpy(failed[service].data() + at, found.services[service].failed.front().data(), rows);
    }
  };
  auto const all = [&] {
    in_parts(kPersons, threads,
             [&](std::size_t first, std::size_t end) { run(own, kernel, schedule, first, end, take); });
  };
  all();
  if (std::string const difference = compare_failed(drawn.persons, failed); !difference.empty()) {
    differ(difference);
  }
  return per_second(kPersons, kPasses, all);
}

}  // namespace hjemmel::bench::ours
