// bench_fixed: a fixed amount of work, for counting its instructions: tests/bench/instructions.py.
//
//   bench_fixed decide       200 drawn cases of reaction, one at a time, without trace
//   bench_fixed trace        the same with a trace
//   bench_fixed rows         the same 200 cases, each ten times, from structs bound by offset
//   bench_fixed columns      the same as one block, a hundred times, by the loops for every processor
//   bench_fixed kernel       only what these two do before: the kernel is built, and the block filled
//   bench_fixed acts         only what both do before: the package is loaded and the cases are bound
//   bench_fixed entitle      the 40 services of 10 drawn persons
//   bench_fixed persons      only what it does before
//   bench_fixed plan         the package of reaction from its files to its plan: read, parse, check, lower
//
// Run from the root of the repository. Out: nothing; exit status 1 where what is decided is not what it is by hand.
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "engine/columns/build.h"
#include "engine/columns/fill.h"
#include "engine/columns/run.h"
#include "engine/eval/decide.h"
#include "engine/eval/entitle.h"
#include "engine/rows/row.h"
#include "tests/bench/bound_by_offset.h"
#include "tests/bench/workloads.h"

namespace {

namespace bench = hjemmel::bench;
namespace columns = hjemmel::columns;
namespace drawn = hjemmel::bench::drawn;
namespace eval = hjemmel::eval;
namespace rows = hjemmel::rows;

constexpr std::uint64_t kActs = 200;
constexpr std::uint64_t kPersons = 10;

std::size_t fines_by_hand() {
  std::size_t fines = 0;
  for (std::uint64_t number = 0; number < kActs; ++number) {
    fines += drawn::decide(drawn::draw_act(number)).outcome == drawn::Outcome::fine ? 1 : 0;
  }
  return fines;
}

std::size_t failing_by_hand() {
  std::size_t failing = 0;
  for (std::uint64_t number = 0; number < kPersons; ++number) {
    drawn::Failed failed{};
    drawn::check(drawn::draw_person(number), failed);
    for (std::uint8_t const bits : failed) {
      failing += bits != 0 ? 1 : 0;
    }
  }
  return failing;
}

template <class Draw>
std::vector<eval::Case> bound(hjemmel::ir::Program const& program, std::uint64_t count, Draw draw) {
  std::vector<eval::Case> cases;
  for (std::uint64_t number = 0; number < count; ++number) {
    cases.push_back(bench::bind(draw(number), program));
  }
  return cases;
}

bool decide(eval::Plan const& plan, std::vector<eval::Case> const& cases, bool with_trace) {
  std::size_t fines = 0;
  for (eval::Case const& facts : cases) {
    eval::DecisionTrace trace;
    eval::Outcome const outcome = eval::decide(plan, facts, 0, with_trace ? &trace : nullptr);
    fines += !outcome.options.empty() && outcome.options.front().name == "fine" ? 1 : 0;
  }
  return fines == fines_by_hand();
}

bool entitle(eval::Plan const& plan, std::vector<eval::Case> const& cases) {
  std::size_t refused = 0;
  for (eval::Case const& facts : cases) {
    for (std::uint32_t service = 0; service < drawn::kServices; ++service) {
      eval::Entitlement const found = eval::entitle(plan, facts, service);
      refused += found.state == eval::ServiceState::refused ? 1 : 0;
    }
  }
  return refused == failing_by_hand();
}

constexpr std::size_t kRowPasses = 10;
constexpr std::size_t kColumnPasses = 100;

bool by_rows(rows::Row& row) {
  std::vector<drawn::Act> acts;
  for (std::uint64_t number = 0; number < kActs; ++number) {
    acts.push_back(drawn::draw_act(number));
  }
  std::int64_t kroner = 0;
  std::int64_t by_hand = 0;
  for (std::size_t pass = 0; pass < kRowPasses; ++pass) {
    for (drawn::Act const& act : acts) {
      rows::RowAnswer const answer = row.decide(&act);
      drawn::Answer const expected = drawn::decide(act);
      kroner += answer.outcome->figures.empty() ? 0 : answer.figures[0];
      by_hand += expected.kroner + expected.meetings;
    }
  }
  return kroner == by_hand;
}

bool by_columns(columns::Kernel const& kernel, columns::Block const& block) {
  columns::Schedule const schedule = columns::schedule(kernel, {0}, {});
  columns::Runner runner(kernel, schedule, *columns::all_loops().front());
  columns::Inputs const inputs = columns::inputs_of(block);
  std::size_t fines = 0;
  for (std::size_t pass = 0; pass < kColumnPasses; ++pass) {
    columns::DecisionAnswers const& answers = runner.run(inputs).decisions.front();
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      fines += answers.figures[0][row] >= 3000 || answers.figures[1][row] >= 3000 ? 1 : 0;
    }
  }
  return fines == kColumnPasses * fines_by_hand();
}

bool run_kernel(std::string const& mode, hjemmel::package::LoadedPackage const& reaction) {
  columns::Kernel const kernel = columns::build(reaction.plan);
  columns::Block block = columns::empty_block(reaction.plan, kernel.slots);
  for (eval::Case const& facts : bound(reaction.program, kActs, drawn::draw_act)) {
    columns::fill(facts, reaction.plan, kernel.slots, block);
  }
  bench::BoundByOffset const acts = bench::bind_acts(reaction);
  columns::Kernel const own = columns::build(reaction.plan, acts.slots);
  rows::Row row(reaction.plan, own, acts.layout, 0);
  if (mode == "rows") {
    return by_rows(row);
  }
  return mode == "kernel" || by_columns(kernel, block);
}

bool run_reaction(std::string const& mode) {
  auto const workload = bench::load_workload("reaction");
  if (mode == "plan") {
    return true;
  }
  if (mode == "rows" || mode == "columns" || mode == "kernel") {
    return run_kernel(mode, *workload->package);
  }
  std::vector<eval::Case> const cases = bound(workload->package->program, kActs, drawn::draw_act);
  return mode == "acts" || decide(workload->package->plan, cases, mode == "trace");
}

bool run_eligibility(std::string const& mode) {
  auto const workload = bench::load_workload("eligibility");
  std::vector<eval::Case> const cases = bound(workload->package->program, kPersons, drawn::draw_person);
  return mode == "persons" || entitle(workload->package->plan, cases);
}

}  // namespace

int main(int count, char** given) {
  std::string const mode = count == 2 ? given[1] : "";
  std::set<std::string> const of_reaction = {"decide", "trace", "acts", "plan", "rows", "columns", "kernel"};
  bool const is_of_reaction = of_reaction.contains(mode);
  if (!is_of_reaction && mode != "entitle" && mode != "persons") {
    std::cerr << "bench_fixed decide | trace | acts | rows | columns | kernel | entitle | persons | plan\n";
    return 2;
  }
  if (!(is_of_reaction ? run_reaction(mode) : run_eligibility(mode))) {
    std::cerr << "bench_fixed: " << mode << " does not answer as it does by hand\n";
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
