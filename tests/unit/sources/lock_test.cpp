// A lock read and written; lines at fault.
#include "engine/sources/lock.h"

#include <gtest/gtest.h>

#include "engine/sources/digest.h"

namespace hjemmel::sources {
namespace {

struct ReadLock {
  std::optional<std::vector<LockedPlace>> places;
  std::vector<std::string> messages;
};

ReadLock read(std::string text) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("sources.lock", std::move(text));
  ReadLock read{read_lock(file, sources, sink), {}};
  for (diag::Diagnostic const& one : sink.all()) {
    auto const line = source::locate(sources.file(file).text, one.span.begin).line;
    read.messages.push_back(std::to_string(line) + ": " + one.message);
  }
  return read;
}

TEST(Lock, is_sorted_by_act_section_and_place_and_is_read_as_it_was_written) {
  std::string const digest = digest_of("text");
  std::vector<LockedPlace> const places{
      {"lov/2", Reference{"10", {}, {}, false, {}}, digest},   {"lov/2", Reference{"9 a", 2, {}, false, {}}, digest},
      {"lov/2", Reference{"9", 2, 3, false, {}}, digest},      {"lov/2", Reference{"9", 1, {}, false, 2}, digest},
      {"lov/1", Reference{"3-10", {}, {}, false, {}}, digest}, {"lov/1", Reference{"3-9 c", {}, 4, true, {}}, digest}};
  std::string const text = write_lock(places);
  EXPECT_EQ(text.substr(text.find("lov/")),
            "lov/1 § 3-9 c number 4 " + digest + "\nlov/1 § 3-10 " + digest +
                "\nlov/2 § 9 first paragraph second sentence " + digest + "\nlov/2 § 9 second paragraph letter c " +
                digest + "\nlov/2 § 9 a second paragraph " + digest + "\nlov/2 § 10 " + digest + "\n");
  auto const again = read(text);
  ASSERT_TRUE(again.places);
  EXPECT_EQ(write_lock(*again.places), text);
}

TEST(Lock, lines_at_fault_are_told_with_their_number) {
  std::string const digest = digest_of("text");
  EXPECT_TRUE(read("").places);
  EXPECT_TRUE(read("# note\r\n\r\nlov/1 § 2 " + digest + "\r\n").places);
  for (std::string const& line : std::vector<std::string>{"<<<<<<< mine", "lov/1", "lov/1 § 2", "lov/1 " + digest,
                                                          "lov/1 § 2 sha256:12", "lov/1 § 2 første ledd " + digest,
                                                          "lov/1 § 2, § 3 " + digest, "lov/1 chapter 2 " + digest}) {
    auto const faulty = read("# note\n" + line + "\n");
    EXPECT_FALSE(faulty.places) << line;
    EXPECT_EQ(faulty.messages, std::vector<std::string>{"2: this line is not an act, a place in it and a digest"})
        << line;
  }
  EXPECT_EQ(read("lov/1 § 2 " + digest + "\nlov/1 § 2 " + digest).messages,
            std::vector<std::string>{"2: `§ 2` of `lov/1` is locked twice"});
  EXPECT_EQ(read("lov/1 \xFF").messages, std::vector<std::string>{"1: the lock is not UTF-8 here"});
}

TEST(Lock, as_many_lines_are_read_as_fit_and_not_one_more) {
  std::string const digest = digest_of("text");
  std::string lines;
  for (std::size_t number = 1; number <= kMaxLocked; ++number) {
    lines += "lov/1 § " + std::to_string(number) + " " + digest + "\n";
  }
  EXPECT_TRUE(read(lines).places);
  EXPECT_EQ(read(lines + "lov/2 § 1 " + digest).messages,
            std::vector<std::string>{"100001: more than 100000 places are locked"});
}

}  // namespace
}  // namespace hjemmel::sources
