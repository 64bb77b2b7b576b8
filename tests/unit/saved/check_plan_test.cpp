// Tests of engine/saved/check_plan.h: plans that lowering made are sound, and each kind of thing that is made to point elsewhere is
// seen.
#include "engine/saved/check_plan.h"

#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "engine/base/check.h"
#include "engine/package/loader.h"

namespace hjemmel::saved {
namespace {

using eval::Opcode;

package::LoadedPackage const& narcotics() {
  static package::LoadedPackage const kPackage = [] {
    source::Sources sources;
    diag::Sink sink;
    auto loaded = package::load("rules/no/penal/minor_narcotics", sources, sink);
    CHECK(loaded && *loaded);
    return **std::move(loaded);
  }();
  return kPackage;
}

// Whether the plan is still taken after `change`.
bool is_taken(std::function<void(eval::Plan&)> const& change) {
  eval::Plan plan = narcotics().plan;
  change(plan);
  return plan_is_sound(narcotics().program, plan);
}

eval::Instruction& first(eval::Plan& plan, Opcode opcode) {
  auto const at = std::find_if(plan.code.begin(), plan.code.end(),
                               [&](eval::Instruction const& one) { return one.opcode == opcode; });
  CHECK(at != plan.code.end());
  return *at;
}

// A number of the first rule that has any of these.
std::uint32_t& number(eval::Plan& plan, eval::Numbers eval::RulePlan::*numbers) {
  auto const at = std::find_if(plan.rules.begin(), plan.rules.end(),
                               [&](eval::RulePlan const& rule) { return !(rule.*numbers).empty(); });
  CHECK(at != plan.rules.end());
  return plan.numbers[((*at).*numbers).begin];
}

// The part that is the last element.
template <class T>
eval::Part<T> last(std::vector<T> const& list) {
  auto const end = static_cast<std::uint32_t>(list.size());
  return {end - 1, end};
}

// The first rule of which this is so.
template <class Is>
eval::RulePlan& rule_that(eval::Plan& plan, Is is) {
  auto const at = std::find_if(plan.rules.begin(), plan.rules.end(), is);
  CHECK(at != plan.rules.end());
  return *at;
}

TEST(CheckPlan, what_lowering_made_is_sound) {
  EXPECT_TRUE(is_taken([](eval::Plan&) {}));
}

TEST(CheckPlan, operands_that_are_not_there_are_seen) {
  for (Opcode const opcode : {Opcode::constant, Opcode::fact, Opcode::field, Opcode::definition, Opcode::less,
                              Opcode::member, Opcode::table, Opcode::loop}) {
    EXPECT_FALSE(is_taken([&](eval::Plan& plan) { first(plan, opcode).c = 1'000'000; })) << static_cast<int>(opcode);
  }
}

TEST(CheckPlan, blocks_that_end_outside_or_hold_nothing_are_seen) {
  EXPECT_FALSE(
      is_taken([](eval::Plan& plan) { plan.blocks.back().end = static_cast<std::uint32_t>(plan.code.size() + 1); }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.blocks.front().end = plan.blocks.front().begin; }));
}

TEST(CheckPlan, a_stack_that_runs_empty_or_keeps_more_than_one_is_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { first(plan, Opcode::constant).opcode = Opcode::negation; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { first(plan, Opcode::conjunction).opcode = Opcode::negation; }));
}

TEST(CheckPlan, jumps_to_elsewhere_are_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { first(plan, Opcode::jump_if_false).c += 1; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { first(plan, Opcode::jump_if_false).c = 1'000'000; }));
}

TEST(CheckPlan, a_block_that_runs_itself_is_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) {
    eval::Instruction const& reads = first(plan, Opcode::definition);
    auto const at = static_cast<std::uint32_t>(&reads - plan.code.data());
    plan.definitions[reads.c].block = static_cast<std::uint32_t>(
        std::find_if(plan.blocks.begin(), plan.blocks.end(),
                     [&](eval::Block const& block) { return block.begin <= at && at < block.end; }) -
        plan.blocks.begin());
  }));
}

TEST(CheckPlan, a_value_that_may_lie_past_a_set_or_a_table_is_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.sets[first(plan, Opcode::member).c].pop_back(); }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.tables.front().entries.pop_back(); }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.enums.front().ranks.pop_back(); }));
}

TEST(CheckPlan, a_variable_that_nothing_binds_is_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { first(plan, Opcode::field).b = UINT16_MAX; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) {
    for (eval::Loop& loop : plan.loops) {
      loop.variable = 0;
    }
  }));
}

TEST(CheckPlan, rules_and_decisions_that_are_not_there_are_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { number(plan, &eval::RulePlan::above) = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { number(plan, &eval::RulePlan::overriders) = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.grounds.front().block = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) {
    plan.numbers.push_back(0);
    plan.decisions.front().reads = last(plan.numbers);
  })) << "the first decision reads none before it";
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.numbers[plan.decisions.front().order.begin] = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.decisions.pop_back(); }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.facts.pop_back(); }));
}

TEST(CheckPlan, parts_of_lists_that_end_outside_or_run_backwards_are_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.rules.front().when.end = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.rules.front().figures = {1, 0}; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.decisions.front().when = {1'000'000, 1'000'000}; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.decisions.front().rules.begin = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.rules.front().disappliers = {UINT32_MAX, 0}; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) {
    eval::RulePlan& rule = rule_that(plan, [](eval::RulePlan const& one) { return !one.grounds.empty(); });
    auto const past = static_cast<std::uint32_t>(plan.grounds.size());
    rule.grounds = {past, past + rule.grounds.size()};
  }));
}

TEST(CheckPlan, an_element_that_stands_in_more_parts_than_lowering_puts_it_in_is_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) {
    for (eval::RulePlan& rule : plan.rules) {
      rule.when = {0, static_cast<std::uint32_t>(plan.clauses.size())};
    }
  }));
}

TEST(CheckPlan, what_is_shared_and_not_there_is_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.rules.front().citations.at = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.decisions.front().citations.at = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.decisions.front().options.at = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.decisions.front().options = {}; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.options.front().pop_back(); }));
  auto const chooses = [](eval::RulePlan const& one) { return one.choice.has_value(); };
  EXPECT_FALSE(is_taken([&](eval::Plan& plan) { rule_that(plan, chooses).choice.at = 1'000'000; }));
  EXPECT_FALSE(is_taken([&](eval::Plan& plan) { rule_that(plan, chooses).choice = {}; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.choices.front().options.front().value = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.choices.front().options.push_back({}); }));
}

TEST(CheckPlan, words_that_are_not_there_are_seen) {
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.words.pop_back(); }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.rules.front().name.size = UINT32_MAX; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.grounds.front().name.begin = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.grounds.front().text.begin = 1'000'000; }));
  EXPECT_FALSE(is_taken([](eval::Plan& plan) { plan.clauses.front().text.size = 1'000'000; }));
}

}  // namespace
}  // namespace hjemmel::saved
