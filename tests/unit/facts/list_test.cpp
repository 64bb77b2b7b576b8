// Lists of records: their states, fields, amounts against substances, and every form that is none.
#include "engine/facts/list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/facts/reading_facts.h"

namespace hjemmel::facts {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(List, rows_in_order_and_what_they_leave_out_is_not_asked) {
  EXPECT_EQ(reading_of("seizures", "[{substance: cannabis, amount: 12.5 g}, {amount: 300 mg}]"),
            "case.seizures = complete 0, 12.5@1, not_asked; not_asked, 0.3@1, not_asked\n");
}

TEST(List, states) {
  EXPECT_EQ(reading_of("seizures", "[]"), "case.seizures = complete\n");
  EXPECT_EQ(reading_of("seizures", "unknown"), "case.seizures = unknown\n");
  EXPECT_EQ(reading_of("seizures", "not_applicable"), "case.seizures = not_applicable\n");
  EXPECT_EQ(reading_of("seizures", "{at_least: [{substance: ghb, amount: 1 dl}]}"),
            "case.seizures = at_least 2, 0.1@2, not_asked\n");
}

TEST(List, a_field_may_be_unknown_or_within_a_range) {
  EXPECT_EQ(reading_of("seizures", "[{substance: unknown, amount: {between: [12 g, 14 g]}}]"),
            "case.seizures = complete unknown, [12 .. 14]@1, not_asked\n");
}

TEST(List, an_amount_is_measured_as_its_substance) {
  EXPECT_THAT(reading_of("seizures", "[{substance: cannabis, amount: 0.3 kr}]"),
              StartsWith("fact_wrong_dimension: `0.3 kr` for `case.seizures[1].amount` does not fit, for `cannabis` is "
                         "measured as a mass"));
  EXPECT_THAT(reading_of("seizures", "[{substance: lsd, amount: 3 g}]"),
              HasSubstr("`lsd` is measured as a number of `blotter`"));
  EXPECT_THAT(reading_of("seizures", "[{substance: ghb, amount: {at_least: 3 g}}]"), HasSubstr("this range for"));
  EXPECT_EQ(reading_of("seizures", "[{substance: lsd, amount: 3 blotter}]"),
            "case.seizures = complete 3, 3@32, not_asked\n");
}

TEST(List, an_amount_of_an_unknown_substance_fits_one_of_them) {
  EXPECT_EQ(reading_of("seizures", "[{substance: unknown, amount: 3 blotter}]"),
            "case.seizures = complete unknown, 3@32, not_asked\n");
  EXPECT_THAT(reading_of("seizures", "[{substance: unknown, amount: 3 kr}]"),
              HasSubstr("fits no value of `Substance`"));
}

TEST(List, a_substance_in_any_unit_takes_all) {
  ir::Program program = sample_program();
  program.enums[1].values.push_back(enum_value("other", {}, true));
  EXPECT_EQ(reading("case: {seizures: [{substance: other, amount: 3 blotter}]}", document::Format::yaml, program),
            "case.seizures = complete 4, 3@32, not_asked\n");
}

TEST(List, the_ends_of_a_range_are_measured_in_one_thing) {
  EXPECT_THAT(reading_of("seizures", "[{amount: {between: [1 g, 2 dl]}}]"),
              HasSubstr("the ends are measured in different things"));
}

TEST(List, the_schemas_greatest_length_is_inclusive) {
  EXPECT_EQ(reading_of("seizures", "[{}, {}, {}]"),
            "case.seizures = complete not_asked, not_asked, not_asked; not_asked, not_asked, not_asked; not_asked, "
            "not_asked, not_asked\n");
  EXPECT_THAT(reading_of("seizures", "[{}, {}, {}, {}]"), StartsWith("fact_too_many_items: "));
  EXPECT_THAT(reading_of("seizures", "{at_least: [{}, {}, {}, {}]}"), StartsWith("fact_too_many_items: "));
}

TEST(List, a_key_that_the_record_lacks_gets_the_nearest_one) {
  EXPECT_EQ(reading_of("seizures", "[{substanse: heroin}]"),
            "fact_unknown_key: `substanse` is not a key of `case.seizures[1]` | did you mean `substance`?\n");
}

TEST(List, other_forms_are_none) {
  EXPECT_THAT(reading_of("seizures", "{substance: heroin}"), StartsWith("fact_wrong_form: `case.seizures` is a list"));
  EXPECT_THAT(reading_of("seizures", "heroin"), StartsWith("fact_wrong_form: `case.seizures` is a list"));
  EXPECT_THAT(reading_of("seizures", "[heroin]"),
              StartsWith("fact_wrong_form: `case.seizures[1]` is not written as keys"));
  EXPECT_THAT(reading_of("seizures", "{at_least: 3}"), StartsWith("fact_wrong_form: "));
  EXPECT_THAT(reading_of("seizures", "{at_most: []}"), StartsWith("fact_wrong_form: "));
  EXPECT_THAT(reading_of("seizures", "null"), StartsWith("fact_without_value: "));
}

TEST(List, the_long_form_is_of_the_whole_list) {
  EXPECT_EQ(reading_of("seizures", "{value: [], from: report}"),
            "case.seizures = complete\norigin case.seizures by= known_on= from=report\n");
  EXPECT_THAT(reading_of("seizures", "[{amount: {value: 3 g, by: police}}]"), StartsWith("fact_wrong_long_form: "));
}

}  // namespace
}  // namespace hjemmel::facts
