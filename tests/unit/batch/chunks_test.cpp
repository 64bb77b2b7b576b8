// Streams of bytes in memory, cut into records.
#include "engine/batch/chunks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::batch {
namespace {

using testing::ElementsAre;

// Gives a few bytes at a time, and fails where it is told to.
class Trickle final : public ByteSource {
 public:
  Trickle(std::string text, std::size_t step, bool fails = false)
      : text_(std::move(text)), step_(step), fails_(fails) {}
  std::size_t read(char* into, std::size_t size) override {
    std::size_t const got = text_.copy(into, std::min(size, step_), at_);
    at_ += got;
    if (got == 0 && fails_) {
      set_fault("it broke");
    }
    return got;
  }

 private:
  std::string text_;
  std::size_t step_;
  bool fails_;
  std::size_t at_ = 0;
};

std::vector<std::string> records_of(ByteSource& source, Form form = Form::lines, std::size_t most = kMaxRecordBytes,
                                    Part part = {}) {
  Chunks chunks(source, form, part, most);
  std::vector<std::string> all;
  for (auto chunk = chunks.next(); chunk; chunk = chunks.next()) {
    for (Record const& record : chunk->records) {
      all.push_back(std::to_string(record.line) + (record.fault == RecordFault::too_long ? " too long"
                                                   : record.fault == RecordFault::open_quote
                                                       ? " open"
                                                       : ":" + std::string(chunk->of(record))));
    }
  }
  return all;
}

// The same whichever way the bytes come.
std::vector<std::string> lines_of(std::string const& text, std::size_t most = kMaxRecordBytes,
                                  Form form = Form::lines) {
  Trickle whole(text, SIZE_MAX);
  std::vector<std::string> all = records_of(whole, form, most);
  for (std::size_t const step : {1U, 3U, 7U}) {
    if (text.size() < 1000) {
      Trickle pieces(text, step);
      EXPECT_EQ(records_of(pieces, form, most), all) << "in pieces of " << step;
    }
  }
  return all;
}

TEST(Chunks, with_and_without_an_end) {
  EXPECT_THAT(lines_of("a\nbc\n"), ElementsAre("1:a", "2:bc"));
  EXPECT_THAT(lines_of("a\nbc"), ElementsAre("1:a", "2:bc"));
  EXPECT_THAT(lines_of("a\r\n\r\nb\r\n"), ElementsAre("1:a", "3:b"));
  EXPECT_THAT(lines_of("\n \t\na\n"), ElementsAre("3:a"));
  EXPECT_THAT(lines_of(""), ElementsAre());
}

TEST(Chunks, of_the_longest_allowed_length_and_one_byte_longer) {
  EXPECT_THAT(lines_of("abcd\nabcde\nf\n", 4), ElementsAre("1:abcd", "2 too long", "3:f"));
  EXPECT_THAT(lines_of("abcde", 4), ElementsAre("1 too long"));
  EXPECT_THAT(lines_of("abcdefghijkl\nm", 4), ElementsAre("1 too long", "2:m"));
}

TEST(Chunks, longer_than_what_is_read_at_once) {
  std::string const long_line(700'000, 'l');
  EXPECT_THAT(lines_of("a\n" + long_line + "\nb\n"), ElementsAre("1:a", "2:" + long_line, "3:b"));
  std::string const too_long(kMaxRecordBytes + 1, 'l');
  EXPECT_THAT(lines_of(too_long + "\nb\n"), ElementsAre("1 too long", "2:b"));
  EXPECT_THAT(lines_of("a\n" + too_long + too_long + too_long + "\nb"), ElementsAre("1:a", "2 too long", "3:b"));
  std::string const longest(kMaxRecordBytes, 'l');
  EXPECT_THAT(lines_of(longest + "\n"), ElementsAre("1:" + longest));
}

TEST(Chunks, many_lines_keep_their_numbers) {
  std::string text;
  for (int line = 1; line <= 100'000; ++line) {
    text += std::to_string(line) + "\n" + (line % 7 == 0 ? "\n" : "");
  }
  std::vector<std::string> const all = lines_of(text);
  ASSERT_EQ(all.size(), 100'000U);
  EXPECT_EQ(all[13], "15:14");
  EXPECT_EQ(all.back(), std::to_string(100'000 + 100'000 / 7) + ":100000");
}

TEST(Chunks, that_begin_behind_the_end_are_of_another_part) {
  for (std::size_t const step : {1U, 5U, 1000U}) {
    Trickle source("one\ntwo\nthree\n", step);
    EXPECT_THAT(records_of(source, Form::lines, 100, {7, 0, 5}), ElementsAre("7:one", "8:two"));  // begins at byte 4
  }
}

TEST(Chunks, what_was_whole_before_a_fault_is_kept) {
  Trickle source("one\ntwo\nthr", 4, true);
  EXPECT_THAT(records_of(source), ElementsAre("1:one", "2:two"));
  EXPECT_EQ(source.fault(), "it broke");
}

TEST(Chunks, a_folder_is_a_fault) {
  std::FILE* const folder = std::fopen("/", "rb");
  ASSERT_NE(folder, nullptr);
  FileSource source(folder);
  EXPECT_THAT(records_of(source), ElementsAre());
  EXPECT_NE(source.fault(), "");
  std::fclose(folder);
}

TEST(Chunks, a_record_of_csv_may_have_line_ends_between_quotes) {
  EXPECT_THAT(lines_of("a,b\n\"x\n,y\",\"\"\"\n\"\nc,d\n", 100, Form::csv),
              ElementsAre("1:a,b", "2:\"x\n,y\",\"\"\"\n\"", "5:c,d"));
  EXPECT_THAT(lines_of("5\" disk,1\nb\n", 100, Form::csv), ElementsAre("1:5\" disk,1", "2:b"));
  EXPECT_THAT(lines_of("\"a\"b\nc\n", 100, Form::csv), ElementsAre("1:\"a\"b", "2:c"));
}

TEST(Chunks, a_quote_that_is_never_closed_costs_its_line_alone) {
  EXPECT_THAT(lines_of("a\n\"never\nand on\nto the end\nx\n", 100, Form::csv),
              ElementsAre("1:a", "2 open", "3:and on", "4:to the end", "5:x"));
  EXPECT_THAT(lines_of("\"never\nand on\nto the end\nx\n\"\ny", 12, Form::csv),
              ElementsAre("1 open", "2:and on", "3:to the end", "4:x", "5 open", "6:y"));
  EXPECT_THAT(lines_of("\"never closed and long\nx\n", 8, Form::csv), ElementsAre("1 too long", "2:x"));
  EXPECT_THAT(lines_of("x\n\"never", 100, Form::csv), ElementsAre("1:x", "2:\"never"));
}

}  // namespace
}  // namespace hjemmel::batch
