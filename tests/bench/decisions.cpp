// One decision, timed in six ways. Facts are bound once, outside the loop, but in the ways that read them each time.
#include <benchmark/benchmark.h>

#include "engine/base/check.h"
#include "engine/eval/decide.h"
#include "engine/eval/flip.h"
#include "tests/bench/stages.h"
#include "tests/bench/timed_cases.h"

namespace hjemmel::bench {
namespace {

using package::LoadedPackage;

void decide_by_hand(benchmark::State& state, by_hand::Facts const& given) {
  by_hand::Facts facts = given;
  for (auto _ : state) {
    benchmark::DoNotOptimize(facts);
    by_hand::Decision decision = by_hand::decide(facts);
    benchmark::DoNotOptimize(decision);
  }
}

eval::Case bind(by_hand::Facts const& facts, LoadedPackage const& package) {
  auto bound = read_facts(facts_text(facts, document::Format::json), document::Format::json, package.program);
  CHECK(bound);
  return *std::move(bound);
}

void decide(benchmark::State& state, by_hand::Facts const& facts, LoadedPackage const& package) {
  eval::Case const bound = bind(facts, package);
  for (auto _ : state) {
    eval::Outcome outcome = eval::decide(package.plan, bound, 0);
    benchmark::DoNotOptimize(outcome);
  }
}

void decide_with_trace(benchmark::State& state, by_hand::Facts const& facts, LoadedPackage const& package) {
  eval::Case const bound = bind(facts, package);
  for (auto _ : state) {
    eval::DecisionTrace trace;
    eval::Outcome outcome = eval::decide(package.plan, bound, 0, &trace);
    benchmark::DoNotOptimize(outcome);
    benchmark::DoNotOptimize(trace);
  }
}

void find_flips(benchmark::State& state, by_hand::Facts const& facts, LoadedPackage const& package) {
  eval::Case const bound = bind(facts, package);
  for (auto _ : state) {
    eval::Flips flips = eval::flips(package.plan, bound, 0);
    benchmark::DoNotOptimize(flips);
  }
}

void read_and_decide(benchmark::State& state, by_hand::Facts const& facts, document::Format format,
                     LoadedPackage const& package) {
  std::string const text = facts_text(facts, format);
  for (auto _ : state) {
    auto const bound = read_facts(text, format, package.program);
    CHECK(bound);
    eval::Outcome outcome = eval::decide(package.plan, *bound, 0);
    benchmark::DoNotOptimize(outcome);
  }
}

}  // namespace

void add_decisions(LoadedPackage const& package) {
  for (TimedCase const& timed : timed_cases()) {
    auto const add = [&](char const* way, auto run) {
      benchmark::RegisterBenchmark(("decide/" + timed.name + "/" + way).c_str(), run);
    };
    by_hand::Facts const facts = timed.facts;
    using State = benchmark::State;
    add("by_hand", [facts](State& state) { decide_by_hand(state, facts); });
    add("engine", [facts, &package](State& state) { decide(state, facts, package); });
    add("trace", [facts, &package](State& state) { decide_with_trace(state, facts, package); });
    add("flip", [facts, &package](State& state) { find_flips(state, facts, package); });
    add("yaml", [facts, &package](State& state) { read_and_decide(state, facts, document::Format::yaml, package); });
    add("json", [facts, &package](State& state) { read_and_decide(state, facts, document::Format::json, package); });
  }
}

}  // namespace hjemmel::bench
