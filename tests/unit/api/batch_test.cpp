// Records of a batch through the stable face.
#include "engine/api/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/batch/in_order.h"

namespace hjemmel::api {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr char const* kNarcotics = "rules/no/penal/minor_narcotics";

std::shared_ptr<Package const> narcotics() {
  LoadResult result = load_package(kNarcotics);
  EXPECT_TRUE(result.package);
  return result.package;
}

std::string record(int year_of_birth, std::string const& grams) {
  return R"({"case": {"act": "holding", "act_date": "2026-05-04", "for_own_use": true, "seizures": [{"substance": "cannabis", "amount": ")" +
         grams + R"( g"}]}, "offender": {"birth_date": ")" + std::to_string(year_of_birth) + R"(-01-01"}})";
}

TEST(Batch, a_record_is_one_line_with_the_outcome_document) {
  auto const package = narcotics();
  DecidedRecord const one = decide_record(*package, record(2009, "2"), "cases.jsonl", 7);
  EXPECT_FALSE(one.faulty);
  EXPECT_THAT(one.json, StartsWith(R"({"line":7,"outcome":{)"));
  EXPECT_THAT(one.json, EndsWith("}}\n"));
  EXPECT_EQ(one.json.find('\n'), one.json.size() - 1);
  EXPECT_THAT(one.json, HasSubstr("conditional_waiver"));
}

TEST(Batch, what_is_wrong_with_a_record_is_its_line) {
  auto const package = narcotics();
  for (std::string const text :
       {"{", "7", "[]", R"({"case": {"act": "flying"}})", R"({"case": {"colour": 1}})", "\xff"}) {
    DecidedRecord const one = decide_record(*package, text, "cases.jsonl", 9);
    EXPECT_TRUE(one.faulty) << text;
    EXPECT_THAT(one.json, StartsWith(R"({"line":9,"findings":[{)")) << text;
    EXPECT_THAT(one.json, HasSubstr("cases.jsonl line 9")) << text;
  }
  EXPECT_EQ(refuse_record(3, "too long").json, "{\"line\":3,\"findings\":[],\"not_shown\":0,\"error\":\"too long\"}\n");
}

TEST(Batch, services_are_the_entitlements_document) {
  LoadResult const loaded = load_package("tests/golden/entitlements/packages/other");
  ASSERT_TRUE(loaded.package);
  DecidedRecord const one = entitle_record(loaded.package, R"({"case": {"late": true}})", "cases", 4);
  EXPECT_TRUE(one.undetermined);
  EXPECT_FALSE(one.faulty || one.rules_at_fault);
  EXPECT_THAT(one.json, StartsWith(R"({"line":4,"entitlements":{"packages":[{)"));
  EXPECT_EQ(one.json.find('\n'), one.json.size() - 1);
  EXPECT_TRUE(entitle_record(loaded.package, R"({"case": {"late": 3}})", "cases", 4).faulty);
}

TEST(Batch, options_are_refused_before_any_record) {
  auto const package = narcotics();
  EXPECT_EQ(refuse_batch(*package, {}), "");
  DecideOptions options;
  options.decision = "reaktion";
  EXPECT_THAT(refuse_batch(*package, options), HasSubstr("reaktion"));
  options = {};
  options.at = "4.5.2026";
  EXPECT_THAT(refuse_batch(*package, options), HasSubstr("4.5.2026"));
}

TEST(Batch, threads_say_what_one_says) {
  auto const package = narcotics();
  auto const run = [&](std::size_t threads) {
    std::string all;
    int next = 0;
    batch::in_order(
        threads, [&]() -> std::optional<int> { return next < 60 ? std::optional(next++) : std::nullopt; },
        [&](int const& at) {
          std::string const text = at % 9 == 4 ? "{" : record(1990 + at % 20, std::to_string(at % 12));
          return decide_record(*package, text, "cases", static_cast<std::uint64_t>(at)).json;
        },
        [&](std::string const& line) {
          all += line;
          return true;
        });
    return all;
  };
  std::string const alone = run(1);
  EXPECT_THAT(alone, HasSubstr("undetermined"));
  EXPECT_EQ(run(2), alone);
  EXPECT_EQ(run(5), alone);
}

}  // namespace
}  // namespace hjemmel::api
