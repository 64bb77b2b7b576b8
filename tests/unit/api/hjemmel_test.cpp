// The stable face: a small package in a temporary folder, loaded and asked; every kind of failure told apart.
#include "engine/api/hjemmel.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/package/package_folder.h"

namespace hjemmel::api {
namespace {

using package::PackageFolder;
using testing::HasSubstr;

FactsText yaml(std::string text) { return {std::move(text), "facts.yaml", FactsFormat::guess}; }

std::shared_ptr<Package const> sample() {
  PackageFolder const folder;
  return load_package(folder.package()).package;
}

TEST(Api, a_package_outlives_its_folder) {
  auto const package = sample();
  ASSERT_TRUE(package);
  EXPECT_EQ(info(*package).name, "no.sample");
  EXPECT_EQ(info(*package).rules, 2U);
  DecideResult const decided = decide(*package, yaml("case: {light: true}"));
  ASSERT_TRUE(decided.answer);
  ASSERT_EQ(decided.answer->outcomes.size(), 1U);
  EXPECT_EQ(decided.answer->outcomes[0].options[0].name, "warning");
  EXPECT_FALSE(decided.answer->rules_at_fault);
}

TEST(Api, json_and_text_are_given_with_the_outcome) {
  auto const package = sample();
  DecideResult const decided = decide(*package, yaml("case: {light: false, act_date: 2026-03-01}"));
  ASSERT_TRUE(decided.answer);
  EXPECT_THAT(decided.answer->json, HasSubstr("\"as_of\": \"2026-03-01\""));
  EXPECT_THAT(decided.answer->json, HasSubstr(info(*package).digest));
  EXPECT_THAT(decided.answer->text, HasSubstr("fine"));
}

TEST(Api, a_trace_only_when_asked_for) {
  auto const package = sample();
  EXPECT_TRUE(decide(*package, yaml("{}")).answer->traces.empty());
  DecideResult const traced = decide(*package, yaml("{}"), {std::nullopt, std::nullopt, true});
  ASSERT_EQ(traced.answer->traces.size(), 1U);
  EXPECT_EQ(traced.answer->traces[0].rules.size(), 2U);
}

TEST(Api, faulty_facts_give_findings_and_no_answer) {
  auto const package = sample();
  DecideResult const decided = decide(*package, yaml("case:\n  light: \"no\"\n"));
  EXPECT_FALSE(decided.answer);
  EXPECT_EQ(decided.failure, Failure::input);
  ASSERT_EQ(decided.findings.all.size(), 1U);
  Finding const& finding = decided.findings.all[0];
  EXPECT_EQ(finding.kind, "fact_not_a_bool");
  EXPECT_EQ(finding.path, "facts.yaml");
  EXPECT_EQ(finding.line, 2U);
  EXPECT_EQ(finding.column, 10U);
  EXPECT_THAT(finding.json, HasSubstr("\"kind\":\"fact_not_a_bool\""));
}

TEST(Api, flips_of_each_decision_that_is_asked_for) {
  auto const package = sample();
  FlipsResult const found = flips(*package, yaml("case: {light: false, act_date: 2026-03-01}"));
  ASSERT_EQ(found.flips.size(), 1U);
  EXPECT_EQ(found.flips[0].state, eval::FlipState::found);
  ASSERT_EQ(found.flips[0].flips.size(), 1U);
  EXPECT_EQ(found.flips[0].flips[0].changes[0].fact, "case.light");
  EXPECT_EQ(found.flips[0].flips[0].outcome.options[0].name, "warning");
  EXPECT_THAT(found.json, HasSubstr("\"fact\": \"case.light\""));
}

TEST(Api, flips_that_cannot_be_asked_for) {
  auto const package = sample();
  FlipOptions options;
  options.option = "warnin";
  FlipsResult const other = flips(*package, yaml("{}"), options);
  EXPECT_EQ(other.failure, Failure::use);
  EXPECT_THAT(other.error, HasSubstr("did you mean `warning`?"));
  EXPECT_EQ(flips(*package, yaml("case:\n  light: \"no\"\n")).failure, Failure::input);
  options.option = "warning";
  options.decide.decision = "reactoin";
  EXPECT_EQ(flips(*package, yaml("{}"), options).failure, Failure::use);
}

TEST(Api, json_facts_by_format_and_by_name) {
  auto const package = sample();
  EXPECT_TRUE(decide(*package, {"{\"case\": {\"light\": true}}", "x", FactsFormat::json}).answer);
  EXPECT_TRUE(decide(*package, {"{\"case\": {\"light\": true}}", "-", FactsFormat::guess}).answer);
  EXPECT_FALSE(decide(*package, {"case: {light: true}", "facts.json", FactsFormat::guess}).answer);
}

TEST(Api, what_cannot_be_asked_is_wrong_use) {
  auto const package = sample();
  DecideResult const other = decide(*package, yaml("{}"), {std::nullopt, "reactoin", false});
  EXPECT_EQ(other.failure, Failure::use);
  EXPECT_THAT(other.error, HasSubstr("did you mean `reaction`?"));
  EXPECT_EQ(decide(*package, yaml("{}"), {"2026-1-1", std::nullopt, false}).failure, Failure::use);
  EXPECT_THAT(decide(*package, yaml("{}"), {"2026-01-01", std::nullopt, false}).error,
              HasSubstr("does not name the fact"));
}

TEST(Api, the_date_asked_for_fills_a_date_left_out_and_no_other) {
  PackageFolder folder;
  std::string rules(package::kSampleRules);
  rules.replace(rules.find("as of "), 6, "decided on ");
  folder.write("package/sample.rules", rules);
  auto const package = load_package(folder.package()).package;
  ASSERT_TRUE(package);
  DecideOptions const options{"2026-05-04", std::nullopt, false};
  EXPECT_THAT(decide(*package, yaml("{}"), options).answer->json, HasSubstr("\"decided_on\": \"2026-05-04\""));
  EXPECT_THAT(decide(*package, yaml("case: {act_date: 2026-01-01}"), options).answer->json,
              HasSubstr("\"decided_on\": \"2026-01-01\""));
  EXPECT_THAT(decide(*package, yaml("case: {act_date: unknown}"), options).answer->json,
              testing::Not(HasSubstr("2026-05-04")));
}

TEST(Api, failures_tell_whose_fault_it_is) {
  EXPECT_EQ(load_package("no/such/folder").failure, Failure::world);
  PackageFolder folder;
  folder.write("package/package.yaml", "package: [\n");
  LoadResult const loaded = load_package(folder.package());
  EXPECT_EQ(loaded.failure, Failure::input);
  EXPECT_TRUE(loaded.findings.has_errors());
  EXPECT_EQ(read_text(folder.package()).failure, Failure::input);
  EXPECT_EQ(read_text("no/such/file").failure, Failure::world);
}

TEST(Api, cases_run_with_place_and_differences) {
  PackageFolder folder;
  auto const package = load_package(folder.package()).package;
  folder.write("package/cases/sample.yaml",
               "cases:\n  - name: a\n    facts: {case: {light: {value: true, by: police}}}\n    expect: {reaction: "
               "{status: decided}}\n");
  CasesResult const ran = run_cases(*package);
  ASSERT_EQ(ran.cases.size(), 1U);
  EXPECT_EQ(ran.cases[0].line, 2U);
  EXPECT_FALSE(ran.cases[0].differences.empty());
  ASSERT_EQ(ran.cases[0].warnings.size(), 1U);
  EXPECT_EQ(ran.cases[0].warnings[0].kind, "fact_judged_by_another");
  EXPECT_TRUE(read_cases(*package).cases[0].differences.empty());
}

TEST(Api, threads_share_a_package) {
  auto const package = sample();
  std::string const alone = decide(*package, yaml("case: {light: true}")).answer->json;
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 50; ++turn) {
        answer = decide(*package, yaml("case: {light: true}")).answer->json;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_THAT(answers, testing::Each(alone));
}

}  // namespace
}  // namespace hjemmel::api
