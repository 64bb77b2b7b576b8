// Versions of rules, definitions and table rows: the day before, on and after each boundary, unknown dates, dates left open.
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

std::string two() {
  return kAnswer + R"(
rule r cites act "§ 2"
  in force until 2026-01-01
  then answer is fee

rule r cites act "§ 2"
  in force from 2026-01-01 until 2027-01-01
  when case.a
  then answer is warning
)";
}

std::string on(std::string const& date, std::string const& more = "") { return "case:\n  date: " + date + "\n" + more; }

std::string words(Outcome const& outcome) {
  std::string text(status_name(outcome.status));
  for (std::string const& name : option_names(outcome.options)) {
    text += " " + name;
  }
  return text + (outcome.reason.empty() ? "" : ": " + outcome.reason);
}

TEST(Versions, the_date_picks_the_version_of_a_rule) {
  Worked worked(two(), "as of case.date");
  EXPECT_EQ(words(worked.decide(on("2025-12-31"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2026-01-01", "  a: true\n"))), "decided warning");
  EXPECT_EQ(words(worked.decide(on("2026-12-31", "  a: true\n"))), "decided warning");
  EXPECT_EQ(words(worked.decide(on("2026-06-01", "  a: false\n"))), "no_rule");
  EXPECT_EQ(words(worked.decide(on("2027-01-01", "  a: true\n"))), "no_rule: not in force");
}

TEST(Versions, an_unknown_date_runs_over_the_versions_it_may_reach) {
  Worked worked(two(), "as of case.date");
  Outcome const open = worked.decide(on("unknown", "  a: true\n"));
  EXPECT_EQ(possible_words(open), (std::vector<std::string>{"decided is fee", "decided is warning", "no_rule"}));
  EXPECT_EQ(missing_names(open), std::vector<std::string>{"case.date"});
  Outcome const ranged = worked.decide(on("{between: [2025-06-01, 2026-01-31]}", "  a: true\n"));
  EXPECT_EQ(possible_words(ranged), (std::vector<std::string>{"decided is fee", "decided is warning"}));
  EXPECT_EQ(words(worked.decide(on("{between: [2025-06-01, 2025-12-31]}"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("{between: [2027-01-01, 2028-12-31]}"))), "no_rule: not in force");
}

TEST(Versions, versions_that_agree_are_one_rule) {
  Worked worked(kAnswer +
                    "rule r cites act \"§ 2\"\n  in force until 2026-01-01\n  then answer is fee\n"
                    "rule r cites act \"§ 3\"\n  in force from 2026-01-01\n  then answer is fee\n",
                "as of case.date");
  Outcome const outcome = worked.decide(on("unknown"));
  EXPECT_EQ(words(outcome), "decided fee");
  EXPECT_EQ(outcome.rules, std::vector<std::string>{"r"});
}

TEST(Versions, a_name_with_versions_is_overridden_as_a_whole) {
  Worked worked(two() + "rule top cites act \"§ 3\"\n  overrides r\n  when case.b\n  then answer is nothing\n",
                "as of case.date");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  b: true\n"))), "decided nothing");
  EXPECT_EQ(words(worked.decide(on("2026-01-01", "  a: true\n  b: true\n"))), "decided nothing");
}

TEST(Versions, the_trace_says_which_version) {
  Worked worked(two(), "as of case.date");
  DecisionTrace trace;
  static_cast<void>(worked.decide(on("2026-01-01", "  a: true\n"), &trace));
  ASSERT_EQ(trace.rules.size(), 2U);
  EXPECT_EQ(trace.rules[0].conditions.front().text, "in force until 2026-01-01");
  EXPECT_EQ(trace.rules[0].conditions.front().truth, Truth::no);
  EXPECT_EQ(trace.rules[1].conditions.front().text, "in force from 2026-01-01 until 2027-01-01");
  EXPECT_EQ(trace.rules[1].conditions.front().truth, Truth::yes);
}

TEST(Versions, a_package_out_of_force_has_no_rule_even_where_the_question_does_not_arise) {
  Worked worked(kThings +
                    "enum Answer by severity\n  nothing\n  fee\n"
                    "decision answer: Answer cites act \"§ 1\"\n  when case.b\n"
                    "rule r cites act \"§ 2\"\n  then answer is fee\n",
                "as of case.date\n  in force from 2026-01-01");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  b: false\n"))), "no_rule: not in force");
  EXPECT_EQ(words(worked.decide(on("2026-01-01", "  b: false\n"))), "not_applicable");
  EXPECT_EQ(words(worked.decide(on("2026-01-01", "  b: true\n"))), "decided fee");
  EXPECT_EQ(possible_words(worked.decide(on("unknown", "  b: false\n"))),
            (std::vector<std::string>{"no_rule", "not_applicable"}));
}

std::string values() {
  return kAnswer + R"(
define most: mass cites act "§ 4"
  in force until 2026-01-01
  = 5 g
define most: mass cites act "§ 4"
  in force from 2026-01-01 until 2028-01-01
  = 8 g

table dose(colour: Colour) -> mass cites act "§ 5"
  red    1 g  in force until 2026-01-01
  red    3 g  in force from 2026-01-01 until 2028-01-01
  green  2 g  in force from 2026-01-01
  blue   2 g
  otherwise 9 g

)";
}

TEST(Versions, definitions_and_rows_have_versions) {
  Worked worked(values() +
                    "rule r cites act \"§ 2\"\n  when case.weight = most\n  then answer is fee\n"
                    "rule s cites act \"§ 2\"\n  when case.weight = dose(case.colour)\n  then answer is warning\n",
                "as of case.date");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  weight: 5 g\n  colour: red\n"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2026-01-01", "  weight: 8 g\n  colour: red\n"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  weight: 1 g\n  colour: red\n"))), "decided warning");
  EXPECT_EQ(words(worked.decide(on("2026-01-01", "  weight: 3 g\n  colour: red\n"))), "decided warning");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  weight: 9 g\n  colour: green\n"))), "decided warning");
  EXPECT_EQ(words(worked.decide(on("2028-01-01", "  weight: 9 g\n  colour: red\n"))),
            "error: `most` is not in force on the date that picks the rules");
}

TEST(Versions, reads_as_of_another_date) {
  Worked worked(values() +
                    "rule r cites act \"§ 2\"\n  when case.weight = most at case.later\n  then answer is fee\n"
                    "rule s cites act \"§ 2\"\n  when case.other_weight = dose(case.colour) at 2025-01-01\n"
                    "  then answer is warning\n",
                "as of case.date");
  std::string const rest = "  other_weight: 2 g\n  colour: red\n";
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  later: 2026-01-01\n  weight: 8 g\n" + rest))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2026-12-31", "  later: 2025-12-31\n  weight: 5 g\n" + rest))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2026-12-31", "  later: 2025-12-31\n  weight: 8 g\n" + rest))), "no_rule");
  EXPECT_EQ(words(worked.decide(
                on("2026-12-31", "  later: 2026-12-31\n  weight: 5 g\n  other_weight: 1 g\n  colour: red\n"))),
            "decided warning");
  Outcome const open = worked.decide(on("2026-12-31", "  later: unknown\n  weight: 8 g\n" + rest));
  EXPECT_EQ(possible_words(open), (std::vector<std::string>{"decided is fee", "error", "no_rule"}));
}

TEST(Versions, a_date_of_the_king_is_open_law_after_what_is_known) {
  Worked worked(kAnswer +
                    "rule r cites act \"§ 2\"\n  in force until a date the King sets\n  then answer is fee\n"
                    "rule r cites act \"§ 3\"\n  in force from a date the King sets\n  then answer is warning\n",
                "as of case.date\n  law known on 2026-07-02");
  EXPECT_EQ(words(worked.decide(on("2026-07-02"))), "decided fee");
  Outcome const open = worked.decide(on("2026-07-03"));
  EXPECT_EQ(possible_words(open), (std::vector<std::string>{"decided is fee", "decided is warning"}));
  ASSERT_EQ(missing_names(open), std::vector<std::string>{"r"});
  EXPECT_EQ(open.missing[0].kind, MissingKind::open_law);
}

TEST(Versions, a_year_without_a_day_is_open_law_within_it) {
  Worked worked(kAnswer + "rule r cites act \"§ 2\"\n  in force from within 2022 for 5 years\n  then answer is fee\n",
                "as of case.date");
  EXPECT_EQ(words(worked.decide(on("2021-12-31"))), "no_rule: not in force");
  EXPECT_EQ(possible_words(worked.decide(on("2022-01-01"))), (std::vector<std::string>{"decided is fee", "no_rule"}));
  EXPECT_EQ(words(worked.decide(on("2022-12-31"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2026-12-31"))), "decided fee");
  EXPECT_EQ(possible_words(worked.decide(on("2027-01-01"))), (std::vector<std::string>{"decided is fee", "no_rule"}));
  EXPECT_EQ(words(worked.decide(on("2027-12-31"))), "no_rule: not in force");
}

TEST(Versions, a_year_without_a_day_or_an_end_is_open_law_within_it_only) {
  Worked worked(kAnswer + "rule r cites act \"§ 2\"\n  in force from within 2023\n  then answer is fee\n",
                "as of case.date");
  EXPECT_EQ(words(worked.decide(on("2022-12-31"))), "no_rule: not in force");
  EXPECT_EQ(possible_words(worked.decide(on("2023-01-01"))), (std::vector<std::string>{"decided is fee", "no_rule"}));
  EXPECT_EQ(words(worked.decide(on("2023-12-31"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2099-01-01"))), "decided fee");
}

TEST(Versions, a_row_out_of_force_is_open_law_where_the_table_leaves_the_rest_open) {
  Worked worked(kAnswer + R"(
table dose(colour: Colour) -> mass cites act "§ 5"
  red    1 g  in force until 2026-01-01
  red    3 g  in force from 2027-01-01
  green  2 g
  otherwise undetermined "no dose is set"
rule r cites act "§ 2"
  when dose(case.colour) <= 1 g
  then answer is fee
rule s cites act "§ 2"
  when dose(case.colour) > 1 g
  then answer is warning
)",
                "as of case.date");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", "  colour: red\n"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2027-01-01", "  colour: red\n"))), "decided warning");
  Outcome const open = worked.decide(on("2026-06-01", "  colour: red\n"));
  EXPECT_EQ(possible_words(open), (std::vector<std::string>{"decided is fee", "decided is warning"}));
  ASSERT_EQ(missing_names(open), std::vector<std::string>{"dose[red]"});
  EXPECT_EQ(open.missing[0].kind, MissingKind::open_law);
  EXPECT_EQ(open.missing[0].key, "red");
  EXPECT_EQ(open.missing[0].reason, "no dose is set");
  EXPECT_EQ(words(worked.decide(on("2026-06-01", "  colour: green\n"))), "decided warning");
}

TEST(Versions, a_transitional_rule_moves_the_date) {
  Worked worked(two() +
                    "rule pending cites act \"§ 9\"\n  when case.b\n  then as of is case.later\n"
                    "rule old cites act \"§ 10\"\n  overrides pending\n  when case.c\n  then as of is 2020-01-01\n",
                "as of case.date");
  std::string const facts = "  later: 2026-02-01\n  a: true\n";
  EXPECT_EQ(words(worked.decide(on("2025-12-31", facts + "  b: false\n  c: false\n"))), "decided fee");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", facts + "  b: true\n  c: false\n"))), "decided warning");
  EXPECT_EQ(words(worked.decide(on("2025-12-31", facts + "  b: true\n  c: true\n"))), "decided fee");
  EXPECT_EQ(possible_words(worked.decide(on("2025-12-31", facts + "  c: false\n"))),
            (std::vector<std::string>{"decided is fee", "decided is warning"}));
}

}  // namespace
}  // namespace hjemmel::eval
