// Replacing a file whole or not at all, with a write that ends in the middle.
#include "engine/cli/replace_file.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace hjemmel::cli {
namespace {

namespace fs = std::filesystem;

// A folder that is gone after the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "hjemmel_replace.XXXXXX").string();
    path_ = ::mkdtemp(name.data()) == nullptr ? "" : name;
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() { fs::remove_all(path_); }

  [[nodiscard]] std::string file(std::string const& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

void write(std::string const& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

std::string read(std::string const& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

TEST(ReplaceFile, puts_the_new_content_in_place) {
  Folder const folder;
  write(folder.file("a"), "old and longer");
  ASSERT_TRUE(replace_file(folder.file("a"), "new"));
  EXPECT_EQ(read(folder.file("a")), "new");
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(WriteFile, makes_a_file_for_its_owner_alone_and_replaces_one_that_is_there) {
  Folder const folder;
  ASSERT_TRUE(write_file(folder.file("a"), "new"));
  EXPECT_EQ(read(folder.file("a")), "new");
  EXPECT_EQ(fs::status(folder.file("a")).permissions(), fs::perms(0600));
  ASSERT_TRUE(write_file(folder.file("a"), "newer"));
  EXPECT_EQ(read(folder.file("a")), "newer");
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(WriteFile, where_there_is_no_folder_is_told) {
  Folder const folder;
  auto const written = write_file(folder.file("none/a"), "new");
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("cannot be made"), std::string::npos);
}

TEST(ReplaceFile, keeps_permissions) {
  Folder const folder;
  write(folder.file("a"), "old");
  fs::permissions(folder.file("a"), fs::perms(0640));
  ASSERT_TRUE(replace_file(folder.file("a"), "new"));
  EXPECT_EQ(fs::status(folder.file("a")).permissions(), fs::perms(0640));
}

TEST(ReplaceFile, a_link_stays_a_link) {
  Folder const folder;
  write(folder.file("a"), "old");
  fs::create_symlink("a", folder.file("link"));
  ASSERT_TRUE(replace_file(folder.file("link"), "new"));
  EXPECT_TRUE(fs::is_symlink(folder.file("link")));
  EXPECT_EQ(read(folder.file("a")), "new");
}

TEST(ReplaceFile, a_file_that_is_not_there_is_an_error) {
  Folder const folder;
  EXPECT_FALSE(replace_file(folder.file("a"), "new"));
  EXPECT_EQ(folder.entries(), 0U);
}

// A limit on the size of files stands for a full disk: the write ends in the middle.
TEST(ReplaceFile, a_write_that_fails_leaves_the_old_content_and_nothing_else) {
  Folder const folder;
  write(folder.file("a"), "old");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  auto const old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit const small{1000, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  auto const replaced = replace_file(folder.file("a"), std::string(5000, 'x'));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, old_handler);
  ASSERT_FALSE(replaced);
  EXPECT_NE(replaced.error().message.find("cannot be replaced"), std::string::npos);
  EXPECT_EQ(read(folder.file("a")), "old");
  EXPECT_EQ(folder.entries(), 1U);
}

}  // namespace
}  // namespace hjemmel::cli
