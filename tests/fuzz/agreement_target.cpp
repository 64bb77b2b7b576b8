// Any bytes as the choices of which a program and its cases are made: machine, columns, rows and oracle must agree on them.
//
// The first half of the bytes is the program's, the other the cases'. What no byte chooses is drawn.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "engine/ir/print.h"
#include "engine/ir/verify.h"
#include "engine/lower/lower.h"
#include "tests/differential/compare.h"
#include "tests/differential/compare_columns.h"
#include "tests/differential/generate.h"
#include "tests/fuzz/run_one.h"

namespace {

using namespace hjemmel;

constexpr std::uint32_t kCases = 3;
constexpr std::ptrdiff_t kMostOpen = 4;       // facts and cells of a case: with more of them an input takes too long
constexpr std::size_t kMostCompletions = 24;  // that the oracle goes through

[[noreturn]] void fail(std::string const& what, ir::Program const& program) {
  std::fprintf(stderr, "%s\n%s\n", what.c_str(), ir::print(program).c_str());
  std::abort();
}

std::ptrdiff_t open_among(std::vector<eval::Value> const& values) {
  return std::count_if(values.begin(), values.end(), [](eval::Value value) { return value.is_open(); });
}

std::ptrdiff_t open_in(eval::Plan const& plan, eval::Case const& facts) {
  std::ptrdiff_t open = 0;
  for (std::size_t fact = 0; fact < plan.facts.size(); ++fact) {
    if (plan.facts[fact].domain == eval::Domain::list) {
      eval::ListFact const& list = facts.lists[fact];
      open += open_among(list.cells) + (list.state == eval::ListState::complete ? 0 : 1);
    } else {
      open += facts.scalars[fact].is_open() ? 1 : 0;
    }
  }
  return open;
}

// None, a tenth and a fifth of the facts are unknown, if it is not too many of them.
std::vector<eval::Case> cases_of(differential::Generated const& generated, eval::Plan const& plan,
                                 differential::Random random) {
  std::vector<eval::Case> cases;
  for (std::uint32_t number = 0; number < kCases; ++number) {
    eval::Case facts = differential::generate_case(generated.program, generated.values, random, number * 10);
    if (open_in(plan, facts) <= kMostOpen) {
      cases.push_back(std::move(facts));
    }
  }
  return cases;
}

}  // namespace

int run_one(std::uint8_t const* data, std::size_t size) {
  std::span const bytes(data, size);
  differential::Generated generated = differential::generate_program(differential::Random(size, bytes.first(size / 2)));
  generated.values.grid.max_completions = kMostCompletions;
  ir::Program const& program = generated.program;
  if (std::vector<std::string> const faults = ir::verify(program); !faults.empty()) {
    fail(faults.front(), program);
  }
  eval::Plan const plan = lower::lower(program, {});
  std::vector<eval::Case> const cases = cases_of(generated, plan, differential::Random(size, bytes.subspan(size / 2)));
  differential::ColumnTally columns;
  if (std::string const difference = differential::compare_columns(plan, cases, columns); !difference.empty()) {
    fail(difference, program);
  }
  differential::Tally tally;
  for (eval::Case const& facts : cases) {
    for (std::uint32_t decision = 0; decision < program.decisions.size(); ++decision) {
      auto const found = differential::differences(program, plan, facts, generated.values.grid, decision, tally);
      if (!found.empty()) {
        fail(found.front(), program);
      }
    }
  }
  return 0;
}
