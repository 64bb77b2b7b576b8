// Counting quantifiers, aggregates, groups and dated records, each with what is known, not known, not applicable and at fault.
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

std::string stays(std::string const& rows) { return "person: {stays: [" + rows + "]}"; }
std::string open_stays(std::string const& rows) { return "person: {stays: {at_least: [" + rows + "]}}"; }

TEST(Lists, exactly_at_least_and_at_most_count_verdicts) {
  std::string const two = "{nights: 3}, {nights: 5}, {nights: 1}";
  check({
      {"exactly 2 s in person.stays has s.nights > 2", stays(two), "true"},
      {"exactly 1 s in person.stays has s.nights > 2", stays(two), "false"},
      {"at least 2 s in person.stays has s.nights > 2", stays(two), "true"},
      {"at least 3 s in person.stays has s.nights > 2", stays(two), "false"},
      {"at most 2 s in person.stays has s.nights > 2", stays(two), "true"},
      {"at most 1 s in person.stays has s.nights > 2", stays(two), "false"},
      {"exactly 1 s in person.stays where s.nights > 2 has s.nights < 4", stays(two), "true"},
      {"exactly 0 s in person.stays has s.nights > 2", stays(""), "true"},
      {"at least 1 s in person.stays has s.nights > 2", stays("{nights: 3}, {}"), "true"},
      {"exactly 1 s in person.stays has s.nights > 2", stays("{nights: 3}, {}"), "unknown: person.stays[2].nights"},
      {"at most 0 s in person.stays has s.nights > 2", stays("{nights: 3}, {}"), "false"},
      {"at least 2 s in person.stays has s.nights > 2", open_stays(two), "true"},
      {"at least 3 s in person.stays has s.nights > 2", open_stays(two), "unknown: person.stays"},
      {"at most 1 s in person.stays has s.nights > 2", open_stays(two), "false"},
      {"at most 2 s in person.stays has s.nights > 2", open_stays(two), "unknown: person.stays"},
  });
}

TEST(Lists, an_open_list_gives_a_bound) {
  std::string const two = open_stays("{ward: north}, {ward: north}");
  check({
      {"count s in person.stays > 1", two, "true"},
      {"count s in person.stays > 3", two, "unknown: person.stays"},
      {"count s in person.stays > 6", two, "unknown: person.stays"},
      {"(count distinct s.ward for s in person.stays) >= 1", two, "true"},
      {"(count distinct s.ward for s in person.stays) >= 2", two, "unknown: person.stays"},
      {"(count distinct s.ward for s in person.stays) <= 3", two, "true"},
  });
}

TEST(Lists, different_values_are_counted_and_an_unknown_one_may_be_any) {
  check({
      {"(count distinct s.ward for s in person.stays) = 2", stays("{ward: north}, {ward: south}, {ward: north}"),
       "true"},
      {"(count distinct s.ward for s in person.stays) = 0", stays(""), "true"},
      {"(count distinct s.ward for s in person.stays) >= 2", stays("{ward: north}, {}"),
       "unknown: person.stays[2].ward"},
      {"(count distinct s.ward for s in person.stays) <= 2", stays("{ward: north}, {}"), "true"},
      {"(count distinct s.ward for s in person.stays where s.nights > 1) = 1",
       stays("{ward: north, nights: 2}, {ward: south, nights: 1}"), "true"},
      {"(count distinct s.ward for s in person.stays where s.nights > 1) = 1",
       stays("{ward: north, nights: 2}, {ward: south}"), "unknown: person.stays[2].nights"},
      {"(count distinct s.ward for s in person.stays where s.nights > 1) = 1",
       stays("{ward: north, nights: 2}, {ward: north}"), "true"},
      {"(count distinct s.discharged_on for s in person.stays) = 1",
       stays("{discharged_on: 2026-01-01}, {discharged_on: not_applicable}"), "true"},
      {"(count distinct s.nights for s in person.stays) = 2", stays("{nights: 1}, {nights: {between: [2, 9]}}"),
       "true"},
  });
}

TEST(Lists, the_least_and_the_greatest_of_none_are_not_applicable) {
  check({
      {"(the least s.nights for s in person.stays) = 2", stays("{nights: 3}, {nights: 2}"), "true"},
      {"(the greatest s.nights for s in person.stays where s.ward is north) = 2",
       stays("{nights: 3, ward: south}, {nights: 2, ward: north}"), "true"},
      {"(the least s.nights for s in person.stays) >= 0", stays(""), "false"},
      {"(the least s.nights for s in person.stays) != 4", stays(""), "true"},
      {"(the least s.nights for s in person.stays) + 1 <= 9", stays(""), "false"},
      {"(the earliest s.admitted_on for s in person.stays) = 2026-01-01",
       stays("{admitted_on: 2026-01-02}, {admitted_on: 2026-01-01}"), "true"},
      {"(the latest s.discharged_on for s in person.stays) = 2026-01-02",
       stays("{discharged_on: 2026-01-02}, {discharged_on: not_applicable}"), "true"},
      {"(the least s.nights for s in person.stays) <= 3", stays("{nights: 3}, {}"), "true"},
      {"(the least s.nights for s in person.stays) < 3", stays("{nights: 3}, {}"), "unknown: person.stays[2].nights"},
      {"(the least s.nights for s in person.stays) <= 3", open_stays("{nights: 3}"), "true"},
      {"(the least s.nights for s in person.stays) >= 3", open_stays("{nights: 3}"), "unknown: person.stays"},
      {"(the greatest s.nights for s in person.stays) >= 3", open_stays("{nights: 3}"), "true"},
      {"(the greatest s.nights for s in person.stays) = 5", stays("{nights: 5}, {nights: {between: [1, 4]}}"), "true"},
      {"(the greatest s.nights for s in person.stays where s.ward is north) > 1", stays("{nights: 5}"),
       "unknown: person.stays[1].ward"},
  });
}

TEST(Lists, groups_are_counted_and_an_unknown_key_may_fall_in_any) {
  std::string const two = "{ward: north, nights: 2}, {ward: south, nights: 9}, {ward: north, nights: 3}";
  check({
      {"(count g in person.stays by ward) = 2", stays(two), "true"},
      {"(count g in person.stays by ward has total g.nights > 4) = 2", stays(two), "true"},
      {"(count g in person.stays by ward where g.nights > 2 has count g > 1) = 0", stays(two), "true"},
      {"some g in person.stays by ward has total g.nights = 5", stays(two), "true"},
      {"exactly 1 g in person.stays by ward has (the greatest g.nights) > 3", stays(two), "true"},
      {"no g in person.stays by ward has count distinct g.nights > 2", stays(two), "true"},
      {"at least 2 g in person.stays by ward where g.nights > 2 has count g >= 1", stays(two), "true"},
      {"(count g in person.stays by ward) >= 2", stays("{ward: north}, {}"), "unknown: person.stays[2].ward"},
      {"(count g in person.stays by ward) <= 2", stays("{ward: north}, {}"), "true"},
      {"(count g in person.stays by ward) >= 1", stays("{}"), "true"},
      {"some g in person.stays by ward has count g >= 2", stays("{ward: north}, {ward: south}, {}"),
       "unknown: person.stays[3].ward"},
  });
}

std::string const kStay =
    "define stay cites act \"1\" = the last s in person.stays by admitted_on where s.ward is north\n"
    "define first_stay cites act \"1\" = the first s in person.stays by admitted_on\n"
    "define previous cites act \"1\" = the last s in person.stays by admitted_on\n"
    "  where s.discharged_on < stay.admitted_on\n";

TEST(Lists, the_first_and_the_last_record_by_date) {
  std::string const three =
      "{admitted_on: 2026-01-01, discharged_on: 2026-01-05, ward: south, nights: 4}, "
      "{admitted_on: 2026-03-01, discharged_on: not_applicable, ward: north, nights: 7}, "
      "{admitted_on: 2026-02-01, discharged_on: 2026-02-05, ward: north, nights: 5}";
  check(
      {
          {"stay.admitted_on = 2026-03-01", stays(three), "true"},
          {"stay.nights = 7", stays(three), "true"},
          {"stay.discharged_on is applicable", stays(three), "false"},
          {"first_stay.ward is south", stays(three), "true"},
          {"previous.admitted_on = 2026-02-01", stays(three), "true"},
          {"stay.admitted_on <= previous.discharged_on + 1 month", stays(three), "true"},
          {"stay is applicable", stays("{ward: south, admitted_on: 2026-01-01}"), "false"},
          {"stay.nights >= 0", stays(""), "false"},
          {"stay.nights != 3", stays(""), "true"},
          {"stay.nights + 1 >= 0", stays(""), "false"},
          {"previous is not applicable", stays("{ward: north, admitted_on: 2026-01-01, discharged_on: not_applicable}"),
           "true"},
      },
      kStay);
}

TEST(Lists, two_first_records_are_an_error_with_its_place) {
  std::string const place =
      "error: `the first s in person.stays by admitted_on` finds two records with the same date or number, so that "
      "neither is the one";
  check(
      {
          {"first_stay.nights > 1", stays("{admitted_on: 2026-01-01, nights: 1}, {admitted_on: 2026-01-01, nights: 1}"),
           place},
          {"first_stay.nights > 1",
           stays(
               "{admitted_on: 2026-01-02, nights: 1}, {admitted_on: 2026-01-02}, {admitted_on: 2026-01-01, nights: 2}"),
           "true"},
      },
      kStay);
}

TEST(Lists, an_unknown_date_or_an_open_list_leaves_the_record_open) {
  check(
      {
          {"first_stay.nights = 2", stays("{admitted_on: 2026-01-02, nights: 2}, {nights: 2}"),
           "unknown: person.stays[2].admitted_on"},
          {"first_stay.nights = 2",
           stays("{admitted_on: 2026-01-02, nights: 2}, {nights: 3, admitted_on: {between: [2026-01-03, 2026-02-01]}}"),
           "true"},
          {"first_stay.nights = 2", open_stays("{admitted_on: 2026-01-02, nights: 2}"), "unknown: person.stays"},
          {"first_stay.admitted_on <= 2026-01-02",
           stays("{admitted_on: 2026-01-02}, {admitted_on: {between: [2026-01-01, 2026-01-01]}}"), "true"},
          {"stay is applicable", stays("{admitted_on: 2026-01-02}"), "unknown: person.stays[1].ward"},
      },
      kStay);
}

TEST(Lists, completions_settle_which_record_is_the_first) {
  Worked worked(kAnswer + kStay +
                "rule one cites act \"1\" when first_stay.nights = 2 then answer is fee\n"
                "rule two cites act \"1\" when first_stay.nights = 3 then answer is warning\n");
  Outcome const outcome = worked.decide(stays("{admitted_on: 2026-01-02, nights: 2}, {nights: 3}"));
  EXPECT_TRUE(outcome.exact);
  EXPECT_THAT(missing_names(outcome), testing::ElementsAre("person.stays[2].admitted_on"));
  EXPECT_THAT(possible_words(outcome), testing::ElementsAre("decided is fee", "decided is warning", "error"));
}

std::string const kOnly =
    "define upper cites act \"1\" = the only s in person.stays where s.ward is north\n"
    "define single cites act \"1\" = the only s in person.stays\n";

TEST(Lists, the_only_record_is_there_once) {
  std::string const place =
      "error: `the only s in person.stays where s.ward is north` does not find exactly one record";
  check(
      {
          {"upper.nights = 3", stays("{ward: south, nights: 1}, {ward: north, nights: 3}"), "true"},
          {"single.nights = 3", stays("{nights: 3}"), "true"},
          {"upper.discharged_on is applicable", stays("{ward: north, discharged_on: not_applicable}"), "false"},
          {"upper.nights = 3", stays("{ward: south, nights: 1}"), place},
          {"upper.nights = 3", stays(""), place},
          {"upper is applicable", stays(""), place},
          {"upper.nights = 3", stays("{ward: north, nights: 3}, {ward: north, nights: 3}"), place},
          {"upper.nights = 3", open_stays("{ward: north, nights: 3}, {ward: north, nights: 3}"), place},
          {"upper.nights = 3 or case.a", stays("") + "\ncase: {a: true}", "true"},
      },
      kOnly);
}

TEST(Lists, what_may_be_the_only_record_leaves_it_open) {
  check(
      {
          {"upper.nights = 3", stays("{ward: north, nights: 3}, {nights: 3}"), "unknown: person.stays[2].ward"},
          {"upper.nights = 3", stays("{nights: 3}"), "unknown: person.stays[1].ward"},
          {"upper.nights = 3", stays("{ward: north}"), "unknown: person.stays[1].nights"},
          {"upper.nights = 3", open_stays("{ward: north, nights: 3}"), "unknown: person.stays"},
          {"upper.nights = 3", open_stays("{ward: south, nights: 3}"), "unknown: person.stays"},
          {"upper.nights = 3",
           open_stays("{ward: north}, {ward: south}, {ward: south}, {ward: south}, {ward: south}, "
                      "{ward: south, nights: 3}"),
           "unknown: person.stays[1].nights"},
      },
      kOnly);
}

}  // namespace
}  // namespace hjemmel::eval
