// Parameters, readings, presumptions and defaults: what they give in each state of a fact, and when an outcome rests on them.
#include "engine/eval/rests_on.h"

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

std::string fee_when(std::string const& condition) {
  return kAnswer +
         "rule low cites act \"§ 2\"\n  then answer is warning\n\n"
         "rule high overrides low cites act \"§ 3\"\n  then answer is fee\n  when " +
         condition + "\n\n";
}

// `fee | presumption case.a true, reading r first`
std::string words_of(Outcome const& outcome) {
  std::string text = outcome.status == Status::decided ? option_names(outcome.options).front()
                                                       : std::string(status_name(outcome.status));
  for (RestsOn const& basis : outcome.rests_on) {
    text += (basis == outcome.rests_on.front() ? " | " : ", ") + std::string(basis_name(basis.kind)) + " " +
            basis.name + " " + basis.value;
  }
  for (std::string const& name : missing_names(outcome)) {
    text += " ? " + name;
  }
  return text;
}

// `high` applies, and gives a fee, when the condition holds.
std::string decided(std::string const& declarations, std::string const& condition, std::string const& facts) {
  return words_of(Worked(fee_when(condition) + declarations).decide(facts));
}

std::string const kPresumed = "presume case.a when in doubt cites act \"§ 4\"\n";

TEST(Presumption, fills_asked_but_not_known) {
  EXPECT_EQ(decided(kPresumed, "case.a", "case: {a: unknown}"), "fee | presumption case.a true");
}

TEST(Presumption, a_known_value_beats_it) {
  EXPECT_EQ(decided(kPresumed, "case.a", "case: {a: false}"), "warning");
  EXPECT_EQ(decided(kPresumed, "case.a", "case: {a: true}"), "fee");
}

TEST(Presumption, what_was_not_asked_is_asked) {
  EXPECT_EQ(decided(kPresumed, "case.a", "{}"), "undetermined ? case.a");
}

TEST(Presumption, what_does_not_apply_is_not_presumed) {
  EXPECT_EQ(decided("presume case.maybe\n", "case.maybe", "case: {maybe: not_applicable}"), "warning");
}

TEST(Presumption, of_another_value) {
  EXPECT_EQ(decided("presume not case.a\n", "case.a", "case: {a: unknown}"), "warning | presumption case.a false");
  EXPECT_EQ(decided("presume case.colour is green\n", "case.colour is green", "case: {colour: unknown}"),
            "fee | presumption case.colour green");
  EXPECT_EQ(decided("presume case.note is \"none\"\n", "case.note = \"none\"", "case: {note: unknown}"),
            "fee | presumption case.note \"none\"");
}

TEST(Presumption, fills_a_range_that_holds_its_value_only) {
  std::string const presume = "presume case.visits is 5\n";
  EXPECT_EQ(decided(presume, "case.visits = 5", "case: {visits: {between: [4, 6]}}"),
            "fee | presumption case.visits 5");
  EXPECT_EQ(decided(presume, "case.visits = 5", "case: {visits: {between: [6, 8]}}"), "warning");
}

TEST(Presumption, counts_under_its_condition_only) {
  std::string const presume = "presume case.a\n  when case.b\n";
  EXPECT_EQ(decided(presume, "case.a", "case: {a: unknown, b: true}"), "fee | presumption case.a true");
  EXPECT_EQ(decided(presume, "case.a", "case: {a: unknown, b: false}"), "undetermined ? case.a");
  EXPECT_EQ(decided(presume, "case.a", "case: {a: unknown}"),
            "undetermined | presumption case.a true ? case.a ? case.b");
}

TEST(Presumption, an_open_condition_of_a_fact_that_settles_nothing_leaves_it_open) {
  std::string const presume = "presume case.maybe\n  when case.b\n";
  EXPECT_EQ(decided(presume, "case.maybe is applicable", "case: {maybe: unknown}"),
            "undetermined | presumption case.maybe true ? case.b ? case.maybe");
}

TEST(Presumption, may_hang_on_another) {
  std::string const presume = "presume case.b\n  when case.a\n" + kPresumed;
  EXPECT_EQ(decided(presume, "case.b", "case: {a: unknown, b: unknown}"),
            "fee | presumption case.a true, presumption case.b true");
}

TEST(Default, fills_what_was_not_asked) {
  EXPECT_EQ(decided("", "case.assumed", "{}"), "fee | default case.assumed true");
  EXPECT_EQ(decided("", "case.place = \"home\"", "{}"), "fee | default case.place \"home\"");
}

TEST(Default, never_fills_what_was_asked) {
  EXPECT_EQ(decided("", "case.assumed", "case: {assumed: unknown}"), "undetermined ? case.assumed");
  EXPECT_EQ(decided("", "case.assumed", "case: {assumed: false}"), "warning");
}

TEST(Default, is_named_only_where_another_value_would_change_the_outcome) {
  EXPECT_EQ(decided("", "case.usual_visits >= 2", "{}"), "fee | default case.usual_visits 2");
  EXPECT_EQ(decided("", "case.usual_visits >= 0", "{}"), "fee");
  EXPECT_EQ(decided("", "case.usual_visits > 9", "{}"), "warning");
  EXPECT_EQ(decided("", "case.assumed or case.a", "case: {a: true}"), "fee");
}

TEST(Default, of_a_field_is_named_by_its_element) {
  EXPECT_EQ(decided("", "some f in case.finds has f.broken", "case: {finds: [{thing: milk}, {broken: false}]}"),
            "warning | default case.finds[1].broken false");
}

TEST(Default, one_that_matters_in_some_completions_is_named) {
  EXPECT_EQ(decided("", "case.assumed and case.a", "{}"), "undetermined | default case.assumed true ? case.a");
}

TEST(Parameter, a_fixed_figure_is_named_whenever_read) {
  EXPECT_EQ(decided("parameter few: int = 2\n", "case.visits <= few", "case: {visits: 0}"), "fee | parameter few 2");
  EXPECT_EQ(decided("parameter few: int = 2\n", "case.a", "case: {a: true}"), "fee");
}

TEST(Parameter, a_drafters_figure_is_named_where_the_range_would_change_the_outcome) {
  std::string const few = "parameter few: int = 2 within 1 to 5\n";
  EXPECT_EQ(decided(few, "case.visits <= few", "case: {visits: 1}"), "fee");
  EXPECT_EQ(decided(few, "case.visits <= few", "case: {visits: 2}"), "fee | parameter few 2");
  EXPECT_EQ(decided(few, "case.visits <= few", "case: {visits: 5}"), "warning | parameter few 2");
  EXPECT_EQ(decided(few, "case.visits <= few", "case: {visits: 6}"), "warning");
}

TEST(Parameter, without_a_value_is_open_law_within_its_range) {
  std::string const open = "parameter few: int within 1 to 5 \"the act says no figure\" cites act \"§ 8\"\n";
  EXPECT_EQ(decided(open, "case.visits <= few", "case: {visits: 1}"), "fee");
  EXPECT_EQ(decided(open, "case.visits <= few", "case: {visits: 6}"), "warning");
  Outcome const outcome = Worked(fee_when("case.visits <= few") + open).decide("case: {visits: 3}");
  ASSERT_EQ(outcome.missing.size(), 1U);
  EXPECT_EQ(outcome.missing[0].kind, MissingKind::open_law);
  EXPECT_EQ(outcome.missing[0].name, "few");
  EXPECT_EQ(outcome.missing[0].reason, "the act says no figure");
  EXPECT_TRUE(outcome.exact);
}

TEST(Parameter, one_unknown_however_often_it_is_read) {
  EXPECT_EQ(decided("parameter few: int within 1 to 5\n", "few <= 3 or few > 3", "{}"), "fee");
}

TEST(Parameter, of_each_type) {
  EXPECT_EQ(
      decided("parameter top: mass = 500 g within 0.1 kg to 1 kg\n", "case.weight <= top", "case: {weight: 50 g}"),
      "fee");
  EXPECT_EQ(decided("parameter day: date = 2026-01-01\n", "case.date < day", "case: {date: 2025-12-31}"),
            "fee | parameter day 2026-01-01");
  EXPECT_EQ(decided("parameter best: Colour = green\n", "case.colour = best", "case: {colour: green}"),
            "fee | parameter best green");
  EXPECT_EQ(decided("parameter strict: bool = true\n", "strict", "{}"), "fee | parameter strict true");
  EXPECT_EQ(decided("parameter least: decimal = -0.5\n", "case.visits > least", "case: {visits: 0}"),
            "fee | parameter least -0.5");
}

std::string const kReading =
    "reading dear: bool cites act \"§ 5\"\n  both    case.a and case.b\n  either  case.a or case.b\n";

TEST(Reading, the_first_choice_is_taken) {
  EXPECT_EQ(decided(kReading, "dear", "case: {a: true, b: false}"), "warning | reading dear both");
}

TEST(Reading, another_choice_may_be_taken) {
  Worked worked(fee_when("dear") + kReading);
  Case facts = worked.read("case: {a: true, b: false}");
  facts.basis.readings = {1};
  EXPECT_EQ(words_of(decide(worked.plan(), facts, 0)), "fee | reading dear either");
}

TEST(Reading, is_not_named_where_all_choices_agree) {
  EXPECT_EQ(decided(kReading, "dear", "case: {a: true, b: true}"), "fee");
}

TEST(Reading, is_named_where_the_choices_differ_in_some_completion) {
  EXPECT_EQ(decided(kReading, "dear", "case: {a: true}"), "undetermined | reading dear both ? case.b");
}

TEST(Reading, of_a_number) {
  std::string const limit = "reading limit_of: int\n  strict  2\n  mild    4\n";
  EXPECT_EQ(decided(limit, "case.visits <= limit_of", "case: {visits: 3}"), "warning | reading limit_of strict");
  EXPECT_EQ(decided(limit, "case.visits <= limit_of", "case: {visits: 5}"), "warning");
}

// Of both choices only an assumption settles the comparison, and it is not the same comparison.
TEST(Reading, is_named_where_what_was_assumed_hides_whether_the_choices_differ) {
  std::string const size =
      "table weight(colour: Colour) -> int cites act \"§ 4\"\n  otherwise undetermined \"not said\"\n"
      "reading size: int\n  nothing  0 * weight(case.colour)\n"
      "  square   weight(case.colour) * weight(case.colour)\n";
  EXPECT_EQ(decided(size, "size < 1", "case: {colour: green}"), "undetermined | reading size nothing ? weight[green]");
}

TEST(RestsOn, what_departing_rests_on_stands_with_it) {
  std::string const rules = kAnswer +
                            "rule low cites act \"§ 2\"\n  when case.assumed\n  then answer is warning\n\n"
                            "rule high overrides low cites act \"§ 3\"\n  then answer normally is fee\n";
  Outcome const outcome = Worked(rules).decide("{}");
  EXPECT_TRUE(outcome.rests_on.empty());
  ASSERT_TRUE(outcome.if_departing != nullptr);
  EXPECT_EQ(words_of(*outcome.if_departing), "warning | default case.assumed true");
}

TEST(RestsOn, the_same_with_and_without_a_trace) {
  Worked worked(fee_when("case.b and case.a") + kPresumed);
  DecisionTrace trace;
  std::string const facts = "case: {a: unknown, b: false}";
  EXPECT_EQ(words_of(worked.decide(facts, &trace)), words_of(worked.decide(facts)));
  ASSERT_EQ(trace.facts.size(), 2U);
  EXPECT_EQ(trace.facts[0].value, "true");
  EXPECT_EQ(trace.facts[0].filled_by, "presumption");
  EXPECT_EQ(trace.facts[0].state, "unknown");
}

}  // namespace
}  // namespace hjemmel::eval
