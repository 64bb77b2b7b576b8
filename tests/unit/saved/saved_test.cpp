// Tests of engine/saved: what is saved comes back the same, and what is no saved package is refused.
#include "engine/saved/saved.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/api/hjemmel.h"
#include "engine/ir/print.h"
#include "engine/saved/codec.h"
#include "engine/saved/contents.h"

namespace hjemmel::saved {
namespace {

using testing::HasSubstr;

struct Loaded {
  source::Sources sources;
  diag::Sink sink;
  package::LoadedPackage package;
};

std::unique_ptr<Loaded> load(std::string const& folder) {
  auto loaded = std::make_unique<Loaded>();
  auto package = package::load(folder, loaded->sources, loaded->sink);
  CHECK(package && *package);
  loaded->package = **std::move(package);
  return loaded;
}

std::string saved(std::string const& folder) {
  auto const loaded = load(folder);
  return save(loaded->package, loaded->sources, loaded->sink);
}

constexpr char const* kLibrary = "rules/example/library";

// What stands behind the services.
std::string body_of(std::string const& bytes) {
  Head head;
  CHECK(read_head(bytes, head).empty());
  return bytes.substr(kHeadBytes + head.services_bytes);
}

// What a file says whose digest is right, whatever stands in its body.
std::string sealed(std::string const& bytes, std::string const& body) {
  Head head;
  CHECK(read_head(bytes, head).empty());
  head.contents = digest_of(head, body);
  return head_bytes(head) + bytes.substr(kHeadBytes, head.services_bytes) + body;
}

std::string fault_of(std::string const& bytes) {
  auto const restored = restore(bytes, nullptr);
  return restored ? "" : restored.error().message;
}

TEST(Saved, a_package_comes_back_the_same) {
  for (std::string const& folder : {std::string(kLibrary), std::string("rules/no/penal/minor_narcotics"),
                                    std::string("tests/bench/packages/eligibility")}) {
    auto const loaded = load(folder);
    std::string const bytes = save(loaded->package, loaded->sources, loaded->sink);
    auto const restored = restore(bytes, nullptr);
    ASSERT_TRUE(restored) << folder << ": " << restored.error().message;
    EXPECT_EQ(ir::print(restored->package.program), ir::print(loaded->package.program)) << folder;
    EXPECT_EQ(restored->package.digest, loaded->package.digest);
    EXPECT_EQ(save(restored->package, restored->sources, restored->found), bytes) << folder;
  }
}

TEST(Saved, a_file_that_is_cut_short_is_refused_wherever_it_is_cut) {
  std::string const bytes = saved(kLibrary);
  for (std::size_t size = 0; size < bytes.size(); size += size < kHeadBytes + 4 ? 1 : 97) {
    EXPECT_NE(fault_of(bytes.substr(0, size)), "") << size;
  }
}

TEST(Saved, a_bit_that_is_turned_is_seen_wherever_it_stands) {
  std::string const bytes = saved(kLibrary);
  for (std::size_t at = 0; at < bytes.size(); at += at < kHeadBytes ? 1 : 89) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_NE(fault_of(changed), "") << at;
  }
}

TEST(Saved, what_is_wrong_is_said) {
  std::string const bytes = saved(kLibrary);
  EXPECT_THAT(fault_of("package: example.library\n"), HasSubstr("no package that `hjemmel build` has saved"));
  std::string other = bytes;
  other[kMark.size()] = static_cast<char>(other[kMark.size()] ^ 1);
  EXPECT_THAT(fault_of(other), HasSubstr("another version of hjemmel"));
  EXPECT_THAT(fault_of(bytes + "x"), HasSubstr("damaged"));
  EXPECT_THAT(fault_of(bytes.substr(0, kMark.size() + 3)), HasSubstr("cut short"));
}

// Any byte of the body another, and the digest made right again: refused or a package that may be run, never a crash.
TEST(Saved, bytes_that_nobody_wrote_are_read_without_harm) {
  std::string const bytes = saved(kLibrary);
  std::string const body = body_of(bytes);
  std::size_t accepted = 0;
  std::size_t refused = 0;
  std::uint32_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    state = state * 1664525 + 1013904223;
    std::string changed = body;
    changed[(state >> 8U) % changed.size()] = static_cast<char>(state >> 3U);
    auto const restored = restore(sealed(bytes, changed), nullptr);
    (restored ? accepted : refused) += 1;
  }
  EXPECT_GT(refused, 100U);  // most bytes are letters of texts, which may be any
  EXPECT_GT(accepted, 100U);
}

// The plan stands last: one byte of it another, and what is still taken decides and explains, or says why not.
TEST(Saved, what_is_taken_can_be_run_whatever_was_changed) {
  std::string const path = testing::TempDir() + "/changed.hjc";
  api::FactsText const facts{"{}", "facts.yaml"};
  api::ExplainOptions question;
  question.decide.at = "2026-05-04";
  question.decide.trace = true;
  for (std::string const& folder : {std::string(kLibrary), std::string("rules/no/penal/minor_narcotics")}) {
    std::string const bytes = saved(folder);
    std::string const body = body_of(bytes);
    std::size_t ran = 0;
    std::uint32_t state = 7;
    for (int round = 0; round < 50; ++round) {
      state = state * 1664525 + 1013904223;
      std::string changed = body;
      changed[changed.size() - 1 - (state >> 8U) % (changed.size() / 3)] = static_cast<char>(state >> 3U & 0x1fU);
      std::ofstream(path, std::ios::binary) << sealed(bytes, changed);
      api::LoadResult const loaded = api::load_package(path);
      if (loaded.package == nullptr) {
        continue;
      }
      ++ran;
      static_cast<void>(api::decide(*loaded.package, facts, question.decide));
      static_cast<void>(api::explain(*loaded.package, facts, question));
    }
    EXPECT_GT(ran, 5U) << folder;
  }
  std::filesystem::remove(path);
}

TEST(Saved, a_body_that_ends_early_is_refused_with_a_right_digest_too) {
  std::string const bytes = saved(kLibrary);
  std::string const body = body_of(bytes);
  for (std::size_t size = 0; size < body.size(); size += 131) {
    EXPECT_THAT(fault_of(sealed(bytes, body.substr(0, size))), HasSubstr("damaged")) << size;
  }
  EXPECT_THAT(fault_of(sealed(bytes, body + "\x01")), HasSubstr("damaged"));
}

TEST(Saved, a_huge_count_reserves_nothing) {
  std::string const bytes = saved(kLibrary);
  EXPECT_THAT(fault_of(sealed(bytes, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")), HasSubstr("damaged"));
}

TEST(Saved, code_of_jurisdictions_has_to_be_there) {
  Loaded loaded = std::move(*load(kLibrary));
  Contents contents;
  contents.jurisdictions.push_back({"no", "1.0.0", "sha256:0"});
  Out out;
  put(out, {}, contents.texts);
  put(out, {}, contents.jurisdictions);
  put(out, {}, contents.warnings);
  put(out, {}, contents.warnings_dropped);
  EXPECT_THAT(fault_of(sealed(saved(kLibrary), out.take())), HasSubstr("the code of jurisdiction `no`"));
}

TEST(Saved, a_file_is_told_by_its_name_and_read_at_once) {
  std::string const path = testing::TempDir() + "/library.hjc";
  std::ofstream(path, std::ios::binary) << saved(kLibrary);
  EXPECT_TRUE(is_saved(path));
  EXPECT_FALSE(is_saved(kLibrary));
  EXPECT_FALSE(is_saved(path + ".other"));
  EXPECT_TRUE(restore_file(path, nullptr));
  std::remove(path.c_str());
  std::filesystem::create_directory(path);
  EXPECT_FALSE(is_saved(path));
  EXPECT_FALSE(restore_file(path, nullptr));
  std::filesystem::remove(path);
}

TEST(Saved, a_file_is_at_most_kMaxSavedBytes) {
  std::string const path = testing::TempDir() + "/large.hjc";
  for (std::size_t const more : {std::size_t{0}, std::size_t{1}}) {
    std::ofstream(path, std::ios::binary).put('x');
    std::filesystem::resize_file(path, kMaxSavedBytes + more);  // a hole
    auto const restored = restore_file(path, nullptr);
    EXPECT_THAT(restored.error().message, HasSubstr(more == 0 ? "it is no package" : "it is larger than 256 MiB"));
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace hjemmel::saved
