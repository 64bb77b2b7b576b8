// The machine against the oracle: random programs with random cases, and the real package with random facts.
//
// At least 200,000 comparisons of outcome, reasons, missing facts and trace. HJEMMEL_COMPARISONS sets another number (the run
// under sanitizers takes fewer), HJEMMEL_SEED another beginning. A difference is shrunk and shown with its program and case.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "engine/ir/print.h"
#include "engine/ir/verify.h"
#include "engine/lower/lower.h"
#include "tests/differential/compare.h"
#include "tests/differential/generate.h"
#include "tests/differential/shrink.h"

namespace hjemmel::differential {
namespace {

std::uint64_t from_environment(char const* name, std::uint64_t otherwise) {
  char const* const value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

constexpr std::uint32_t kCasesOfAProgram = 40;

// Half of the cases are fully known; in the others more and more is unknown.
std::uint32_t share_unknown(std::uint32_t number) { return number % 2 == 0 ? 0 : 10 + 10 * (number % 7); }

void report(Failing const& failing) {
  ADD_FAILURE() << describe(shrink(failing));
}

bool compare_program(std::uint64_t seed, Tally& tally) {
  Generated const generated = generate_program(seed);
  std::vector<std::string> const faults = ir::verify(generated.program);
  EXPECT_TRUE(faults.empty()) << faults.front() << "\n" << ir::print(generated.program);
  if (!faults.empty()) {
    return false;
  }
  eval::Plan const plan = lower::lower(generated.program, {});
  Random random(seed * 977 + 1);
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    eval::Case const facts = generate_case(generated.program, generated.grid, random, share_unknown(i));
    for (std::uint32_t decision = 0; decision < generated.program.decisions.size(); ++decision) {
      if (!differences(generated.program, plan, facts, generated.grid, decision, tally).empty()) {
        std::cerr << "seed " << seed << " case " << i << "\n";
        report({generated.program, generated.grid, facts, decision});
        return false;
      }
    }
  }
  return true;
}

TEST(MachineVsOracle, generated_programs_agree) {
  std::uint64_t const wanted = from_environment("HJEMMEL_COMPARISONS", 200'000);
  std::uint64_t seed = from_environment("HJEMMEL_SEED", 1);
  Tally tally;
  std::size_t failures = 0;
  while (tally.comparisons < wanted && failures < 3) {
    failures += compare_program(seed++, tally) ? 0 : 1;
  }
  std::cout << tally.comparisons << " comparisons: " << tally.known << " known, " << tally.settled << " settled, "
            << tally.undetermined << " undetermined, " << tally.incomplete << " too many for the oracle, " << tally.inexact
            << " not exact\n";
  for (std::size_t const count : tally.statuses) {
    EXPECT_GT(count * 200, tally.comparisons) << "a status is hardly ever met";
    std::cout << count << " ";
  }
  std::cout << "\n";
}

}  // namespace
}  // namespace hjemmel::differential
