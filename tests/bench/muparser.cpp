// bench_muparser: muParser on both workloads, a peer of the comparison. tests/bench/compare.py runs it: `bench_muparser FOLDER`.
//
// In: FOLDER with services-N.txt, as tests/bench/peers/write_services.py writes them. Out: figures `muParser/…`; exit status 1 where
// it answers otherwise than by hand. It knows numbers only: names and enumerations are coded by its host here, which also looks up
// the limits, so it does less than others.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <vector>

#include <benchmark/benchmark.h>
#include <muParser.h>

#include "tests/bench/drawn.h"
#include "tests/bench/latency.h"

namespace {

namespace bench = hjemmel::bench;
namespace drawn = hjemmel::bench::drawn;
using drawn::Act;
using drawn::Answer;
using drawn::Outcome;
using drawn::Person;

constexpr std::size_t kActs = 1'000'000;
constexpr std::size_t kPersons = 20'000;
constexpr std::size_t kCalls = 100'000;
constexpr std::size_t kPasses = 5;
constexpr std::size_t kLoads = 5;
// What the rule gives is an outcome (0, 1, 4), 100 and the meetings of a conditional waiver, or the kroner of a fine.
constexpr int kWaiver = 100;
constexpr int kLeastFine = 1000;
constexpr char kRule[] =
    "(own_use && g0 <= t0 && g1 <= t1 && g2 <= t2) == 0 ? 4 : age < 18 ? (earlier > 0 ? 103 : 101) : addicted ? 0 : "
    "(age < 25 || at_risk) && required == 0 ? 1 : earlier == 0 ? 3000 : earlier == 1 ? 5000 : earlier == 2 ? 8000 : "
    "12000";

class Reaction {
 public:
  Reaction() {
    for (auto& [name, value] : names()) {
      parser_.DefineVar(name, value);
    }
    parser_.SetExpr(kRule);
  }
  Reaction(Reaction const&) = delete;
  Reaction& operator=(Reaction const&) = delete;

  Answer decide(Act const& act) {
    age_ = act.age;
    earlier_ = act.earlier;
    addicted_ = act.addicted ? 1 : 0;
    at_risk_ = act.at_risk ? 1 : 0;
    own_use_ = act.own_use ? 1 : 0;
    required_ = act.penalty_required ? 1 : 0;
    for (std::size_t at = 0; at < act.weights.size(); ++at) {
      bool const there = at < act.count;
      weight_[at] = there ? act.weights[at].hundredths : 0;
      limit_[at] = there ? drawn::kLimits[act.weights[at].substance] : 0;
    }
    return answer_of(static_cast<int>(parser_.Eval()));
  }

 private:
  std::vector<std::pair<char const*, double*>> names() {
    return {{"age", &age_},         {"earlier", &earlier_},   {"addicted", &addicted_}, {"at_risk", &at_risk_},
            {"own_use", &own_use_}, {"required", &required_}, {"g0", &weight_[0]},      {"g1", &weight_[1]},
            {"g2", &weight_[2]},    {"t0", &limit_[0]},       {"t1", &limit_[1]},       {"t2", &limit_[2]}};
  }
  static Answer answer_of(int value) {
    if (value >= kLeastFine) {
      return {Outcome::fine, 0, value};
    }
    if (value > kWaiver) {
      return {Outcome::conditional_waiver, static_cast<std::uint8_t>(value - kWaiver), 0};
    }
    return {static_cast<Outcome>(value), 0, 0};
  }

  double age_ = 0;
  double earlier_ = 0;
  double addicted_ = 0;
  double at_risk_ = 0;
  double own_use_ = 0;
  double required_ = 0;
  std::array<double, 3> weight_{};
  std::array<double, 3> limit_{};
  mu::Parser parser_;
};

// The facts of one person, where every service looks for them.
struct Variables {
  std::array<double, 20> b{};
  std::array<double, 20> n{};
  std::array<double, 10> e{};
  std::array<double, 10> d{};

  void set(Person const& person) {
    std::copy(person.b.begin(), person.b.end(), b.begin());
    std::copy(person.n.begin(), person.n.end(), n.begin());
    std::copy(person.e.begin(), person.e.end(), e.begin());
    std::copy(person.d.begin(), person.d.end(), d.begin());
  }
  void define(mu::Parser& parser) {
    auto const all = [&](char kind, auto& values) {
      for (std::size_t at = 0; at < values.size(); ++at) {
        parser.DefineVar(kind + std::to_string(at), &values[at]);
      }
    };
    all('b', b);
    all('n', n);
    all('e', e);
    all('d', d);
  }
};

class Services {
 public:
  Services(std::vector<std::string> const& lines, Variables& variables)
      : variables_(variables), parsers_(lines.size()) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
      variables_.define(parsers_[at]);
      parsers_[at].SetExpr(lines[at]);
    }
  }

  void check(Person const& person, std::vector<std::uint8_t>& failed) {
    variables_.set(person);
    for (std::size_t at = 0; at < parsers_.size(); ++at) {
      int criteria = 0;
      double const* const truths = parsers_[at].Eval(criteria);
      unsigned bits = 0;
      for (int place = 0; place < criteria; ++place) {
        bits |= truths[place] == 0 ? 1U << static_cast<unsigned>(place) : 0U;
      }
      failed[at] = static_cast<std::uint8_t>(bits);
    }
  }

 private:
  Variables& variables_;
  std::vector<mu::Parser> parsers_;
};

[[noreturn]] void refuse(std::string const& why) {
  std::cerr << "muParser: " << why << "\n";
  std::exit(EXIT_FAILURE);
}

std::vector<std::string> lines_of(std::string const& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  if (lines.empty()) {
    refuse(path + " cannot be read");
  }
  return lines;
}

void measure_reaction() {
  Reaction reaction;
  std::vector<Act> acts;
  for (std::uint64_t number = 0; number < kActs; ++number) {
    acts.push_back(drawn::draw_act(number));
    if (reaction.decide(acts.back()) != drawn::decide(acts.back())) {
      refuse("case " + std::to_string(number) + " of reaction is decided otherwise by hand");
    }
  }
  std::vector<Answer> answers(kActs);
  bench::tell("muParser/reaction", bench::per_second(kActs, kPasses, [&] {
                for (std::size_t at = 0; at < kActs; ++at) {
                  answers[at] = reaction.decide(acts[at]);
                }
              }));
  bench::Latency const taken = bench::latency(kCalls, [&](std::size_t at) {
    Answer answer = reaction.decide(acts[at]);
    benchmark::DoNotOptimize(answer);
  });
  bench::tell("muParser/reaction_median", taken.median);
  bench::tell("muParser/reaction_p99", taken.p99);
}

void measure_eligibility(std::string const& folder) {
  Variables variables;
  Services services(lines_of(folder + "/services-40.txt"), variables);
  std::vector<Person> persons;
  std::vector<std::uint8_t> failed(drawn::kServices);
  for (std::uint64_t number = 0; number < kPersons; ++number) {
    persons.push_back(drawn::draw_person(number));
    services.check(persons.back(), failed);
    drawn::Failed expected{};
    drawn::check(persons.back(), expected);
    if (!std::equal(failed.begin(), failed.end(), expected.begin())) {
      refuse("person " + std::to_string(number) + " fails other criteria by hand");
    }
  }
  bench::tell("muParser/eligibility", bench::per_second(kPersons, kPasses, [&] {
                for (Person const& person : persons) {
                  services.check(person, failed);
                }
              }));
}

void measure_load(std::string const& folder, std::size_t count) {
  std::vector<std::string> const lines = lines_of(folder + "/services-" + std::to_string(count) + ".txt");
  Variables variables;
  std::unique_ptr<Services> services;
  std::vector<std::uint8_t> failed(lines.size());
  std::vector<double> all;
  while (all.size() < kLoads) {
    double const load = bench::seconds([&] { services = std::make_unique<Services>(lines, variables); });
    double const first = bench::seconds([&] { services->check(drawn::draw_person(0), failed); });
    if (all.empty()) {
      bench::tell("muParser/load_" + std::to_string(count), load * 1e3);
      bench::tell("muParser/first_" + std::to_string(count), first * 1e3);
    }
    all.push_back((load + first) * 1e3);
  }
  bench::tell("muParser/reload_" + std::to_string(count), bench::median(std::move(all)));
}

}  // namespace

int main(int count, char** given) {
  if (count != 2) {
    std::cerr << "bench_muparser FOLDER\n";
    return 2;
  }
  try {
    measure_reaction();
    measure_eligibility(given[1]);
    for (std::size_t const services : {std::size_t{10}, std::size_t{1'000}, std::size_t{10'000}}) {
      measure_load(given[1], services);
    }
  } catch (mu::Parser::exception_type const& fault) {
    refuse(fault.GetMsg());
  }
  return EXIT_SUCCESS;
}
