// Calls of a jurisdiction's functions: each state of an argument, each way to have no answer.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

std::string const kUses = "uses jurisdiction tt version \"1.1.0\"\n\n";

struct Row {
  char const* condition;
  char const* facts;
  char const* value;
};

void check(std::vector<Row> const& rows) {
  for (Row const& row : rows) {
    EXPECT_EQ(value_of(kUses, row.condition, row.facts), row.value) << row.condition << "  under  " << row.facts;
  }
}

TEST(Call, known_arguments_of_each_type_are_answered) {
  check({
      {"tt.next_working_day(case.date) = 2026-04-07", "case: {date: 2026-04-01}", "true"},
      {"tt.is_working_day(case.date)", "case: {date: 2026-05-17}", "false"},
      {"tt.weekday(case.date) = 7", "case: {date: 2026-05-17}", "true"},
      {"tt.half(3) = 1.5", "case: {date: 2026-05-17}", "true"},
      {"tt.half(case.visits) = 2.5", "case: {visits: 5}", "true"},
      {"tt.is_same(case.note, \"a\")", "case: {note: a}", "true"},
      {"tt.answer() = 42", "case: {date: 2026-05-17}", "true"},
  });
}

TEST(Call, a_text_that_is_given_is_compared_and_passed_on) {
  check({
      {"tt.shorter(case.note) = \"ab\"", "case: {note: abc}", "true"},
      {"tt.shorter(case.note) != \"ab\"", "case: {note: abc}", "false"},
      {"tt.shorter(tt.shorter(case.note)) = \"a\"", "case: {note: abc}", "true"},
      {"tt.shorter(case.note) = case.place", "case: {note: abc, place: ab}", "true"},
      {"tt.is_same(tt.shorter(case.note), tt.shorter(case.place))", "case: {note: abc, place: abd}", "true"},
  });
}

TEST(Call, an_open_argument_leaves_the_result_open) {
  check({
      {"tt.next_working_day(case.date) = 2026-04-07", "case: {}", "unknown: case.date"},
      {"tt.is_working_day(case.date)", "case: {}", "unknown: case.date"},
      {"tt.is_same(case.note, case.place)", "case: {place: home}", "unknown: case.note"},
      {"not tt.is_working_day(case.date) and case.a", "case: {a: false}", "false"},
      {"tt.is_working_day(case.date) or case.a", "case: {a: true}", "true"},
  });
}

TEST(Call, an_argument_that_does_not_apply_gives_a_result_that_does_not) {
  check({
      {"tt.lucky(case.optional_visits)", "case: {optional_visits: not_applicable}", "false"},
      {"not tt.lucky(case.optional_visits)", "case: {optional_visits: not_applicable}", "true"},
  });
}

TEST(Call, a_function_without_an_answer_is_never_false) {
  check({
      {"tt.lucky(7)", "case: {}", "unknown: tt.lucky"},
      {"not tt.lucky(7)", "case: {}", "unknown: tt.lucky"},
      {"tt.lucky(case.visits)", "case: {visits: 7}", "unknown: tt.lucky"},
      {"tt.shorter(case.note) = \"a\"", "case: {note: x}", "unknown: tt.shorter"},
  });
}

TEST(Call, a_refused_argument_and_a_failure_are_errors_that_name_the_call) {
  check({
      {"tt.half(0 - 1) > 0", "case: {}", "error: `tt.half(0 - 1)` has no value: `tt.half` refuses the argument"},
      {"tt.lucky(case.visits)", "case: {visits: 13}", "error: `tt.lucky(case.visits)` has no value: `tt.lucky` failed"},
      {"tt.half(case.visits + 999999999999999999) > 0", "case: {visits: 999999999999999999}",
       "error: `case.visits + 999999999999999999` gives more than 18 digits"},
      {"tt.lucky(case.visits) and case.a", "case: {visits: 13, a: false}", "false"},
  });
}

std::string const kByDay =
    "rule open cites act \"§ 1\"\n  when tt.is_working_day(case.date)\n  then answer is nothing\n"
    "rule closed cites act \"§ 1\"\n  when not tt.is_working_day(case.date)\n  then answer is warning\n";

TEST(Call, both_ways_an_open_day_may_turn_out_are_told) {
  Worked worked(kUses + kAnswer + kByDay);
  Outcome const outcome = worked.decide("case: {}");
  EXPECT_EQ(outcome.status, Status::undetermined);
  EXPECT_EQ(missing_names(outcome), (std::vector<std::string>{"case.date"}));
  auto const possible = possible_words(outcome);
  EXPECT_NE(std::find(possible.begin(), possible.end(), "decided is nothing"), possible.end());
  EXPECT_NE(std::find(possible.begin(), possible.end(), "decided is warning"), possible.end());
  EXPECT_FALSE(outcome.exact);
}

TEST(Call, of_a_few_days_each_is_asked) {
  Worked worked(kUses + kAnswer + kByDay);
  Outcome const holidays = worked.decide("case: {date: {between: [2026-04-02, 2026-04-06]}}");
  EXPECT_EQ(holidays.status, Status::decided);
  EXPECT_EQ(option_names(holidays.options), (std::vector<std::string>{"warning"}));
}

TEST(Call, what_it_has_no_answer_for_is_missing_as_open_law) {
  Worked worked(kUses + kAnswer +
                "rule odd cites act \"§ 1\"\n  when tt.lucky(case.visits)\n  then answer is nothing\n"
                "rule even cites act \"§ 1\"\n  when not tt.lucky(case.visits)\n  then answer is warning\n");
  Outcome const outcome = worked.decide("case: {visits: 7}");
  ASSERT_EQ(outcome.status, Status::undetermined);
  ASSERT_EQ(outcome.missing.size(), 1U);
  EXPECT_EQ(outcome.missing[0].kind, MissingKind::open_law);
  EXPECT_EQ(outcome.missing[0].name, "tt.lucky");
}

TEST(Call, terms_count_by_the_jurisdiction_that_is_used) {
  EXPECT_EQ(value_of(kUses, "2 working days after case.date = 2026-04-08", "case: {date: 2026-04-01}"), "true");
  EXPECT_EQ(value_of(kUses, "3 days after case.date = 2026-04-07", "case: {date: 2026-03-30}"), "true");
  EXPECT_EQ(value_of("3 days after case.date = 2026-04-02", "case: {date: 2026-03-30}"), "true");
  std::string const due = "define due: date cites act \"§ 1\" = 2 working days after case.date\n";
  EXPECT_EQ(faults_in(due), faults_in(kUses + due) + 1);
}

}  // namespace
}  // namespace hjemmel::eval
