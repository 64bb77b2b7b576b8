// A package at the limit of steps, and one step past it.
#include "engine/package/cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/package/loader.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::package {
namespace {

using testing::HasSubstr;

std::string list(std::string const& name, int most) {
  return "      " + name + ": {type: array, maxItems: " + std::to_string(most) +
         ", items: {type: object, additionalProperties: false, properties: {x: {type: boolean}}}}\n";
}

std::string rule(std::string const& name, std::string const& when) {
  return "\nrule " + name + " cites law \"§ 3\"\n  overrides ordinary\n  when " + when +
         "\n  then reaction is warning\n";
}

// Three lists in one another, two, one, and a step for each `when case.light`: 998,002,001 + 1,996,001 + 1,997 + 1.
class AtTheLimit {
 public:
  explicit AtTheLimit(std::string const& more) {
    folder_.write("schemas/no/sample_case.schema.yaml", std::string(kSampleSchema) + list("a", 1000) + list("b", 1000) +
                                                            list("c", 498) + list("d", 997) + list("e", 998));
    folder_.write("package/sample.rules",
                  std::string(kSampleRules) +
                      rule("three", "some r in case.a has (some s in case.b has (some t in case.c has t.x))") +
                      rule("two", "some r in case.a has (some s in case.d has s.x)") +
                      rule("one", "some r in case.e has r.x") + more);
  }
  [[nodiscard]] std::string path() const { return folder_.package(); }

 private:
  PackageFolder folder_;
};

struct Loaded {
  explicit Loaded(std::string const& more) : folder(more), package(load(folder.path(), sources, sink)) {}
  AtTheLimit folder;
  source::Sources sources;
  diag::Sink sink;
  base::Result<std::optional<LoadedPackage>> package;
};

TEST(CheckCost, a_package_at_the_limit_is_accepted) {
  Loaded const loaded("");
  ASSERT_TRUE(loaded.package && *loaded.package) << loaded.sink.all().front().message;
  EXPECT_EQ((*loaded.package)->cost.in_all, lower::kMaxSteps);
}

TEST(CheckCost, one_step_more_is_refused_and_the_dearest_rule_named) {
  Loaded const loaded(rule("more", "case.light"));
  ASSERT_TRUE(loaded.package && !*loaded.package);
  ASSERT_EQ(loaded.sink.all().size(), 1U);
  diag::Diagnostic const& fault = loaded.sink.all().front();
  EXPECT_EQ(fault.kind, diag::Kind::too_costly);
  EXPECT_EQ(fault.message,
            "deciding one case may take 1,000,000,001 steps, and 1,000,000,000 are allowed; the rule `three` takes "
            "998,002,001 steps: it runs over `case.a` (up to 1,000 elements), for each of them over `case.b` (up to "
            "1,000 elements), for each of them over `case.c` (up to 498 elements)");
  EXPECT_THAT(fault.help, HasSubstr("lower `maxItems`"));
  EXPECT_THAT(std::string(loaded.sources.text(fault.span)), HasSubstr("three"));
}

TEST(CheckCost, more_steps_than_can_be_counted_are_said_to_be_so) {
  Loaded const loaded("");
  ASSERT_TRUE(loaded.package && *loaded.package);
  lower::Cost cost = (*loaded.package)->cost;
  cost.in_all = lower::kEndless;
  diag::Sink sink;
  EXPECT_FALSE(check_cost((*loaded.package)->program, (*loaded.package)->plan, cost, lower::kMaxSteps, sink));
  EXPECT_THAT(sink.all().front().message, HasSubstr("may take more steps than can be counted, and 1,000,000,000"));
}

}  // namespace
}  // namespace hjemmel::package
