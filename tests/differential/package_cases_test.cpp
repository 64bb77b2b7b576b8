// The cases of every package under rules/: the oracle comes to what the machine does, so a case that passes in the machine passes
// in the oracle. HJEMMEL_PACKAGE_CASES_EVERY=10 takes each tenth case only, for the run under the sanitizers.
//
// Runs from the root of the repository. Values for what a case leaves unknown are those that properties are tried with: some of
// the values that matter, so that the machine must cover what the oracle finds with them, and agrees in full where nothing
// unknown is read.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "engine/analysis/values.h"
#include "engine/ir/verify.h"
#include "engine/package/cases.h"
#include "tests/differential/compare.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/package_folders.h"

namespace hjemmel::differential {
namespace {

constexpr std::size_t kMostValuesOfOne = 12;
constexpr std::size_t kMostCompletions = 40;  // of a case that leaves something open
constexpr std::size_t kFailuresShown = 5;

std::size_t cases_every() { return std::max<std::uint64_t>(1, from_environment("HJEMMEL_PACKAGE_CASES_EVERY", 1)); }

// At most so many, from the whole ladder.
std::vector<base::Decimal> numbers_of(analysis::Ladder const& ladder) {
  std::vector<base::Decimal> numbers;
  std::size_t const step = ladder.size() / kMostValuesOfOne + 1;
  for (std::size_t at = 0; at < ladder.size(); at += step) {
    if (ladder[at].is_known()) {
      numbers.push_back(ladder[at].number());
    }
  }
  return numbers;
}

std::vector<std::vector<base::Decimal>> fields_of(ir::Program const& program, analysis::Values const& values,
                                                  std::uint32_t record) {
  std::vector<std::vector<base::Decimal>> fields(program.records[record].fields.size());
  for (std::uint32_t list = 0; list < program.facts.size(); ++list) {
    ir::Type const& type = program.facts[list].info.type;
    for (std::uint32_t at = 0; type.kind == ir::TypeKind::list && type.record.index == record && at < fields.size();
         ++at) {
      fields[at] = numbers_of(values.of_field(list, at, 0));
    }
  }
  return fields;
}

std::vector<base::Decimal> numbers_of(ir::LawParameter const& parameter) {
  std::vector<base::Decimal> numbers;
  for (auto const& end : {parameter.value, parameter.low, parameter.high}) {
    if (end) {
      numbers.push_back(*end);
    }
  }
  return numbers;
}

oracle::Grid grid_of(ir::Program const& program, eval::Plan const& plan) {
  analysis::Values const values(program, plan);
  oracle::Grid grid;
  grid.sampled = true;
  grid.max_completions = kMostCompletions;
  for (std::uint32_t fact = 0; fact < program.facts.size(); ++fact) {
    bool const is_list = program.facts[fact].info.type.kind == ir::TypeKind::list;
    grid.facts.push_back(is_list ? std::vector<base::Decimal>{} : numbers_of(values.of_fact(fact)));
  }
  for (std::uint32_t record = 0; record < program.records.size(); ++record) {
    grid.fields.push_back(fields_of(program, values, record));
  }
  grid.tables.assign(program.tables.size(), {base::Decimal::of(0), base::Decimal::of(1), base::Decimal::of(100)});
  for (ir::LawParameter const& parameter : program.parameters) {
    grid.parameters.push_back(numbers_of(parameter));
  }
  grid.texts = {"a text that no rule names"};
  return grid;
}

// Both ends of what a case knows of a fact within a range.
void add_ends(eval::Case const& facts, eval::Value const& value, std::vector<base::Decimal>& numbers) {
  if (!value.is_open() || value.detail == eval::kNoDetail) {
    return;
  }
  for (auto const& end : {facts.ranges[value.detail].low, facts.ranges[value.detail].high}) {
    if (end.value) {
      numbers.push_back(*end.value);
    }
  }
}

oracle::Grid with_ranges_of(eval::Case const& facts, ir::Program const& program, oracle::Grid grid) {
  for (std::uint32_t fact = 0; fact < program.facts.size(); ++fact) {
    ir::Type const& type = program.facts[fact].info.type;
    if (type.kind != ir::TypeKind::list) {
      add_ends(facts, facts.scalars[fact], grid.facts[fact]);
      continue;
    }
    eval::ListFact const& list = facts.lists[fact];
    for (std::size_t cell = 0; cell < list.cells.size(); ++cell) {
      add_ends(facts, list.cells[cell], grid.fields[type.record.index][cell % list.fields]);
    }
  }
  return grid;
}

// What the case says an answer to.
std::set<std::uint32_t> decisions_of(ir::Program const& program, package::PackageCase const& one) {
  std::set<std::uint32_t> decisions;
  for (auto const& [decision, expected] : one.expected) {
    decisions.insert(decision);
  }
  for (auto const& [service, expected] : one.expected_services) {
    decisions.insert(program.services[service].decision.index);
  }
  for (auto const& [duty, expected] : one.expected_duties) {
    decisions.insert(program.duties[duty].decision.index);
  }
  return decisions;
}

class PackageCases : public testing::TestWithParam<std::string> {};

TEST_P(PackageCases, oracle_agrees) {
  auto const code = bundles();
  ASSERT_NE(code, nullptr);
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(GetParam(), sources, sink, {}, code.get());
  ASSERT_TRUE(loaded && *loaded) << GetParam() << " does not load";
  auto const read = package::read_cases(**loaded, sources, sink);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->unread, 0U);
  Tally tally;
  std::size_t failures = 0;
  std::size_t tried = 0;
  std::map<package::LoadedPackage const*, oracle::Grid> grids;
  for (std::size_t at = 0; at < read->cases.size(); at += cases_every()) {
    package::PackageCase const& one = read->cases[at];
    package::LoadedPackage const& package = one.amended ? *one.amended : **loaded;
    auto const [known, is_new] = grids.try_emplace(&package);
    if (is_new) {
      known->second = grid_of(package.program, package.plan);
    }
    oracle::Grid const grid = with_ranges_of(one.facts, package.program, known->second);
    ++tried;
    for (std::uint32_t const decision : decisions_of(package.program, one)) {
      auto const found = differences(package.program, package.plan, one.facts, grid, decision, tally);
      if (!found.empty() && ++failures <= kFailuresShown) {
        ADD_FAILURE() << one.name << ", " << package.program.decisions[decision].name << ": " << found.front();
      }
    }
  }
  std::cout << tried << " cases, " << tally.comparisons << " comparisons, " << tally.known << " with all known, "
            << tally.undetermined << " undetermined, " << tally.incomplete << " with some completions tried\n";
  EXPECT_FALSE(read->cases.empty()) << "a package without cases";
  EXPECT_GE(tally.comparisons, tried);
}

INSTANTIATE_TEST_SUITE_P(MachineVsOracle, PackageCases, testing::ValuesIn(package_folders()), name_of_folder);

}  // namespace
}  // namespace hjemmel::differential
