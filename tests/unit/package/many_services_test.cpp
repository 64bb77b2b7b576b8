// Packages of so many services that their rules are made, and what the plan tells is found, beside other work: all of it is as of
// a small one, in the order of the services.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/package/loader.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::package {
namespace {

using testing::HasSubstr;

constexpr std::string_view kHead = R"(package no.sample
  facts "no/sample_case"

source act "An act"

)";

// `criterion`: of the service in the middle.
std::string services(std::size_t count, std::string const& criterion) {
  std::string text(kHead);
  for (std::size_t at = 0; at < count; ++at) {
    std::string const number = std::to_string(at);
    text += "service s" + number + "\n  cites act \"§ " + number + "\"\n  as of right\n  criteria\n    own_" + number +
            "  " + (at == count / 2 ? criterion : "case.light") + "\n    common  not case.light\n\n";
  }
  return text;
}

struct Loaded {
  source::Sources sources;
  diag::Sink sink;
  std::optional<LoadedPackage> package;
};

void load_services(std::size_t count, std::string const& criterion, Loaded& loaded) {
  PackageFolder folder;
  folder.write("package/sample.rules", services(count, criterion));
  auto found = load(folder.package(), loaded.sources, loaded.sink);
  ASSERT_TRUE(found);
  loaded.package = *std::move(found);
}

class ManyServices : public testing::TestWithParam<std::size_t> {};

TEST_P(ManyServices, have_their_rules_and_their_words_in_their_order) {
  Loaded loaded;
  load_services(GetParam(), "case.light", loaded);
  ASSERT_TRUE(loaded.package);
  eval::Plan const& plan = loaded.package->plan;
  ASSERT_EQ(plan.services.size(), GetParam());
  ASSERT_EQ(plan.rules.size(), 2 * GetParam());
  for (std::size_t at = 0; at < GetParam(); ++at) {
    std::string const number = std::to_string(at);
    eval::RulePlan const& refused = plan.rules[2 * at + 1];
    ASSERT_EQ(plan.of(plan.services[at].name), "s" + number);
    ASSERT_EQ(plan.of(plan.rules[2 * at].name), "s" + number + ": given");
    ASSERT_EQ(plan.of(refused.name), "s" + number + ": refused");
    ASSERT_EQ(plan.of(refused.citations).front().place, "§ " + number);
    ASSERT_EQ(plan.of(plan.rules[2 * at].overriders).front(), 2 * at + 1);
    auto const grounds = plan.of(refused.grounds);
    ASSERT_EQ(grounds.size(), 2U);
    ASSERT_EQ(plan.of(grounds[0].name), "own_" + number);
    ASSERT_EQ(plan.of(grounds[1].text), "not case.light");
    ASSERT_TRUE(grounds[0].negated && grounds[1].negated);
  }
}

TEST_P(ManyServices, tell_a_fault_in_one_of_them) {
  Loaded loaded;
  load_services(GetParam(), "case.lihgt", loaded);
  EXPECT_FALSE(loaded.package);
  ASSERT_EQ(loaded.sink.errors(), 1U);
  EXPECT_THAT(loaded.sink.all().front().message, HasSubstr("case.lihgt"));
}

INSTANTIATE_TEST_SUITE_P(Few, ManyServices, testing::Values(1, 40));
// Around what is worth a thread, and around what it is told of together.
INSTANTIATE_TEST_SUITE_P(Many, ManyServices, testing::Values(999, 1000, 1024, 1025, 3000));

}  // namespace
}  // namespace hjemmel::package
