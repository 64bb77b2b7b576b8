// What is written out where it is read: fields defined of each element, counted conditions, groups of facts. Each with what is
// known, not known and not applicable.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

struct Row {
  std::string condition;
  std::string facts;
  std::string value;
};

void check(std::vector<Row> const& rows, std::string const& declarations = "") {
  for (Row const& row : rows) {
    EXPECT_EQ(value_of(declarations, row.condition, row.facts), row.value) << row.condition << "\n" << row.facts;
  }
}

TEST(Conditions, are_counted_and_one_known_settles_what_it_settles) {
  std::string const one = "case: {a: true, b: unknown, c: false}";
  std::string const two = "case: {a: true, b: unknown, c: true}";
  check({
      {"count of (case.a, case.b, case.c) >= 1", one, "true"},
      {"count of (case.a, case.b, case.c) >= 2", one, "unknown: case.b"},
      {"count of (case.a, case.b, case.c) >= 3", one, "false"},
      {"count of (case.a) = 1", one, "true"},
      {"at least 2 of (case.a, case.b, case.c)", two, "true"},
      {"at least 2 of (case.a, case.b, case.c)", one, "unknown: case.b"},
      {"at least 3 of (case.a, case.b, case.c)", one, "false"},
      {"at most 1 of (case.a, case.b, case.c)", two, "false"},
      {"at most 2 of (case.a, case.b, case.c)", one, "true"},
      {"exactly 2 of (case.a, case.b, case.c)", two, "unknown: case.b"},
      {"exactly 0 of (case.a, case.b, case.c)", two, "false"},
      {"exactly 1 of (case.maybe, case.a and case.c)", "case: {maybe: not_applicable, a: true, c: true}", "true"},
      {"2 * (count of (case.a, case.c)) = case.visits", "case: {a: true, c: true, visits: 4}", "true"},
  });
}

TEST(Conditions, of_several_groups_of_facts) {
  std::string const records =
      "define early cites act \"1\" = the first s in person.stays by admitted_on\n"
      "define late cites act \"1\" = the last s in person.stays by admitted_on\n";
  std::string const stays =
      "person: {birth_date: 2000-01-01, stays: [{admitted_on: 2026-01-01, nights: 2}, "
      "{admitted_on: 2026-02-01, nights: 5}]}";
  check(
      {
          {"some s in person.stays has s.nights > 4", stays, "true"},
          {"some r of {early, late} has r.nights > 4", stays, "true"},
          {"every r of {early, late} has r.nights > 4", stays, "false"},
          {"no r of {early, late} has r.nights > 5", stays, "true"},
          {"every r of {early, late} has (r is applicable and r.nights is applicable)", stays, "true"},
          {"some r of {early, late} has r is applicable", "person: {stays: []}", "false"},
          {"every p of {person} has (age of p at 2020-01-01 >= 20 years)", stays, "true"},
          {"some p of {person} has (count s in p.stays where s.nights > 1) = 2", stays, "true"},
          {"some p of {person, early} has (some s in person.stays has s.nights > 4)", stays, "true"},
      },
      records);
}

TEST(Conditions, defined_of_each_element_are_read_as_its_fields) {
  std::string const fields =
      "define long of s in person.stays: bool cites act \"1\" = s.nights > case.visits\n"
      "define long_in_north of x in person.stays: bool cites act \"2\" = x.long and x.ward is north\n"
      "define more of s in person.stays: int cites act \"3\" = if s.long then s.nights - case.visits else 0\n"
      "define last_stay cites act \"4\" = the last s in person.stays by admitted_on\n";
  auto const with = [](std::string const& rows) { return "case: {visits: 3}\nperson: {stays: [" + rows + "]}"; };
  std::string const two =
      with("{ward: north, nights: 7, admitted_on: 2026-01-01}, {ward: south, nights: 5, admitted_on: 2026-02-01}");
  check(
      {
          {"some y in person.stays has y.long_in_north", two, "true"},
          {"every s in person.stays has s.long", two, "true"},
          {"(count s in person.stays where s.long_in_north) = 1", two, "true"},
          {"(total s.more for s in person.stays) = 6", two, "true"},
          {"(the greatest s.more for s in person.stays where s.long) = 4", two, "true"},
          {"some g in person.stays by ward where g.long has count g = 1", two, "true"},
          {"some g in person.stays by ward has total g.more = 4", two, "true"},
          {"last_stay.long and not last_stay.long_in_north and last_stay.more = 2", two, "true"},
          {"last_stay.long", with(""), "false"},
          {"not last_stay.long", with(""), "true"},
          {"some s in person.stays has s.long_in_north", with("{ward: south}, {nights: 2}"), "false"},
          {"some s in person.stays has s.long_in_north", with("{ward: north}"), "unknown: person.stays[1].nights"},
          {"some s in person.stays has (some x in person.stays has (x.long and s.nights > x.more + x.nights))", two,
           "false"},
      },
      fields);
}

// Past kMostCopied: tests/golden/check/bad/deep_fields; read too deep: tests/golden/check/bad/deep_chain.
TEST(Conditions, definitions_that_read_each_other_twice_are_written_out) {
  std::string fields = "define f0 of s in person.stays: bool cites act \"1\" = s.nights > 1\n";
  for (int i = 1; i <= 12; ++i) {
    std::string const below = "s.f" + std::to_string(i - 1);
    fields += "define f" + std::to_string(i) + " of s in person.stays: bool cites act \"1\" = " + below + " and (" +
              below + " or case.a)\n";
  }
  check({{"some s in person.stays has s.f12", "person: {stays: [{nights: 2}]}", "true"},
         {"some s in person.stays has s.f12", "person: {stays: [{nights: 1}]}", "false"}},
        fields);
}

std::string field(std::size_t number, std::string const& body) {
  return "define f" + std::to_string(number) + " of s in person.stays: bool cites act \"1\" = " + body + "\n";
}

// Each read copies 100 expressions: 1,001 of them begin with at most kMostCopied behind them.
TEST(Conditions, copies_of_what_is_defined_of_elements_are_capped) {
  auto const read = [](std::size_t times) {
    std::string sum = "s.nights";
    for (int i = 0; i < 48; ++i) {
      sum += " + 1";
    }
    std::string rules = kAnswer + field(0, "not (" + sum + " > 1)");
    for (std::size_t i = 0; i < times; ++i) {
      rules += "define d" + std::to_string(i) + ": bool cites act \"1\" = some s in person.stays has s.f0\n";
    }
    return rules;
  };
  EXPECT_EQ(faults_in(read(1'001)), 0U);
  EXPECT_EQ(faults_in(read(1'002)), 1U);
}

// Reading a field counts as ten of the kMaxHeight levels, 1,000.
TEST(Conditions, definitions_that_read_each_other_in_a_row_are_capped) {
  auto const chain = [](std::size_t length) {
    std::string rules = kAnswer + field(0, "s.nights > 1");
    for (std::size_t i = 1; i < length; ++i) {
      rules += field(i, "s.f" + std::to_string(i - 1));
    }
    return rules + "define d: bool cites act \"1\" = some s in person.stays has s.f" + std::to_string(length - 1) +
           "\n";
  };
  EXPECT_EQ(faults_in(chain(99)), 0U);
  EXPECT_EQ(faults_in(chain(100)), 1U);
}

}  // namespace
}  // namespace hjemmel::eval
