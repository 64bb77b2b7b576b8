// Bytes that are compared and looked up by words, at every length around the length of a word.
#include "engine/records/bytes.h"

#include <gtest/gtest.h>

namespace hjemmel::records {
namespace {

TEST(Bytes, one_other_byte_is_seen_wherever_it_stands) {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string const text(size, 'a');
    EXPECT_TRUE(same_bytes(text.data(), std::string(size, 'a').data(), size));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      EXPECT_FALSE(same_bytes(text.data(), other.data(), size)) << size << ' ' << at;
    }
  }
}

TEST(Bytes, the_first_quote_is_found_or_the_end) {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string const text(size, '!');  // one more than the quote
    EXPECT_EQ(find_quote(text.data(), text.data() + size), text.data() + size);
    for (std::size_t at = 0; at < size; ++at) {
      std::string quoted = text;
      quoted[at] = '"';
      quoted.back() = '"';
      EXPECT_EQ(find_quote(quoted.data(), quoted.data() + size), quoted.data() + at);
    }
  }
}

TEST(Names, each_is_found_and_nothing_else) {
  std::vector<std::string> names;
  for (int at = 0; at < 300; ++at) {
    names.push_back(std::string(static_cast<std::size_t>(at % 30), 'x') + std::to_string(at));
  }
  Names const table(names);
  for (std::uint32_t at = 0; at < names.size(); ++at) {
    EXPECT_EQ(table.find(names[at].data(), names[at].size()), at);
    std::string const other = names[at] + "y";
    EXPECT_EQ(table.find(other.data(), other.size()), Names::kNone);
  }
  EXPECT_EQ(table.find("", 0), Names::kNone);
  EXPECT_EQ(Names({}).find("a", 1), Names::kNone);
}

TEST(Names, of_the_same_name_twice_the_first_counts_and_names_that_json_writes_otherwise_are_left_out) {
  Names const table({"a", "b", "a", "c\"d", "", "e\\", "\x7F", "a\xCC\x8A"});
  EXPECT_EQ(table.find("a", 1), 0U);
  EXPECT_EQ(table.find("b", 1), 1U);
  EXPECT_EQ(table.find("c\"d", 3), Names::kNone);
  EXPECT_EQ(table.find("e\\", 2), Names::kNone);
  EXPECT_FALSE(is_plain_name("a\xCC\x8A"));
  EXPECT_TRUE(is_plain_name("\xC3\xA5r_1"));
}

}  // namespace
}  // namespace hjemmel::records
