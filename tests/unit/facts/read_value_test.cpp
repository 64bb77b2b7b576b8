// One value by its type: what each type takes, what it refuses and with which words; states and ranges.
#include "engine/facts/read_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/facts/reading_facts.h"

namespace hjemmel::facts {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(ReadValue, a_bool_is_plain_true_or_false) {
  EXPECT_EQ(reading_of("own_use", "true"), "case.own_use = 1\n");
  EXPECT_EQ(reading_of("own_use", "false"), "case.own_use = 0\n");
}

TEST(ReadValue, nothing_else_is_a_bool) {
  for (std::string const text :
       {"\"no\"", "no", "yes", "\"true\"", "'false'", "True", "on", "1", "0", "nei", "2026-03-01"}) {
    EXPECT_THAT(reading_of("own_use", text), StartsWith("fact_not_a_bool: ")) << text;
  }
}

TEST(ReadValue, help_for_a_bool_names_the_word_that_was_meant) {
  EXPECT_EQ(reading_of("own_use", "\"no\""),
            "fact_not_a_bool: `\"no\"` for `case.own_use` is neither true nor false | write `false`, in lower case and "
            "without quotes\n");
  EXPECT_THAT(reading_of("own_use", "\"true\""), HasSubstr("write `true`, in lower case and without quotes"));
}

TEST(ReadValue, a_number_keeps_all_its_digits) {
  EXPECT_EQ(reading_of("factor", "15.000000000000001"), "case.factor = 15.000000000000001\n");
  EXPECT_EQ(reading_of("factor", "-0.1"), "case.factor = -0.1\n");
  EXPECT_EQ(reading_of("factor", "\"1.5\""), "case.factor = 1.5\n");
}

TEST(ReadValue, each_wrong_number_has_its_own_words) {
  EXPECT_THAT(reading_of("factor", "010"), StartsWith("fact_not_a_number: `010` for `case.factor` begins with a zero"));
  EXPECT_THAT(reading_of("factor", "123456789012345678901234567890"), HasSubstr("has more digits than the 18"));
  EXPECT_THAT(reading_of("factor", "1e400"), HasSubstr("has an exponent"));
  EXPECT_THAT(reading_of("factor", "1,5"), HasSubstr("has a comma"));
  EXPECT_THAT(reading_of("factor", "0x1F"), HasSubstr("is not a number"));
  EXPECT_THAT(reading_of("factor", ".inf"), HasSubstr("is not a number"));
  EXPECT_THAT(reading_of("persons", "\"2\""), HasSubstr("is a text, not a number"));
}

TEST(ReadValue, an_int_has_no_decimals) {
  EXPECT_EQ(reading_of("persons", "3"), "case.persons = 3\n");
  EXPECT_THAT(reading_of("persons", "3.0"), HasSubstr("is not a whole number"));
}

TEST(ReadValue, the_schemas_bounds_are_inclusive) {
  EXPECT_EQ(reading_of("persons", "1"), "case.persons = 1\n");
  EXPECT_EQ(reading_of("persons", "20"), "case.persons = 20\n");
  EXPECT_THAT(reading_of("persons", "0"), StartsWith("fact_out_of_bounds: "));
  EXPECT_THAT(reading_of("persons", "21"), HasSubstr("write a value of at most `20`, or `unknown`"));
  EXPECT_THAT(reading_of("weight", "1000.1 g"), HasSubstr("at most `1000 g`"));
  EXPECT_THAT(reading_of("act_date", "1899-12-31"), HasSubstr("at least `1900-01-01`"));
}

TEST(ReadValue, a_text_is_quoted_where_it_looks_like_something_else) {
  EXPECT_EQ(reading_of("note", "no"), "case.note = 0\ntext no\n");
  EXPECT_EQ(reading_of("note", "\"5\""), "case.note = 0\ntext 5\n");
  EXPECT_THAT(reading_of("note", "5"), StartsWith("fact_not_a_text: "));
  EXPECT_THAT(reading_of("note", "true"), StartsWith("fact_not_a_text: "));
}

TEST(ReadValue, a_date_is_iso_and_exists) {
  EXPECT_EQ(reading_of("act_date", "1970-01-02"), "case.act_date = 1\n");
  EXPECT_EQ(reading_of("act_date", "\"1970-01-02\""), "case.act_date = 1\n");
  EXPECT_THAT(reading_of("act_date", "2025-02-29"), HasSubstr("is a day that does not exist"));
  for (std::string const text :
       {"2026-3-1", "01.03.2026", "2026/03/01", "2026-03-01T00:00:00Z", "20260301", "1 March 2026"}) {
    EXPECT_THAT(reading_of("act_date", text), HasSubstr("is not a date | write year, month and day with all zeros"))
        << text;
  }
}

TEST(ReadValue, an_enumeration_value_is_one_of_its_names) {
  EXPECT_EQ(reading_of("act", "holding"), "case.act = 2\n");
  EXPECT_EQ(reading_of("act", "\"holding\""), "case.act = 2\n");
  EXPECT_EQ(reading_of("act", "hodling"),
            "fact_unknown_value: `hodling` is none of the values of `case.act` | did you mean `holding`?\n");
  EXPECT_EQ(
      reading_of("act", "sale"),
      "fact_unknown_value: `sale` is none of the values of `case.act` | write `use`, `acquisition` or `holding`\n");
}

TEST(ReadValue, states_are_words_quoted_or_not) {
  EXPECT_EQ(reading_of("own_use", "unknown"), "case.own_use = unknown\n");
  EXPECT_EQ(reading_of("note", "\"unknown\""), "case.note = unknown\n");
  EXPECT_EQ(reading_of("act_date", "not_applicable"), "case.act_date = not_applicable\n");
}

TEST(ReadValue, not_applicable_only_where_the_schema_allows_it) {
  EXPECT_THAT(reading_of("own_use", "not_applicable"), StartsWith("fact_never_not_applicable: "));
}

TEST(ReadValue, nothing_is_not_a_value) {
  for (std::string const text : {"", "null", "~"}) {
    EXPECT_THAT(reading_of("own_use", text), StartsWith("fact_without_value: `case.own_use` has no value")) << text;
  }
}

TEST(ReadValue, a_scalar_is_no_list_and_no_mapping) {
  EXPECT_THAT(reading_of("own_use", "[true]"), StartsWith("fact_wrong_form: "));
  EXPECT_EQ(reading_of("own_use", "{valeu: true}"),
            "fact_wrong_form: `case.own_use` is one value, not keys with values | did you mean `value`?\n");
}

TEST(ReadValue, ranges_hold_both_ends) {
  EXPECT_EQ(reading_of("weight", "{between: [12 g, 14000 mg]}"), "case.weight = [12 .. 14]\n");
  EXPECT_EQ(reading_of("persons", "{at_least: 2}"), "case.persons = [2 .. *]\n");
  EXPECT_EQ(reading_of("act_date", "{at_most: 1970-01-02}"), "case.act_date = [* .. 1]\n");
  EXPECT_EQ(reading_of("persons", "{at_least: 2, at_most: 2}"), "case.persons = [2 .. 2]\n");
}

TEST(ReadValue, a_range_has_two_ends_in_order_within_the_type) {
  EXPECT_THAT(reading_of("persons", "{between: [3, 2]}"), HasSubstr("the first end is above the second"));
  EXPECT_THAT(reading_of("persons", "{between: [1]}"), HasSubstr("`between` takes two ends"));
  EXPECT_THAT(reading_of("persons", "{between: [1, 2, 3]}"), HasSubstr("`between` takes two ends"));
  EXPECT_THAT(reading_of("persons", "{between: 1}"), HasSubstr("`between` takes two ends"));
  EXPECT_THAT(reading_of("persons", "{between: [unknown, 3]}"), HasSubstr("an end of a range is a known value"));
  EXPECT_THAT(reading_of("persons", "{between: [1, 2], at_most: 3}"), HasSubstr("this is not one range"));
  EXPECT_THAT(reading_of("persons", "{at_least: 1, atmost: 3}"), HasSubstr("`atmost` says nothing about"));
  EXPECT_THAT(reading_of("persons", "{between: [0, 3]}"), StartsWith("fact_out_of_bounds: "));
  EXPECT_THAT(reading_of("own_use", "{between: [false, true]}"), HasSubstr("there is no range of"));
}

TEST(ReadValue, a_message_never_repeats_a_sensitive_value) {
  std::string const dependent = reading("offender: {dependent: ja}");
  EXPECT_THAT(dependent, StartsWith("fact_not_a_bool: this value for `offender.dependent`"));
  EXPECT_THAT(dependent, Not(HasSubstr("`ja`")));
  std::string const place = reading("offender: {place: holdin}");
  EXPECT_THAT(place,
              StartsWith("fact_unknown_value: this value is none of the values of `offender.place` | write `use`"));
}

TEST(ReadValue, what_is_quoted_is_cut_and_without_control_characters) {
  std::string const long_text = reading_of("act", "\"" + std::string(500, 'x') + "\"");
  EXPECT_LT(long_text.size(), 200U);
  EXPECT_THAT(reading_of("act", R"("a\u001b[2Jb")"), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace hjemmel::facts
