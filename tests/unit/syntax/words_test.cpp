// What words are: each list of words.h in both languages, and that nothing else is any of it.
#include "engine/syntax/grammar/words.h"

#include <string>

#include <gtest/gtest.h>

namespace hjemmel::syntax::grammar {
namespace {

// Every word that a phrase of keyword.def begins with, in that language, whose classes hold that bit; blanks between them.
std::string words_of(WordClasses bit, Language language) {
  std::string found;
  for (KeywordPair const& pair : kKeywords) {
    std::string_view const phrase = Keyword::of_pair(pair).in(language);
    std::string const word = std::string(phrase.substr(0, phrase.find(' '))) + " ";
    bool const known = (" " + found).find(" " + word) != std::string::npos;
    found += !known && (classes_of(word.substr(0, word.size() - 1), language) & bit) != 0 ? word : "";
  }
  return found;
}

TEST(Words, are_of_their_classes_in_english) {
  EXPECT_EQ(words_of(kReserved, Language::en),
            "by in unless then is and or not true false at if else every some has where ");
  EXPECT_EQ(words_of(kBeginsClause, Language::en),
            "by otherwise cites weighing overrides disapplies when unless then with for within ");
  EXPECT_EQ(words_of(kBeginsServiceClause, Language::en), "as nb en may provider offered criteria excludes gives ");
}

TEST(Words, are_of_their_classes_in_bokmaal) {
  EXPECT_TRUE(is_reserved("med", Language::nb));  // `med mindre`, one word in English
  EXPECT_FALSE(is_reserved("er", Language::en));
  EXPECT_TRUE(is_reserved("er", Language::nb));
  EXPECT_FALSE(is_reserved("per", Language::nb));
  EXPECT_TRUE(begins_clause("når", Language::nb));
  EXPECT_TRUE((classes_of("tilbys", Language::nb) & kBeginsServiceClause) != 0);
  EXPECT_TRUE(is_effect_word("bør", Language::nb));
  EXPECT_FALSE(is_reserved("and", Language::nb));
}

TEST(Words, declare_in_their_own_language) {
  for (Keyword const& word : declaration_words()) {
    EXPECT_TRUE(declares(word.in(Language::en), Language::en)) << word.in(Language::en);
    EXPECT_TRUE(declares(word.in(Language::nb), Language::nb)) << word.in(Language::nb);
  }
  EXPECT_FALSE(declares("regel", Language::en));
  EXPECT_FALSE(declares("rul", Language::en));
  EXPECT_FALSE(declares("rules", Language::en));
}

TEST(Words, that_are_none_have_no_class) {
  EXPECT_EQ(classes_of("", Language::en), 0);
  EXPECT_EQ(classes_of("e1", Language::en), 0);
  EXPECT_EQ(classes_of("offender", Language::en), 0);
  EXPECT_EQ(classes_of("\xC3\xA5", Language::nb), 0);
}

}  // namespace
}  // namespace hjemmel::syntax::grammar
