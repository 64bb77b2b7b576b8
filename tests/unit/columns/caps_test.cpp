// What is capped, at the limit and one past it: rules of a decision, criteria of a service, truths of a row, conclusions that are kept.
#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/columns/codes.h"
#include "engine/package/loader.h"
#include "engine/rows/row.h"

namespace hjemmel::columns {
namespace {

// Bools, a block for each, and a decision without rules.
eval::Plan plan_of_bools(std::uint32_t bools) {
  eval::Plan plan;
  for (std::uint32_t fact = 0; fact < bools; ++fact) {
    plan.facts.emplace_back();
    plan.code.push_back({eval::Opcode::fact, 0, fact});
    plan.blocks.push_back({fact, fact + 1});
  }
  plan.decisions.emplace_back();
  return plan;
}

void add_rule(eval::Plan& plan, std::vector<std::uint32_t> const& blocks) {
  auto const at = static_cast<std::uint32_t>(plan.rules.size());
  eval::RulePlan& rule = plan.rules.emplace_back();
  rule.place = at;
  rule.when.begin = static_cast<std::uint32_t>(plan.clauses.size());
  for (std::uint32_t const block : blocks) {
    plan.clauses.push_back({block});
  }
  rule.when.end = static_cast<std::uint32_t>(plan.clauses.size());
  plan.numbers.push_back(at);  // there is one decision, and no other list of numbers
  plan.decisions[0].rules = {0, at + 1};
  plan.decisions[0].order = {0, at + 1};
}

TEST(ColumnCaps, rules_of_a_decision) {
  for (std::size_t const more : {0U, 1U}) {
    eval::Plan plan = plan_of_bools(kMostMarks + 1);
    for (std::uint32_t rule = 0; rule < kMostMarks + more; ++rule) {
      add_rule(plan, {rule});
    }
    EXPECT_EQ(build(plan).decisions[0].refused.empty(), more == 0);
  }
}

TEST(ColumnCaps, criteria_of_a_service) {
  for (std::size_t const more : {0U, 1U}) {
    eval::Plan plan = plan_of_bools(kMostCriteria + 1);
    eval::ServicePlan& service = plan.services.emplace_back();
    for (std::uint32_t block = 0; block < kMostCriteria + more; ++block) {
      plan.criteria.emplace_back().block = block;
    }
    service.criteria = {0, static_cast<std::uint32_t>(plan.criteria.size())};
    EXPECT_EQ(build(plan).services[0].criteria.size(), more == 0 ? kMostCriteria : 0U);
  }
}

TEST(ColumnCaps, truths_that_a_row_hangs_on) {
  for (std::size_t const more : {0U, 1U}) {
    eval::Plan plan = plan_of_bools(rows::kMostAtoms + 1);
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t block = 0; block < rows::kMostAtoms + more; ++block) {
      blocks.push_back(block);
    }
    add_rule(plan, blocks);
    Kernel const kernel = build(plan);
    ASSERT_EQ(kernel.decisions[0].refused, "");
    rows::Layout layout;
    layout.lists.resize(plan.facts.size());
    for (std::uint32_t fact = 0; fact < plan.facts.size(); ++fact) {
      layout.scalars.push_back({fact});
    }
    rows::Row row(plan, kernel, layout, 0);
    EXPECT_EQ(row.refused().empty(), more == 0);
    std::vector<std::uint8_t> facts(plan.facts.size(), 1);
    if (more == 0) {
      EXPECT_EQ(row.decide(facts.data()).outcome->rules.front(), eval::RuleState::applied);
      facts[rows::kMostAtoms - 1] = 0;
      EXPECT_EQ(row.decide(facts.data()).outcome->rules.front(), eval::RuleState::guard_false);
    }
  }
}

// One outcome for each set of truths: past the cap all are forgotten, and each is worked out anew.
TEST(ColumnCaps, outcomes_of_a_row) {
  constexpr std::uint32_t kBools = 17;
  eval::Plan plan = plan_of_bools(kBools);
  std::vector<std::uint32_t> blocks;
  rows::Layout layout;
  layout.lists.resize(kBools);
  for (std::uint32_t fact = 0; fact < kBools; ++fact) {
    blocks.push_back(fact);
    layout.scalars.push_back({fact});
  }
  add_rule(plan, blocks);
  Kernel const kernel = build(plan);
  rows::Row row(plan, kernel, layout, 0);
  std::size_t applied = 0;
  for (std::size_t set = 0; set <= rows::kMostOutcomes + 1; ++set) {
    std::size_t const held = set % 2 == 0 ? set : (std::size_t{1} << kBools) - set;  // in the first turn all of them
    std::vector<std::uint8_t> facts(kBools);
    for (std::uint32_t fact = 0; fact < kBools; ++fact) {
      facts[fact] = static_cast<std::uint8_t>(held >> fact & 1U);
    }
    for (int const again : {0, 1}) {
      eval::RuleState const state = row.decide(facts.data()).outcome->rules.front();
      bool const all = held + 1 == std::size_t{1} << kBools;
      ASSERT_EQ(state, all ? eval::RuleState::applied : eval::RuleState::guard_false) << set << " " << again;
      applied += all ? 1 : 0;
    }
  }
  EXPECT_EQ(applied, 2U);
}

// Past what is kept each is worked out by itself, and is the same.
TEST(ColumnCaps, conclusions_by_different_figures) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load("tests/bench/packages/reaction", sources, sink);
  eval::Plan const& plan = (*loaded)->plan;
  Kernel const kernel = build(plan);
  std::uint8_t code = 0;
  for (std::size_t mark = 0; mark < kernel.decisions[0].marks.size(); ++mark) {
    bool const ordinary = plan.of(plan.rules[kernel.decisions[0].marks[mark].rule].name) == "ordinary";
    code = static_cast<std::uint8_t>(code | (ordinary ? 1U << mark : 0U));
  }
  DecisionAnswers answers;
  answers.planes = {{code}};
  answers.figures.assign(kernel.decisions[0].figures.size(), {{}, {0}});
  Codes codes(plan, kernel, 0);
  for (int const round : {0, 1}) {
    for (std::int64_t value = 1; value <= static_cast<std::int64_t>(kMostKept) + 3; ++value) {
      for (FigureColumn& figure : answers.figures) {
        figure.wide[0] = value;
      }
      Coded const& coded = codes.of(answers, 0);
      ASSERT_EQ(coded.conclusion.options.front().option.bounds.front().exactly, base::Decimal::of(value)) << round;
      EXPECT_EQ(coded.kept, value <= static_cast<std::int64_t>(kMostKept));
    }
  }
}

}  // namespace
}  // namespace hjemmel::columns
