// The manifest: what it may say, and each thing that it may not.
#include "engine/package/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/document/read.h"

namespace hjemmel::package {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// `NAME VERSION: rules… / cases`, or the faults, one `kind: message` a line.
std::string reading(std::string text) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("package.yaml", std::move(text));
  auto const root = document::read(file, document::Format::yaml, sources, sink);
  auto const manifest = root ? read_manifest(*root, sink) : std::nullopt;
  std::string out;
  for (diag::Diagnostic const& fault : sink.all()) {
    out += std::string(diag::kind_name(fault.kind)) + ": " + fault.message + "\n";
  }
  if (manifest.has_value() == (sink.errors() > 0)) {
    return "a manifest and faults, or neither";
  }
  if (!manifest) {
    return out;
  }
  out = manifest->name.text + " " + manifest->version.text + ":";
  for (Word const& rules : manifest->rules) {
    out += " " + rules.text;
  }
  return out + (manifest->cases ? " / " + manifest->cases->text : "");
}

std::string with_rules(std::string const& rules) {
  return reading("package: no.a\nversion: 0.1.0\nrules: " + rules + "\n");
}
std::string with_name(std::string const& name) {
  return reading("package: " + name + "\nversion: 0.1.0\nrules: [a.rules]\n");
}
std::string with_version(std::string const& version) {
  return reading("package: no.a\nversion: " + version + "\nrules: [a.rules]\n");
}

TEST(Manifest, names_files_and_cases) {
  EXPECT_EQ(reading("package: no.penal.minor\nversion: 0.1.0\nrules: [b.rules, part/a.rules]\ncases: cases\n"),
            "no.penal.minor 0.1.0: b.rules part/a.rules / cases");
  EXPECT_EQ(with_rules("[a.rules]"), "no.a 0.1.0: a.rules");
}

TEST(Manifest, lacks_nothing) {
  EXPECT_EQ(
      reading("cases: cases\n"),
      "document_missing_key: `package.yaml` lacks `package`\ndocument_missing_key: `package.yaml` lacks `version`\n"
      "document_missing_key: `package.yaml` lacks `rules`\n");
}

TEST(Manifest, has_no_other_keys) {
  EXPECT_EQ(reading("package: no.a\nversion: 0.1.0\nrules: [a.rules]\ncase: cases\n"),
            "document_unknown_key: `case` is not a key of `package.yaml`\n");
  EXPECT_THAT(reading("[1]"), StartsWith("document_wrong_form: "));
}

TEST(Manifest, a_package_name_is_lower_case_words_between_points) {
  EXPECT_EQ(with_name("no.a_1.b2"), "no.a_1.b2 0.1.0: a.rules");
  for (std::string const name : {"No.a", "no..a", ".no", "no.", "no.1a", "no-a", "no a"}) {
    EXPECT_THAT(with_name(name), StartsWith("manifest_bad_value: ")) << name;
  }
}

TEST(Manifest, a_version_is_three_numbers) {
  EXPECT_EQ(with_version("10.0.21"), "no.a 10.0.21: a.rules");
  for (std::string const version : {"0.1", "0.1.0.0", "01.1.0", "v0.1.0", "0.1.x", "0..1", "\"\"", "1.2.1234567"}) {
    EXPECT_FALSE(with_version(version).starts_with("no.a")) << version;
  }
}

TEST(Manifest, files_stay_inside_the_folder) {
  for (std::string const path :
       {"/etc/a.rules", "../a.rules", "b/../../a.rules", "./a.rules", "b//a.rules", "\"b\\\\a.rules\""}) {
    EXPECT_THAT(with_rules("[" + path + "]"), StartsWith("file_outside_package: ")) << path;
  }
  EXPECT_THAT(reading("package: no.a\nversion: 0.1.0\nrules: [a.rules]\ncases: ../cases\n"),
              StartsWith("file_outside_package: "));
}

TEST(Manifest, rules_are_a_list_of_rules_files_without_repetition) {
  EXPECT_THAT(with_rules("[]"), HasSubstr("names no file"));
  EXPECT_THAT(with_rules("a.rules"), StartsWith("document_wrong_form: `rules` is not a list"));
  EXPECT_THAT(with_rules("[a.yaml]"), HasSubstr("is not the name of a rules file"));
  EXPECT_THAT(with_rules("[a.rules, a.rules]"), HasSubstr("stands in the list twice"));
  EXPECT_THAT(with_rules("[null]"), StartsWith("document_wrong_form: "));
}

TEST(Manifest, rules_files_are_capped) {
  std::string names = "a0.rules";
  for (int i = 1; i < 1000; ++i) {
    names += ", a" + std::to_string(i) + ".rules";
  }
  EXPECT_THAT(with_rules("[" + names + "]"), StartsWith("no.a 0.1.0: a0.rules a1.rules"));
  EXPECT_EQ(with_rules("[" + names + ", b.rules]"), "document_wrong_form: `rules` names more than 1000 files\n");
}

}  // namespace
}  // namespace hjemmel::package
