// Any bytes as the choices of which a program and its cases are made: machine, columns, rows and oracle must agree on them.
//
// The first half of the bytes is the program's, the other the cases'. What no byte chooses is drawn.
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

constexpr std::uint32_t kCases = 6;

[[noreturn]] void fail(std::string const& what, ir::Program const& program) {
  std::fprintf(stderr, "%s\n%s\n", what.c_str(), ir::print(program).c_str());
  std::abort();
}

// From none to half of the facts are unknown.
std::vector<eval::Case> cases_of(differential::Generated const& generated, differential::Random random) {
  std::vector<eval::Case> cases;
  for (std::uint32_t number = 0; number < kCases; ++number) {
    cases.push_back(differential::generate_case(generated.program, generated.values, random, number * 10));
  }
  return cases;
}

}  // namespace

int run_one(std::uint8_t const* data, std::size_t size) {
  std::span const bytes(data, size);
  differential::Generated const generated =
      differential::generate_program(differential::Random(size, bytes.first(size / 2)));
  ir::Program const& program = generated.program;
  if (std::vector<std::string> const faults = ir::verify(program); !faults.empty()) {
    fail(faults.front(), program);
  }
  eval::Plan const plan = lower::lower(program, {});
  std::vector<eval::Case> const cases = cases_of(generated, differential::Random(size, bytes.subspan(size / 2)));
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
