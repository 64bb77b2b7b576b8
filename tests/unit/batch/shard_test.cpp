// The parts of a file, for every number of parts.
#include "engine/batch/shard.h"

#include <gtest/gtest.h>

#include "engine/batch/chunks.h"

namespace hjemmel::batch {
namespace {

TEST(Shard, is_written_as_one_of_many) {
  auto const shard = read_shard("2/8");
  ASSERT_TRUE(shard);
  EXPECT_EQ(shard->number, 2U);
  EXPECT_EQ(shard->of, 8U);
  EXPECT_TRUE(read_shard("65536/65536"));
  for (char const* const text : {"", "2", "0/8", "9/8", "2/0", "2/", "/8", "-1/8", "1/65537", "2/8x", " 2/8", "2//8"}) {
    EXPECT_FALSE(read_shard(text)) << text;
  }
}

struct Scratch {
  explicit Scratch(std::string const& text) : file(std::tmpfile()) { std::fwrite(text.data(), 1, text.size(), file); }
  ~Scratch() { std::fclose(file); }
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;

  std::FILE* file;
};

// Each line with its number, part after part.
std::string in_parts(std::FILE* file, std::uint32_t of) {
  std::string all;
  for (std::uint32_t number = 1; number <= of; ++number) {
    auto const part = find_part(file, {number, of});
    EXPECT_TRUE(part);
    FileSource source(file);
    Chunks chunks(source, Form::lines, *part);
    for (auto chunk = chunks.next(); chunk; chunk = chunks.next()) {
      for (Record const& record : chunk->records) {
        all += std::to_string(record.line) + ":" + std::string(chunk->of(record)) + ";";
      }
    }
  }
  return all;
}

TEST(Shard, parts_follow_each_other_and_leave_nothing_out) {
  for (std::string const text :
       {"", "a", "a\n", "\n", "a\nb\nccc\n\ndddddddddd\ne", "\n\n\n", "one\ntwo\nthree\nfour\n"}) {
    Scratch const scratch(text);
    std::string const whole = in_parts(scratch.file, 1);
    for (std::uint32_t of = 2; of <= 40; ++of) {
      EXPECT_EQ(in_parts(scratch.file, of), whole) << text << " in " << of;
    }
  }
}

TEST(Shard, a_pipe_has_no_parts) {
  std::FILE* const pipe = ::popen("echo a", "r");
  ASSERT_NE(pipe, nullptr);
  EXPECT_FALSE(find_part(pipe, {1, 2}));
  ::pclose(pipe);
}

}  // namespace
}  // namespace hjemmel::batch
