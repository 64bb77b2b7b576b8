// The stages that turn rules into a plan, each timed alone on what the stage before it made.
#include "tests/bench/stages.h"

#include <memory>
#include <span>

#include <benchmark/benchmark.h>

#include "engine/base/check.h"
#include "engine/check/check.h"
#include "engine/lower/lower.h"
#include "engine/schema/compose.h"
#include "engine/schema/fact_schema.h"
#include "engine/syntax/parse.h"
#include "tests/bench/many_rules.h"
#include "tests/bench/timed_cases.h"

namespace hjemmel::bench {
namespace {

constexpr std::size_t kManyRules = 1000;

// A rules file after each stage. Shared by the benchmarks' closures.
struct Stages {
  source::Sources sources;
  source::FileId rules;
  std::optional<schema::FactSchema> schema;
  std::optional<syntax::Tree> tree;
  std::optional<ir::Program> program;
};

std::span<syntax::Tree const> trees(Stages const& stages) { return {&*stages.tree, 1}; }

std::shared_ptr<Stages> run_stages(std::string name, std::string text) {
  auto stages = std::make_shared<Stages>();
  diag::Sink sink;
  auto const read = [&](std::string const& path) {
    source::FileId const file = stages->sources.add(path, read_text(path));
    return document::read(file, document::Format::yaml, stages->sources, sink);
  };
  auto const root = read(kSchema);
  CHECK(root);
  auto const whole = schema::compose(
      *root, [&](std::string const& part, source::Span) { return read("schemas/" + part + ".schema.yaml"); }, sink);
  CHECK(whole);
  stages->schema = schema::read_fact_schema(*whole, sink);
  stages->rules = stages->sources.add(std::move(name), std::move(text));
  stages->tree = syntax::parse(stages->rules, stages->sources, sink);
  CHECK(stages->schema && stages->tree);
  stages->program = check::check(trees(*stages), *stages->schema, stages->sources, sink);
  CHECK(stages->program && sink.errors() == 0);
  return stages;
}

void parse(benchmark::State& state, Stages const& stages) {
  for (auto _ : state) {
    diag::Sink sink;
    auto tree = syntax::parse(stages.rules, stages.sources, sink);
    CHECK(tree && sink.errors() == 0);
    benchmark::DoNotOptimize(tree);
  }
  std::size_t const bytes = stages.sources.file(stages.rules).text.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void check_rules(benchmark::State& state, Stages const& stages) {
  for (auto _ : state) {
    diag::Sink sink;
    auto program = check::check(trees(stages), *stages.schema, stages.sources, sink);
    CHECK(program);
    benchmark::DoNotOptimize(program);
  }
}

void lower(benchmark::State& state, Stages const& stages) {
  for (auto _ : state) {
    eval::Plan plan = lower::lower(*stages.program, stages.sources);
    benchmark::DoNotOptimize(plan);
  }
}

void add(std::string const& name, std::shared_ptr<Stages const> const& stages) {
  auto const timed = [&](char const* stage, auto run) {
    benchmark::RegisterBenchmark((stage + ("/" + name)).c_str(),
                                 [stages, run](benchmark::State& state) { run(state, *stages); });
  };
  timed("parse", parse);
  timed("check", check_rules);
  timed("lower", lower);
}

}  // namespace

void add_stages() {
  auto const package = run_stages(kRules, read_text(kRules));
  auto const many = run_stages("many.rules", many_rules(package->rules, package->sources, kManyRules));
  CHECK(many->program->rules.size() == kManyRules);
  add("package", package);
  add("many_rules", many);
}

}  // namespace hjemmel::bench
