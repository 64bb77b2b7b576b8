// Places as a person counts them, and files that cannot be read.
#include "engine/source/source_file.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace hjemmel::source {
namespace {

std::string at(std::string_view text, std::uint32_t offset) {
  LineCol const place = locate(text, offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

// A folder of its own that goes away with the test.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("hjemmel_source_" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  std::string with(std::string const& name, std::string const& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(SourceFile, counts_lines_and_letters) {
  std::string_view const text = "a\xC3\xA6\xC3\xB8x\r\n\ty";
  EXPECT_EQ(at(text, 0), "1:1");
  EXPECT_EQ(at(text, 3), "1:3");  // the ø
  EXPECT_EQ(at(text, 5), "1:4");
  EXPECT_EQ(at(text, 8), "2:1");
  EXPECT_EQ(at(text, 9), "2:2");  // a tab is one column
  EXPECT_EQ(at(text, 10), "2:3");
  EXPECT_EQ(at(text, 9999), "2:3");
  EXPECT_EQ(at("", 0), "1:1");
}

TEST(SourceFile, texts_stay_in_place_while_files_are_added) {
  Sources sources;
  FileId const first = sources.add("a.yaml", "short");
  std::string_view const text = sources.file(first).text;
  for (int i = 0; i < 1000; ++i) {
    sources.add("more", "x");
  }
  EXPECT_EQ(text.data(), sources.file(first).text.data());
  EXPECT_EQ(sources.text({first, 1, 3}), "ho");
  EXPECT_EQ(sources.text(Span{}), "");
  EXPECT_EQ(sources.size(), 1001U);
}

TEST(SourceFile, reads_a_file_byte_by_byte) {
  Folder const folder;
  std::string const bytes("a\r\n\0\xFF", 5);
  auto const read = read_file(folder.with("bytes", bytes));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
}

TEST(SourceFile, says_why_a_file_cannot_be_read) {
  Folder const folder;
  auto const directory = read_file(folder.path());
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().message, "`" + folder.path() + "` is a directory, not a file");
  auto const missing = read_file(folder.path() + "/none.yaml");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "`" + folder.path() + "/none.yaml` does not exist");
  auto const device = read_file("/dev/zero");
  ASSERT_FALSE(device);
  EXPECT_EQ(device.error().message, "`/dev/zero` is not a file that can be read");
}

TEST(SourceFile, reads_up_to_the_cap_and_not_a_byte_more) {
  Folder const folder;
  auto const fits = read_file(folder.with("fits", std::string(kMaxFileBytes, 'x')));
  ASSERT_TRUE(fits);
  EXPECT_EQ(fits->size(), kMaxFileBytes);
  std::string const path = folder.with("too_large", std::string(kMaxFileBytes + 1, 'x'));
  auto const larger = read_file(path);
  ASSERT_FALSE(larger);
  EXPECT_EQ(larger.error().message, "`" + path + "`: the file is larger than 16 MiB");
}

}  // namespace
}  // namespace hjemmel::source
