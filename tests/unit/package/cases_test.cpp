// Case files of a small package: merging, running, and every fault of form.
#include "engine/package/cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/document/reading.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::package {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// `passed NAME` or `failed NAME` with the differences for each case, after the faults of the files.
std::string running(PackageFolder const& folder) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = load(folder.package(), sources, sink);
  if (!loaded || !*loaded) {
    return "the package does not load";
  }
  auto const read = read_cases(**loaded, sources, sink);
  if (!read) {
    return "world: " + read.error().message;
  }
  std::string out;
  for (diag::Diagnostic const& fault : sink.all()) {
    out += std::string(diag::kind_name(fault.kind)) + ": " + fault.message + "\n";
  }
  for (PackageCase const& one : read->cases) {
    auto const lines = run_case(**loaded, one);
    out += (lines.empty() ? "passed " : "failed ") + one.name + "\n";
    for (std::string const& line : lines) {
      out += "  " + line + "\n";
    }
  }
  return out;
}

std::string running(std::string_view cases) {
  PackageFolder folder;
  folder.write("package/cases/sample.yaml", cases);
  return running(folder);
}

std::string merged(std::string under, std::string over) {
  source::Sources sources;
  diag::Sink sink;
  auto const lower = document::read(sources.add("under", std::move(under)), document::Format::yaml, sources, sink);
  auto const upper = document::read(sources.add("over", std::move(over)), document::Format::yaml, sources, sink);
  std::string out;
  document::append_tree(out, merge(*lower, *upper), "");
  return out;
}

TEST(Cases, pass_and_fail) {
  EXPECT_EQ(running(kSampleCases), "passed ordinary_case\npassed light_case\n");
  EXPECT_EQ(running("cases: [{name: a, facts: {case: {light: true}}, expect: {reaction: {options: [fine]}}}]"),
            "failed a\n  reaction.options: lacks `fine`, has also `warning`; expected `fine`\n");
}

TEST(Cases, own_facts_are_laid_over_the_common_ones) {
  EXPECT_EQ(merged("{a: {b: 1, c: [1, 2]}, d: 1}", "{a: {c: [3], e: 2}, d: {f: 1}, g: 1}"),
            "{a: {b: 1, c: [3], e: 2}, d: {f: 1}, g: 1}");
  EXPECT_EQ(merged("{a: {b: 1}}", "{a: unknown}"), "{a: unknown}");
  EXPECT_EQ(merged("{a: 1}", "{}"), "{a: 1}");
}

TEST(Cases, names_are_one_a_package) {
  PackageFolder folder;
  folder.write("package/cases/other.yaml", kSampleCases);
  EXPECT_THAT(running(folder), HasSubstr("case_twice: a case is called `ordinary_case` already"));
}

TEST(Cases, a_faulty_case_is_left_out_and_the_others_run) {
  EXPECT_EQ(running("cases:\n  - {name: a, facts: {case: {ligth: true}}, expect: {reaction: {status: decided}}}\n"
                    "  - {name: b, facts: {case: {light: true}}, expect: {reaction: {status: decided}}}\n"),
            "fact_unknown_key: `ligth` is not a key of `case`\npassed b\n");
}

TEST(Cases, a_fault_of_common_facts_is_told_once) {
  EXPECT_EQ(running("common: {case: {ligth: true}}\ncases:\n  - {name: a, expect: {reaction: {status: decided}}}\n"
                    "  - {name: b, expect: {reaction: {status: decided}}}\n"),
            "fact_unknown_key: `ligth` is not a key of `case`\n");
}

TEST(Cases, an_assessment_by_another_warns_only_where_the_case_fails) {
  EXPECT_EQ(running("cases: [{name: a, facts: {case: {light: {value: true, by: police}}}, expect: {reaction: {missing: "
                    "[case.light]}}}]"),
            "passed a\n");
}

TEST(Cases, forms_are_strict) {
  EXPECT_THAT(running("cases: []"), StartsWith("document_wrong_form: the file has no cases"));
  EXPECT_THAT(running("common: {}"), StartsWith("document_missing_key: the file has no cases"));
  EXPECT_THAT(running("[1]"), StartsWith("document_wrong_form: a case file"));
  EXPECT_THAT(running("cases: [{facts: {}, expect: {reaction: {status: decided}}}]"), HasSubstr("a case lacks `name`"));
  EXPECT_THAT(running("cases: [{name: A b, facts: {}, expect: {reaction: {status: decided}}}]"),
              HasSubstr("is not the name of a case"));
  EXPECT_THAT(running("cases: [{name: a, facts: {}}]"), HasSubstr("the case expects nothing"));
  EXPECT_THAT(running("cases: [{name: a, facts: {}, expect: {}}]"), HasSubstr("the case expects nothing"));
  EXPECT_THAT(running("cases: [{name: a, fact: {}, expect: {reaction: {}}}]"),
              HasSubstr("`fact` is not a key of a case"));
  EXPECT_THAT(running("cases: [{name: a, expect: {reactoin: {}}}]"),
              HasSubstr("case_unknown_name: `reactoin` is not a decision"));
}

TEST(Cases, a_cases_folder_that_is_not_there_is_told) {
  PackageFolder folder;
  folder.remove("package/cases");
  EXPECT_THAT(running(folder), StartsWith("package_file_missing: `cases` is not in the package's folder"));
}

TEST(Cases, a_package_may_have_none) {
  PackageFolder folder;
  folder.write("package/package.yaml", "package: no.sample\nversion: 0.1.0\nrules: [sample.rules]\n");
  folder.remove("package/cases");
  EXPECT_EQ(running(folder), "");
}

TEST(Cases, the_folder_cases_needs_no_line) {
  PackageFolder folder;
  folder.write("package/package.yaml", "package: no.sample\nversion: 0.1.0\nrules: [sample.rules]\n");
  EXPECT_EQ(running(folder), "passed ordinary_case\npassed light_case\n");
}

TEST(Cases, a_cases_folder_that_is_a_link_out_is_refused) {
  PackageFolder folder;
  folder.write("outside/sample.yaml", kSampleCases);
  folder.remove("package/cases");
  folder.link("../outside", "package/cases");
  EXPECT_THAT(running(folder), StartsWith("file_outside_package: `cases` leads out"));
}

TEST(Cases, a_case_file_that_is_a_link_out_is_refused_and_the_others_run) {
  PackageFolder folder;
  folder.write("outside.yaml", kSampleCases);
  folder.link("../../outside.yaml", "package/cases/other.yaml");
  EXPECT_EQ(running(folder),
            "file_outside_package: `cases/other.yaml` leads out of the package's folder\npassed ordinary_case\n"
            "passed light_case\n");
}

TEST(Cases, amendments_of_a_case_file_are_those_of_the_package) {
  constexpr std::string_view kAmendment = "amendment milder to no.sample\n\nrepeal rule mild\n";
  PackageFolder folder;
  folder.write("package/amendments/milder.rules", kAmendment);
  folder.write("milder.rules", kAmendment);
  auto const with = [&folder](std::string const& name) {
    folder.write("package/cases/sample.yaml",
                 "amendments: [" + name +
                     "]\ncases: [{name: a, facts: {case: {light: true}}, expect: {reaction: {options: [fine]}}}]\n");
    return running(folder);
  };
  EXPECT_EQ(with("milder"), "passed a\n");
  EXPECT_THAT(with("../../milder"), StartsWith("file_outside_package: `../../milder` is not the name of an amendment"));
  EXPECT_THAT(with((folder.root() / "milder.rules").string()), StartsWith("file_outside_package: "));
  EXPECT_THAT(with("../../milder.rules"), StartsWith("file_outside_package: "));
}

}  // namespace
}  // namespace hjemmel::package
