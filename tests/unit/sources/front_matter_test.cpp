// What a front matter says, its faults and its length.
#include "engine/sources/front_matter.h"

#include <gtest/gtest.h>

#include "tests/unit/sources/act_text.h"

namespace hjemmel::sources {
namespace {

std::optional<FrontMatter> read(std::string_view text) {
  diag::Sink sink;
  return read_front_matter(text, source::FileId(0), sink);
}

TEST(FrontMatter, says_which_act_it_is_and_what_changed_it_last) {
  auto const front = read(
      "---\ntittel: \"Lov: om båter\"\n# note\n\nrefid: \"lov/2030-01-01-1\"\nsist-endret: \"lov/2031-03-03-3\"\n"
      "sist-endret-ikrafttredelse: \"2031-04-01\"\nikrafttredelse: \"Kongen bestemmer\"\n---\nbody");
  ASSERT_TRUE(front);
  EXPECT_EQ(front->refid, "lov/2030-01-01-1");
  EXPECT_EQ(front->last_changed, "lov/2031-03-03-3");
  EXPECT_EQ(front->last_in_force, "2031-04-01");
}

TEST(FrontMatter, line_ends_of_both_kinds_a_byte_order_mark_and_bare_values) {
  auto const front = read("\xEF\xBB\xBF---\r\nrefid: lov/2030-01-01-1\r\n---\r\n### § 1");
  ASSERT_TRUE(front);
  EXPECT_EQ(front->refid, "lov/2030-01-01-1");
  EXPECT_TRUE(has_front_matter("---\r\n"));
  EXPECT_FALSE(has_front_matter("# A page"));
  EXPECT_FALSE(has_front_matter(""));
  EXPECT_FALSE(has_front_matter("----\n"));
}

TEST(FrontMatter, faults_are_told_with_their_line) {
  for (auto const& [text, message] : std::vector<std::pair<std::string, std::string>>{
           {"---", "1: the front matter has no end: the file is cut off, or its second line `---` is missing"},
           {"---\nrefid: \"lov/1\"\n",
            "1: the front matter has no end: the file is cut off, or its second line `---` is missing"},
           {"---\ntittel: \"x\"\n---\n", "1: the front matter has no `refid`, so it is not known which act this is"},
           {"---\nrefid: \"lov/1\"\nrefid: \"lov/2\"\n---\n", "3: the front matter has a second `refid`"},
           {"---\nrefid: \"\"\n---\n", "2: `` is no refid"},
           {"---\nrefid: \"lov 1\"\n---\n", "2: `lov 1` is no refid"},
           {"---\nrefid: \"lov/1\"\n: x\n---\n", "3: this line of the front matter is not `key: \"value\"`"},
           {"---\nrefid: \"lov/1\"\nno key\n---\n", "3: this line of the front matter is not `key: \"value\"`"}}) {
    auto const read = read_whole(text);
    EXPECT_FALSE(read.act);
    ASSERT_EQ(read.messages.size(), 1U) << text;
    EXPECT_EQ(read.messages.front(), message + " [act_malformed]");
  }
}

TEST(FrontMatter, two_hundred_lines_are_read_and_one_more_is_not) {
  std::string lines;
  for (std::size_t line = 2; line < kMaxFrontLines; ++line) {
    lines += "key: \"value\"\n";
  }
  EXPECT_TRUE(read("---\nrefid: \"lov/1\"\n" + lines + "---\n"));
  EXPECT_FALSE(read("---\nrefid: \"lov/1\"\n" + lines + "key: \"value\"\n---\n"));
}

}  // namespace
}  // namespace hjemmel::sources
