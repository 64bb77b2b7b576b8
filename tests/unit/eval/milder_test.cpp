// The milder of two laws: by rank, by bounds, by conditions; equal, incomparable, not applicable, faults, unknowns.
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

std::string const kHead = "as of case.date, milder for answer\n  decided on case.later";

// `earlier` and `later` say what the two laws give; the later one is in force from 2026.
Worked two_laws(std::string const& earlier, std::string const& later) {
  return Worked(kThings + R"(
enum Answer by severity
  nothing
  warning
  caution like warning
  fee { amount: money(NOK) }
  other unranked
condition course { hours: int }
condition fence { days: int }
decision answer: Answer cites act "§ 1"
  when not case.c
rule r cites act "§ 2"
  in force until 2026-01-01
  )" + earlier + R"(
rule r cites act "§ 2"
  in force from 2026-01-01
  )" + later + "\n",
                kHead);
}

std::string chosen(Outcome const& outcome) {
  EXPECT_EQ(outcome.versions.size(), 2U);
  std::string text(status_name(outcome.status));
  for (std::string const& name : option_names(outcome.options)) {
    text += " " + name;
  }
  for (OutcomeVersion const& version : outcome.versions) {
    text += version.chosen ? ", law at the " + version.law + " " + version.as_of : "";
  }
  return text;
}

std::string decided(std::string const& earlier, std::string const& later, std::string const& facts = "  c: false\n") {
  Worked worked = two_laws("then answer " + earlier, "then answer " + later);
  return chosen(worked.decide("case:\n  date: 2025-12-31\n  later: 2026-05-04\n" + facts));
}

TEST(Milder, the_law_at_the_decision_only_when_it_is_milder) {
  EXPECT_EQ(decided("is fee", "is warning"), "decided warning, law at the decision 2026-05-04");
  EXPECT_EQ(decided("is warning", "is fee"), "decided warning, law at the act 2025-12-31");
  EXPECT_EQ(decided("is fee", "is fee"), "decided fee, law at the act 2025-12-31");
  EXPECT_EQ(decided("is warning", "is caution"), "decided warning, law at the act 2025-12-31");
}

TEST(Milder, of_equal_options_fewer_conditions_and_lower_bounds) {
  EXPECT_EQ(decided("is fee { amount at most 500 kr }", "is fee { amount at most 400 kr }").substr(0, 38),
            "decided fee, law at the decision 2026-");
  EXPECT_EQ(decided("is fee { amount at most 400 kr }", "is fee").substr(0, 28), "decided fee, law at the act ");
  EXPECT_EQ(decided("is fee with course", "is fee").substr(0, 32), "decided fee, law at the decision");
  EXPECT_EQ(decided("is fee", "is fee with course").substr(0, 27), "decided fee, law at the act");
}

TEST(Milder, sets_by_their_mildest_and_most_severe) {
  EXPECT_EQ(decided("may be warning or fee", "may be nothing or fee").substr(0, 45),
            "decided nothing fee, law at the decision 2026");
  EXPECT_EQ(decided("may be warning", "may be nothing or fee").substr(0, 12), "undetermined");
}

TEST(Milder, what_cannot_be_compared_is_an_assessment) {
  Worked worked = two_laws("then answer is fee with course", "then answer is fee with fence");
  std::string const facts = "  date: 2025-12-31\n  later: 2026-05-04\n  c: false\n";
  Outcome const open = worked.decide("case:\n" + facts);
  EXPECT_EQ(open.status, Status::undetermined);
  ASSERT_EQ(missing_names(open), std::vector<std::string>{"law_at_decision_is_milder"});
  EXPECT_EQ(open.missing[0].kind, MissingKind::assessment);
  EXPECT_EQ(chosen(worked.decide("law_at_decision_is_milder: true\ncase:\n" + facts)),
            "decided fee, law at the decision 2026-05-04");
  EXPECT_EQ(chosen(worked.decide("law_at_decision_is_milder: false\ncase:\n" + facts)),
            "decided fee, law at the act 2025-12-31");
  EXPECT_EQ(decided("is fee", "is other").substr(0, 12), "undetermined");
}

TEST(Milder, not_applicable_is_never_milder_and_faults_pass_up) {
  EXPECT_EQ(decided("is fee", "is warning", "  c: true\n"), "not_applicable, law at the act 2025-12-31");
  Worked worked = two_laws("when case.a\n  then answer is fee", "when case.b\n  then answer is warning");
  std::string const dates = "case:\n  date: 2025-12-31\n  later: 2026-05-04\n  c: false\n";
  EXPECT_EQ(chosen(worked.decide(dates + "  a: false\n  b: true\n")), "no_rule, law at the act 2025-12-31");
  EXPECT_EQ(chosen(worked.decide(dates + "  a: true\n  b: false\n")), "no_rule, law at the decision 2026-05-04");
}

TEST(Milder, unknowns_are_completed_under_both_laws) {
  Worked worked = two_laws("then answer is fee", "when case.a\n  then answer is warning");
  std::string const dates = "case:\n  date: 2025-12-31\n  later: 2026-05-04\n  c: false\n";
  Outcome const open = worked.decide(dates);
  EXPECT_EQ(possible_words(open), (std::vector<std::string>{"decided is warning", "no_rule"}));
  EXPECT_EQ(missing_names(open), std::vector<std::string>{"case.a"});
  Worked dated = two_laws("then answer is fee", "then answer is warning");
  Outcome const undated = dated.decide("case:\n  date: unknown\n  later: 2026-05-04\n  c: false\n");
  EXPECT_EQ(undated.status, Status::decided) << "whenever the act was, the warning is the milder or the only law";
  EXPECT_EQ(option_names(undated.options), std::vector<std::string>{"warning"});
}

// A lot of odd things has no unit, so that it may or may not be within the limit, and it is that under both laws alike.
TEST(Milder, a_comparison_that_no_date_can_change_is_one_unknown_under_both_laws) {
  Worked worked(kThings + R"(
enum Answer by severity
  nothing
  fee
decision answer: Answer cites act "§ 1"
  when some g in case.finds by thing has total g.amount < limit(g.thing)
rule r cites act "§ 2"
  in force until 2026-01-01
  then answer is fee
)",
                kHead);
  Outcome const open =
      worked.decide("case:\n  date: 2025-12-31\n  later: 2026-05-04\n  finds: [{thing: odd, amount: 3 g}]\n");
  EXPECT_EQ(possible_words(open), (std::vector<std::string>{"no_rule", "not_applicable"}));
  EXPECT_TRUE(open.exact);
}

TEST(Milder, the_whole_package_follows) {
  Worked worked(kThings + R"(
enum Answer by severity
  nothing
  fee
enum Place
  near
  far
decision answer: Answer cites act "§ 1"
decision place: Place cites act "§ 1"
rule r cites act "§ 2"
  in force until 2026-01-01
  then answer is fee
rule r cites act "§ 2"
  in force from 2026-01-01
  then answer is nothing
rule p cites act "§ 3"
  in force until 2026-01-01
  then place is near
rule p cites act "§ 3"
  in force from 2026-01-01
  then place is far
)",
                kHead);
  Outcome const outcome = worked.decide_named("place", "case:\n  date: 2025-12-31\n  later: 2026-05-04\n");
  EXPECT_EQ(chosen(outcome), "decided far, law at the decision 2026-05-04");
}

}  // namespace
}  // namespace hjemmel::eval
