// Breaking lines: at the width, one past it, with letters of several bytes, and in columns.
#include "engine/explain/text_writer.h"

#include <gtest/gtest.h>

namespace hjemmel::explain {
namespace {

std::string line(std::size_t indent, std::string const& text) {
  std::string out;
  TextWriter(out).line(indent, text);
  return out;
}

TEST(TextWriter, line_of_the_full_width_stays_whole) {
  std::string const text = std::string(50, 'a') + " " + std::string(49, 'b');
  EXPECT_EQ(line(0, text), text + "\n");
}

TEST(TextWriter, one_letter_more_breaks_the_line) {
  EXPECT_EQ(line(0, std::string(50, 'a') + " " + std::string(50, 'b')),
            std::string(50, 'a') + "\n  " + std::string(50, 'b') + "\n");
}

TEST(TextWriter, width_counts_letters_and_not_bytes) {
  std::string text;
  for (int at = 0; at < 49; ++at) {
    text += "å";
  }
  text = std::string(50, 'a') + " " + text;
  EXPECT_EQ(line(0, text), text + "\n");
}

TEST(TextWriter, word_longer_than_a_line_stands_alone) {
  std::string const word(200, 'w');
  EXPECT_EQ(line(4, "a " + word + " b"), "    a\n      " + word + "\n      b\n");
}

TEST(TextWriter, rows_put_their_texts_under_each_other) {
  std::string out;
  TextWriter writer(out);
  writer.row(2, "må", 5, "one");
  writer.row(2, "kan", 5, "two");
  writer.row(2, "longer", 5, "three");
  writer.row(2, "none", 5, "");
  EXPECT_EQ(out, "  må     one\n  kan    two\n  longer\n         three\n  none\n");
}

TEST(TextWriter, gaps_do_not_add_up) {
  std::string out;
  TextWriter writer(out);
  writer.gap();
  writer.line(0, "a");
  writer.gap();
  writer.heading("b");
  EXPECT_EQ(out, "a\n\nb\n");
}

TEST(TextWriter, column_is_that_of_the_longest_label_up_to_the_limit) {
  EXPECT_EQ(column_for({"a", "åøæ"}, 10), 3U);
  EXPECT_EQ(column_for({"a", "a very long label"}, 10), 10U);
  EXPECT_EQ(column_for({}, 10), 0U);
}

TEST(TextWriter, shows_what_would_act_on_a_terminal) {
  EXPECT_EQ(shown("a\x1b]0;t\x07 \xC2\x9B"
                  "1m å\tb\r"),
            "a\\u001b]0;t\\u0007 \\u009b1m å b\\u000d");
  EXPECT_EQ(shown("\xE2\x81\xA6x\xE2\x80\x8F"), "\\u2066x\\u200f");
}

}  // namespace
}  // namespace hjemmel::explain
