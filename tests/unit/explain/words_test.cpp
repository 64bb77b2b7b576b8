// The tables of words: joined lists, patterns, and no word forgotten.
#include "engine/explain/words.h"

#include <cstring>

#include <gtest/gtest.h>

#include "engine/explain/phrases.h"

namespace hjemmel::explain {
namespace {

TEST(Words, lists_are_joined_as_people_do) {
  EXPECT_EQ(join({}, "or"), "");
  EXPECT_EQ(join({"a"}, "or"), "a");
  EXPECT_EQ(join({"a", "b"}, "or"), "a or b");
  EXPECT_EQ(join({"a", "b", "c"}, "and"), "a, b and c");
}

TEST(Words, patterns_take_their_places_in_order) {
  EXPECT_EQ(phrase("{} for {}: {}", "limit", "ghb", "{}"), "limit for ghb: {}");
  EXPECT_EQ(phrase("applied", "nothing"), "applied");
}

template <class Table>
std::vector<std::string_view> members_of(Table const& table) {
  static_assert(sizeof(Table) % sizeof(std::string_view) == 0);
  std::vector<std::string_view> members(sizeof(Table) / sizeof(std::string_view));
  std::memcpy(static_cast<void*>(members.data()), &table, sizeof(Table));
  return members;
}

std::size_t places(std::string_view pattern) {
  std::size_t count = 0;
  for (std::size_t at = pattern.find("{}"); at != std::string_view::npos; at = pattern.find("{}", at + 2)) {
    ++count;
  }
  return count;
}

template <class Table>
void expect_same_places(Table const& english, Table const& bokmaal) {
  auto const ours = members_of(english);
  auto const theirs = members_of(bokmaal);
  for (std::size_t at = 0; at < ours.size(); ++at) {
    EXPECT_EQ(places(ours[at]), places(theirs[at])) << ours[at] << " and " << theirs[at];
  }
}

TEST(Words, no_word_of_the_tables_is_empty) {
  for (Language const language : {Language::english, Language::bokmaal}) {
    for (std::string_view const member : members_of(words_in(language))) {
      EXPECT_FALSE(member.empty());
    }
  }
}

TEST(Words, each_pattern_has_the_same_places_in_both_languages) {
  expect_same_places(words_in(Language::english), words_in(Language::bokmaal));
}

TEST(Phrases, each_pattern_has_the_same_places_in_both_languages) {
  expect_same_places(phrases_in(Language::english), phrases_in(Language::bokmaal));
}

}  // namespace
}  // namespace hjemmel::explain
