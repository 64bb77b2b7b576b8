// What is counted, what is left out, and where it ends.
#include "engine/analysis/property.h"

#include "tests/unit/analysis/picking.h"

namespace hjemmel::analysis {
namespace {

TEST(TryProperty, own_cases_with_facts_that_are_not_known_are_left_out) {
  Picking const package("property p\n  for all cases a\n  then a.case.light or not a.case.light\n");
  Values const values(package.program(), package.plan());
  eval::Case const known = CaseMaker(package.program(), package.plan(), values).plain();
  eval::Case open = known;
  open.scalars[package.fact("case.light")] = eval::Value::of(eval::State::unknown);
  std::vector<eval::Case> const own{known, open};
  Tried const tried = try_property(package.program(), package.plan(), 0, own, {0, 1});
  EXPECT_EQ(tried.own.holds, 1U);
  EXPECT_EQ(tried.own_incomplete, 1U);
  EXPECT_EQ(tried.random.tried(), 0U);
}

TEST(TryProperty, as_many_cases_are_made_up_as_are_asked_for_each_in_either_order) {
  Picking const one("property p\n  for all cases a\n  then a.case.light or not a.case.light\n");
  EXPECT_EQ(try_property(one.program(), one.plan(), 0, {}, {25, 1}).random.holds, 25U);
  Picking const two(
      "property p\n  for all cases a, b\n  then a.case.times >= b.case.times or a.case.times < b.case.times\n");
  EXPECT_EQ(try_property(two.program(), two.plan(), 0, {}, {25, 1}).random.holds, 50U);
}

TEST(TryProperty, the_same_seed_gives_the_same_tally) {
  Picking const package("property p\n  for all cases a\n  when reaction(a) is fine\n  then a.case.area is reserve\n");
  Tried const first = try_property(package.program(), package.plan(), 0, {}, {300, 9});
  Tried const second = try_property(package.program(), package.plan(), 0, {}, {300, 9});
  EXPECT_GT(first.random.counted(), 0U);
  EXPECT_EQ(first.random.counted(), second.random.counted());
  EXPECT_EQ(first.random.not_met, second.random.not_met);
}

TEST(TryProperty, it_ends_with_the_first_case_in_which_it_fails) {
  Picking const package("property p\n  for all cases a\n  then reaction(a) is fine\n");
  Tried const tried = try_property(package.program(), package.plan(), 0, {}, {kMostRandom, 1});
  ASSERT_TRUE(tried.counterexample);
  EXPECT_FALSE(tried.counterexample->own);
  EXPECT_EQ(tried.random.fails, 1U);
}

// Pairs of own cases: 141 of them make 9,870, one more 10,011.
std::size_t groups_of(std::size_t own) {
  Picking const package("property p\n  for all cases a, b\n  then a.case.light = b.case.light\n");
  Values const values(package.program(), package.plan());
  std::vector<eval::Case> const cases(own, CaseMaker(package.program(), package.plan(), values).plain());
  return try_property(package.program(), package.plan(), 0, cases, {0, 1}).own.tried() / 2;
}

TEST(TryProperty, no_more_groups_are_made_of_the_own_cases_than_the_cap) {
  EXPECT_EQ(groups_of(141), 9870U);
  EXPECT_EQ(groups_of(142), kMostOwnGroups);
}

}  // namespace
}  // namespace hjemmel::analysis
