// Loading a package from a temporary folder: each stage, each missing file, links, and the digest.
#include "engine/package/loader.h"

#include <algorithm>

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

// Large files are parsed at once on threads of their own.
TEST(Loader, large_files_say_what_small_ones_say_in_the_order_of_the_manifest) {
  std::string told;
  for (std::size_t const size : {std::size_t{0}, std::size_t{200'000}}) {
    PackageFolder folder;
    std::string const padding = "# " + std::string(size, 'x') + "\n";
    folder.write("package/package.yaml",
                 "package: no.sample\nversion: 0.1.0\nrules: [sample.rules, b.rules, none.rules, a.rules, c.rules]\n");
    folder.write("package/b.rules", padding + "rul one\n");
    folder.write("package/a.rules", padding + "define = 7\n");
    folder.write("package/c.rules", padding + "rule three\n  then\n");
    std::string const now = loading(folder.package());
    EXPECT_EQ(std::count(now.begin(), now.end(), '\n'), 4) << now;
    EXPECT_TRUE(told.empty() || now == told) << told << now;
    told = now;
  }
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
              StartsWith("package_name_differs: `package.yaml` says `no.other`, the rules say `no.sample`"));
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

TEST(Loader, a_folder_that_is_a_link_out_is_not_entered) {
  PackageFolder folder;
  folder.write("outside/sample.rules", kSampleRules);
  folder.link("../outside", "package/part");
  folder.write("package/package.yaml", "package: no.sample\nversion: 0.1.0\nrules: [part/sample.rules]\n");
  EXPECT_THAT(loading(folder.package()), StartsWith("file_outside_package: `part/sample.rules` leads out"));
}

TEST(Loader, a_manifest_that_is_a_link_out_is_refused) {
  PackageFolder folder;
  folder.write("outside.yaml", kSampleManifest);
  folder.remove("package/package.yaml");
  folder.link("../outside.yaml", "package/package.yaml");
  EXPECT_THAT(loading(folder.package()), HasSubstr("`package.yaml` leads out of the package's folder"));
}

TEST(Loader, a_folder_beside_the_package_with_a_longer_name_is_outside) {
  PackageFolder folder;
  folder.write("package_other/sample.rules", kSampleRules);
  folder.remove("package/sample.rules");
  folder.link("../package_other/sample.rules", "package/sample.rules");
  EXPECT_THAT(loading(folder.package()), StartsWith("file_outside_package: `sample.rules` leads out"));
}

TEST(Loader, a_fact_schema_that_is_a_link_out_is_refused) {
  PackageFolder folder;
  PackageFolder const other;
  folder.remove("schemas/no/sample_case.schema.yaml");
  folder.link((other.root() / "schemas/no/sample_case.schema.yaml").string(), "schemas/no/sample_case.schema.yaml");
  EXPECT_THAT(loading(folder.package()), StartsWith("file_outside_package: the fact schema `"));
  folder.remove("schemas");
  folder.link((other.root() / "schemas").string(), "schemas");
  EXPECT_THAT(loading(folder.package()), StartsWith("file_outside_package: the fact schema `"));
}

TEST(Loader, a_fact_schema_may_be_a_link_inside_its_folder) {
  PackageFolder folder;
  folder.remove("schemas/no/sample_case.schema.yaml");
  folder.write("schemas/no/real.schema.yaml", kSampleSchema);
  folder.link("real.schema.yaml", "schemas/no/sample_case.schema.yaml");
  EXPECT_EQ(loading(folder.package()), "good");
}

TEST(Loader, a_schema_name_is_no_path_from_the_root) {
  PackageFolder folder;
  folder.write("secret.schema.yaml", kSampleSchema);
  std::string rules(kSampleRules);
  rules.replace(rules.find("no/sample_case"), 14, (folder.root() / "secret").string());
  folder.write("package/sample.rules", rules);
  EXPECT_THAT(loading(folder.package()), StartsWith("fact_schema_missing: "));
}

// The sample under another name, using the packages in `uses`.
void write_package(PackageFolder& folder, std::string const& place, std::string const& name, std::string const& uses) {
  std::string rules(kSampleRules);
  rules.replace(rules.find("no.sample"), 9, name);
  rules.replace(rules.find("source law"), 0, uses);
  folder.write(place + "/package.yaml", "package: " + name + "\nversion: 0.1.0\nrules: [sample.rules]\n");
  folder.write(place + "/sample.rules", rules);
}

TEST(Loader, a_used_package_that_is_a_link_out_is_refused) {
  PackageFolder folder;
  PackageFolder other;
  write_package(other, "package", "no.other", "");
  write_package(folder, "package", "no.sample", "uses no.other as other\n\n");
  std::filesystem::create_directories(folder.root() / "no");
  folder.link(other.package(), "no/other");
  EXPECT_THAT(loading(folder.package()), StartsWith("file_outside_package: the package folder `"));
  folder.remove("no/other");
  write_package(folder, "no/other", "no.other", "");
  EXPECT_EQ(loading(folder.package()), "good");
}

// As many packages in a row as `count` says, each using the next; the first is to be loaded.
std::string chain_of(PackageFolder& folder, std::size_t count) {
  for (std::size_t i = 1; i <= count; ++i) {
    std::string const next = "no.p" + std::to_string(i + 1);
    write_package(folder, "no/p" + std::to_string(i), "no.p" + std::to_string(i),
                  i == count ? "" : "uses " + next + " as next\n\n");
  }
  return (folder.root() / "no/p1").string();
}

TEST(Loader, packages_in_a_row_are_capped) {
  PackageFolder fits;
  EXPECT_EQ(loading(chain_of(fits, kMaxUses)), "good");
  PackageFolder more;
  EXPECT_THAT(loading(chain_of(more, kMaxUses + 1)), StartsWith("cyclic_uses: more than 16 packages use one another"));
}

TEST(Loader, catalogue_entries_of_one_range_are_capped) {
  auto const with_range = [](PackageFolder& folder, std::string const& last) {
    std::string rules(kSampleRules);
    rules.replace(rules.find("law \"§ 1\""), 11, "law \"§ 1\" [M-1 .. M-" + last + "]");
    folder.write("package/sample.rules", rules);
    return loading(folder.package());
  };
  PackageFolder folder;
  EXPECT_EQ(with_range(folder, "500"), "good");
  EXPECT_THAT(with_range(folder, "501"), StartsWith("bad_citation_range: "));
}

// `enum NAME`, with so many values.
std::string enumeration(std::string const& name, int count) {
  std::string text = "\nenum " + name + "\n";
  for (int i = 0; i < count; ++i) {
    text += "  " + name + "_" + std::to_string(i) + "\n";
  }
  return text;
}

TEST(Loader, keys_of_one_table_are_capped) {
  auto const with_keys = [](PackageFolder& folder, int first, int second) {
    folder.write("package/sample.rules",
                 std::string(kSampleRules) + enumeration("A", first) + enumeration("B", second) +
                     "\ntable t(a: A, b: B) -> int cites law \"§ 3\"\n  A_0 B_0 1\n  otherwise 2\n");
    return loading(folder.package());
  };
  PackageFolder folder;
  EXPECT_EQ(with_keys(folder, 100, 100), "good");
  EXPECT_THAT(with_keys(folder, 73, 137), StartsWith("bad_table_row: the rows of the table tell more than 10000 keys"));
}

// The sample with an amendment beside its rules; what `names` lay on.
std::string amending(PackageFolder const& folder, std::vector<std::string> const& names) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = load(folder.package(), sources, sink, names);
  return !loaded   ? "world: " + loaded.error().message
         : *loaded ? "good"
                   : std::string(diag::kind_name(sink.all().front().kind)) + ": " + sink.all().front().message;
}

constexpr std::string_view kAmendment = "amendment milder to no.sample\n\nrepeal rule mild\n";

TEST(Loader, amendments_by_name_stay_in_their_folder) {
  PackageFolder folder;
  folder.write("package/amendments/milder.rules", kAmendment);
  folder.write("milder.rules", kAmendment);
  EXPECT_EQ(amending(folder, {"milder"}), "good");
  EXPECT_THAT(amending(folder, {"../../milder"}), StartsWith("file_outside_package: `../../milder` is not the name"));
  EXPECT_THAT(amending(folder, {"../sample"}), StartsWith("file_outside_package: "));
  EXPECT_THAT(amending(folder, {(folder.root() / "milder").string()}), StartsWith("file_outside_package: "));
  EXPECT_THAT(amending(folder, {""}), StartsWith("file_outside_package: "));
}

TEST(Loader, amendments_that_are_links_out_are_refused) {
  PackageFolder folder;
  folder.write("outside/milder.rules", kAmendment);
  folder.link("../outside", "package/amendments");
  EXPECT_THAT(amending(folder, {"milder"}), StartsWith("file_outside_package: `amendments/milder.rules` leads out"));
}

}  // namespace
}  // namespace hjemmel::package
