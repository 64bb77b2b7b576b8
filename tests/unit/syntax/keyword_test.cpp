// The table of words: both languages are whole, and a message has the words of the file it speaks of.
#include "engine/syntax/keyword.h"

#include <set>

#include <gtest/gtest.h>

#include "engine/syntax/grammar/words.h"
#include "tests/unit/syntax/parsing.h"

namespace hjemmel::syntax::test {
namespace {

// That every word of the grammar has a line is for the compiler: Keyword's constructor.
TEST(Keyword, every_line_has_both_words_and_no_word_stands_twice) {
  std::set<std::string_view> english;
  for (KeywordPair const& pair : kKeywords) {
    EXPECT_FALSE(pair.en.empty());
    EXPECT_FALSE(pair.nb.empty()) << pair.en;
    EXPECT_TRUE(english.insert(pair.en).second) << pair.en;
    for (std::string_view const phrase : {pair.en, pair.nb}) {
      EXPECT_EQ(phrase.find("  "), std::string_view::npos) << phrase;
      EXPECT_TRUE(phrase.front() != ' ' && phrase.back() != ' ') << phrase;
    }
  }
}

// Else a message that already has bokmål words would be translated again.
TEST(Keyword, what_is_a_word_in_both_languages_means_the_same) {
  for (KeywordPair const& pair : kKeywords) {
    for (KeywordPair const& other : kKeywords) {
      EXPECT_TRUE(pair.en != other.nb || pair.nb == pair.en) << pair.en << " and " << other.en;
    }
  }
}

// A declaration is known by its first word.
TEST(Keyword, declarations_have_one_word_of_their_own) {
  std::set<std::string_view> bokmaal;
  for (Keyword const& word : grammar::declaration_words()) {
    EXPECT_EQ(word.in(Language::nb).find(' '), std::string_view::npos);
    EXPECT_TRUE(bokmaal.insert(word.in(Language::nb)).second) << word.in(Language::nb);
  }
}

TEST(Keyword, reserved_words_are_reserved_in_their_language_only) {
  EXPECT_TRUE(grammar::is_reserved("med", Language::nb));  // of `med mindre`
  EXPECT_TRUE(grammar::is_reserved("og", Language::nb));
  EXPECT_FALSE(grammar::is_reserved("og", Language::en));
  EXPECT_FALSE(grammar::is_reserved("and", Language::nb));
  EXPECT_FALSE(grammar::is_reserved("regel", Language::nb));
  EXPECT_TRUE(grammar::begins_clause("går", Language::nb));
  EXPECT_TRUE(grammar::is_effect_word("kan", Language::nb));
}

TEST(Keyword, first_declaration_shows_the_language) {
  EXPECT_EQ(language_of("# package\n\npakke a.b\n"), Language::nb);
  EXPECT_EQ(language_of("\xEF\xBB\xBFregel r\n"), Language::nb);
  EXPECT_EQ(language_of("rule r\nregel s\n"), Language::en);
  EXPECT_EQ(language_of("wrong x\n  rule y\nregel s\n"), Language::nb);
  EXPECT_EQ(language_of(""), Language::en);
}

TEST(Keyword, a_first_word_that_all_others_belie_is_the_fault) {
  EXPECT_EQ(language_of("package a.b\nregel r\nregel s\n"), Language::nb);
  EXPECT_EQ(language_of("pakke a.b\nrule r\nrule s\n"), Language::en);
  EXPECT_EQ(language_of("package a.b\nregel r\n"), Language::en);
  EXPECT_EQ(language_of("package a.b\nregel r\nregel s\nrule t\n"), Language::en);
}

TEST(Keyword, words_of_the_other_language_have_one_here) {
  auto const instead = [](std::string_view text, Language language, std::vector<std::string> const& expected) {
    ForeignWords const words = foreign_words(text, language, expected);
    return std::string(text.substr(0, words.length)) + " -> " + std::string(words.instead);
  };
  EXPECT_EQ(instead("when a", Language::nb, {}), "when -> når");
  EXPECT_EQ(instead("med mindre a", Language::en, {}), "med mindre -> unless");
  EXPECT_EQ(instead("by place", Language::nb, {"etter"}), "by -> etter");
  EXPECT_EQ(instead("by place", Language::nb, {}), "by -> av");
  EXPECT_EQ(instead("whenever a", Language::nb, {}), " -> ");
  EXPECT_EQ(instead("for a", Language::nb, {}), " -> ");  // a word of both
  EXPECT_EQ(instead("av a", Language::nb, {}), " -> ");   // this language's own
}

TEST(Keyword, messages_name_the_words_of_the_file) {
  EXPECT_EQ(in_language("write `a and b` or `unless`, not and", "", Language::nb),
            "write `a og b` or `med mindre`, not and");
  EXPECT_EQ(in_language("no `rule`", "rule", Language::nb), "no `rule`");  // the author's own word
  EXPECT_EQ(in_language("`case.when` has no end: `", "", Language::nb), "`case.when` has no end: `");
  EXPECT_EQ(in_language("`unless`", "", Language::en), "`unless`");
}

TEST(Keyword, faults_in_bokmaal_name_bokmaal_words) {
  EXPECT_EQ(first_message("regel r\n  når a ellr b\n"),
            "[unexpected]\nellr\nexpected an operator or another clause of the rule, found `ellr`\ndid you mean "
            "`eller`?");
  EXPECT_EQ(first_message("regel r\nrule s\n"),
            "[unknown_declaration]\nrule\n`rule` begins no declaration\nthe file is in bokmål: write `regel`");
  EXPECT_EQ(first_message("regel r\n  når a og b eller c\n").substr(0, 18), "[mixed_connectives");
}

}  // namespace
}  // namespace hjemmel::syntax::test
