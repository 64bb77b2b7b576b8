// Ordinals and letters of both languages.
#include "engine/sources/ordinal.h"

#include <gtest/gtest.h>

namespace hjemmel::sources {
namespace {

TEST(Ordinal, words_of_both_languages_and_digits) {
  for (auto const& [word, number] : std::vector<std::pair<std::string_view, std::uint32_t>>{
           {"first", 1},   {"første", 1},   {"fyrste", 1},   {"second", 2},     {"annet", 2},    {"andre", 2},
           {"third", 3},   {"tredje", 3},   {"fjerde", 4},   {"femte", 5},      {"sjette", 6},   {"syvende", 7},
           {"sjuende", 7}, {"åttende", 8},  {"niende", 9},   {"tiende", 10},    {"ellevte", 11}, {"tolvte", 12},
           {"tenth", 10},  {"twelfth", 12}, {"tjuende", 20}, {"twentieth", 20}, {"2.", 2},       {"21.", 21},
           {"1st", 1},     {"2nd", 2},      {"3rd", 3},      {"11th", 11}}) {
    EXPECT_EQ(read_ordinal(word), number) << word;
  }
  for (std::string_view const word : {"", "First", "0.", "x.", "3", "1000000.", "th"}) {
    EXPECT_EQ(read_ordinal(word), std::nullopt) << word;
  }
}

TEST(Ordinal, is_written_in_english) {
  EXPECT_EQ(ordinal_word(1), "first");
  EXPECT_EQ(ordinal_word(20), "twentieth");
  EXPECT_EQ(ordinal_word(21), "21.");
}

TEST(Ordinal, letters_count_from_a_to_å) {
  EXPECT_EQ(read_letter("a"), 1U);
  EXPECT_EQ(read_letter("J"), 10U);
  EXPECT_EQ(read_letter("z"), 26U);
  EXPECT_EQ(read_letter("å"), 29U);
  EXPECT_EQ(read_letter("Æ"), 27U);
  EXPECT_EQ(read_letter("aa"), std::nullopt);
  EXPECT_EQ(read_letter("3"), std::nullopt);
  EXPECT_EQ(letter(10), "j");
  EXPECT_EQ(letter(28), "ø");
  EXPECT_EQ(letter(30), "");
  EXPECT_EQ(letter(0), "");
}

}  // namespace
}  // namespace hjemmel::sources
