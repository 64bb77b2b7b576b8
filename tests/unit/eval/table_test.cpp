// Tables: ranges as keys at, below and above each limit; keys that are unknown, ranged, not applicable or an error; what the
// rows make of each.
#include <gtest/gtest.h>

#include "engine/eval/machine.h"
#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

std::string const kTables = R"(
table band(weight: mass) -> int cites act
  up to 25 g             1
  above 25 g up to 30 g  2
  above 30 g             3

table grid(colour: Colour, visits: int) -> int cites act
  red            below 3      0
  red            from 3 to 5  10
  red            above 5      20
  green or blue  any          5

table open(visits: int) -> int cites act
  up to 3  1
  otherwise undetermined "nothing is said"

table flat(visits: int) -> int cites act
  up to 3  1
  above 3  1
)";

std::string rules_that(std::string const& condition) {
  return kAnswer + kTables + "rule yes cites act\n  when " + condition +
         "\n  then answer is fee\nrule no cites act\n  unless " + condition + "\n  then answer is nothing\n";
}

std::string outcome_of(std::string const& condition, std::string const& facts) {
  Outcome const outcome = Worked(rules_that(condition)).decide_named("answer", facts);
  std::string words;
  for (std::string const& name :
       outcome.status == Status::undetermined ? missing_names(outcome) : option_names(outcome.options)) {
    words += (words.empty() ? "" : " ") + name;
  }
  words += outcome.status == Status::error ? "error" : "";
  return words + (outcome.exact ? "" : " inexact");
}

struct Example {
  std::string condition;
  std::string facts;
  std::string outcome;
};

void expect_all(std::vector<Example> const& examples) {
  for (Example const& example : examples) {
    EXPECT_EQ(outcome_of(example.condition, example.facts), example.outcome) << example.condition << example.facts;
  }
}

TEST(Table, ranges_hold_the_ends_that_they_name) {
  expect_all({{"band(case.weight) = 1", "{case: {weight: 25 g}}", "fee"},
              {"band(case.weight) = 2", "{case: {weight: 25.001 g}}", "fee"},
              {"band(case.weight) = 2", "{case: {weight: 30 g}}", "fee"},
              {"band(case.weight) = 3", "{case: {weight: 30.001 g}}", "fee"},
              {"grid(case.colour, case.visits) = 0", "{case: {colour: red, visits: 2}}", "fee"},
              {"grid(case.colour, case.visits) = 10", "{case: {colour: red, visits: 3}}", "fee"},
              {"grid(case.colour, case.visits) = 10", "{case: {colour: red, visits: 5}}", "fee"},
              {"grid(case.colour, case.visits) = 20", "{case: {colour: red, visits: 6}}", "fee"},
              {"grid(case.colour, case.visits) = 5", "{case: {colour: blue, visits: 6}}", "fee"}});
}

TEST(Table, an_unknown_key_reaches_the_rows_of_its_range) {
  expect_all({{"band(case.weight) <= 2", "{case: {weight: {between: [20 g, 26 g]}}}", "fee"},
              {"band(case.weight) <= 1", "{case: {weight: {between: [20 g, 26 g]}}}", "case.weight"},
              {"band(case.weight) <= 3", "{case: {weight: unknown}}", "fee"},
              {"band(case.weight) = 3", "{case: {weight: {between: [31 g, 90 g]}}}", "fee"},
              {"grid(case.colour, case.visits) >= 5", "{case: {colour: red}}", "case.visits"},
              {"grid(case.colour, case.visits) >= 5", "{case: {visits: 4}}", "fee"},
              {"grid(case.colour, case.visits) = 5", "{case: {visits: 4}}", "case.colour"},
              {"grid(case.colour, case.visits) = 5", "{case: {colour: green}}", "fee"},
              {"flat(case.visits) = 1", "{case: {visits: unknown}}", "fee"}});
}

TEST(Table, a_key_that_is_worked_out_is_cut_where_its_unknown_is) {
  expect_all({{"band(case.weight + 5 g) = 2", "{case: {weight: {between: [20.5 g, 25 g]}}}", "fee"},
              {"band(case.weight + 5 g) = 2", "{case: {weight: {between: [20 g, 25 g]}}}", "case.weight"},
              {"band(2 * case.weight) = 3", "{case: {weight: {between: [16 g, 20 g]}}}", "fee"}});
}

TEST(Table, law_that_is_open_for_a_range_is_one_unknown) {
  expect_all({{"open(case.visits) = 1", "{case: {visits: 3}}", "fee"},
              {"open(case.visits) = 1", "{case: {visits: 4}}", "open[above 3]"},
              {"open(case.visits) = 1 or open(case.visits + 1) != 1", "{case: {visits: 4}}", "fee"}});
}

TEST(Table, a_key_that_does_not_apply_gives_no_value) {
  expect_all({{"flat(case.optional_visits) = 1", "{case: {optional_visits: not_applicable}}", "nothing"},
              {"flat(case.optional_visits) != 1", "{case: {optional_visits: not_applicable}}", "fee"},
              {"flat(case.optional_visits) = 1", "{case: {optional_visits: unknown}}", "case.optional_visits"},
              {"grid(case.colour, case.optional_visits) >= 0",
               "{case: {colour: unknown, optional_visits: not_applicable}}", "nothing"}});
}

TEST(Table, an_error_in_a_key_is_one_of_the_value) {
  std::string const huge = "case.visits * 999999999999999999";
  expect_all({{"flat(" + huge + ") = 1", "{case: {visits: 9}}", "error"},
              {"flat(" + huge + ") = 1 and case.a", "{case: {visits: 9, a: false}}", "nothing"},
              {"grid(case.colour, " + huge + ") = 5 or case.a", "{case: {colour: green, visits: 9, a: true}}", "fee"}});
}

// So many rows, each with a value of its own.
std::string rows(std::uint32_t count) {
  std::string text = "table many(n: int) -> int cites act \"§ 8\"\n  up to 0  0\n";
  for (std::uint32_t i = 1; i + 1 < count; ++i) {
    text += "  above " + std::to_string(i - 1) + " up to " + std::to_string(i) + "  " + std::to_string(i) + "\n";
  }
  return text + "  above " + std::to_string(count - 2) + "  " + std::to_string(count - 1) + "\n";
}

TEST(Table, rows_that_are_read_for_an_unknown_key_are_capped) {
  std::string const below = "many(case.visits) < 1000";
  EXPECT_EQ(value_of(rows(kMostRowsTried), below, "case: {visits: unknown}"), "true");
  EXPECT_EQ(value_of(rows(kMostRowsTried + 1), below, "case: {visits: unknown}"), "unknown: case.visits");
}

}  // namespace
}  // namespace hjemmel::eval
