// What people type, in both languages, and the facts text that it stands for.
#include "engine/interview/answer_words.h"

#include "tests/unit/interview/sample_program.h"

namespace hjemmel::interview {
namespace {

std::string value(std::string_view written, std::string_view path) {
  ir::Program const& program = sample_program();
  document::Node root;
  root.kind = document::NodeKind::mapping;
  root.entries.push_back({"x", {}, value_node(written, find_place(program, path).value(), program)});
  std::string const text = document::write_yaml(root);
  return text.substr(3, text.size() - 4);
}

TEST(AnswerWords, yes_and_no_in_both_languages) {
  for (std::string_view const word : {"yes", "Y", "ja", " JA ", "j", "true", "sant"}) {
    EXPECT_EQ(value(word, "home.adult"), "true") << word;
  }
  for (std::string_view const word : {"no", "N", "nei", "false", "usant"}) {
    EXPECT_EQ(value(word, "home.adult"), "false") << word;
  }
  EXPECT_EQ(value("perhaps", "home.adult"), "perhaps");
}

TEST(AnswerWords, states_are_words_of_every_type) {
  for (std::string_view const path :
       {"home.adult", "parcel.kind", "parcel.pieces", "parcel.sender", "parcel.sent_on"}) {
    EXPECT_EQ(value("vet ikke", path), "unknown") << path;
    EXPECT_EQ(value("Unknown", path), "unknown") << path;
    EXPECT_EQ(value("ikke aktuelt", path), "not_applicable") << path;
  }
}

TEST(AnswerWords, a_value_of_an_enumeration_by_name_label_or_number) {
  for (std::string_view const word : {"box", "Box", "eske", "ESKE", "2"}) {
    EXPECT_EQ(value(word, "parcel.kind"), "box") << word;
  }
  EXPECT_EQ(value("3", "parcel.kind"), "3");
  EXPECT_EQ(value("0", "parcel.kind"), "0");
}

TEST(AnswerWords, ranges_as_people_say_them) {
  EXPECT_EQ(value("between 1 kg and 2 kg", "parcel.weight"), "  between: [1 kg, 2 kg]");
  EXPECT_EQ(value("Mellom 1 kg og 2 kg", "parcel.weight"), "  between: [1 kg, 2 kg]");
  EXPECT_EQ(value("at least 2026-01-01", "parcel.sent_on"), "  at_least: 2026-01-01");
  EXPECT_EQ(value("minst 2", "parcel.pieces"), "  at_least: 2");
  EXPECT_EQ(value("høyst 2", "parcel.pieces"), "  at_most: 2");
  EXPECT_EQ(value("at most 2", "parcel.sender"), "\"at most 2\"");
  EXPECT_EQ(value("between 1", "parcel.pieces"), "between 1");
}

TEST(AnswerWords, a_text_is_always_one) {
  EXPECT_EQ(value("2026", "parcel.sender"), "\"2026\"");
  EXPECT_EQ(value("\"in quotes\"", "parcel.sender"), "\"in quotes\"");
  EXPECT_EQ(value("true", "parcel.sender"), "\"true\"");
}

TEST(AnswerWords, of_an_element_four_answers) {
  EXPECT_EQ(element_answer("ja"), ElementAnswer::yes);
  EXPECT_EQ(element_answer("No"), ElementAnswer::no);
  EXPECT_EQ(element_answer("vet ikke"), ElementAnswer::unknown);
  EXPECT_EQ(element_answer("not applicable"), ElementAnswer::not_applicable);
  EXPECT_EQ(element_answer("2"), std::nullopt);
  EXPECT_EQ(element_answer(""), std::nullopt);
}

}  // namespace
}  // namespace hjemmel::interview
