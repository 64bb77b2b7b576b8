// Whole decisions on small rule sets: precedence, effects, clashes, completions, what is missing.
#include "engine/eval/decide.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::string rule(std::string const& name, std::string const& clauses) {
  return "rule " + name + " cites act \"§ 2\" [X-1]\n  " + clauses + "\n";
}

TEST(Decide, an_exception_applies_on_its_own_guard) {
  Worked worked(kAnswer + rule("ordinary", "then answer is fee") +
                rule("mild", "overrides ordinary\n  when case.a\n  then answer is warning") +
                rule("strict", "overrides mild\n  when case.b\n  then answer is nothing"));
  EXPECT_THAT(worked.decide("case: {a: false, b: false}").rules, ElementsAre("ordinary"));
  EXPECT_THAT(worked.decide("case: {a: true, b: false}").rules, ElementsAre("mild"));
  EXPECT_THAT(worked.decide("case: {a: true, b: true}").rules, ElementsAre("strict"));
  EXPECT_THAT(worked.decide("case: {a: false, b: true}").rules, ElementsAre("strict"));  // above ordinary through mild
}

TEST(Decide, a_disapplied_exception_lets_what_it_overrode_revive) {
  Worked worked(kAnswer + rule("ordinary", "then answer is fee") +
                rule("mild", "overrides ordinary\n  when case.a\n  then answer is warning") +
                rule("not_here", "disapplies mild\n  when case.b"));
  EXPECT_THAT(worked.decide("case: {a: true, b: true}").rules, ElementsAre("ordinary"));
  EXPECT_THAT(worked.decide("case: {a: true, b: false}").rules, ElementsAre("mild"));
  EXPECT_EQ(worked.decide("case: {a: true}").status, Status::undetermined);
}

TEST(Decide, groups_stand_for_their_rules) {
  Worked worked(kAnswer + "group milder = first, second\n\n" + rule("first", "when case.a\n  then answer is nothing") +
                rule("second", "when case.b\n  then answer is warning") +
                rule("last_word", "overrides milder\n  when case.c\n  then answer is fee"));
  EXPECT_THAT(worked.decide("case: {a: true, b: true, c: true}").rules, ElementsAre("last_word"));
  EXPECT_EQ(worked.decide("case: {a: true, b: true, c: false}").status, Status::conflict);
}

TEST(Decide, two_that_say_the_same_agree_and_two_that_differ_are_a_conflict) {
  Worked same(kAnswer + rule("one", "then answer may be warning or fee { amount at most 3 kr }") +
              rule("two", "then answer may be fee { amount at most 300 øre }, warning"));
  Outcome const agreed = same.decide("{case: {}}");
  EXPECT_EQ(agreed.status, Status::decided);
  EXPECT_THAT(agreed.rules, ElementsAre("one", "two"));
  Worked other(kAnswer + rule("one", "then answer may be fee") +
               rule("two", "then answer may be fee { amount at most 3 kr }"));
  Outcome const clash = other.decide("{case: {}}");
  EXPECT_EQ(clash.status, Status::conflict);
  EXPECT_THAT(clash.rules, ElementsAre("one", "two"));
  EXPECT_THAT(clash.options, IsEmpty());
}

TEST(Decide, nothing_applies_is_no_rule_and_names_what_was_considered) {
  Worked worked(kAnswer + rule("one", "when case.a\n  then answer is fee"));
  Outcome const outcome = worked.decide("case: {a: false}");
  EXPECT_EQ(outcome.status, Status::no_rule);
  EXPECT_THAT(outcome.rules, ElementsAre("one"));
}

TEST(Decide, a_decision_that_does_not_arise_is_not_applicable_whatever_else_is_unknown) {
  Worked worked(
      kThings +
      "enum Answer by severity\n  nothing\n  fee\n\ndecision answer: Answer\n  when case.a and case.b\n  otherwise "
      "\"see another act\"\n  cites act \"§ 1\" [X-9]\n\n" +
      rule("one", "when case.c\n  then answer is fee"));
  Outcome const outcome = worked.decide("case: {a: false}");
  EXPECT_EQ(outcome.status, Status::not_applicable);
  EXPECT_EQ(outcome.reason, "see another act");
  ASSERT_EQ(outcome.citations.size(), 1U);
  EXPECT_THAT(outcome.citations[0].catalogue, ElementsAre("X-9"));
  Outcome const open = worked.decide("case: {a: true, c: true}");
  EXPECT_THAT(possible_words(open), ElementsAre("decided is fee", "not_applicable"));
  EXPECT_THAT(missing_names(open), ElementsAre("case.b"));
}

TEST(Decide, what_is_normal_shows_what_follows_if_the_decider_departs) {
  Worked worked(kAnswer + rule("ordinary", "then answer may be fee") +
                rule("usual", "overrides ordinary\n  when case.a\n  then answer normally is warning") +
                rule("first_time", "overrides usual\n  when case.b\n  then answer normally is nothing"));
  Outcome const outcome = worked.decide("case: {a: true, b: true}");
  EXPECT_EQ(outcome.modality, Modality::normally_is);
  ASSERT_TRUE(outcome.if_departing);
  EXPECT_THAT(outcome.if_departing->rules, ElementsAre("usual"));
  ASSERT_TRUE(outcome.if_departing->if_departing);
  EXPECT_THAT(outcome.if_departing->if_departing->rules, ElementsAre("ordinary"));
  Outcome const half_known = worked.decide("case: {b: true}");
  EXPECT_EQ(half_known.status, Status::decided);  // what is unknown matters only for departing
  EXPECT_EQ(half_known.if_departing->status, Status::undetermined);
  EXPECT_THAT(missing_names(*half_known.if_departing), ElementsAre("case.a"));
}

TEST(Decide, may_also_be_adds_and_alone_is_may_be) {
  Worked worked(kAnswer + rule("base", "when case.a\n  then answer is warning") +
                rule("more", "then answer may also be fee"));
  Outcome const both = worked.decide("case: {a: true}");
  ASSERT_EQ(both.options.size(), 2U);
  EXPECT_EQ(both.modality, Modality::is);
  EXPECT_EQ(both.options[0].modality, Modality::is);
  EXPECT_EQ(both.options[1].modality, Modality::may_also_be);
  Outcome const alone = worked.decide("case: {a: false}");
  EXPECT_EQ(alone.modality, Modality::may_be);
  EXPECT_EQ(alone.options.at(0).modality, Modality::may_be);
}

TEST(Decide, may_not_be_takes_away_and_nothing_left_is_a_conflict) {
  Worked worked(kAnswer + rule("base", "then answer may be warning or fee") +
                rule("no_fee", "when case.a\n  then answer may not be fee") +
                rule("no_warning", "when case.b\n  then answer may not be warning"));
  EXPECT_THAT(option_names(worked.decide("case: {a: true, b: false}").options), ElementsAre("warning"));
  Outcome const nothing_left = worked.decide("case: {a: true, b: true}");
  EXPECT_EQ(nothing_left.status, Status::conflict);
  EXPECT_THAT(nothing_left.rules, ElementsAre("base", "no_fee", "no_warning"));
}

TEST(Decide, the_tightest_bound_counts_and_an_exception_may_raise_it) {
  std::string const rules = kAnswer + rule("base", "then answer is fee { amount at most 9 kr }") +
                            rule("cap on answer fee", "when case.a\n  then { amount at most 5 kr }");
  Outcome const capped = Worked(rules).decide("case: {a: true}");
  EXPECT_EQ(capped.options.at(0).bounds.at(0).at_most, base::Decimal::of(5));
  EXPECT_THAT(capped.rules, ElementsAre("base", "cap"));
  Outcome const raised = Worked(rules + rule("more on answer fee", "overrides cap\n  then { amount at most 7 kr }"))
                             .decide("case: {a: true}");
  EXPECT_EQ(raised.options.at(0).bounds.at(0).at_most, base::Decimal::of(7));
  Outcome const crossed =
      Worked(rules + rule("floor on answer fee", "then { amount at least 6 kr }")).decide("case: {a: true}");
  EXPECT_EQ(crossed.status, Status::conflict);
}

TEST(Decide, conditions_must_may_and_may_not) {
  std::string const rules = "condition report { times: int, within: period }\n\n" + kAnswer +
                            rule("base", "then answer is warning with report { times at most 3 }");
  Outcome const carried =
      Worked(rules + rule("frame on answer warning", "then may carry report { within at most 2 months, states times }"))
          .decide("{case: {}}");
  ASSERT_EQ(carried.options.at(0).conditions.size(), 1U);
  OutcomeCondition const& report = carried.options[0].conditions[0];
  EXPECT_EQ(report.force, Force::must_carry);
  EXPECT_EQ(report.bounds.size(), 2U);
  EXPECT_THAT(report.states, ElementsAre("times"));
  std::string const ban = rule("ban on answer", "when case.a\n  then may not carry report");
  EXPECT_EQ(Worked(rules + ban).decide("case: {a: true}").status, Status::conflict);
  Outcome const stripped =
      Worked(rules + rule("ban on answer", "overrides base\n  then may not carry report")).decide("{case: {}}");
  EXPECT_EQ(stripped.status, Status::decided);
  EXPECT_THAT(stripped.options.at(0).conditions, IsEmpty());
}

TEST(Decide, authorities_are_the_values_or_the_decisions_and_rules_add_more) {
  Worked worked(kAnswer + rule("base", "then answer may be warning or fee") +
                rule("urgent on answer", "when case.a\n  then may also be decided by mayor"));
  EXPECT_THAT(worked.decide("case: {a: false}").options[0].by, ElementsAre("police"));
  EXPECT_THAT(worked.decide("case: {a: false}").options[1].by, ElementsAre("court"));
  EXPECT_THAT(worked.decide("case: {a: true}").options[1].by, ElementsAre("court", "mayor"));
}

TEST(Decide, grounds_that_held_are_named_and_open_lines_come_last) {
  Worked worked(
      kAnswer +
      rule("base",
           "when any of\n    first case.a\n    second case.b\n    open other case.serious\n  then answer is fee"));
  auto grounds = [&](std::string const& facts) {
    std::vector<std::string> names;
    for (HeldGround const& ground : worked.decide(facts).grounds) {
      names.push_back(ground.ground);
    }
    return names;
  };
  EXPECT_THAT(grounds("case: {a: true, b: true, serious: true}"), ElementsAre("first", "second"));
  EXPECT_THAT(grounds("case: {a: false, b: false, serious: true}"), ElementsAre("other"));
  EXPECT_THAT(missing_names(worked.decide("case: {a: false}")), ElementsAre("case.b"));  // the open line is asked later
  EXPECT_THAT(missing_names(worked.decide("case: {a: false, b: false}")), ElementsAre("case.serious"));
}

TEST(Decide, the_same_outcome_by_different_rules_is_decided) {
  Worked worked(kAnswer + rule("one", "when case.a\n  then answer is fee") +
                rule("two", "when not case.a\n  then answer is fee"));
  Outcome const outcome = worked.decide("{case: {}}");
  EXPECT_EQ(outcome.status, Status::decided);
  EXPECT_THAT(outcome.rules, IsEmpty());  // none applies in every completion
  EXPECT_THAT(outcome.missing, IsEmpty());
}

TEST(Decide, a_fact_that_cannot_change_the_outcome_is_not_asked_for) {
  Worked worked(kAnswer + rule("one", "when case.a and (case.b or not case.b)\n  then answer is fee") +
                rule("two", "when not case.a\n  then answer is warning"));
  Outcome const outcome = worked.decide("{case: {}}");
  EXPECT_THAT(missing_names(outcome), ElementsAre("case.a"));
  EXPECT_THAT(possible_words(outcome), ElementsAre("decided is fee", "decided is warning"));
  EXPECT_TRUE(outcome.exact);
}

TEST(Decide, the_best_question_leaves_the_fewest_outcomes_in_the_worst_case) {
  Worked worked(kAnswer + rule("one", "when case.colour is red and case.a\n  then answer is fee") +
                rule("two", "when case.colour is red and not case.a\n  then answer is warning") +
                rule("three", "when case.colour is not red\n  then answer is nothing"));
  EXPECT_THAT(missing_names(worked.decide("{case: {}}")), ElementsAre("case.a", "case.colour"));
  EXPECT_EQ(worked.decide("{case: {}}").possible.size(), 3U);
}

TEST(Decide, ranges_are_split_where_the_rules_compare) {
  Worked worked(kAnswer + rule("one", "when case.visits >= 3 and case.visits < 5\n  then answer is fee") +
                rule("two", "when case.visits < 3\n  then answer is warning"));
  Outcome const outcome = worked.decide("case: {visits: {between: [2, 5]}}");
  EXPECT_THAT(possible_words(outcome), ElementsAre("decided is fee", "decided is warning", "no_rule"));
  EXPECT_TRUE(outcome.exact);
  EXPECT_THAT(possible_words(worked.decide("case: {visits: {between: [3, 5]}}")),
              ElementsAre("decided is fee", "no_rule"));
}

TEST(Decide, open_law_is_one_unknown_a_key_and_is_never_asked_as_a_fact) {
  Worked worked(
      kAnswer +
      rule("small",
           "when every g in case.finds by thing has total g.amount <= limit(g.thing)\n  then answer is warning") +
      rule("large",
           "when not (every g in case.finds by thing has total g.amount <= limit(g.thing))\n  then answer is fee"));
  for (std::string const thing : {"beads, amount: 3 bead", "odd, amount: 3 g"}) {
    Outcome const outcome = worked.decide("case: {finds: [{thing: " + thing + "}]}");
    EXPECT_EQ(outcome.status, Status::undetermined);
    EXPECT_TRUE(outcome.exact) << thing;
    EXPECT_THAT(possible_words(outcome), ElementsAre("decided is fee", "decided is warning"));
    ASSERT_EQ(outcome.missing.size(), 1U);
    EXPECT_EQ(outcome.missing[0].kind, MissingKind::open_law);
    EXPECT_EQ(outcome.missing[0].reason, "no limit is set");
  }
}

TEST(Decide, an_unknown_substance_is_one_whose_unit_fits_the_amount) {
  Worked worked(kAnswer + rule("a_flour", "when some f in case.finds has f.thing is flour\n  then answer is nothing") +
                rule("b_milk", "when some f in case.finds has f.thing is milk\n  then answer is warning"));
  EXPECT_THAT(possible_words(worked.decide("case: {finds: [{amount: 3 g}]}")),
              ElementsAre("decided is nothing", "no_rule"));
  EXPECT_THAT(possible_words(worked.decide("case: {finds: [{amount: 3 dl}]}")),
              ElementsAre("decided is warning", "no_rule"));
}

TEST(Decide, past_its_splits_it_says_so_and_never_leaves_an_outcome_out) {
  Worked worked(kAnswer + rule("one", "when case.a\n  then answer is fee") +
                rule("two", "when not case.a and case.b\n  then answer is warning") +
                rule("three", "when not case.a and not case.b and case.c\n  then answer is nothing"));
  Outcome const exact = worked.decide("{case: {}}");
  EXPECT_TRUE(exact.exact);
  EXPECT_THAT(possible_words(exact),
              ElementsAre("decided is fee", "decided is nothing", "decided is warning", "no_rule"));
  Outcome const rough = worked.decide("{case: {}}", nullptr, {1});
  EXPECT_FALSE(rough.exact);
  EXPECT_EQ(rough.status, Status::undetermined);
  for (std::string const& outcome : possible_words(exact)) {
    EXPECT_THAT(possible_words(rough), testing::Contains(outcome));
  }
  EXPECT_THAT(missing_names(rough), testing::IsSupersetOf(missing_names(exact)));
}

TEST(Decide, decisions_read_decisions) {
  Worked worked(kAnswer + "decision second: Answer cites act \"§ 3\"\n\n" +
                rule("one", "when case.a\n  then answer may be warning or fee") +
                rule("two", "when not case.a\n  then answer is fee") +
                rule("three", "when answer may be fee\n  then second is warning") +
                rule("four", "overrides three\n  when answer is fee\n  then second is nothing"));
  EXPECT_THAT(worked.decide_named("second", "case: {a: true}").rules, ElementsAre("three"));
  EXPECT_THAT(worked.decide_named("second", "case: {a: false}").rules, ElementsAre("four"));
  EXPECT_THAT(missing_names(worked.decide_named("second", "{case: {}}")), ElementsAre("case.a"));
}

TEST(Decide, a_fault_of_what_is_read_passes_up_as_an_error) {
  Worked worked(kAnswer + "decision second: Answer cites act \"§ 3\"\n\n" +
                rule("one", "when case.a\n  then answer is fee") +
                rule("three", "when answer may be fee\n  then second is warning"));
  EXPECT_EQ(worked.decide_named("answer", "case: {a: false}").status, Status::no_rule);
  EXPECT_EQ(worked.decide_named("second", "case: {a: false}").status, Status::error);
}

TEST(Decide, an_error_is_a_status_with_its_place) {
  Worked worked(kAnswer + rule("one", "when case.weight * 2000 > 3 g\n  then answer is fee"));
  Outcome const outcome = worked.decide("case: {weight: 999999999999999999 g}");
  EXPECT_EQ(outcome.status, Status::error);
  EXPECT_EQ(outcome.reason, "`case.weight * 2000` gives more than 18 digits");
}

TEST(Decide, the_trace_shows_each_rule_with_what_put_it_out) {
  Worked worked(
      kAnswer + rule("ordinary", "then answer is fee") +
      rule("mild", "overrides ordinary\n  when case.a and case.b\n  unless case.c\n  then answer is warning"));
  DecisionTrace trace;
  static_cast<void>(worked.decide("case: {a: true, b: true, c: false}", &trace));
  ASSERT_EQ(trace.rules.size(), 2U);
  EXPECT_EQ(trace.rules[0].state, RuleState::overridden);
  EXPECT_THAT(trace.rules[0].by, ElementsAre("mild"));
  EXPECT_EQ(trace.rules[1].state, RuleState::applied);
  ASSERT_EQ(trace.rules[1].conditions.size(), 3U);
  EXPECT_EQ(trace.rules[1].conditions[2].text, "unless case.c");
  EXPECT_EQ(trace.rules[1].conditions[2].truth, Truth::no);
  static_cast<void>(worked.decide("case: {a: true, b: false}", &trace));
  EXPECT_EQ(trace.rules[1].state, RuleState::guard_false);
  EXPECT_EQ(trace.rules[1].conditions[1].truth, Truth::no);
  EXPECT_THAT(trace.rules[1].conditions[2].unknowns, ElementsAre("case.c"));
}

// So many rules that say what is normal, each above the one before: what follows if the decider departs, again and again.
std::size_t departures_told(std::size_t rules) {
  std::string text = kAnswer;
  for (std::size_t i = 0; i < rules; ++i) {
    std::string const below = i == 0 ? "" : "overrides r" + std::to_string(i - 1) + "\n  ";
    text += rule("r" + std::to_string(i), below + "then answer normally is fee");
  }
  Outcome const outcome = Worked(text).decide("{}");
  std::size_t told = 0;
  for (Outcome const* at = &outcome; at->if_departing != nullptr; at = at->if_departing.get()) {
    ++told;
  }
  return told;
}

TEST(Decide, departures_that_are_told_are_capped) {
  EXPECT_EQ(departures_told(7), 7U);
  EXPECT_EQ(departures_told(8), 8U);
  EXPECT_EQ(departures_told(9), 8U);
}

TEST(Decide, completions_are_capped) {
  Worked worked(kAnswer + rule("ordinary", "then answer is nothing") +
                rule("both", "overrides ordinary\n  when case.a and case.b\n  then answer is fee"));
  EXPECT_TRUE(worked.decide("{}", nullptr, {.max_splits = 2}).exact);
  Outcome const short_of_one = worked.decide("{}", nullptr, {.max_splits = 1});
  EXPECT_EQ(short_of_one.status, Status::undetermined);
  EXPECT_FALSE(short_of_one.exact);
}

// Where nothing is split further, a rule whose guard holds is out only for what stands above it: one of the two answers.
TEST(Decide, a_rule_without_a_guard_is_out_for_another_alone) {
  Worked worked(kAnswer + rule("ordinary", "then answer is nothing") +
                rule("both", "overrides ordinary\n  when case.a and case.b\n  then answer is fee"));
  Outcome const outcome = worked.decide("{}", nullptr, {.max_splits = 1});
  EXPECT_FALSE(outcome.exact);
  EXPECT_THAT(possible_words(outcome), UnorderedElementsAre("decided is fee", "decided is nothing"));
}

// Whether the outcome says that anything may come of it, where so many rules are open and nothing is split further.
bool says_anything(std::size_t rules, Limits limits) {
  std::string text = kAnswer + rule("ordinary", "then answer is nothing");
  for (std::size_t i = 0; i < rules; ++i) {
    text += rule("r" + std::to_string(i) + " on answer", "when case.a and case.b and case.c\n  then may also be fee");
  }
  Outcome const outcome = Worked(text).decide("{}", nullptr, limits);
  return std::any_of(outcome.possible.begin(), outcome.possible.end(), [](PossibleOutcome const& possible) {
    return possible.status == Status::decided && possible.options.empty();
  });
}

TEST(Decide, sets_of_open_rules_are_capped) {
  EXPECT_FALSE(says_anything(10, {.max_splits = 1})) << "1024 sets";
  EXPECT_TRUE(says_anything(11, {.max_splits = 1}));
}

TEST(Decide, sets_of_open_rules_are_capped_over_all_worlds) {
  EXPECT_FALSE(says_anything(5, {.max_splits = 1, .max_states = 32}));
  EXPECT_TRUE(says_anything(5, {.max_splits = 1, .max_states = 31}));
}

TEST(Decide, a_comparison_and_its_denial_are_one_unknown) {
  for (char const* const other : {"case.weight >= case.other_weight", "not (case.weight < case.other_weight)"}) {
    Worked worked(kAnswer + "rule r cites act \"§ 2\"\n  when case.weight < case.other_weight\n  then answer is fee\n" +
                  "rule s cites act \"§ 2\"\n  when " + other + "\n  then answer is warning\n");
    Outcome const open = worked.decide("case: {}\n");
    EXPECT_EQ(possible_words(open), (std::vector<std::string>{"decided is fee", "decided is warning"})) << other;
  }
}

}  // namespace
}  // namespace hjemmel::eval
