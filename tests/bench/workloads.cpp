// The engine against the functions by hand: first that they agree, then how long each takes.
#include "tests/bench/workloads.h"

#include <array>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "engine/eval/decide.h"
#include "engine/eval/entitle.h"

namespace hjemmel::bench {
namespace {

std::string number_bound(eval::OutcomeOption const& option, std::string const& name) {
  for (eval::ParameterBound const& bound : option.bounds) {
    if (bound.parameter == name && bound.exactly) {
      return base::to_string(*bound.exactly);
    }
  }
  return "0";
}

// What both say, in words that can be compared: the option with its meetings and its amount.
std::string words_of(eval::Outcome const& outcome) {
  if (outcome.status != eval::Status::decided || outcome.options.size() != 1) {
    return "not decided";
  }
  eval::OutcomeOption const& option = outcome.options.front();
  return option.name + ", " + number_bound(option, "meetings") + " meetings, " + number_bound(option, "amount") + " kr";
}

std::string words_of(drawn::Answer const& answer) {
  return std::string(drawn::kOutcomeNames.at(static_cast<std::size_t>(answer.outcome))) + ", " +
         std::to_string(answer.meetings) + " meetings, " + std::to_string(answer.kroner) + " kr";
}

std::uint8_t failed_of(eval::Entitlement const& entitlement) {
  unsigned failed = 0;
  for (std::size_t at = 0; at < entitlement.criteria.size(); ++at) {
    failed |= (entitlement.criteria[at].fails() ? 1U : 0U) << at;
  }
  return static_cast<std::uint8_t>(failed);
}

template <class Drawn, class Draw>
std::vector<Drawn> rotation(Draw draw) {
  std::vector<Drawn> cases;
  for (std::uint64_t number = 0; number < kRotation; ++number) {
    cases.push_back(draw(number));
  }
  return cases;
}

template <class Drawn>
std::vector<eval::Case> bound(std::vector<Drawn> const& drawn, ir::Program const& program) {
  std::vector<eval::Case> cases;
  for (Drawn const& one : drawn) {
    cases.push_back(bind(one, program));
  }
  return cases;
}

// One call decides the next of the cases.
template <class Case, class Decide>
void rotate(benchmark::State& state, std::vector<Case> const& cases, Decide decide) {
  std::size_t next = 0;
  for (auto _ : state) {
    decide(cases[next]);
    next = (next + 1) % kRotation;
  }
}

}  // namespace

std::string compare_reactions(package::LoadedPackage const& package) {
  for (std::uint64_t number = 0; number < kActsCompared; ++number) {
    drawn::Act const act = drawn::draw_act(number);
    std::string const by_hand = words_of(drawn::decide(act));
    std::string const engine = words_of(eval::decide(package.plan, bind(act, package.program), 0));
    if (engine != by_hand) {
      return fmt::format("case {} of reaction: {} by hand, {} by the engine", number, by_hand, engine);
    }
  }
  return "";
}

std::string compare_eligibility(package::LoadedPackage const& package) {
  for (std::uint64_t number = 0; number < kPersonsCompared; ++number) {
    drawn::Person const person = drawn::draw_person(number);
    drawn::Failed failed{};
    drawn::check(person, failed);
    eval::Case const facts = bind(person, package.program);
    for (std::uint32_t service = 0; service < drawn::kServices; ++service) {
      eval::Entitlement const found = eval::entitle(package.plan, facts, service);
      bool const entitled = found.state == eval::ServiceState::entitled;
      bool const refused = found.state == eval::ServiceState::refused;
      if (failed_of(found) != failed.at(service) || entitled != (failed.at(service) == 0) || refused == entitled) {
        return "person " + std::to_string(number) + ", service " + std::to_string(service) +
               ": the criteria that fail, or the state, are not those by hand";
      }
    }
  }
  return "";
}

void add_reactions(package::LoadedPackage const& package) {
  auto const acts = std::make_shared<std::vector<drawn::Act> const>(rotation<drawn::Act>(drawn::draw_act));
  auto const cases = std::make_shared<std::vector<eval::Case> const>(bound(*acts, package.program));
  benchmark::RegisterBenchmark("reaction/by_hand", [acts](benchmark::State& state) {
    rotate(state, *acts, [](drawn::Act const& act) {
      drawn::Answer answer = drawn::decide(act);
      benchmark::DoNotOptimize(answer);
    });
  });
  benchmark::RegisterBenchmark("reaction/engine", [cases, &package](benchmark::State& state) {
    rotate(state, *cases, [&](eval::Case const& facts) {
      eval::Outcome outcome = eval::decide(package.plan, facts, 0);
      benchmark::DoNotOptimize(outcome);
    });
  });
  benchmark::RegisterBenchmark("reaction/trace", [cases, &package](benchmark::State& state) {
    rotate(state, *cases, [&](eval::Case const& facts) {
      eval::DecisionTrace trace;
      eval::Outcome outcome = eval::decide(package.plan, facts, 0, &trace);
      benchmark::DoNotOptimize(outcome);
      benchmark::DoNotOptimize(trace);
    });
  });
}

void add_eligibility(package::LoadedPackage const& package) {
  auto const persons = std::make_shared<std::vector<drawn::Person> const>(rotation<drawn::Person>(drawn::draw_person));
  auto const cases = std::make_shared<std::vector<eval::Case> const>(bound(*persons, package.program));
  benchmark::RegisterBenchmark("eligibility/by_hand", [persons](benchmark::State& state) {
    rotate(state, *persons, [](drawn::Person const& person) {
      drawn::Failed failed{};
      drawn::check(person, failed);
      benchmark::DoNotOptimize(failed);
    });
  });
  benchmark::RegisterBenchmark("eligibility/engine", [cases, &package](benchmark::State& state) {
    rotate(state, *cases, [&](eval::Case const& facts) {
      for (std::uint32_t service = 0; service < drawn::kServices; ++service) {
        eval::Entitlement found = eval::entitle(package.plan, facts, service);
        benchmark::DoNotOptimize(found);
      }
    });
  });
}

}  // namespace hjemmel::bench
