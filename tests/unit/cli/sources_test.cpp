// hjemmel sources lock: the file that it writes.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/cli/verbs.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::cli {
namespace {

std::string read(std::filesystem::path const& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

SourcesOptions options_for(package::PackageFolder const& folder, SourcesVerb verb) {
  SourcesOptions options;
  options.verb = verb;
  options.packages = {folder.package()};
  options.corpus = (folder.root() / "acts").string();
  return options;
}

// The sample package, with an act behind its source.
void give_act(package::PackageFolder& folder) {
  std::string rules(package::kSampleRules);
  std::string const source = "source law \"a law\"";
  rules.replace(rules.find(source), source.size(), source + " id \"lov/1\"");
  folder.write("package/sample.rules", rules);
  folder.write("acts/act.md", "---\nrefid: \"lov/1\"\n---\n\n### § 1\n\nEn.\n### § 2\n\nTo.\n");
}

TEST(Sources, the_lock_is_written_once_like_the_package_file_and_agrees_with_the_acts) {
  package::PackageFolder folder;
  give_act(folder);
  std::filesystem::path const lock = folder.root() / "package/sources.lock";
  ::chmod((folder.root() / "package/package.yaml").c_str(), 0640);
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::verify)), kFaults);
  EXPECT_FALSE(std::filesystem::exists(lock));
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kDone);
  std::string const text = read(lock);
  EXPECT_NE(text.find("\nlov/1 § 1 sha256:"), std::string::npos) << text;
  EXPECT_EQ(text.find("En."), std::string::npos);
  struct ::stat made {};
  ASSERT_EQ(::stat(lock.c_str(), &made), 0);
  EXPECT_EQ(made.st_mode & 0777U, 0640U);
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::verify)), kDone);
  auto const written = std::filesystem::last_write_time(lock);
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kDone);
  EXPECT_EQ(std::filesystem::last_write_time(lock), written);
}

TEST(Sources, what_is_locked_anew_is_told_with_the_place_where_the_old_text_stands) {
  package::PackageFolder folder;
  give_act(folder);
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kDone);
  folder.write("acts/act.md", "---\nrefid: \"lov/1\"\n---\n\n### § 1\n\nNy.\n### § 2\n\nTre.\n### § 3\n\nEn.\n");
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::verify)), kFaults);
  testing::internal::CaptureStdout();
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kDone);
  std::string const text = testing::internal::GetCapturedStdout();
  EXPECT_NE(text.find("  locked anew lov/1 § 1; what was locked stands in § 3 now\n  locked anew lov/1 § 2\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::verify)), kDone);
}

TEST(Sources, a_lock_at_fault_is_written_anew) {
  package::PackageFolder folder;
  give_act(folder);
  folder.write("package/sources.lock", "<<<<<<< mine\n");
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::verify)), kFaults);
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kDone);
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::verify)), kDone);
}

TEST(Sources, the_lock_is_no_part_of_the_package) {
  package::PackageFolder folder;
  give_act(folder);
  std::string const before = api::info(*api::load_package(folder.package()).package).digest;
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kDone);
  api::PackageInfo const after = api::info(*api::load_package(folder.package()).package);
  EXPECT_EQ(after.digest, before);
  EXPECT_EQ(after.files.size(), 3U);
}

TEST(Sources, nothing_is_written_while_an_act_is_at_fault) {
  package::PackageFolder folder;
  give_act(folder);
  folder.write("acts/second.md", "---\nrefid: \"lov/1\"\n---\n\n### § 1\n\nEn.\n");
  EXPECT_EQ(run_sources(options_for(folder, SourcesVerb::lock)), kFaults);
  EXPECT_FALSE(std::filesystem::exists(folder.root() / "package/sources.lock"));
}

}  // namespace
}  // namespace hjemmel::cli
