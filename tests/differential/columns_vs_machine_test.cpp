// Columns and rows against the machine: random programs with random cases, and the cases of every package; whatever a kernel settles must be
// what the machine decides.
//
// As many comparisons as HJEMMEL_COMPARISONS says (200,000 without it), from seed HJEMMEL_SEED on, each with the loops for every
// processor and with those for this one. What a kernel leaves open is the machine's, and is counted only.
#include <iostream>

#include <gtest/gtest.h>

#include "engine/columns/block.h"
#include "engine/ir/print.h"
#include "engine/lower/lower.h"
#include "engine/package/cases.h"
#include "tests/differential/compare_columns.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/generate.h"
#include "tests/differential/package_folders.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kCasesOfAProgram = 60;
constexpr std::size_t kFailuresShown = 3;

// Half of the cases are fully known; in the others more and more is not.
std::uint32_t unknown_share(std::uint32_t number) { return number % 2 == 0 ? 0 : 5 * (number / 2 % 8); }

std::string compare_program(std::uint64_t seed, ColumnTally& tally) {
  auto const [program, values] = generate_program(seed);
  eval::Plan const plan = lower::lower(program, {});
  Random random(seed * 811 + 3);
  std::vector<eval::Case> cases;
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    cases.push_back(generate_case(program, values, random, unknown_share(i)));
  }
  std::string const found = compare_columns(plan, cases, tally);
  return found.empty() ? "" : "seed " + std::to_string(seed) + ", " + found + "\n" + ir::print(program);
}

TEST(ColumnsVsMachine, settled_rows_are_what_the_machine_decides) {
  std::uint64_t const wanted = from_environment("HJEMMEL_COMPARISONS", 200'000);
  ColumnTally tally;
  std::size_t failures = 0;
  for (std::uint64_t seed = from_environment("HJEMMEL_SEED", 1);
       tally.comparisons < wanted && failures < kFailuresShown; ++seed) {
    std::string const found = compare_program(seed, tally);
    EXPECT_EQ(found, "");
    failures += found.empty() ? 0 : 1;
  }
  std::cout << tally.comparisons << " settled rows of columns and " << tally.rows << " single ones compared, "
            << tally.open << " open (" << tally.shown << " shown undetermined), " << tally.irregular << " irregular; "
            << tally.refused << " of " << tally.decisions << " decisions without code\n";
  for (auto const& [reason, count] : tally.reasons) {
    std::cout << "  " << count << " " << reason << "\n";
  }
  EXPECT_GT(tally.known_rows * 5, tally.rows) << "hardly any row is of known facts alone";
  EXPECT_GT(tally.shown * 100, tally.open) << "hardly any row is shown to be undetermined";
  EXPECT_GT(tally.open * 50, tally.comparisons) << "hardly any row is open";
  EXPECT_GT((tally.decisions - tally.refused) * 10, tally.decisions) << "hardly any decision has code";
}

// The cases of every package under rules/, as its own tests read them; HJEMMEL_PACKAGE_CASES_EVERY=10 takes each tenth only.
class ColumnsOfPackages : public testing::TestWithParam<std::string> {};

TEST_P(ColumnsOfPackages, settle_as_the_machine_decides) {
  auto const code = bundles();
  ASSERT_NE(code, nullptr);
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(GetParam(), sources, sink, {}, code.get());
  ASSERT_TRUE(loaded && *loaded) << GetParam() << " does not load";
  auto const read = package::read_cases(**loaded, sources, sink);
  ASSERT_TRUE(read) << read.error().message;
  std::map<package::LoadedPackage const*, std::vector<eval::Case>> cases;
  std::size_t const every = std::max<std::uint64_t>(1, from_environment("HJEMMEL_PACKAGE_CASES_EVERY", 1));
  for (std::size_t at = 0; at < read->cases.size(); at += every) {
    package::PackageCase const& one = read->cases[at];
    std::vector<eval::Case>& own = cases[one.amended ? &*one.amended : &**loaded];
    if (own.size() < columns::kBlockRows) {
      own.push_back(one.facts);
    }
  }
  ColumnTally tally;
  for (auto const& [package, facts] : cases) {
    EXPECT_EQ(compare_columns(package->plan, facts, tally), "");
  }
  std::cout << tally.comparisons << " settled, " << tally.open << " open, " << tally.shown << " shown undetermined, "
            << tally.criteria << " criteria, " << tally.states << " states by criteria; " << tally.refused << " of "
            << tally.decisions << " decisions without code\n";
}

INSTANTIATE_TEST_SUITE_P(ColumnsVsMachine, ColumnsOfPackages, testing::ValuesIn(package_folders()), name_of_folder);

}  // namespace
}  // namespace hjemmel::differential
