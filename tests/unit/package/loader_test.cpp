// Loading a package from a temporary folder: each stage, each missing file, links, and the digest.
#include "engine/package/loader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/hash.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::package {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// `good`, the faults as `kind: message | help` lines, or `world: …`.
std::string loading(std::string const& path) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = load(path, sources, sink);
  std::string faults;
  for (diag::Diagnostic const& fault : sink.all()) {
    faults += std::string(diag::kind_name(fault.kind)) + ": " + fault.message + " | " + fault.help + "\n";
  }
  if (!loaded) {
    return "world: " + loaded.error().message;
  }
  if (loaded->has_value() == (sink.errors() > 0)) {
    return "a package and faults, or neither: " + faults;
  }
  return loaded->has_value() ? "good" : faults;
}

std::string digest(std::string const& path) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = load(path, sources, sink);
  return loaded && *loaded ? (*loaded)->digest : "none";
}

TEST(Loader, a_good_package_is_checked_and_lowered) {
  PackageFolder const folder;
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = load(folder.package(), sources, sink);
  ASSERT_TRUE(loaded && *loaded) << loading(folder.package());
  EXPECT_EQ((*loaded)->program.name, "no.sample");
  EXPECT_EQ((*loaded)->plan.rules.size(), 2U);
  ASSERT_EQ((*loaded)->files.size(), 3U);
  EXPECT_EQ((*loaded)->files[2].name, "schemas/no/sample_case.schema.yaml");
}

TEST(Loader, a_folder_that_is_not_there_is_the_worlds_fault) {
  EXPECT_THAT(loading("no/such/folder"), StartsWith("world: the package folder `no/such/folder` does not exist"));
}

TEST(Loader, a_file_is_not_a_package) {
  PackageFolder const folder;
  EXPECT_THAT(loading(folder.package() + "/package.yaml"), StartsWith("not_a_package: "));
}

TEST(Loader, a_folder_without_a_manifest_is_not_a_package) {
  PackageFolder folder;
  folder.remove("package/package.yaml");
  EXPECT_THAT(loading(folder.package()), HasSubstr("is not a package: it has no file `package.yaml`"));
}

TEST(Loader, a_rules_file_that_is_not_there_is_told_at_its_name) {
  PackageFolder folder;
  folder.remove("package/sample.rules");
  EXPECT_THAT(loading(folder.package()),
              StartsWith("package_file_missing: `sample.rules` is not in the package's folder"));
}

TEST(Loader, a_rules_file_that_is_a_folder_is_none) {
  PackageFolder folder;
  folder.remove("package/sample.rules");
  folder.write("package/sample.rules/x", "");
  EXPECT_THAT(loading(folder.package()), StartsWith("package_file_missing: `sample.rules` is not a file"));
}

TEST(Loader, a_link_out_of_the_folder_is_refused) {
  PackageFolder folder;
  folder.write("outside.rules", kSampleRules);
  folder.remove("package/sample.rules");
  folder.link("../outside.rules", "package/sample.rules");
  EXPECT_THAT(loading(folder.package()), StartsWith("file_outside_package: `sample.rules` leads out"));
}

TEST(Loader, a_link_inside_the_folder_is_followed) {
  PackageFolder folder;
  folder.write("package/real.rules", kSampleRules);
  folder.remove("package/sample.rules");
  folder.link("real.rules", "package/sample.rules");
  EXPECT_EQ(loading(folder.package()), "good");
}

TEST(Loader, the_package_itself_may_be_a_link) {
  PackageFolder folder;
  folder.link("package", "same");
  EXPECT_EQ(loading((folder.root() / "same").string()), "good");
}

TEST(Loader, says_where_a_fact_schema_was_looked_for) {
  PackageFolder folder;
  folder.remove("schemas/no/sample_case.schema.yaml");
  EXPECT_THAT(loading(folder.package()),
              testing::AllOf(StartsWith("fact_schema_missing: the fact schema `no/sample_case` is not there"),
                             HasSubstr((folder.root() / "schemas").string())));
}

TEST(Loader, the_nearest_schemas_folder_counts) {
  PackageFolder folder;
  std::filesystem::create_directories(folder.root() / "package/schemas");
  EXPECT_THAT(loading(folder.package()), StartsWith("fact_schema_missing: "));
}

TEST(Loader, a_fact_schema_may_be_json) {
  PackageFolder folder;
  folder.remove("schemas/no/sample_case.schema.yaml");
  folder.write("schemas/no/sample_case.schema.json",
               R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "no/sample_case", "type": "object",
                   "additionalProperties": false, "properties": {"case": {"type": "object", "additionalProperties": false,
                   "properties": {"act_date": {"type": "string", "format": "date"},
                                  "light": {"type": "boolean", "x-assessment": {"by": ["court"]}}}}}})");
  EXPECT_EQ(loading(folder.package()), "good");
}

TEST(Loader, a_schema_name_does_not_climb) {
  PackageFolder folder;
  std::string rules(kSampleRules);
  rules.replace(rules.find("no/sample_case"), 14, "../secret");
  folder.write("package/sample.rules", rules);
  folder.write("secret.schema.yaml", kSampleSchema);
  EXPECT_THAT(loading(folder.package()), HasSubstr("fact_schema_missing: "));
}

TEST(Loader, manifest_and_rules_agree_on_the_name) {
  PackageFolder folder;
  folder.write("package/package.yaml", "package: no.other\nversion: 0.1.0\nrules: [sample.rules]\n");
  EXPECT_THAT(loading(folder.package()),
              StartsWith("package_name_differs: the manifest says `no.other`, the rules say `no.sample`"));
}

TEST(Loader, the_digest_is_the_hash_over_names_lengths_and_bytes_by_name) {
  source::Sources sources;
  auto const b = sources.add("x", "two");
  auto const a = sources.add("y", "1");
  std::string const bytes = std::string("a") + '\0' + "1" + '\0' + "1" + "b" + '\0' + "3" + '\0' + "two";
  EXPECT_EQ(digest_of({{"b", b}, {"a", a}}, sources), "sha256:" + base::sha256(bytes));
}

TEST(Loader, the_digest_follows_the_content_and_not_the_place) {
  PackageFolder one;
  PackageFolder const other;
  std::string const before = digest(one.package());
  EXPECT_THAT(before, StartsWith("sha256:"));
  EXPECT_EQ(before, digest(other.package()));
  one.write("package/cases/sample.yaml", "cases: []\n");
  EXPECT_EQ(before, digest(one.package()));
  one.write("package/sample.rules", std::string(kSampleRules) + "# a remark\n");
  EXPECT_NE(before, digest(one.package()));
}

}  // namespace
}  // namespace hjemmel::package
