// An answer into a document: it lands at its place, and all else stays.
#include "engine/interview/enter.h"

#include "tests/unit/interview/sample_program.h"

namespace hjemmel::interview {
namespace {

std::string with_value(std::string facts, std::string_view path, std::string_view answer) {
  ir::Program const& program = sample_program();
  document::Node root = document_of(std::move(facts));
  Place const place = find_place(program, path).value();
  enter_value(root, program, place, value_node(answer, place, program));
  return document::write_yaml(root);
}

std::string with_element(std::string facts, std::string_view path, ElementAnswer answer) {
  ir::Program const& program = sample_program();
  document::Node root = document_of(std::move(facts));
  enter_element(root, program, find_place(program, path).value(), answer);
  return document::write_yaml(root);
}

TEST(Enter, makes_the_group_that_is_not_there) {
  EXPECT_EQ(with_value("{}", "home.adult", "ja"), "home:\n  adult: true\n");
  EXPECT_EQ(with_value("{parcel: {pieces: 1}}", "home.adult", "ja"), "parcel:\n  pieces: 1\nhome:\n  adult: true\n");
  EXPECT_EQ(with_value("{home: {insured: false}}", "home.adult", "ja"), "home:\n  insured: false\n  adult: true\n");
}

TEST(Enter, replaces_what_counts_as_not_asked) {
  EXPECT_EQ(with_value("{home: {any_need: {value: true, by: relative}, adult: true}}", "home.any_need", "nei"),
            "home:\n  any_need: false\n  adult: true\n");
}

TEST(Enter, a_field_of_an_element_in_every_form_of_a_list) {
  EXPECT_EQ(with_value("{parcel: {goods: [{}, {fragile: true}]}}", "parcel.goods[2].stored_cold", "nei"),
            "parcel:\n  goods:\n    - {}\n    - {fragile: true, stored_cold: false}\n");
  EXPECT_EQ(with_value("{parcel: {goods: {at_least: [{}]}}}", "parcel.goods[1].fragile", "ja"),
            "parcel:\n  goods: {at_least: [{fragile: true}]}\n");
  EXPECT_EQ(with_value("{parcel: {goods: {value: {at_least: [{}]}, from: police}}}", "parcel.goods[1].fragile", "ja"),
            "parcel:\n  goods: {value: {at_least: [{fragile: true}]}, from: police}\n");
}

TEST(Enter, an_element_opens_the_list_and_no_more_closes_it) {
  EXPECT_EQ(with_element("{}", "parcel.goods[1]", ElementAnswer::yes), "parcel:\n  goods: {at_least: [{}]}\n");
  EXPECT_EQ(with_element("{}", "parcel.goods[1]", ElementAnswer::no), "parcel:\n  goods: []\n");
  EXPECT_EQ(with_element("{}", "parcel.goods[1]", ElementAnswer::unknown), "parcel:\n  goods: unknown\n");
  EXPECT_EQ(with_element("{}", "parcel.goods[1]", ElementAnswer::not_applicable), "parcel:\n  goods: not_applicable\n");
  std::string const one = "{parcel: {goods: {value: {at_least: [{fragile: true}]}, from: police}}}";
  EXPECT_EQ(with_element(one, "parcel.goods[2]", ElementAnswer::yes),
            "parcel:\n  goods: {value: {at_least: [{fragile: true}, {}]}, from: police}\n");
  EXPECT_EQ(with_element(one, "parcel.goods[2]", ElementAnswer::no),
            "parcel:\n  goods: {value: [{fragile: true}], from: police}\n");
  EXPECT_EQ(with_element(one, "parcel.goods[2]", ElementAnswer::unknown),
            "parcel:\n  goods: {value: {at_least: [{fragile: true}]}, from: police}\n");
}

TEST(Enter, tells_whether_a_fact_has_an_entry) {
  ir::Program const& program = sample_program();
  Place const adult = find_place(program, "home.adult").value();
  EXPECT_FALSE(has_entry(document_of("{}"), program, adult));
  EXPECT_FALSE(has_entry(document_of("{home: {insured: true}}"), program, adult));
  EXPECT_TRUE(has_entry(document_of("{home: {adult: unknown}}"), program, adult));
}

}  // namespace
}  // namespace hjemmel::interview
