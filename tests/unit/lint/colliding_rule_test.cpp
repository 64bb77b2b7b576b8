// How far collisions are looked for: the last pair of rules and the last case that are tried, and one past each.
#include <gtest/gtest.h>

#include "engine/lint/workbench.h"
#include "tests/unit/eval/worked.h"

namespace hjemmel::lint {
namespace {

std::size_t collisions(std::string const& rules) {
  eval::Worked const worked(eval::kAnswer + rules);
  source::Sources const sources;
  diag::Sink sink;
  Subject const subject{worked.program(), worked.plan(), sources, {}, {}, {}, {}, {}, {}};
  Workbench bench{subject, sink, Reasoner(worked.program())};
  bench.own.insert(worked.program().rules.front().span.file);
  find_colliding_rules(bench);
  return sink.all().size();
}

std::string rule(std::string const& name, std::string const& when, std::string const& option) {
  return "rule " + name + " cites act \"§ 2\"\n  when " + when + "\n  then answer is " + option + "\n";
}

// The pairs in order are 1-0, 2-0, 2-1, 3-0, …: that of rule 100 with rule `meets` is number 4951 + meets.
std::string a_hundred_and_one_rules(int meets) {
  std::string rules;
  for (int at = 0; at < 100; ++at) {
    rules += rule("r" + std::to_string(at), "case.visits = " + std::to_string(at), "warning");
  }
  return rules + rule("r100", "case.visits = " + std::to_string(meets), "fee");
}

TEST(CollidingRules, pair_5000_is_the_last_that_is_tried) {
  EXPECT_EQ(collisions(a_hundred_and_one_rules(49)), 1U);
  EXPECT_EQ(collisions(a_hundred_and_one_rules(50)), 0U);
}

// Ways that no case made up for them fits, and then one that fits.
std::string rules_that_meet_after(int misses) {
  std::string when;
  for (int at = 0; at < misses; ++at) {
    when += "(case.visits = " + std::to_string(at) + " and case.visits * 2 > 100) or ";
  }
  return rule("one", when + "case.visits = 40", "warning") + rule("other", "case.visits <= 40", "fee");
}

TEST(CollidingRules, of_one_pair_16_cases_are_tried) {
  EXPECT_EQ(collisions(rules_that_meet_after(15)), 1U);
  EXPECT_EQ(collisions(rules_that_meet_after(16)), 0U);
}

}  // namespace
}  // namespace hjemmel::lint
