// The library that is kept for a package is found by itself, one that does not fit is passed over, and one that is named must fit.
#include "engine/cli/native_place.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace hjemmel::cli {
namespace {

namespace fs = std::filesystem;

// Puts a variable of the environment back when it goes.
class Variable {
 public:
  Variable(char const* name, std::string const& value) : name_(name) {
    if (char const* const old = std::getenv(name)) {
      old_ = old;
    }
    ::setenv(name, value.c_str(), 1);
  }
  Variable(Variable const&) = delete;
  Variable& operator=(Variable const&) = delete;
  ~Variable() { old_.empty() ? ::unsetenv(name_) : ::setenv(name_, old_.c_str(), 1); }

 private:
  char const* name_;
  std::string old_;
};

TEST(NativePlace, folder_is_of_the_user) {
  Variable const none("HJEMMEL_NATIVE", "");
  Variable const home("HOME", "/of");
  {
    Variable const cache("XDG_CACHE_HOME", "/cache");
    EXPECT_EQ(native_folder(), "/cache/hjemmel/native");
  }
  Variable const cache("XDG_CACHE_HOME", "");
  EXPECT_EQ(native_folder(), "/of/.cache/hjemmel/native");
  Variable const named("HJEMMEL_NATIVE", "/native");
  EXPECT_EQ(native_folder(), "/native");
}

TEST(NativePlace, kept_library_is_found_and_passed_over_where_it_does_not_fit) {
  std::string name = (fs::temp_directory_path() / "native-place-XXXXXX").string();
  fs::path const folder = ::mkdtemp(name.data());
  Variable const kept("HJEMMEL_NATIVE", folder.string());
  auto const package = api::load_package("tests/bench/packages/reaction").package;
  ASSERT_TRUE(package);
  api::BatchQuestion question;
  question.write = api::BatchWrite::table;
  EXPECT_EQ(find_native(*package, question, "").library, nullptr);
  char const* const cxx = std::getenv("CXX");
  std::string const bytes = api::build_native(*package, {cxx == nullptr ? "c++" : cxx, 0}).bytes;
  std::string const path = (folder / api::native_file_name(*package)).string();
  std::ofstream(path, std::ios::binary) << bytes;
  std::ofstream(api::native_list_of(path)) << api::native_list_text(path, bytes);
  EXPECT_NE(find_native(*package, question, "").library, nullptr);
  EXPECT_EQ(find_native(*package, {}, "").library, nullptr);  // documents
  std::ofstream(path, std::ios::binary | std::ios::app) << "more";
  api::NativeResult const changed = find_native(*package, question, "");
  EXPECT_EQ(changed.library, nullptr);
  EXPECT_EQ(changed.failure, api::Failure::none);
  EXPECT_EQ(find_native(*package, question, path).failure, api::Failure::world);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace hjemmel::cli
