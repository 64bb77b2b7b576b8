// Conditions under facts, one row each: what the machine makes of every instruction, known, unknown, not applicable, in error.
#include "engine/eval/machine.h"

#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

struct Row {
  char const* condition;
  char const* facts;
  char const* value;
};

void check(std::vector<Row> const& rows) {
  for (Row const& row : rows) {
    EXPECT_EQ(value_of(row.condition, row.facts), row.value) << row.condition << "  under  " << row.facts;
  }
}

TEST(Machine, connectives_are_strong_kleene) {
  check({
      {"case.a and case.b", "case: {a: true, b: true}", "true"},
      {"case.a and case.b", "case: {a: true, b: false}", "false"},
      {"case.a and case.b", "case: {b: false}", "false"},
      {"case.a and case.b", "case: {a: false}", "false"},
      {"case.a and case.b", "case: {a: true}", "unknown: case.b"},
      {"(case.a or case.b)", "case: {b: true}", "true"},
      {"(case.a or case.b)", "case: {a: unknown, b: false}", "unknown: case.a"},
      {"(case.a or case.b)", "case: {}", "unknown: case.a case.b"},
      {"not case.a", "case: {a: false}", "true"},
      {"not case.a", "case: {}", "unknown: case.a"},
      {"not (case.a and case.b)", "case: {a: false}", "true"},
      {"(case.a or case.b or case.c)", "case: {c: true}", "true"},
      {"not (case.a or case.b) and case.c", "case: {a: false, b: false, c: true}", "true"},
  });
}

TEST(Machine, comparisons_at_below_and_above) {
  check({
      {"case.visits < 3", "case: {visits: 2}", "true"},
      {"case.visits < 3", "case: {visits: 3}", "false"},
      {"case.visits <= 3", "case: {visits: 3}", "true"},
      {"case.visits <= 3", "case: {visits: 4}", "false"},
      {"case.visits > 3", "case: {visits: 3}", "false"},
      {"case.visits >= 3", "case: {visits: 3}", "true"},
      {"case.visits at most 3", "case: {visits: 4}", "false"},
      {"case.visits at least 3", "case: {visits: 3}", "true"},
      {"case.visits = 3", "case: {visits: 3}", "true"},
      {"case.visits != 3", "case: {visits: 3}", "false"},
      {"case.weight <= 15 g", "case: {weight: 15 g}", "true"},
      {"case.weight <= 15 g", "case: {weight: 15.000001 g}", "false"},
      {"case.weight <= 15 g", "case: {weight: 15000 mg}", "true"},
      {"case.weight = 300 mg", "case: {weight: 0.3 g}", "true"},
      {"case.colour is red", "case: {colour: red}", "true"},
      {"case.colour is not red", "case: {colour: red}", "false"},
      {"case.colour in {red, blue}", "case: {colour: blue}", "true"},
      {"case.colour in {red, blue}", "case: {colour: green}", "false"},
      {"case.colour not in {red, blue}", "case: {colour: green}", "true"},
      {"case.shown >= believed", "case: {shown: believed}", "true"},
      {"case.shown >= believed", "case: {shown: not_shown}", "false"},
      {"case.date < case.later", "case: {date: 2026-02-28, later: 2026-03-01}", "true"},
      {"case.date = 2026-02-28", "case: {date: 2026-02-28}", "true"},
  });
}

TEST(Machine, ranges_settle_what_they_can) {
  check({
      {"case.weight <= 15 g", "case: {weight: {between: [12 g, 15 g]}}", "true"},
      {"case.weight <= 15 g", "case: {weight: {between: [12 g, 16 g]}}", "unknown: case.weight"},
      {"case.weight <= 15 g", "case: {weight: {between: [15.1 g, 16 g]}}", "false"},
      {"case.weight >= 0 g", "case: {}", "true"},  // the schema's minimum
      {"case.weight + 3 g <= 15 g", "case: {weight: {between: [1 g, 12 g]}}", "true"},
      {"case.weight - case.other_weight < 5 g", "case: {weight: {between: [1 g, 2 g]}, other_weight: 0 g}", "true"},
      {"2 * case.weight < 5 g", "case: {weight: {between: [1 g, 2 g]}}", "true"},
      {"-case.weight < 0 g", "case: {weight: {between: [1 g, 2 g]}}", "true"},
      {"case.weight = 3 g", "case: {weight: {between: [1 g, 2 g]}}", "false"},
      {"case.weight != 3 g", "case: {weight: {between: [1 g, 2 g]}}", "true"},
      {"case.weight = 2 g", "case: {weight: {between: [1 g, 2 g]}}", "unknown: case.weight"},
      {"case.weight < case.other_weight", "case: {weight: {between: [1 g, 2 g]}}",
       "unknown: case.weight case.other_weight"},
      {"(if case.a then case.weight else 3 g) > 2 g", "case: {a: true, weight: 5 g}", "true"},
      {"(if case.a then case.weight else 3 g) > 2 g", "case: {a: false}", "true"},
      {"(if case.a then case.weight else 3 g) > 2 g", "case: {weight: 5 g}", "unknown: case.a"},
  });
}

TEST(Machine, what_does_not_apply_is_false_and_its_negation_true) {
  check({
      {"case.maybe", "case: {maybe: not_applicable}", "false"},
      {"not case.maybe", "case: {maybe: not_applicable}", "true"},
      {"case.optional_visits <= 3", "case: {optional_visits: not_applicable}", "false"},
      {"case.optional_visits > 3", "case: {optional_visits: not_applicable}", "false"},
      {"case.optional_visits != 3", "case: {optional_visits: not_applicable}", "true"},
      {"case.optional_visits + 1 > 3", "case: {optional_visits: not_applicable}", "false"},
      {"case.optional_visits is applicable", "case: {optional_visits: not_applicable}", "false"},
      {"case.optional_visits is applicable", "case: {optional_visits: 1}", "true"},
      {"case.optional_visits is not applicable", "case: {optional_visits: 1}", "false"},
      {"case.optional_visits is applicable", "case: {}", "unknown: case.optional_visits"},
      {"case.visits is applicable", "case: {}", "true"},
      {"case.optional_visits is applicable", "case: {optional_visits: {between: [1, 2]}}", "true"},
  });
}

TEST(Machine, ages_complete_years_on_the_birthday) {
  check({
      {"age of person at case.date >= 18 years", "{case: {date: 2026-03-01}, person: {birth_date: 2008-03-02}}",
       "false"},
      {"age of person at case.date >= 18 years", "{case: {date: 2026-03-02}, person: {birth_date: 2008-03-02}}",
       "true"},
      {"age of person at case.date >= 18 years", "{case: {date: 2026-02-27}, person: {birth_date: 2008-02-29}}",
       "false"},
      {"age of person at case.date >= 18 years", "{case: {date: 2026-02-28}, person: {birth_date: 2008-02-29}}",
       "true"},
      {"age of person at case.date >= 16 years", "{case: {date: 2024-02-28}, person: {birth_date: 2008-02-29}}",
       "false"},
      {"age of person at case.date >= 16 years", "{case: {date: 2024-02-29}, person: {birth_date: 2008-02-29}}",
       "true"},
      {"age of person at case.date < 18 years",
       "{case: {date: 2026-03-01}, person: {birth_date: {between: [2009-01-01, 2010-01-01]}}}", "true"},
      {"age of person at case.date < 18 years",
       "{case: {date: 2026-03-01}, person: {birth_date: {between: [2007-01-01, 2010-01-01]}}}",
       "unknown: person.birth_date"},
      {"age of person at case.date >= 18 years", "{case: {date: 2026-03-01}, person: {birth_date: 2026-03-02}}",
       "error: `age of person at case.date` takes an age on a day before the birth"},
      {"age of person.birth_date at case.date >= 6 months",
       "{case: {date: 2026-08-31}, person: {birth_date: 2026-02-28}}", "true"},
  });
}

TEST(Machine, an_overflow_is_an_error_unless_the_other_side_settles_it) {
  std::string const huge =
      "case: {weight: 999999999999999999 g, other_weight: 999999999999999999 g, a: true, b: false}";
  check({
      {"case.weight + case.other_weight > 3 g", huge.c_str(),
       "error: `case.weight + case.other_weight` gives more than 18 digits"},
      {"case.weight + case.other_weight > 3 g and case.b", huge.c_str(), "false"},
      {"case.b and case.weight + case.other_weight > 3 g", huge.c_str(), "false"},
      {"(case.a or case.weight + case.other_weight > 3 g)", huge.c_str(), "true"},
      {"(case.weight + case.other_weight > 3 g or case.a)", huge.c_str(), "true"},
      {"case.weight * 2000 > 3 g", huge.c_str(), "error: `case.weight * 2000` gives more than 18 digits"},
      {"(case.weight * 2000 > 3 g or case.c)", huge.c_str(), "unknown: case.c"},
  });
}

TEST(Machine, quantifiers_over_closed_and_open_lists) {
  check({
      {"every f in case.finds has f.dear", "case: {finds: []}", "true"},
      {"some f in case.finds has f.dear", "case: {finds: []}", "false"},
      {"no f in case.finds has f.dear", "case: {finds: []}", "true"},
      {"every f in case.finds has f.dear", "case: {finds: [{dear: true}, {dear: false}]}", "false"},
      {"every f in case.finds has f.dear", "case: {finds: [{dear: false}, {}]}", "false"},
      {"every f in case.finds has f.dear", "case: {finds: [{dear: true}, {}]}", "unknown: case.finds[2].dear"},
      {"some f in case.finds has f.dear", "case: {finds: [{}, {dear: true}]}", "true"},
      {"no f in case.finds has f.dear", "case: {finds: [{dear: false}]}", "true"},
      {"every f in case.finds where f.thing is milk has f.dear", "case: {finds: [{thing: flour, dear: false}]}",
       "true"},
      {"every f in case.finds where f.thing is milk has f.dear", "case: {finds: [{dear: false}]}",
       "unknown: case.finds[1].thing"},
      {"every f in case.finds has f.dear", "case: {finds: {at_least: [{dear: true}]}}", "unknown: case.finds"},
      {"every f in case.finds has f.dear", "case: {finds: {at_least: [{dear: false}]}}", "false"},
      {"some f in case.finds has f.dear", "case: {finds: {at_least: [{dear: true}]}}", "true"},
      {"no f in case.finds has f.dear", "case: {finds: {at_least: [{dear: true}]}}", "false"},
      {"every f in case.finds has f.dear", "case: {finds: unknown}", "unknown: case.finds"},
      {"every f in case.finds has f.dear", "case: {}", "unknown: case.finds"},
      // At the schema's greatest length there can be no more.
      {"every f in case.finds has f.dear",
       "case: {finds: {at_least: [{dear: true}, {dear: true}, {dear: true}, {dear: true}]}}", "true"},
  });
}

TEST(Machine, counts_and_totals_give_bounds) {
  check({
      {"count f in case.finds > 1", "case: {finds: [{}, {}]}", "true"},
      {"(count f in case.finds where f.dear) > 0", "case: {finds: [{dear: true}, {}]}", "true"},
      {"(count f in case.finds where f.dear) > 1", "case: {finds: [{dear: true}, {}]}", "unknown: case.finds[2].dear"},
      {"(count f in case.finds where f.dear) > 2", "case: {finds: [{dear: true}, {}]}", "false"},
      {"count f in case.finds > 1", "case: {finds: {at_least: [{}, {}]}}", "true"},
      {"count f in case.finds > 2", "case: {finds: {at_least: [{}, {}]}}", "unknown: case.finds"},
      {"total f.rating for f in case.finds > 4", "case: {finds: [{rating: 2}, {rating: 3}]}", "true"},
      {"total f.rating for f in case.finds = 0", "case: {finds: []}", "true"},
      {"(total f.rating for f in case.finds where f.dear) > 4",
       "case: {finds: [{rating: 2, dear: true}, {rating: 9, dear: false}]}", "false"},
      {"total f.rating for f in case.finds > 4", "case: {finds: [{rating: 2}, {}]}", "unknown: case.finds[2].rating"},
  });
}

TEST(Machine, dates_move_by_whole_months_to_the_last_valid_day) {
  check({
      {"case.date + 1 month = 2026-02-28", "case: {date: 2026-01-31}", "true"},
      {"case.date + 1 month = 2024-02-29", "case: {date: 2024-01-31}", "true"},
      {"case.date + 1 year = 2025-02-28", "case: {date: 2024-02-29}", "true"},
      {"case.date - 6 months <= case.later", "case: {date: 2026-08-31, later: 2026-02-28}", "true"},
      {"case.date + 3 months < 2026-05-01", "case: {date: {between: [2026-01-01, 2026-01-31]}}", "true"},
      {"case.date + 3 months < 2026-05-01", "case: {date: {between: [2026-01-01, 2026-02-01]}}", "unknown: case.date"},
      {"case.date + 3 months > 2026-05-01", "case: {date: 9999-11-30}",
       "error: `case.date + 3 months` gives a day outside the years 1 to 9999"},
  });
}

TEST(Machine, texts_are_equal_by_their_letters) {
  check({
      {"case.note = \"blå\"", "case: {note: blå}", "true"},
      {"case.note = \"blå\"", "case: {note: bla}", "false"},
      {"case.note != \"blå\"", "case: {note: bla}", "true"},
      {"case.note = case.note", "case: {note: bla}", "true"},
      {"case.note = \"blå\"", "case: {}", "unknown: case.note"},
  });
}

TEST(Machine, groups_add_what_is_of_one_kind) {
  char const* within = "every g in case.finds by thing has total g.amount <= limit(g.thing)";
  check({
      {within, "case: {finds: []}", "true"},
      {within, "case: {finds: [{thing: flour, amount: 4 g}, {thing: flour, amount: 6 g}]}", "true"},
      {within,
       "case: {finds: [{thing: flour, amount: 4 g}, {thing: milk, amount: 1 dl}, {thing: flour, amount: 6.000001 g}]}",
       "false"},
      {within, "case: {finds: [{thing: flour, amount: 4 g}, {thing: flour}]}", "unknown: case.finds[2].amount"},
      {within, "case: {finds: [{thing: flour, amount: 11 g}, {thing: flour}]}", "false"},
      {within, "case: {finds: [{thing: beads, amount: 4 bead}]}", "unknown: limit[beads]"},
      {within, "case: {finds: [{thing: beads, amount: 0 bead}]}", "true"},
      {within, "case: {finds: [{thing: odd, amount: 4 g}]}", "unknown: Thing limit[odd]"},
      {within, "case: {finds: [{amount: 4 g}]}", "unknown: case.finds[1].thing"},
      {within, "case: {finds: [{amount: 4 g}, {thing: flour, amount: 11 g}]}", "false"},
      {within, "case: {finds: {at_least: [{thing: flour, amount: 11 g}]}}", "false"},
      {within, "case: {finds: {at_least: [{thing: flour, amount: 1 g}]}}", "unknown: case.finds"},
      {"every g in case.finds by thing has count g <= 1", "case: {finds: [{thing: flour}, {thing: milk}]}", "true"},
      {"every g in case.finds by thing has count g <= 1", "case: {finds: [{thing: flour}, {thing: flour}]}", "false"},
      {"some g in case.finds by thing where g.dear has count g >= 2",
       "case: {finds: [{thing: flour, dear: true}, {thing: flour, dear: false}]}", "false"},
  });
}

TEST(Machine, tables_give_rows_open_law_or_nothing) {
  check({
      {"some f in case.finds has f.amount > limit(f.thing)", "case: {finds: [{thing: milk, amount: 0.3 l}]}", "true"},
      {"some f in case.finds has f.amount > limit(f.thing)", "case: {finds: [{thing: milk, amount: 20 ml}]}", "false"},
      {"some f in case.finds has f.amount > limit(f.thing)", "case: {finds: [{thing: beads, amount: 2 bead}]}",
       "unknown: limit[beads]"},
  });
}

}  // namespace
}  // namespace hjemmel::eval
