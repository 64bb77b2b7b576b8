// Whether conditions can hold, by rules as an author writes them over the facts of worked.cpp.
#include "engine/lint/ways.h"

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::lint {
namespace {

// `never`, `always` or `perhaps`: whether the condition of the only rule holds.
std::string verdict(std::string const& condition, std::string const& declarations = "") {
  eval::Worked const worked(eval::kAnswer + declarations + "rule r cites act \"§ 2\"\n  when " + condition +
                            "\n  then answer is warning\n");
  Reasoner reasoner(worked.program());
  ir::ExprId const when = worked.program().rules.front().when;
  if (!reasoner.is_possible({{when, true}})) {
    return "never";
  }
  return reasoner.is_possible({{when, false}}) ? "perhaps" : "always";
}

TEST(Ways, one_comparison_may_hold_or_not) {
  EXPECT_EQ(verdict("case.a"), "perhaps");
  EXPECT_EQ(verdict("case.visits > 2"), "perhaps");
}

TEST(Ways, limits_on_one_fact_exclude_each_other) {
  EXPECT_EQ(verdict("case.visits > 2 and case.visits < 2"), "never");
  EXPECT_EQ(verdict("case.visits > 2 and case.visits < 4"), "perhaps");
  EXPECT_EQ(verdict("case.visits > 2 and 3 > case.visits"), "never");  // whole numbers
  EXPECT_EQ(verdict("case.visits <= 2 or case.visits > 2"), "always");
}

TEST(Ways, a_condition_and_its_negation) {
  EXPECT_EQ(verdict("case.a and not case.a"), "never");
  EXPECT_EQ(verdict("case.a or not case.a"), "always");
  EXPECT_EQ(verdict("not (case.a or case.b) and case.a"), "never");
}

TEST(Ways, definitions_are_looked_into) {
  std::string const define =
      "define often: bool cites act \"§ 3\"\n  = case.visits >= limit_of_visits\n"
      "define limit_of_visits: int cites act \"§ 3\"\n  = 4\n";
  EXPECT_EQ(verdict("often and case.visits < 4", define), "never");
  EXPECT_EQ(verdict("often and case.visits < 5", define), "perhaps");
}

TEST(Ways, two_things_are_told_apart_by_their_order) {
  EXPECT_EQ(verdict("case.visits > (count f in case.finds) and case.visits > (count f in case.finds)"), "perhaps");
  EXPECT_EQ(verdict("case.visits + 1 > case.visits * 2 and case.visits * 2 >= case.visits + 1"), "never");
}

TEST(Ways, a_count_is_never_below_zero) { EXPECT_EQ(verdict("(count f in case.finds) < 0"), "never"); }

TEST(Ways, what_grows_past_the_cap_is_left_open) {
  std::string condition;
  for (int at = 0; at < 10; ++at) {  // 2^10 ways
    std::string const number = std::to_string(at);
    condition += (at == 0 ? "" : " and ") + ("(case.visits != " + number + ")");
  }
  EXPECT_EQ(verdict(condition + " and case.visits = 3"), "never");  // cut as it grows: eleven stretches at most
}

TEST(Ways, conditions_deeper_than_the_cap_are_left_open) {
  auto const nested = [](std::uint32_t levels) {
    std::string condition = "case.visits < 2";
    for (std::uint32_t at = 0; at < levels; ++at) {
      condition = "not (" + condition + ")";
    }
    return condition + " and case.visits > 5";
  };
  EXPECT_EQ(verdict(nested(kMostDepth - 2)), "never");  // an even number of `not`
  EXPECT_EQ(verdict(nested(kMostDepth)), "perhaps");
}

TEST(Ways, both_keeps_what_it_can_hold) {
  Ways one;
  Ways other;
  for (TermId term = 0; term < 17; ++term) {
    one.push_back({Limit{term, only({1}), {}}});
    other.push_back({Limit{term + 100, only({1}), {}}});
  }
  EXPECT_EQ(Reasoner::both(one, other).size(), one.size());  // 289 are past the cap
  one.resize(16);
  other.resize(16);
  EXPECT_EQ(Reasoner::both(one, other).size(), kMostWays);
  EXPECT_EQ(Reasoner::either(Reasoner::both(one, other), one).size(), 1U);  // anything
}

}  // namespace
}  // namespace hjemmel::lint
