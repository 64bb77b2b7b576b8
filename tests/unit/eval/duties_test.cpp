// Duties from rules and facts as their users write them: states day by day against a plain reading of the rule.
#include "engine/eval/duties.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/date.h"
#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::string const kDuty = R"(duty answer_claim on office owed to person  cites act "§ 1"
  when case.a
  due within 10 days after case.later
  done in person.stays by admitted_on
)";

DutyOutcome ask(std::string const& facts) {
  Worked worked(kThings + kDuty);
  return duty_outcome(worked.plan(), worked.read(facts), 0);
}

std::vector<std::string> possible(DutyOutcome const& outcome) {
  std::vector<std::string> names;
  for (DutyState const state : outcome.possible) {
    names.emplace_back(duty_state_name(state));
  }
  return names;
}

std::vector<std::string> asked(DutyOutcome const& outcome) {
  std::vector<std::string> names;
  for (Missing const& missing : outcome.missing) {
    names.push_back(missing.name);
  }
  return names;
}

// Ten days after 1 March is 11 March.
std::string state_by_hand(int today, int done) {
  if (done <= today) {
    return done <= 11 ? "done" : "done_late";
  }
  return today > 11 ? "missed" : "open";
}

std::string of_march(int day) { return (day < 10 ? "2026-03-0" : "2026-03-") + std::to_string(day); }

TEST(Duties, each_state_on_each_day) {
  for (int today = 9; today <= 14; ++today) {
    for (int done = 9; done <= 15; ++done) {
      std::string const facts = "case: {a: true, date: " + of_march(today) +
                                ", later: 2026-03-01}\nperson: {stays: [{admitted_on: " + of_march(done) + "}]}\n";
      DutyOutcome const got = ask(facts);
      EXPECT_EQ(duty_state_name(got.state), state_by_hand(today, done)) << facts;
      EXPECT_EQ(base::to_string(base::Date{got.due.value_or(0)}), "2026-03-11");
    }
  }
}

TEST(Duties, nothing_is_owed_where_the_condition_does_not_hold) {
  DutyOutcome const got = ask("case: {a: false}\n");
  EXPECT_EQ(got.state, DutyState::not_owed);
  EXPECT_THAT(got.grounds, ElementsAre("condition"));
  EXPECT_FALSE(got.due.has_value());
  EXPECT_THAT(got.missing, IsEmpty());
}

TEST(Duties, what_could_still_be_done_keeps_it_open_or_done) {
  DutyOutcome const got = ask("case: {a: true, date: 2026-03-05, later: 2026-03-01}\n");
  EXPECT_EQ(got.state, DutyState::unknown);
  EXPECT_THAT(possible(got), UnorderedElementsAre("open", "done"));
  EXPECT_THAT(asked(got), ElementsAre("person.stays"));
  EXPECT_TRUE(got.due.has_value());
}

TEST(Duties, a_range_of_days_settles_it_where_it_can) {
  std::string const none = "\nperson: {stays: []}\n";
  DutyOutcome const open = ask("case: {a: true, date: 2026-03-05, later: {between: [2026-02-24, 2026-03-02]}}" + none);
  EXPECT_EQ(open.state, DutyState::open);
  EXPECT_EQ(base::to_string(base::Date{open.due.value_or(0)}), "2026-03-06");
  EXPECT_EQ(base::to_string(base::Date{open.due_to.value_or(0)}), "2026-03-12");
  DutyOutcome const either =
      ask("case: {a: true, date: 2026-03-08, later: {between: [2026-02-24, 2026-03-02]}}" + none);
  EXPECT_EQ(either.state, DutyState::unknown);
  EXPECT_TRUE(either.exact);
  EXPECT_THAT(possible(either), UnorderedElementsAre("open", "missed"));
  EXPECT_THAT(asked(either), ElementsAre("case.later"));
}

TEST(Duties, whether_it_is_owed_may_be_all_that_is_missing) {
  DutyOutcome const got = ask("case: {date: 2026-03-20, later: 2026-03-01}\nperson: {stays: []}\n");
  EXPECT_EQ(got.state, DutyState::unknown);
  EXPECT_THAT(possible(got), UnorderedElementsAre("not_owed", "missed"));
  EXPECT_THAT(asked(got), ElementsAre("case.a"));
}

TEST(Duties, what_decides_whether_it_is_owed_is_asked_before_when_it_was_done) {
  DutyOutcome const nothing_known = ask("case: {date: 2026-03-05}\n");
  EXPECT_EQ(nothing_known.owed_hangs_on, 1U);
  ASSERT_EQ(nothing_known.missing.size(), 3U);
  EXPECT_EQ(asked(nothing_known).front(), "case.a");
  DutyOutcome const owed = ask("case: {a: true, date: 2026-03-05, later: 2026-03-01}\n");
  EXPECT_EQ(owed.owed_hangs_on, 0U);
  EXPECT_THAT(asked(owed), ElementsAre("person.stays"));
}

TEST(Duties, of_an_overflow_the_state_is_an_error) {
  EXPECT_EQ(ask("case: {a: true, date: 2026-03-20, later: 9999-12-30}\nperson: {stays: []}\n").state, DutyState::error);
}

TEST(Duties, rules_read_them) {
  Worked worked(kAnswer + kDuty + R"(
rule lapsed cites act "§ 2"
  when answer_claim is missed
  then answer is warning

rule kept cites act "§ 3"
  when not answer_claim is missed
  then answer is nothing
)");
  std::string const facts = "case: {a: true, date: 2026-03-12, later: 2026-03-01}\nperson: {stays: []}\n";
  EXPECT_THAT(option_names(worked.decide_named("answer", facts).options), ElementsAre("warning"));
}

}  // namespace
}  // namespace hjemmel::eval
