// hjemmel format on files: rewritten in place where the layout changes, untouched where anything is wrong.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <stdlib.h>

#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLoose = "source   law    \"lov om prøver\"\n";
constexpr std::string_view kFaulty = "source   law    \"lov om prøver\"\nrule\n";

// One file in a folder that is gone after the test.
class File {
 public:
  explicit File(std::string_view text) {
    std::string name = (fs::temp_directory_path() / "hjemmel_format.XXXXXX").string();
    folder_ = ::mkdtemp(name.data()) == nullptr ? "" : name;
    std::ofstream(path(), std::ios::binary) << text;
  }
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  ~File() { fs::remove_all(folder_); }

  [[nodiscard]] std::string path() const { return (folder_ / "a.rules").string(); }
  [[nodiscard]] std::string text() const {
    std::ostringstream text;
    text << std::ifstream(path(), std::ios::binary).rdbuf();
    return text.str();
  }

 private:
  fs::path folder_;
};

TEST(Format, rewrites_in_place_and_then_changes_nothing) {
  File const file(kLoose);
  EXPECT_EQ(run_format({{file.path()}, false}), kDone);
  std::string const once = file.text();
  EXPECT_NE(once, kLoose);
  auto const written = fs::last_write_time(file.path());
  EXPECT_EQ(run_format({{file.path()}, false}), kDone);
  EXPECT_EQ(file.text(), once);
  EXPECT_EQ(fs::last_write_time(file.path()), written);
}

TEST(Format, check_writes_nothing) {
  File const file(kLoose);
  EXPECT_EQ(run_format({{file.path()}, true}), kFaults);
  EXPECT_EQ(file.text(), kLoose);
}

TEST(Format, a_file_with_a_fault_is_left_untouched) {
  File const file(kFaulty);
  EXPECT_EQ(run_format({{file.path()}, false}), kFaults);
  EXPECT_EQ(file.text(), kFaulty);
}

TEST(Format, a_good_file_is_rewritten_beside_a_faulty_one) {
  File const good(kLoose);
  File const faulty(kFaulty);
  EXPECT_EQ(run_format({{faulty.path(), good.path()}, false}), kFaults);
  EXPECT_EQ(faulty.text(), kFaulty);
  EXPECT_NE(good.text(), kLoose);
}

TEST(Format, a_file_that_is_not_there_is_the_worlds_fault) {
  EXPECT_EQ(run_format({{"no/such.rules"}, false}), kWorld);
}

}  // namespace
}  // namespace hjemmel::cli
