// Case by case, and the sums of all.
#include "tests/bench/agreement.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "engine/eval/decide.h"
#include "tests/bench/bind_open.h"
#include "tests/bench/files_by_hand.h"
#include "tests/bench/trace_by_hand.h"

namespace hjemmel::bench {
namespace {

using drawn::Act;
using drawn::Answer;
using drawn::Failed;
using drawn::Person;

// Of kActs acts and kPersons persons.
struct Sums {
  std::array<std::uint64_t, 5> outcomes{};  // in the order of Outcome
  std::uint64_t kroner = 0;
  std::uint64_t meetings = 0;
  std::uint64_t entitled = 0;
  std::uint64_t failed_criteria = 0;

  friend bool operator==(Sums const&, Sums const&) = default;
};

constexpr Sums kExpected = {{105'919, 104'977, 49'223, 319'101, 420'780}, 1'860'211'000, 89'951, 780'000, 5'514'123};

Sums sums_of(Drawn const& drawn) {
  Sums sums;
  for (Act const& act : drawn.acts) {
    Answer const answer = drawn::decide(act);
    ++sums.outcomes[static_cast<std::size_t>(answer.outcome)];
    sums.kroner += static_cast<std::uint64_t>(answer.kroner);
    sums.meetings += answer.meetings;
  }
  for (Person const& person : drawn.persons) {
    Failed failed{};
    drawn::check(person, failed);
    for (std::uint8_t const bits : failed) {
      sums.entitled += bits == 0 ? 1 : 0;
      sums.failed_criteria += static_cast<std::uint64_t>(std::popcount(bits));
    }
  }
  return sums;
}

std::string words_of(Sums const& sums) {
  auto const& [waived, either, conditional, fine, section_231] = sums.outcomes;
  return fmt::format(
      "{} waived, {} waived or deferred, {} waived on conditions, {} fines, {} of section 231, {} kr, {} meetings, "
      "{} services given, {} criteria failed",
      waived, either, conditional, fine, section_231, sums.kroner, sums.meetings, sums.entitled, sums.failed_criteria);
}

// Of any length, unlike what the engine reads.
std::string whole_file(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

drawn::Outcomes possible_of(eval::Outcome const& outcome) {
  auto const bits_of = [](std::vector<eval::OutcomeOption> const& options) {
    unsigned bits = 0;
    for (eval::OutcomeOption const& option : options) {
      auto const& names = drawn::kOutcomeNames;
      auto const place = std::find(names.begin(), names.end(), option.name) - names.begin();
      bits |= 1U << static_cast<unsigned>(place);
    }
    return bits;
  };
  unsigned bits = bits_of(outcome.options);
  for (eval::PossibleOutcome const& possible : outcome.possible) {
    bits |= bits_of(possible.options);
  }
  return static_cast<drawn::Outcomes>(bits);
}

}  // namespace

Drawn draw_all() {
  Drawn drawn;
  drawn.acts.reserve(kActs);
  drawn.persons.reserve(kPersons);
  for (std::uint64_t number = 0; number < kActs; ++number) {
    drawn.acts.push_back(drawn::draw_act(number));
  }
  for (std::uint64_t number = 0; number < kPersons; ++number) {
    drawn.persons.push_back(drawn::draw_person(number));
  }
  drawn.act_columns = drawn::columns_of(drawn.acts);
  drawn.person_columns = drawn::columns_of(drawn.persons);
  return drawn;
}

std::string compare_sums(Drawn const& drawn) {
  Sums const sums = sums_of(drawn);
  return sums == kExpected ? "" : words_of(sums) + " by hand; expected: " + words_of(kExpected);
}

std::string compare_steps(std::span<Act const> acts) {
  drawn::Steps steps;
  for (std::size_t at = 0; at < acts.size(); ++at) {
    if (drawn::decide_with_steps(acts[at], steps) != drawn::decide(acts[at])) {
      return fmt::format("case {} of reaction: the function with a trace by hand says something else", at);
    }
  }
  return "";
}

std::string compare_answers(std::span<Act const> acts, drawn::AnswerColumns const& answers) {
  for (std::size_t at = 0; at < acts.size(); ++at) {
    Answer const answer = drawn::decide(acts[at]);
    if (answers.outcome[at] != static_cast<std::uint8_t>(answer.outcome) ||
        answers.figure[at] != answer.kroner + answer.meetings) {
      return fmt::format("case {} of reaction: the columns say something else than the function over rows", at);
    }
  }
  return "";
}

std::string compare_failed(std::span<Person const> persons, drawn::FailedColumns const& failed) {
  for (std::size_t at = 0; at < persons.size(); ++at) {
    Failed expected{};
    drawn::check(persons[at], expected);
    for (std::size_t service = 0; service < drawn::kServices; ++service) {
      if (failed[service][at] != expected[service]) {
        return fmt::format("person {}, service {}: the columns tell other failed criteria", at, service);
      }
    }
  }
  return "";
}

std::string compare_columns(Drawn const& drawn) {
  drawn::AnswerColumns answers{std::vector<std::uint8_t>(kActs), std::vector<std::int32_t>(kActs)};
  drawn::decide(drawn.act_columns, 0, kActs, answers);
  drawn::FailedColumns failed;
  failed.fill(std::vector<std::uint8_t>(kPersons));
  drawn::check(drawn.person_columns, 0, kPersons, failed);
  std::string const difference = compare_answers(drawn.acts, answers);
  return difference.empty() ? compare_failed(drawn.persons, failed) : difference;
}

std::string compare_files(std::string const& folder, std::string const& expected) {
  std::string const from = folder + "/reaction.jsonl";
  std::string const to = folder + "/by_hand.tsv";
  for (files::Reader const reader : {files::decide_by_simdjson, files::decide_by_shape}) {
    for (unsigned const threads : {1U, 2U}) {
      std::string fault = files::decide_file(from, to, reader, threads);
      if (!fault.empty()) {
        return fault;
      }
      if (whole_file(to) != expected) {
        return to + ": not the outcomes of the function over rows";
      }
    }
  }
  return "";
}

std::string compare_open(package::LoadedPackage const& reaction) {
  for (std::uint64_t number = 0; number < kOpenActsCompared; ++number) {
    drawn::OpenAct const open = drawn::draw_open_act(number);
    drawn::Outcomes const by_hand = drawn::possible_outcomes(open);
    drawn::Outcomes const engine = possible_of(eval::decide(reaction.plan, bind(open, reaction.program), 0));
    if (engine != by_hand) {
      return fmt::format("open case {} of reaction: possible outcomes {:05b} by hand, {:05b} by the engine", number,
                         by_hand, engine);
    }
  }
  return "";
}

}  // namespace hjemmel::bench
