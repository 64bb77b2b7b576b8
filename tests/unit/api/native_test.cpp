// Native libraries of two packages: tables are the same with and without, and what must be refused is.
#include "engine/api/native.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/api/bundles.h"
#include "engine/columns/build.h"
#include "engine/native/compile.h"
#include "engine/native/library_text.h"
#include "engine/native/row_code.h"
#include "engine/package/loader.h"

namespace hjemmel::api {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr char const* kReaction = "tests/bench/packages/reaction";
constexpr char const* kOther = "tests/golden/entitlements/packages/other";
constexpr std::size_t kCases = 3000;

std::string compiler() {
  char const* const named = std::getenv("CXX");
  return named == nullptr ? "c++" : named;
}

class Native : public testing::Test {
 protected:
  Native() {
    std::string name = (fs::temp_directory_path() / "native-test-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Native() override { fs::remove_all(folder_); }

  static std::shared_ptr<Package const> load(char const* package, BundleSettings const& settings = {}) {
    return load_package(package, {}, open_bundles(settings).bundles).package;
  }
  void put(std::string const& name, std::string const& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  // The library with its list, by that name.
  [[nodiscard]] std::string put_library(std::string const& name, std::string const& bytes) const {
    put(name, bytes);
    put(name + ".yaml", native_list_text(name, bytes));
    return (folder_ / name).string();
  }
  [[nodiscard]] std::string build(Package const& package, std::string const& name) const {
    NativeBuilt const built = build_native(package, {compiler(), 0});
    EXPECT_EQ(built.error, "");
    return put_library(name, built.bytes);
  }
  static BatchQuestion table() {
    BatchQuestion question;
    question.write = BatchWrite::table;
    return question;
  }

  fs::path folder_;
};

std::string act(std::size_t number) {
  constexpr char const* kNames[] = {"cannabis", "heroin", "khat", "lsd", "ghb"};
  auto const truth = [number](std::size_t bit) { return std::string((number >> bit & 1U) != 0 ? "true" : "false"); };
  std::string substances;
  for (std::size_t at = 0; at < number % 11; ++at) {
    substances += std::string(at == 0 ? "" : ",") + R"({"name":")" + kNames[(number + at) % 5] + R"(","grams":")" +
                  std::to_string((number * 7 + at) % 20) + ".25\"}";
  }
  return R"({"age_at_act":)" + std::to_string(15 + number % 12) + R"(,"prior_offences":)" + std::to_string(number % 5) +
         R"(,"own_use":)" + truth(1) + R"(,"addicted":)" + truth(2) + R"(,"at_risk":)" + truth(3) +
         R"(,"penal_purpose_requires":)" + truth(4) + R"(,"act":"use","substances":[)" + substances + "]}";
}

std::string table_of(std::shared_ptr<Package const> const& package, std::shared_ptr<NativeLibrary const> library) {
  BatchQuestion question;
  question.write = BatchWrite::table;
  Batch const batch(package, question, column_deciders(std::move(library)));
  std::vector<std::string> texts;
  std::vector<RecordText> records;
  for (std::size_t at = 0; at < kCases; ++at) {
    texts.push_back(act(at * 2654435761U >> 7U));
  }
  for (std::string const& text : texts) {
    records.push_back({records.size() + 1, text});
  }
  return batch.head() + batch.decide(records).text;
}

TEST_F(Native, table_is_the_same) {
  auto const package = load(kReaction);
  NativeResult const opened = open_native(*package, build(*package, "reaction.so"));
  ASSERT_EQ(opened.error, "");
  EXPECT_EQ(refuse_native(*opened.library, *package, table()), "");
  std::string const native = table_of(package, opened.library);
  EXPECT_EQ(native, table_of(package, nullptr));
  EXPECT_THAT(native, HasSubstr("unconditional_waiver"));
  EXPECT_THAT(native, HasSubstr("fine"));
}

TEST_F(Native, question_without_code_is_refused) {
  auto const package = load(kReaction);
  NativeResult const opened = open_native(*package, build(*package, "reaction.so"));
  ASSERT_TRUE(opened.library);
  EXPECT_THAT(refuse_native(*opened.library, *package, {}), HasSubstr("`--write table`"));
  BatchQuestion services = table();
  services.services = true;
  EXPECT_THAT(refuse_native(*opened.library, *package, services), HasSubstr("no code for what is asked"));
}

TEST_F(Native, library_of_another_package_is_refused) {
  auto const package = load(kReaction);
  auto const other = load(kOther);
  NativeResult const opened = open_native(*other, build(*package, "reaction.so"));
  EXPECT_EQ(opened.library, nullptr);
  EXPECT_EQ(opened.failure, Failure::use);
  EXPECT_THAT(opened.error, HasSubstr("it was built of another package"));
}

TEST_F(Native, library_has_code_for_one_case_in_a_struct_of_any_layout) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(kReaction, sources, sink);
  columns::Kernel const kernel = columns::build((*loaded)->plan);
  NativeBuilt const built = build_native(*load(kReaction), {compiler(), 1});
  auto const library = native::load_library(built.bytes);
  ASSERT_TRUE(library) << library.error().message;
  rows::Layout layout;
  for (std::uint32_t fact = 0; fact < (*loaded)->plan.facts.size(); ++fact) {
    layout.scalars.push_back({8 * fact});
    layout.lists.push_back({800, columns::Width::u8, 808, true, 16, columns::kNone, {{0}, {8}}});
  }
  EXPECT_TRUE(native::row_code(**library, kernel, 0, layout));
}

TEST_F(Native, library_of_another_engine_is_refused) {
  auto const package = load(kReaction);
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(kReaction, sources, sink);
  columns::Kernel const kernel = columns::build((*loaded)->plan);
  std::vector<native::Unit> units{*native::write_unit(kernel, columns::schedule(kernel, {0}, {}))};
  units[0].text += "// as another version would have written it\n";
  std::string const digest = (*loaded)->digest;
  auto const bytes = native::compile(native::library_text(units, digest.substr(digest.find(':') + 1)), {compiler(), 1});
  ASSERT_TRUE(bytes) << bytes.error().message;
  EXPECT_THAT(open_native(*package, put_library("reaction.so", *bytes)).error, HasSubstr("another version of hjemmel"));
}

TEST_F(Native, what_nobody_vouches_for_is_refused) {
  auto const package = load(kReaction);
  std::string const path = build(*package, "reaction.so");
  std::ofstream(path, std::ios::binary | std::ios::app) << "x";
  EXPECT_THAT(open_native(*package, path).error, HasSubstr("its file is another than `reaction.so.yaml` lists"));
  fs::remove(path + ".yaml");
  EXPECT_THAT(open_native(*package, path).error, HasSubstr("it is not listed in `reaction.so.yaml`"));
  BundleSettings trusting;
  trusting.allow_unlisted = true;
  EXPECT_NE(open_native(*load(kReaction, trusting), path).library, nullptr);
}

TEST_F(Native, host_with_keys_takes_signed_libraries_only) {
  std::string const path = build(*load(kReaction), "reaction.so");
  BundleSettings keyed;
  keyed.allow_unlisted = true;
  keyed.keys = {"MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqo="};
  EXPECT_THAT(open_native(*load(kReaction, keyed), path).error, HasSubstr("takes signed plugins only"));
}

TEST_F(Native, damaged_library_is_refused_without_a_hash_too) {
  BundleSettings trusting;
  trusting.allow_unlisted = true;
  auto const package = load(kReaction, trusting);
  std::string const bytes = build_native(*package, {compiler(), 0}).bytes;
  put("cut.so", bytes.substr(0, bytes.size() / 2));
  EXPECT_THAT(open_native(*package, (folder_ / "cut.so").string()).error, HasSubstr("cut off or damaged"));
  put("text.so", "no library");
  EXPECT_THAT(open_native(*package, (folder_ / "text.so").string()).error, HasSubstr("it is no ELF file"));
}

TEST_F(Native, same_package_makes_the_same_library) {
  auto const package = load(kReaction);
  EXPECT_EQ(build_native(*package, {compiler(), 1}).bytes, build_native(*package, {compiler(), 1}).bytes);
}

}  // namespace
}  // namespace hjemmel::api
