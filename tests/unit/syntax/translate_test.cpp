// Rewriting rules in the other language: there and back gives the same bytes, and both are the same tree.
#include "engine/syntax/translate.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "engine/syntax/format.h"
#include "tests/unit/syntax/parsing.h"
#include "tests/unit/syntax/sample.h"

namespace hjemmel::syntax::test {
namespace {

std::string translated(std::string text, Language language) {
  Parsed parsed(std::move(text));
  std::string const before = parsed.messages();
  auto const result = parsed.tree ? translate(*parsed.tree, language, parsed.sink) : std::nullopt;
  return result && before.empty() ? *result : "not translated: " + parsed.messages();
}

std::string kinds_of(std::string text) {
  Parsed const parsed(std::move(text));
  std::string all = parsed.messages();
  for (Node const& node : parsed.tree->nodes()) {
    all += std::string(kind_name(node.kind)) + "\n";
  }
  return all;
}

void expect_there_and_back(std::string const& text) {
  Parsed const parsed(text);
  std::string const english = format(*parsed.tree).value();
  std::string const bokmaal = translated(text, Language::nb);
  EXPECT_EQ(translated(bokmaal, Language::en), english);
  EXPECT_EQ(translated(bokmaal, Language::nb), bokmaal);
  EXPECT_EQ(kinds_of(bokmaal), kinds_of(text));
}

TEST(Translate, words_change_and_names_texts_and_comments_stay) {
  EXPECT_EQ(translated("package a.b  # rule\n  title  \"when\"\n  language  en\n\nrule r overrides s\n  when  any of\n"
                       "      a  b at most 3\n  unless c is not d\n  then  e normally is f or g\n        with  h\n",
                       Language::nb),
            "pakke a.b  # rule\n  tittel  \"when\"\n  språk   nb\n\nregel r går foran s\n  når   ett av\n"
            "      a  b høyst 3\n  med mindre c er ikke d\n  så    e er normalt f eller g\n        med vilkår h\n");
}

TEST(Translate, comment_inside_a_phrase_follows_it) {
  std::string const text = "rule r on d\n  then may # why\n    also be x\n";
  std::string const bokmaal = translated(text, Language::nb);
  EXPECT_EQ(bokmaal, "regel r for d\n  så    kan også være  # why\n        x\n");
  EXPECT_EQ(translated(translated(bokmaal, Language::en), Language::nb), bokmaal);
}

TEST(Translate, name_that_is_a_word_of_the_other_language_is_reported) {
  EXPECT_EQ(translated("define x: bool = og\n", Language::nb), "not translated: 1:18 [reserved_word]\n");
  EXPECT_EQ(translated("definer x: sannhet = and\n", Language::en), "not translated: 1:22 [reserved_word]\n");
  EXPECT_EQ(translated("define x: bool = case.og\n", Language::nb), "definer x: sannhet = case.og\n");
}

TEST(Translate, units_of_time_have_words_in_both) {
  std::string const text =
      "rule r\n  when  a < 1 year and b < 2 years and c < 1 week and 21 days after d > e\n  then  x is y\n";
  std::string const bokmaal = translated(text, Language::nb);
  EXPECT_EQ(bokmaal, "regel r\n  når   a < 1 år og b < 2 år og c < 1 uke og 21 dager etter d > e\n  så    x er y\n");
  EXPECT_EQ(translated(bokmaal, Language::en), text);
  EXPECT_EQ(translated("regel r\n  når   a < 3 days\n", Language::nb), "regel r\n  når   a < 3 dager\n");
  EXPECT_EQ(translated("unit year_of_study\n\ntable t(a: year_of_study) -> int\n  21 year_of_study  1\n", Language::nb),
            "enhet year_of_study\n\ntabell t(a: year_of_study) -> heltall\n  21 year_of_study  1\n");
}

TEST(Translate, sample_goes_there_and_back) { expect_there_and_back(kSample); }

TEST(Translate, good_rule_files_of_the_repository_go_there_and_back) {
  int files = 0;
  for (std::string const folder : {"rules", "tests/golden"}) {
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".rules") {
        continue;
      }
      std::ifstream in(entry.path());
      std::ostringstream text;
      text << in.rdbuf();
      Parsed const parsed(text.str());
      // one golden file names a rule `i`, as it may in English
      bool const has_clash = translated(text.str(), Language::nb).find("[reserved_word]") != std::string::npos;
      if (parsed.messages().empty() && language_of(text.str()) == Language::en && !has_clash) {
        SCOPED_TRACE(entry.path());
        expect_there_and_back(text.str());
        ++files;
      }
    }
  }
  EXPECT_GT(files, 10);
}

}  // namespace
}  // namespace hjemmel::syntax::test
