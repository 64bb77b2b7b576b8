// The compiler's ends: a library, an error with its words, and nothing left behind.
#include "engine/native/compile.h"

#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::native {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string command() {
  char const* const named = std::getenv("CXX");
  return named == nullptr ? "c++" : named;
}

std::size_t folders_left() {
  std::size_t count = 0;
  for (fs::directory_entry const& entry : fs::directory_iterator(std::getenv("TMPDIR"))) {
    count += entry.path().filename().string().starts_with("hjemmel-") ? 1U : 0U;
  }
  return count;
}

class Compile : public testing::Test {
 protected:
  Compile() {
    std::string name = (fs::temp_directory_path() / "compile-test-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    if (char const* const old = std::getenv("TMPDIR")) {
      old_ = old;
    }
    ::setenv("TMPDIR", folder_.c_str(), 1);
  }
  ~Compile() override {
    old_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", old_.c_str(), 1);
    fs::remove_all(folder_);
  }

  std::string folder_;
  std::string old_;
};

TEST_F(Compile, gives_a_library_and_leaves_nothing_behind) {
  auto const bytes = compile("extern \"C\" int two() { return 2; }", {command(), 1});
  ASSERT_TRUE(bytes) << bytes.error().message;
  EXPECT_THAT(*bytes, StartsWith("\177ELF"));
  EXPECT_EQ(folders_left(), 0U);
}

TEST_F(Compile, tells_what_the_compiler_says_without_the_folder) {
  auto const bytes = compile("this is no C++", {command(), 1});
  ASSERT_FALSE(bytes);
  EXPECT_THAT(bytes.error().message, HasSubstr("native.cpp:1:1: error:"));
  EXPECT_THAT(bytes.error().message, Not(HasSubstr(folder_)));
  EXPECT_EQ(folders_left(), 0U);
}

TEST_F(Compile, tells_of_a_compiler_that_is_not_there_or_has_no_name) {
  EXPECT_THAT(compile("", {"no-such-compiler", 1}).error().message, HasSubstr("cannot be started"));
  EXPECT_THAT(compile("", {"  ", 1}).error().message, HasSubstr("CXX is blank"));
}

}  // namespace
}  // namespace hjemmel::native
