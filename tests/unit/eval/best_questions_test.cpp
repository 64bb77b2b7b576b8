// Entitlements made by hand, and the order of what they ask.
#include "engine/eval/best_questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::eval {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Entitlement asking(std::size_t possible, std::vector<std::pair<std::string, std::size_t>> const& questions) {
  Entitlement entitlement;
  entitlement.possible.resize(possible);
  for (auto const& [name, left] : questions) {
    Missing& missing = entitlement.missing.emplace_back();
    missing.name = name;
    missing.outcomes_left = left;
    missing.fewest_left = left;
  }
  return entitlement;
}

// One that hangs on each of the facts by a criterion of its own, in this order: no answer gives it, and each may refuse it.
Entitlement needing_all_of(std::vector<std::string> const& facts) {
  Entitlement entitlement = asking(2, {});
  for (std::string const& fact : facts) {
    entitlement.criteria.push_back({"needs " + fact, false, Truth::unknown, {fact}, {}});
    Missing& missing = entitlement.missing.emplace_back();
    missing.name = fact;
    missing.outcomes_left = 2;
    missing.fewest_left = 1;
  }
  return entitlement;
}

std::vector<std::string> best(std::vector<Entitlement> const& all) {
  std::vector<Entitlement const*> each;
  for (Entitlement const& one : all) {
    each.push_back(&one);
  }
  std::vector<std::string> names;
  for (SharedQuestion const& question : best_questions(each)) {
    names.push_back(question.missing.name + "/" + std::to_string(question.services.size()));
  }
  return names;
}

TEST(BestQuestions, what_rules_out_most_over_all_services_comes_first) {
  // `shared` leaves 2 of 3 twice (a factor 2.25), `single` 1 of 2 once (a factor 2).
  EXPECT_THAT(best({asking(3, {{"shared", 2}}), asking(3, {{"shared", 2}}), asking(2, {{"single", 1}})}),
              ElementsAre("shared/2", "single/1"));
  EXPECT_THAT(best({asking(3, {{"shared", 2}}), asking(2, {{"single", 1}})}), ElementsAre("single/1", "shared/1"));
}

TEST(BestQuestions, of_equal_ones_that_of_most_services_then_the_first_by_name) {
  EXPECT_THAT(best({asking(2, {{"b", 2}, {"c", 2}}), asking(2, {{"a", 2}, {"c", 2}})}),
              ElementsAre("c/2", "a/1", "b/1"));
}

TEST(BestQuestions, what_may_refuse_many_comes_before_what_may_settle_one) {
  EXPECT_THAT(best({needing_all_of({"a", "gate"}), needing_all_of({"b", "gate"}), needing_all_of({"c", "gate"}),
                    asking(2, {{"last", 1}})}),
              ElementsAre("gate/3", "last/1", "a/1", "b/1", "c/1"));
}

TEST(BestQuestions, of_one_service_in_the_order_of_its_criteria) {
  EXPECT_THAT(best({needing_all_of({"b", "c", "a"})}), ElementsAre("b/1", "c/1", "a/1"));
}

TEST(BestQuestions, none_for_what_cannot_be_given_any_more) {
  Entitlement refused_or_elsewhere = asking(2, {{"place", 1}});
  refused_or_elsewhere.state = ServiceState::unknown;
  refused_or_elsewhere.possible = {ServiceState::refused, ServiceState::not_offered};
  EXPECT_FALSE(refused_or_elsewhere.may_still_be_given());
  EXPECT_THAT(best({refused_or_elsewhere}), IsEmpty());
  refused_or_elsewhere.possible.push_back(ServiceState::may_be_given);
  EXPECT_TRUE(refused_or_elsewhere.may_still_be_given());
  EXPECT_THAT(best({refused_or_elsewhere}), ElementsAre("place/1"));
}

TEST(BestQuestions, none_where_nothing_is_missing) { EXPECT_THAT(best({Entitlement{}}), IsEmpty()); }

}  // namespace
}  // namespace hjemmel::eval
