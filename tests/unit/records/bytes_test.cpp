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

std::uint32_t find(Names const& names, std::string const& text) {
  char const* const end = text.data() + text.size();
  std::string const longer = text + "zzzzzzzzzzzzzzzz";
  std::uint32_t const found = names.find(text.data(), end, end);
  char const* const begin = longer.data();
  EXPECT_EQ(names.find(begin, begin + text.size(), begin + longer.size()), found) << "what stands behind it counts";
  return found;
}

TEST(Names, each_is_found_and_nothing_else) {
  std::vector<std::string> names;
  for (int at = 0; at < 300; ++at) {
    names.push_back(std::string(static_cast<std::size_t>(at % 30), 'x') + std::to_string(at));
  }
  Names const table(names);
  for (std::uint32_t at = 0; at < names.size(); ++at) {
    EXPECT_EQ(find(table, names[at]), at);
    EXPECT_EQ(find(table, names[at] + "y"), Names::kNone);
  }
  EXPECT_EQ(find(table, ""), Names::kNone);
  EXPECT_EQ(find(Names({}), "a"), Names::kNone);
}

TEST(Names, of_the_same_name_twice_the_first_counts_and_names_that_json_writes_otherwise_are_left_out) {
  Names const table({"a", "b", "a", "c\"d", "", "e\\", "\x7F", "a\xCC\x8A"});
  EXPECT_EQ(find(table, "a"), 0U);
  EXPECT_EQ(find(table, "b"), 1U);
  EXPECT_EQ(find(table, "c\"d"), Names::kNone);
  EXPECT_EQ(find(table, "e\\"), Names::kNone);
  EXPECT_FALSE(is_plain_name("a\xCC\x8A"));
  EXPECT_TRUE(is_plain_name("\xC3\xA5r_1"));
}

}  // namespace
}  // namespace hjemmel::records
