// Lines of answers: their ends, the end of the input, and the longest one.
#include "engine/cli/answer_line.h"

#include <gtest/gtest.h>

namespace hjemmel::cli {
namespace {

// A stream that holds `text`.
class Input {
 public:
  explicit Input(std::string const& text) : file_(std::tmpfile()) {
    std::fwrite(text.data(), 1, text.size(), file_);
    std::rewind(file_);
  }
  Input(Input const&) = delete;
  Input& operator=(Input const&) = delete;
  ~Input() { std::fclose(file_); }

  std::optional<AnswerLine> next() { return read_answer_line(file_); }

 private:
  std::FILE* file_;
};

TEST(AnswerLine, each_line_and_then_the_end) {
  Input in("yes\n\n no\r\nlast");
  EXPECT_EQ(in.next().value().text, "yes");
  EXPECT_EQ(in.next().value().text, "");
  EXPECT_EQ(in.next().value().text, " no\r");
  EXPECT_EQ(in.next().value().text, "last");
  EXPECT_FALSE(in.next());
  EXPECT_FALSE(Input("").next());
}

TEST(AnswerLine, the_longest_line_is_read_and_one_byte_more_is_not) {
  Input in(std::string(kMaxAnswerBytes, 'a') + "\n" + std::string(kMaxAnswerBytes + 1, 'b') + "\nnext\n");
  AnswerLine const longest = in.next().value();
  EXPECT_EQ(longest.text.size(), kMaxAnswerBytes);
  EXPECT_FALSE(longest.too_long);
  AnswerLine const longer = in.next().value();
  EXPECT_EQ(longer.text, "");
  EXPECT_TRUE(longer.too_long);
  EXPECT_EQ(in.next().value().text, "next");
}

}  // namespace
}  // namespace hjemmel::cli
