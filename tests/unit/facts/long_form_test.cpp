// The long form of a fact: origin, who may judge, and its keys.
#include "engine/facts/long_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/facts/reading_facts.h"

namespace hjemmel::facts {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(LongForm, says_where_a_fact_came_from) {
  EXPECT_EQ(reading("offender: {dependent: {value: true, by: prosecutor, known_on: 2026-04-20, from: interview}}"),
            "offender.dependent = 1\norigin offender.dependent by=prosecutor known_on=2026-04-20 from=interview\n");
}

TEST(LongForm, its_value_may_be_a_state_or_a_range) {
  EXPECT_EQ(reading_of("persons", "{value: unknown, known_on: 2026-04-20}"),
            "case.persons = unknown\norigin case.persons by= known_on=2026-04-20 from=\n");
  EXPECT_EQ(reading_of("persons", "{value: {between: [2, 3]}, from: report}"),
            "case.persons = [2 .. 3]\norigin case.persons by= known_on= from=report\n");
}

TEST(LongForm, an_assessment_by_another_counts_as_not_asked) {
  EXPECT_EQ(reading("offender: {dependent: {value: true, by: police}}"),
            "fact_judged_by_another: `offender.dependent` is judged by `prosecutor` or `court`, so this assessment by "
            "`police` counts as "
            "not asked | leave the fact out until one of them has judged it\n");
  EXPECT_THAT(reading("offender: {dependent: {value: true, by: prosecuter}}"), HasSubstr("did you mean `prosecutor`?"));
}

TEST(LongForm, the_packages_assessment_replaces_the_schemas) {
  ir::Program program = sample_program();
  program.assessments.push_back({ir::FactId(std::size_t{11}), {"doctor"}, {}, false, {}, {}});
  EXPECT_EQ(reading("offender: {dependent: {value: true, by: doctor}}", document::Format::yaml, program),
            "offender.dependent = 1\norigin offender.dependent by=doctor known_on= from=\n");
  EXPECT_THAT(reading("offender: {dependent: {value: true, by: court}}", document::Format::yaml, program),
              StartsWith("fact_judged_by_another: "));
}

TEST(LongForm, any_fact_may_say_who_gave_it) {
  EXPECT_EQ(reading_of("own_use", "{value: true, by: police}"),
            "case.own_use = 1\norigin case.own_use by=police known_on= from=\n");
}

TEST(LongForm, needs_its_value_and_no_other_keys) {
  EXPECT_THAT(reading_of("own_use", "{by: police}"),
              StartsWith("fact_wrong_long_form: the long form of `case.own_use` lacks its value"));
  EXPECT_EQ(reading_of("own_use", "{value: true, form: interview}"),
            "fact_wrong_long_form: `form` says nothing about `case.own_use` | did you mean `from`?\n");
  EXPECT_THAT(reading_of("own_use", "{value: true, by: [police]}"), StartsWith("fact_wrong_long_form: "));
  EXPECT_THAT(reading_of("own_use", "{value: true, known_on: 20.4.2026}"), StartsWith("fact_not_a_date: "));
}

}  // namespace
}  // namespace hjemmel::facts
