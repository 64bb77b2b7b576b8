// The words of the interview in both languages.
#include "engine/cli/ask_words.h"

#include <array>
#include <bit>

#include <gtest/gtest.h>

namespace hjemmel::cli {
namespace {

TEST(AskWords, commands_of_both_languages) {
  EXPECT_EQ(command_of("?"), Command::more);
  EXPECT_EQ(command_of("back"), Command::back);
  EXPECT_EQ(command_of("tilbake"), Command::back);
  EXPECT_EQ(command_of("stop"), Command::stop);
  EXPECT_EQ(command_of("stopp"), Command::stop);
  EXPECT_EQ(command_of("yes"), Command::none);
  EXPECT_EQ(command_of(""), Command::none);
}

TEST(AskWords, a_label_falls_back_on_the_other_language) {
  EXPECT_EQ(label_in({"young", "ung"}, api::Language::english), "young");
  EXPECT_EQ(label_in({"young", "ung"}, api::Language::bokmaal), "ung");
  EXPECT_EQ(label_in({"", "ung"}, api::Language::english), "ung");
  EXPECT_EQ(label_in({"young", ""}, api::Language::bokmaal), "young");
  EXPECT_EQ(label_in({"", ""}, api::Language::bokmaal), "");
}

TEST(AskWords, patterns_have_the_same_places_in_both_languages) {
  // The members are all of one type, so that a table is a row of them.
  using Row = std::array<std::string_view, sizeof(AskWords) / sizeof(std::string_view)>;
  Row const en = std::bit_cast<Row>(ask_words_in(api::Language::english));
  Row const nb = std::bit_cast<Row>(ask_words_in(api::Language::bokmaal));
  auto const places = [](std::string_view pattern) {
    std::size_t count = 0;
    for (std::size_t at = pattern.find("{}"); at != std::string_view::npos; at = pattern.find("{}", at + 2)) {
      ++count;
    }
    return count;
  };
  for (std::size_t at = 0; at < en.size(); ++at) {
    EXPECT_FALSE(en[at].empty() || nb[at].empty()) << at;
    EXPECT_EQ(places(en[at]), places(nb[at])) << en[at];
  }
}

}  // namespace
}  // namespace hjemmel::cli
