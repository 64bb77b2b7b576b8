// The tables of words: joined lists, patterns, and no word forgotten.
#include "engine/explain/words.h"

#include <cstring>

#include <gtest/gtest.h>

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

TEST(Words, no_word_of_the_table_is_empty) {
  Words const words = words_in(Language::english);
  static_assert(sizeof(Words) % sizeof(std::string_view) == 0);
  std::vector<std::string_view> members(sizeof(Words) / sizeof(std::string_view));
  std::memcpy(static_cast<void*>(members.data()), &words, sizeof(Words));
  for (std::size_t at = 0; at < members.size(); ++at) {
    EXPECT_FALSE(members[at].empty()) << "member number " << at;
  }
}

}  // namespace
}  // namespace hjemmel::explain
