// Whole facts documents: YAML against JSON, keys in the right and the wrong place, all faults in one run.
#include "engine/facts/read_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/facts/reading_facts.h"

namespace hjemmel::facts {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kYaml = R"(
case:
  act: holding
  own_use: true
  act_date: 2026-03-01
  persons: {between: [1, 3]}
  factor: 1.25
  note: "seen at æøå"
  weight: 300 mg
  term: unknown
  seizures: {at_least: [{substance: cannabis, amount: 12.5 g}, {substance: lsd, amount: unknown}]}
offender:
  dependent: {value: true, by: court, known_on: 2026-04-20}
reference: A-7
)";

constexpr std::string_view kJson = R"({
  "case": {"act": "holding", "own_use": true, "act_date": "2026-03-01", "persons": {"between": [1, 3]}, "factor": 1.25,
    "note": "seen at \u00e6\u00f8\u00e5", "weight": "300 mg", "term": "unknown",
    "seizures": {"at_least": [{"substance": "cannabis", "amount": "12.5 g"}, {"substance": "lsd", "amount": "unknown"}]}},
  "offender": {"dependent": {"value": true, "by": "court", "known_on": "2026-04-20"}},
  "reference": "A-7"
})";

TEST(ReadCase, yaml_and_json_give_the_same_case) {
  std::string const yaml = reading(std::string(kYaml));
  EXPECT_THAT(yaml, StartsWith("case.act = 2\n"));
  EXPECT_EQ(yaml, reading(std::string(kJson), document::Format::json));
}

TEST(ReadCase, what_is_left_out_is_not_asked) {
  EXPECT_EQ(reading("{}"), "");
  eval::Case const facts = empty_case(sample_program());
  EXPECT_EQ(facts.scalars.size(), sample_program().facts.size());
  EXPECT_EQ(facts.lists[10].fields, 3U);
  EXPECT_EQ(facts.lists[10].state, eval::ListState::not_asked);
}

TEST(ReadCase, a_key_that_the_schema_lacks_gets_the_nearest_name) {
  EXPECT_EQ(reading("case: {ownuse: true}"),
            "fact_unknown_key: `ownuse` is not a key of `case` | did you mean `own_use`?\n");
  EXPECT_EQ(reading("cas: {own_use: true}"),
            "fact_unknown_key: `cas` is not a fact of this package's fact schema | did you mean `case`?\n");
}

TEST(ReadCase, a_key_in_the_wrong_place_is_told_where_it_belongs) {
  EXPECT_THAT(reading("own_use: true"), HasSubstr("`own_use` belongs under `case`"));
  EXPECT_THAT(reading("offender: {own_use: true}"), HasSubstr("`own_use` belongs under `case`"));
  EXPECT_THAT(reading("case.own_use: true"), HasSubstr("`own_use` belongs under `case`"));
  EXPECT_THAT(reading("case: {reference: A-7}"), HasSubstr("`reference` belongs at the top level"));
}

TEST(ReadCase, every_fault_is_reported) {
  std::string const faults = reading("case: {act: hold, own_use: no, persons: 010}\noffender: {dependant: true}\n");
  EXPECT_THAT(faults, HasSubstr("fact_unknown_value"));
  EXPECT_THAT(faults, HasSubstr("fact_not_a_bool"));
  EXPECT_THAT(faults, HasSubstr("fact_not_a_number"));
  EXPECT_THAT(faults, HasSubstr("fact_unknown_key"));
}

TEST(ReadCase, other_forms_are_none) {
  EXPECT_THAT(reading("[1, 2]"), StartsWith("fact_wrong_form: the facts are not written as keys with values"));
  EXPECT_THAT(reading("case: unknown"), StartsWith("fact_wrong_form: `case` holds facts by their names"));
  EXPECT_THAT(reading("case:"), StartsWith("fact_wrong_form: "));
}

TEST(ReadCase, equal_texts_have_one_place) {
  EXPECT_EQ(reading("case: {note: same}\nreference: same\n"), "case.note = 0\nreference = 0\ntext same\n");
}

}  // namespace
}  // namespace hjemmel::facts
