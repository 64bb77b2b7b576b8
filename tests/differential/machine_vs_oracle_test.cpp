// The machine against the oracle: random programs with random cases, and the real package with random facts.
//
// At least 200,000 comparisons of outcome, reasons, missing facts and trace. HJEMMEL_COMPARISONS sets another number (the run
// under sanitizers takes fewer), HJEMMEL_SEED another beginning. A difference is shrunk and shown with its program and case.
#include <iostream>

#include <gtest/gtest.h>

#include "engine/ir/print.h"
#include "engine/ir/verify.h"
#include "engine/lower/lower.h"
#include "tests/differential/compare.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/real_package.h"
#include "tests/differential/shrink.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kShards = 4;
constexpr std::uint32_t kCasesOfAProgram = 40;
constexpr std::size_t kFailuresShown = 3;

std::uint64_t comparisons_wanted() { return from_environment("HJEMMEL_COMPARISONS", 200'000); }
std::uint64_t first_seed() { return from_environment("HJEMMEL_SEED", 1); }

// Per cent of the facts: seven of eight cases are fully known, in the others more and more is unknown.
std::uint32_t share_unknown(std::uint32_t number) { return number % 8 != 0 ? 0 : 10 + 12 * (number / 8 % 5); }

std::string text_of(Tally const& tally) {
  std::string text = std::to_string(tally.comparisons) + " comparisons, " + std::to_string(tally.known) +
                     " with all known, " + std::to_string(tally.settled) + " settled in spite of unknowns, " +
                     std::to_string(tally.undetermined) + " undetermined, " + std::to_string(tally.incomplete) +
                     " with too many completions, " + std::to_string(tally.inexact) + " not exact;";
  for (eval::Status const status : {eval::Status::decided, eval::Status::undetermined, eval::Status::not_applicable,
                                    eval::Status::conflict, eval::Status::no_rule, eval::Status::error}) {
    text += " " + std::string(eval::status_name(status)) + " " +
            std::to_string(tally.statuses[static_cast<std::size_t>(status)]);
  }
  return text;
}

bool compare_program(std::uint64_t seed, Tally& tally) {
  auto const [program, values] = generate_program(seed);
  std::vector<std::string> const faults = ir::verify(program);
  if (!faults.empty()) {
    ADD_FAILURE() << "seed " << seed << ": " << faults.front() << "\n" << ir::print(program);
    return false;
  }
  eval::Plan const plan = lower::lower(program, {});
  Random random(seed * 977 + 1);
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    eval::Case const facts = generate_case(program, values, random, share_unknown(i));
    for (std::uint32_t decision = 0; decision < program.decisions.size(); ++decision) {
      if (!differences(program, plan, facts, values.grid, decision, tally).empty()) {
        ADD_FAILURE() << "seed " << seed << ", case " << i << "\n"
                      << describe(shrink({program, values.grid, facts, decision}));
        return false;
      }
    }
  }
  return true;
}

// Each shard takes every so-manieth seed, so that they can run beside each other.
class GeneratedPrograms : public testing::TestWithParam<std::uint32_t> {};

TEST_P(GeneratedPrograms, agree) {
  Tally tally;
  std::size_t failures = 0;
  for (std::uint64_t seed = first_seed() + GetParam();
       tally.comparisons * kShards < comparisons_wanted() && failures < kFailuresShown; seed += kShards) {
    failures += compare_program(seed, tally) ? 0 : 1;
  }
  std::cout << text_of(tally) << "\n";
  for (std::size_t const count : tally.statuses) {
    EXPECT_GT(count * 200, tally.comparisons) << "a status is hardly ever met";
  }
  EXPECT_LT(tally.incomplete * 10, tally.comparisons) << "the oracle gives up too often";
}

INSTANTIATE_TEST_SUITE_P(MachineVsOracle, GeneratedPrograms, testing::Range(0U, kShards));

// The program as a generated one is: its expressions stand in no file, so that it can be changed and lowered anew.
ir::Program without_words(ir::Program program) {
  for (ir::Expr& expr : program.exprs) {
    expr.span = {};
  }
  return program;
}

TEST(MachineVsOracle, minor_narcotics_agrees) {
  auto const package = load_minor_narcotics();
  ASSERT_NE(package, nullptr) << "rules/no/penal/minor_narcotics does not load";
  ir::Program const& program = package->loaded.program;
  EXPECT_TRUE(ir::verify(program).empty()) << ir::verify(program).front();
  Random random(first_seed());
  Tally tally;
  std::size_t failures = 0;
  for (std::uint32_t i = 0; tally.comparisons * 10 < comparisons_wanted() && failures < kFailuresShown; ++i) {
    eval::Case const facts = minor_narcotics_case(*package, random, share_unknown(i) / 2);
    if (!differences(program, package->loaded.plan, facts, package->values.grid, 0, tally).empty()) {
      ADD_FAILURE() << "case " << i << "\n" << describe({without_words(program), package->values.grid, facts, 0});
      ++failures;
    }
  }
  std::cout << text_of(tally) << "\n";
  EXPECT_GT(tally.statuses[static_cast<std::size_t>(eval::Status::decided)] * 10, tally.comparisons);
  EXPECT_GT(tally.undetermined * 10, tally.comparisons);
}

}  // namespace
}  // namespace hjemmel::differential
