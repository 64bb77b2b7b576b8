// Streams of bytes in memory, cut into lines.
#include "engine/batch/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::batch {
namespace {

using testing::ElementsAre;

struct Stream {
  explicit Stream(std::string const& text)
      : bytes(text + "x"), file(::fmemopen(bytes.data(), bytes.size() - 1, "rb")) {}
  ~Stream() { std::fclose(file); }
  Stream(Stream const&) = delete;
  Stream& operator=(Stream const&) = delete;

  std::string bytes;  // one more: fmemopen takes no empty ones
  std::FILE* file;
};

std::vector<std::string> lines_of(std::string const& text, std::size_t most = kMaxRecordBytes) {
  Stream const stream(text);
  Lines lines(stream.file, 1, 0, UINT64_MAX, most);
  std::vector<std::string> all;
  for (auto line = lines.next(); line; line = lines.next()) {
    all.push_back(std::to_string(line->number) + (line->too_long ? " too long" : ":" + line->text));
  }
  EXPECT_EQ(lines.fault(), 0);
  return all;
}

TEST(Lines, with_and_without_an_end) {
  EXPECT_THAT(lines_of("a\nbc\n"), ElementsAre("1:a", "2:bc"));
  EXPECT_THAT(lines_of("a\nbc"), ElementsAre("1:a", "2:bc"));
  EXPECT_THAT(lines_of("a\r\n\r\nb\r\n"), ElementsAre("1:a", "2:", "3:b"));
  EXPECT_THAT(lines_of("\n\na\n"), ElementsAre("1:", "2:", "3:a"));
}

TEST(Lines, of_the_longest_allowed_length_and_one_byte_longer) {
  EXPECT_THAT(lines_of("abcd\nabcde\nf\n", 4), ElementsAre("1:abcd", "2 too long", "3:f"));
  EXPECT_THAT(lines_of("abcde", 4), ElementsAre("1 too long"));
}

TEST(Lines, longer_than_what_is_read_at_once) {
  std::string const long_line(700'000, 'l');
  EXPECT_THAT(lines_of("a\n" + long_line + "\nb\n"), ElementsAre("1:a", "2:" + long_line, "3:b"));
  std::string const too_long(kMaxRecordBytes + 1, 'l');
  EXPECT_THAT(lines_of(too_long + "\nb\n"), ElementsAre("1 too long", "2:b"));
  std::string const longest(kMaxRecordBytes, 'l');
  EXPECT_THAT(lines_of(longest + "\n"), ElementsAre("1:" + longest));
}

TEST(Lines, that_begin_behind_the_end_are_of_another_part) {
  Stream const stream("one\ntwo\nthree\n");
  Lines lines(stream.file, 7, 0, 5);
  auto const one = lines.next();
  auto const two = lines.next();
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->number, 7U);
  EXPECT_EQ(two->text, "two");  // begins at byte 4
  EXPECT_FALSE(lines.next());
}

TEST(Lines, a_folder_is_a_fault) {
  std::FILE* const folder = std::fopen("/", "rb");
  ASSERT_NE(folder, nullptr);
  Lines lines(folder, 1);
  EXPECT_FALSE(lines.next());
  EXPECT_NE(lines.fault(), 0);
  std::fclose(folder);
}

}  // namespace
}  // namespace hjemmel::batch
