// What would have to differ: which changes are told, in what words, what is never changed, and where the search ends.
#include "engine/eval/flip.h"

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

std::string warning() { return kAnswer + "rule low cites act \"§ 2\"\n  then answer is warning\n\n"; }

// `high` applies, and gives a fee, when the condition holds.
std::string fee_when(std::string const& condition) {
  return warning() + "rule high overrides low cites act \"§ 3\"\n  then answer is fee\n  when " + condition + "\n\n";
}

std::string words_of(Change const& change) {
  std::string text = change.fact + " " + change.from + " -> " + std::string(change_kind_name(change.kind));
  for (std::string const& value : change.values) {
    text += " " + value;
  }
  text += change.low.empty() ? "" : " low " + change.low + (change.low_included ? "" : " (left out)");
  text += change.high.empty() ? "" : " high " + change.high + (change.high_included ? "" : " (left out)");
  text += change.nearest.empty() || change.kind == ChangeKind::one_of ? "" : " nearest " + change.nearest;
  text += change.assessment ? " judged by " + change.by.front() : "";
  return text + (change.filled_by.empty() ? "" : " filled by " + change.filled_by);
}

// `found: case.a false -> one_of true => is fee; …`
std::string words_of(Flips const& flips) {
  std::string text = std::string(flip_state_name(flips.state)) + (flips.exact ? "" : " (not exact)");
  for (Flip const& flip : flips.flips) {
    text += &flip == &flips.flips.front() ? ": " : "; ";
    for (Change const& change : flip.changes) {
      text += (&change == &flip.changes.front() ? "" : " and ") + words_of(change);
    }
    text += " => " + std::string(modality_name(*flip.outcome.modality));
    for (std::string const& option : option_names(flip.outcome.options)) {
      text += " " + option;
    }
    text += flip.varies ? " (varies)" : "";
  }
  return text;
}

std::string flips_of(std::string const& rules, std::string const& facts, std::string const& option = "",
                     FlipLimits limits = {}) {
  Worked worked(rules);
  return words_of(flips(worked.plan(), worked.read(facts), 0, option, limits));
}

TEST(Flip, of_a_bool) {
  EXPECT_EQ(flips_of(fee_when("case.a"), "case: {a: false}"), "found: case.a false -> one_of true => is fee");
  EXPECT_EQ(flips_of(fee_when("case.a"), "case: {a: true}"), "found: case.a true -> one_of false => is warning");
}

TEST(Flip, of_a_threshold_below_at_and_above_it) {
  std::string const rules = fee_when("case.weight > 15 g");
  EXPECT_EQ(flips_of(rules, "case: {weight: 14 g}"),
            "found: case.weight 14 g -> more_than low 15 g (left out) => is fee");
  EXPECT_EQ(flips_of(rules, "case: {weight: 15 g}"),
            "found: case.weight 15 g -> more_than low 15 g (left out) => is fee");
  EXPECT_EQ(flips_of(rules, "case: {weight: 18 g}"),
            "found: case.weight 18 g -> at_most high 15 g nearest 15 g => is warning");
}

TEST(Flip, of_whole_numbers_tells_the_next_one) {
  std::string const rules = fee_when("case.visits > 3");
  EXPECT_EQ(flips_of(rules, "case: {visits: 1}"), "found: case.visits 1 -> at_least low 4 nearest 4 => is fee");
  EXPECT_EQ(flips_of(rules, "case: {visits: 9}"), "found: case.visits 9 -> at_most high 3 nearest 3 => is warning");
}

TEST(Flip, of_a_date) {
  EXPECT_EQ(flips_of(fee_when("case.later > 2026-03-01"), "case: {later: 2026-02-10}"),
            "found: case.later 2026-02-10 -> at_least low 2026-03-02 nearest 2026-03-02 => is fee");
}

TEST(Flip, of_a_number_between_two_borders_tells_both_sides) {
  EXPECT_EQ(flips_of(fee_when("case.visits < 3 or case.visits > 6"), "case: {visits: 5}"),
            "found: case.visits 5 -> at_most high 2 nearest 2 => is fee; "
            "case.visits 5 -> at_least low 7 nearest 7 => is fee");
  EXPECT_EQ(flips_of(fee_when("case.visits >= 3 and case.visits <= 6"), "case: {visits: 9}"),
            "found: case.visits 9 -> between low 3 high 6 nearest 6 => is fee");
}

TEST(Flip, of_an_enumeration_tells_every_value) {
  EXPECT_EQ(flips_of(fee_when("case.colour is not red"), "case: {colour: red}"),
            "found: case.colour red -> one_of green blue => is fee");
}

TEST(Flip, of_a_text) {
  std::string const rules = fee_when("case.note = \"late\"");
  EXPECT_EQ(flips_of(rules, "case: {note: early}"), "found: case.note \"early\" -> one_of \"late\" => is fee");
  EXPECT_EQ(flips_of(rules, "case: {note: late}"), "found: case.note \"late\" -> other_text \"late\" => is warning");
}

TEST(Flip, whether_a_fact_applies) {
  std::string const rules = fee_when("case.maybe is applicable");
  EXPECT_EQ(flips_of(rules, "case: {maybe: false}"), "found: case.maybe false -> not_applicable => is warning");
  EXPECT_EQ(flips_of(rules, "case: {maybe: not_applicable}"),
            "found: case.maybe not applicable -> one_of false true => is fee");
}

TEST(Flip, two_smallest_ones_are_both_told) {
  EXPECT_EQ(flips_of(fee_when("case.a or case.b"), "case: {a: false, b: false}"),
            "found: case.a false -> one_of true => is fee; case.b false -> one_of true => is fee");
}

TEST(Flip, of_two_facts_where_one_is_not_enough) {
  EXPECT_EQ(flips_of(fee_when("case.a and case.weight > 15 g"), "case: {a: false, weight: 3 g}"),
            "found: case.a false -> one_of true and case.weight 3 g -> more_than low 15 g (left out) => is fee");
}

TEST(Flip, never_of_what_the_schema_fixes) {
  EXPECT_EQ(flips_of(fee_when("case.done or case.a"), "case: {done: false, a: false}"),
            "found: case.a false -> one_of true => is fee");
  EXPECT_EQ(flips_of(fee_when("case.done"), "case: {done: false}"), "impossible");
}

TEST(Flip, never_of_what_is_unknown_or_not_asked) {
  EXPECT_EQ(flips_of(fee_when("case.a and case.b"), "case: {a: false, b: unknown}"), "impossible");
  EXPECT_EQ(flips_of(fee_when("case.a and case.b"), "case: {a: true}"), "undetermined");
  EXPECT_EQ(flips_of(fee_when("case.visits > 3"), "case: {visits: {between: [5, 9]}}"), "impossible");
}

TEST(Flip, holds_whatever_is_unknown) {
  EXPECT_EQ(flips_of(fee_when("case.a and (case.b or case.c)"), "case: {a: false, b: unknown, c: false}"),
            "found: case.a false -> one_of true and case.c false -> one_of true => is fee");
}

TEST(Flip, of_an_assessment_is_another_judgement) {
  EXPECT_EQ(flips_of(fee_when("case.serious"), "case: {serious: false}"),
            "found: case.serious false -> one_of true judged by court => is fee");
}

TEST(Flip, of_what_a_default_or_a_presumption_filled) {
  EXPECT_EQ(flips_of(fee_when("case.assumed"), "{}"),
            "found: case.assumed true -> one_of false filled by default => is warning");
  EXPECT_EQ(flips_of(fee_when("case.a") + "presume case.a\n", "case: {a: unknown}"),
            "found: case.a true -> one_of false filled by presumption => is warning");
}

TEST(Flip, to_state_what_was_presumed_is_a_change_where_the_presumption_lapses) {
  std::string const rules =
      fee_when("case.a") + "presume case.b when case.a\n" +
      "rule none overrides low cites act \"§ 4\"\n  then answer is nothing\n  when not case.a and case.b\n";
  EXPECT_EQ(flips_of(rules, "case: {a: true, b: unknown}"),
            "found: case.a true -> one_of false and case.b true -> one_of false filled by presumption => is warning; "
            "case.a true -> one_of false and case.b true -> one_of true filled by presumption => is nothing");
}

TEST(Flip, to_an_option_that_is_named) {
  std::string const rules =
      fee_when("case.a") +
      "rule none overrides low, high cites act \"§ 4\"\n  then answer is nothing\n  when case.b and case.c\n";
  std::string const facts = "case: {a: false, b: false, c: false}";
  EXPECT_EQ(flips_of(rules, facts), "found: case.a false -> one_of true => is fee");
  EXPECT_EQ(flips_of(rules, facts, "nothing"),
            "found: case.b false -> one_of true and case.c false -> one_of true => is nothing");
}

TEST(Flip, from_what_is_not_decided) {
  EXPECT_EQ(
      flips_of(kAnswer + "rule low cites act \"§ 2\"\n  then answer is warning\n  when case.a\n", "case: {a: false}"),
      "found: case.a false -> one_of true => is warning");
}

TEST(Flip, of_a_field_of_one_element) {
  std::string const rules = fee_when("some find in case.finds has (find.dear and find.rating > 2)");
  EXPECT_EQ(flips_of(rules, "case: {finds: [{dear: false, rating: 1}, {dear: true, rating: 2}]}"),
            "found: case.finds[2].rating 2 -> at_least low 3 nearest 3 => is fee");
}

TEST(Flip, of_an_amount_stays_in_the_unit_of_its_kind) {
  std::string const rules = fee_when("some find in case.finds has find.amount > limit(find.thing)");
  EXPECT_EQ(flips_of(rules, "case: {finds: [{thing: flour, amount: 12 g}]}"),
            "found: case.finds[1].amount 12 g -> at_most high 10 g nearest 10 g => is warning");
}

TEST(Flip, of_a_kind_with_an_amount_in_another_unit_needs_both) {
  std::string const rules = fee_when("some find in case.finds has find.thing is milk");
  EXPECT_EQ(flips_of(rules, "case: {finds: [{thing: flour, amount: 12 g}]}"),
            "found: case.finds[1].thing flour -> one_of milk and case.finds[1].amount 12 g -> any_value => is fee");
}

TEST(Flip, no_number_of_changes_does_it) {
  EXPECT_EQ(flips_of(warning(), "case: {a: true}"), "impossible");
  EXPECT_EQ(flips_of(fee_when("case.a"), "case: {a: true}", "nothing"), "impossible");
}

TEST(Flip, as_many_changes_as_the_limit_and_one_more) {
  std::string const facts = "case: {a: false, b: false, c: false}";
  FlipLimits limits;
  limits.max_changes = 2;
  EXPECT_EQ(flips_of(fee_when("case.a and case.b"), facts, "", limits),
            "found: case.a false -> one_of true and case.b false -> one_of true => is fee");
  EXPECT_EQ(flips_of(fee_when("case.a and case.b and case.c"), facts, "", limits), "not_within");
}

TEST(Flip, as_many_completions_as_the_limit_and_one_more) {
  std::string const rules = fee_when("case.a or case.b");
  std::string const facts = "case: {a: false, b: false}";
  FlipLimits limits;
  limits.max_completions = 3;  // of nothing, of a, of b
  EXPECT_EQ(flips_of(rules, facts, "", limits),
            "found: case.a false -> one_of true => is fee; case.b false -> one_of true => is fee");
  limits.max_completions = 2;
  EXPECT_EQ(flips_of(rules, facts, "", limits), "found (not exact): case.a false -> one_of true => is fee");
}

TEST(Flip, as_many_flips_as_the_limit_and_one_more) {
  std::string const rules = fee_when("case.a or case.b");
  std::string const facts = "case: {a: false, b: false}";
  FlipLimits limits;
  limits.max_flips = 2;
  EXPECT_EQ(flips_of(rules, facts, "", limits),
            "found: case.a false -> one_of true => is fee; case.b false -> one_of true => is fee");
  limits.max_flips = 1;
  EXPECT_EQ(flips_of(rules, facts, "", limits), "found (not exact): case.a false -> one_of true => is fee");
}

TEST(Flip, of_a_figure_that_moves_with_a_fact) {
  std::string const rules =
      kAnswer + "rule high cites act \"§ 2\"\n  then answer is fee { amount 100 kr * case.visits }\n";
  EXPECT_EQ(flips_of(rules, "case: {visits: 5}"),
            "found: case.visits 5 -> at_most high 4 nearest 4 => is fee (varies); "
            "case.visits 5 -> at_least low 6 nearest 6 => is fee (varies)");
}

TEST(Flip, of_a_total_that_one_amount_cannot_bring_down) {
  std::string const rules = fee_when("some g in person.stays by ward has total g.nights > 15");
  EXPECT_EQ(flips_of(rules, "person: {stays: [{ward: north, nights: 20}, {ward: north, nights: 20}]}"),
            "found (not exact): person.stays[1].nights 20 -> at_most high 15 nearest 15 and "
            "person.stays[2].nights 20 -> one_of 0 => is warning; "
            "person.stays[1].nights 20 -> one_of 0 and "
            "person.stays[2].nights 20 -> at_most high 15 nearest 15 => is warning");
}

TEST(Flip, of_a_number_weighed_in_a_way_that_cannot_be_turned_round) {
  std::string const rules = fee_when("case.visits * case.visits >= 50");
  EXPECT_EQ(flips_of(rules, "case: {visits: 3}"), "found (not exact): case.visits 3 -> one_of 8 => is fee");
}

TEST(Flip, as_many_splits_as_the_limit_and_one_more) {
  FlipLimits limits;
  limits.max_boxes = 1;  // case.a is split once
  EXPECT_EQ(flips_of(fee_when("case.a"), "case: {a: false}", "", limits),
            "found: case.a false -> one_of true => is fee");
  limits.max_boxes = 0;
  EXPECT_EQ(flips_of(fee_when("case.a"), "case: {a: false}", "", limits), "not_within (not exact)");
}

TEST(Flip, each_is_decided_with_the_changed_case) {
  Worked worked(fee_when("case.weight > 15 g"));
  Case const facts = worked.read("case: {weight: 18 g}");
  Flips const all = flips(worked.plan(), facts, 0);
  ASSERT_EQ(all.flips.size(), 1U);
  Change const& change = all.flips.front().changes.front();
  Case changed = facts;
  changed.scalars[change.place.index] = change.decided_with;
  EXPECT_EQ(option_names(decide(worked.plan(), changed, 0).options), option_names(all.flips.front().outcome.options));
  EXPECT_EQ(change.decided_with.number(), base::Decimal::of(15));
}

}  // namespace
}  // namespace hjemmel::eval
