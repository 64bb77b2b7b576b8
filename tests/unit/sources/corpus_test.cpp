// A folder of acts: what is read, what is passed over, what is refused.
#include "engine/sources/corpus.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace hjemmel::sources {
namespace {

namespace fs = std::filesystem;

// A folder that is gone after the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "hjemmel_acts.XXXXXX").string();
    path_ = ::mkdtemp(name.data()) == nullptr ? "" : name;
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  void write(std::string const& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] fs::path const& path() const { return path_; }

 private:
  fs::path path_;
};

std::string act(std::string_view refid) {
  return "---\nrefid: \"" + std::string(refid) + "\"\n---\n\n### § 1\n\nTekst.\n";
}

struct Read {
  base::Result<Corpus> corpus;
  std::size_t errors = 0;
};

Read read(Folder const& folder, std::set<std::string> const& wanted) {
  source::Sources sources;
  diag::Sink sink;
  auto corpus = read_corpus(folder.path().string(), wanted, sources, sink);
  return {std::move(corpus), sink.errors()};
}

TEST(Corpus, reads_the_wanted_acts_and_passes_over_what_is_none) {
  Folder const folder;
  folder.write("a.md", act("lov/1"));
  folder.write("b.md", act("lov/2"));
  folder.write("README.md", "# Acts\n");
  folder.write("c.txt", act("lov/3"));
  fs::create_symlink(folder.path() / "c.txt", folder.path() / "d.md");
  fs::create_directory(folder.path() / "e.md");
  Read const found = read(folder, {"lov/1", "lov/3"});
  ASSERT_TRUE(found.corpus);
  EXPECT_EQ(found.errors, 0U);
  EXPECT_EQ(found.corpus->acts.size(), 1U);
  EXPECT_TRUE(found.corpus->acts.contains("lov/1"));
  EXPECT_EQ(found.corpus->passed_over, std::vector<std::string>{"README.md"});
}

TEST(Corpus, faults_in_the_text_of_an_act_that_is_not_wanted_are_not_told) {
  Folder const folder;
  folder.write("a.md", "---\nrefid: \"lov/1\"\n---\n\nno section\n");
  EXPECT_EQ(read(folder, {}).errors, 0U);
  Read const wanted = read(folder, {"lov/1"});
  EXPECT_EQ(wanted.errors, 1U);
  EXPECT_TRUE(wanted.corpus->unreadable.contains("lov/1"));
}

TEST(Corpus, an_act_in_two_files_is_not_read) {
  Folder const folder;
  folder.write("a.md", act("lov/1"));
  folder.write("b.md", act("lov/1"));
  Read const found = read(folder, {"lov/1"});
  EXPECT_EQ(found.errors, 1U);
  EXPECT_TRUE(found.corpus->acts.empty());
}

TEST(Corpus, a_folder_that_is_not_there_and_a_file_that_is_too_large_are_failures) {
  Folder const folder;
  source::Sources sources;
  diag::Sink sink;
  EXPECT_FALSE(read_corpus((folder.path() / "none").string(), {}, sources, sink));
  folder.write("a.md", std::string(source::kMaxFileBytes, 'a'));
  EXPECT_TRUE(read(folder, {}).corpus);
  folder.write("a.md", std::string(source::kMaxFileBytes + 1, 'a'));
  EXPECT_FALSE(read(folder, {}).corpus);
}

TEST(Corpus, as_many_files_are_read_as_fit_and_not_one_more) {
  Folder const folder;
  for (std::size_t at = 0; at < kMaxActFiles; ++at) {
    folder.write(std::to_string(at) + ".md", "");
  }
  EXPECT_TRUE(read(folder, {}).corpus);
  folder.write("one_more.md", "");
  EXPECT_FALSE(read(folder, {}).corpus);
}

}  // namespace
}  // namespace hjemmel::sources
