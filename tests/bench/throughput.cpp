// Loops over many cases. What they give is kept in memory that is used afterwards, so that no call is left out.
#include "tests/bench/throughput.h"

#include <benchmark/benchmark.h>

#include "engine/eval/decide.h"
#include "engine/eval/entitle.h"
#include "tests/bench/bind_open.h"
#include "tests/bench/files_by_hand.h"
#include "tests/bench/latency.h"
#include "tests/bench/ours.h"
#include "tests/bench/trace_by_hand.h"

namespace hjemmel::bench {
namespace {

using drawn::Act;
using drawn::Answer;

constexpr std::size_t kPasses = 9;
constexpr std::size_t kFewPasses = 5;
constexpr std::size_t kRounds = 3;          // of rows alone
constexpr std::size_t kCalls = 100'000;     // timed one by one
constexpr std::size_t kBoundActs = 20'000;  // the engine's cases are too large to keep a million of them
constexpr std::size_t kBoundPersons = 1'000;

void tell(std::string const& name, Latency const& taken) {
  bench::tell(name + "_median", taken.median);
  bench::tell(name + "_p99", taken.p99);
}

// Over the cases in turn, as often as there are.
template <class Case, class Call>
double per_second_over(std::vector<Case> const& cases, Call call) {
  return per_second(cases.size(), kFewPasses, [&] {
    for (Case const& one : cases) {
      call(one);
    }
  });
}

void measure_columns(Drawn const& drawn, std::string const& prefix, unsigned threads) {
  std::string const suffix = "_columns_" + std::to_string(threads);
  drawn::AnswerColumns answers{std::vector<std::uint8_t>(kActs), std::vector<std::int32_t>(kActs)};
  bench::tell(prefix + "/reaction" + suffix, per_second(kActs, kPasses, [&] {
                in_parts(kActs, threads,
                         [&](auto first, auto end) { drawn::decide(drawn.act_columns, first, end, answers); });
              }));
  drawn::FailedColumns failed;
  failed.fill(std::vector<std::uint8_t>(kPersons));
  bench::tell(prefix + "/eligibility" + suffix, per_second(kPersons, kPasses, [&] {
                in_parts(kPersons, threads,
                         [&](auto first, auto end) { drawn::check(drawn.person_columns, first, end, failed); });
              }));
}

void measure_by_hand_rows(Drawn const& drawn, std::string const& prefix) {
  std::vector<Answer> answers(kActs);
  bench::tell(prefix + "/reaction_rows", per_second(kActs, kPasses, [&] { drawn::decide_all(drawn.acts, answers); }));
  std::vector<drawn::Failed> failed(kPersons);
  bench::tell(prefix + "/eligibility_rows",
              per_second(kPersons, kPasses, [&] { drawn::check_all(drawn.persons, failed); }));
}

std::vector<eval::Case> bound_acts(Drawn const& drawn, ir::Program const& program) {
  std::vector<eval::Case> cases;
  for (std::size_t at = 0; at < kBoundActs; ++at) {
    cases.push_back(bind(drawn.acts[at], program));
  }
  return cases;
}

void measure_reaction(std::vector<eval::Case> const& cases, eval::Plan const& plan) {
  auto const decide = [&](eval::Case const& facts) {
    eval::Outcome outcome = eval::decide(plan, facts, 0);
    benchmark::DoNotOptimize(outcome);
  };
  bench::tell("machine/reaction_rows", per_second_over(cases, decide));
  tell("machine/reaction", latency(cases.size(), [&](std::size_t at) { decide(cases[at]); }));
  bench::tell("machine/reaction_trace", per_second_over(cases, [&](eval::Case const& facts) {
                eval::DecisionTrace trace;
                eval::Outcome outcome = eval::decide(plan, facts, 0, &trace);
                benchmark::DoNotOptimize(outcome);
                benchmark::DoNotOptimize(trace);
              }));
}

void measure_open(package::LoadedPackage const& reaction) {
  std::vector<eval::Case> cases;
  for (std::uint64_t number = 0; number < kOpenActsCompared; ++number) {
    cases.push_back(bind(drawn::draw_open_act(number), reaction.program));
  }
  bench::tell("ours/open_rows", per_second_over(cases, [&](eval::Case const& facts) {
                eval::Outcome outcome = eval::decide(reaction.plan, facts, 0);
                benchmark::DoNotOptimize(outcome);
              }));
}

void measure_eligibility(Drawn const& drawn, package::LoadedPackage const& eligibility) {
  std::vector<eval::Case> cases;
  for (std::size_t at = 0; at < kBoundPersons; ++at) {
    cases.push_back(bind(drawn.persons[at], eligibility.program));
  }
  bench::tell("machine/eligibility_rows", per_second_over(cases, [&](eval::Case const& facts) {
                for (std::uint32_t service = 0; service < drawn::kServices; ++service) {
                  eval::Entitlement found = eval::entitle(eligibility.plan, facts, service);
                  benchmark::DoNotOptimize(found);
                }
              }));
}

// By the interpreter and as code of this machine.
void measure_ways(Drawn const& drawn, package::LoadedPackage const& reaction, package::LoadedPackage const& eligibility,
                  unsigned threads) {
  for (bool const native : {false, true}) {
    std::string const suffix = (native ? "_native_" : "_columns_") + std::to_string(threads);
    bench::tell("ours/reaction" + suffix, ours::reaction_columns(reaction, drawn, {threads, native}));
    bench::tell("ours/eligibility" + suffix, ours::eligibility_columns(eligibility, drawn, {threads, native}));
  }
}

void measure_rows(Drawn const& drawn, package::LoadedPackage const& reaction,
                  package::LoadedPackage const& eligibility) {
  ours::Rows const rows = ours::rows(reaction, eligibility, drawn);
  bench::tell("ours/reaction_rows", rows.reaction);
  bench::tell("ours/reaction_rows_native", rows.reaction_native);
  bench::tell("ours/reaction_trace", rows.reaction_trace);
  bench::tell("ours/eligibility_rows", rows.eligibility);
  bench::tell("ours/eligibility_rows_native", rows.eligibility_native);
  tell("ours/reaction", rows.one);
  tell("ours/reaction_native", rows.one_native);
}

void measure_files(std::string const& folder) {
  auto const measure = [&](std::string const& name, files::Reader reader, unsigned threads) {
    bench::tell("by_hand/" + name + "_" + std::to_string(threads), per_second(kActs, 3, [&] {
                  std::string fault =
                      files::decide_file(folder + "/reaction.jsonl", folder + "/by_hand.tsv", reader, threads);
                  benchmark::DoNotOptimize(fault);
                }));
  };
  for (unsigned const threads : {1U, 2U}) {
    measure("file_simdjson", files::decide_by_simdjson, threads);
    measure("file_shape", files::decide_by_shape, threads);
  }
}

}  // namespace

void measure_by_hand(Drawn const& drawn, std::string const& prefix) {
  measure_by_hand_rows(drawn, prefix);
  measure_columns(drawn, prefix, 1);
  measure_columns(drawn, prefix, 2);
}

void measure_by_hand_further(Drawn const& drawn, std::string const& folder) {
  tell("by_hand/reaction", latency(kCalls, [&](std::size_t at) {
         Answer answer = drawn::decide(drawn.acts[at]);
         benchmark::DoNotOptimize(answer);
       }));
  drawn::Steps steps;
  bench::tell("by_hand/reaction_trace", per_second_over(drawn.acts, [&](Act const& act) {
                Answer answer = drawn::decide_with_steps(act, steps);
                benchmark::DoNotOptimize(answer);
                benchmark::DoNotOptimize(steps);
              }));
  std::vector<drawn::OpenAct> open;
  for (std::uint64_t number = 0; number < kCalls; ++number) {
    open.push_back(drawn::draw_open_act(number));
  }
  bench::tell("by_hand/open_rows", per_second_over(open, [](drawn::OpenAct const& act) {
                drawn::Outcomes possible = drawn::possible_outcomes(act);
                benchmark::DoNotOptimize(possible);
              }));
  measure_files(folder);
}

void measure_engine(Drawn const& drawn, package::LoadedPackage const& reaction,
                    package::LoadedPackage const& eligibility) {
  measure_reaction(bound_acts(drawn, reaction.program), reaction.plan);
  measure_open(reaction);
  measure_eligibility(drawn, eligibility);
}

void measure_files_alone(std::string const& folder) {
  measure_files(folder);
  for (unsigned const threads : {1U, 2U}) {
    bench::tell("ours/file_" + std::to_string(threads), ours::reaction_file(folder, threads));
    bench::tell("ours/file_open_" + std::to_string(threads), ours::open_file(folder, threads));
  }
}

void measure_columns_alone(Drawn const& drawn, package::LoadedPackage const& reaction,
                           package::LoadedPackage const& eligibility) {
  measure_columns(drawn, "by_hand", 1);
  measure_ways(drawn, reaction, eligibility, 1);
  measure_columns(drawn, "again", 1);
}

void measure_rows_alone(Drawn const& drawn, package::LoadedPackage const& reaction,
                        package::LoadedPackage const& eligibility) {
  for (std::size_t round = 0; round < kRounds; ++round) {
    measure_by_hand_rows(drawn, "by_hand");
    measure_rows(drawn, reaction, eligibility);
  }
  measure_by_hand_rows(drawn, "again");
}

void measure_columns_of_ours(Drawn const& drawn, package::LoadedPackage const& reaction,
                             package::LoadedPackage const& eligibility, std::string const& folder) {
  measure_rows(drawn, reaction, eligibility);
  for (unsigned const threads : {1U, 2U}) {
    std::string const suffix = std::to_string(threads);
    measure_ways(drawn, reaction, eligibility, threads);
    bench::tell("ours/file_" + suffix, ours::reaction_file(folder, threads));
    bench::tell("ours/file_open_" + suffix, ours::open_file(folder, threads));
  }
}

}  // namespace hjemmel::bench
