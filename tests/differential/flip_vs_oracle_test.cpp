// Flips against brute force: generated programs, each with a few cases, some facts fixed, sometimes with a named option.
//
// HJEMMEL_FLIPS sets how many programs and cases are compared (a CI run takes the number below), HJEMMEL_SEED another beginning. A
// difference is shrunk and shown with its program and case.
#include <algorithm>
#include <iostream>

#include <gtest/gtest.h>

#include "engine/ir/verify.h"
#include "tests/differential/compare.h"
#include "tests/differential/compare_flips.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/generate.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kShards = 4;
constexpr std::uint32_t kCasesOfAProgram = 8;
constexpr std::size_t kFailuresShown = 3;

std::uint64_t cases_wanted() { return from_environment("HJEMMEL_FLIPS", 2'000); }
std::uint64_t first_seed() { return from_environment("HJEMMEL_SEED", 1); }

// Three of four cases are fully known.
std::uint32_t share_unknown(std::uint32_t number) { return number % 4 != 0 ? 0 : 15; }

void fix_some(ir::Program& program, Random& random) {
  for (ir::Fact& fact : program.facts) {
    fact.info.fixed = random.chance(8);
  }
  for (ir::Record& record : program.records) {
    for (ir::Field& field : record.fields) {
      field.info.fixed = random.chance(8);
    }
  }
}

// So that brute force has few facts to change: some rules go, and with them what they alone read.
void drop_rules(ir::Program& program, Random& random) {
  for (std::size_t decision = 0; decision < program.decisions.size(); ++decision) {
    while (program.decisions[decision].rules.size() > 3) {
      drop_rule(program, random.pick(program.decisions[decision].rules).index);
    }
  }
}

std::string text_of(FlipTally const& tally) {
  return std::to_string(tally.cases) + " cases, " + std::to_string(tally.undetermined) + " undetermined, " +
         std::to_string(tally.compared) + " compared with all flips: " + std::to_string(tally.sizes[0]) + " none, " +
         std::to_string(tally.sizes[1]) + " by one change, " + std::to_string(tally.sizes[2]) + " by two, " +
         std::to_string(tally.sizes[3]) + " by three; " + std::to_string(tally.impossible) + " impossible, " +
         std::to_string(tally.inexact) + " not exact, " + std::to_string(tally.too_large) + " too large; " +
         std::to_string(tally.told) + " flips told";
}

oracle::FlipSearch search_for(ir::Program const& program, Random& random) {
  oracle::FlipSearch search;
  search.decision = random.below(program.decisions.size());
  search.max_changes = random.chance(10) ? 3 : 2;
  ir::Decision const& decision = program.decisions[search.decision];
  if (random.chance(25)) {
    search.option = random.pick(program.enums[decision.options.index].values).name;
  }
  return search;
}

bool compare_program(std::uint64_t seed, FlipTally& tally) {
  auto [program, values] = generate_program(seed);
  Random random(seed * 1361 + 7);
  fix_some(program, random);
  drop_rules(program, random);
  EXPECT_TRUE(ir::verify(program).empty()) << "seed " << seed << ": " << ir::verify(program).front();
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    oracle::FlipSearch const search = search_for(program, random);
    Failing const one{program, values.grid, generate_case(program, values, random, share_unknown(i)), search.decision};
    if (!flip_differences(one, search, tally).empty()) {
      FlipTally uncounted;
      Differences const again = [&](Failing const& smaller) { return flip_differences(smaller, search, uncounted); };
      Failing const small = shrink(one, again);
      std::string text = describe(small);
      for (std::string const& difference : again(small)) {
        text += "\n- " + difference;
      }
      ADD_FAILURE() << "seed " << seed << ", case " << i << ", " << (search.option ? "for " + *search.option : "any")
                    << "\n"
                    << text;
      return false;
    }
  }
  return true;
}

// Each shard takes every so-manieth seed, so that they can run beside each other.
class GeneratedFlips : public testing::TestWithParam<std::uint32_t> {};

TEST_P(GeneratedFlips, are_those_of_brute_force) {
  FlipTally tally;
  std::size_t failures = 0;
  for (std::uint64_t seed = first_seed() + GetParam();
       tally.cases * kShards < cases_wanted() && failures < kFailuresShown; seed += kShards) {
    failures += compare_program(seed, tally) ? 0 : 1;
  }
  std::cout << text_of(tally) << "\n";
}

INSTANTIATE_TEST_SUITE_P(FlipVsOracle, GeneratedFlips, testing::Range(0U, kShards));

}  // namespace
}  // namespace hjemmel::differential
