// Services from rules and facts as their users write them.
#include "engine/eval/entitle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/eval/worked.h"

namespace hjemmel::eval {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string const kServices = R"(service claim cites act "§ 1"
  as of right
  offered in {red} by case.colour
  criteria
    first   case.a
    second  case.maybe
  excludes
    third  case.b

service chance cites act "§ 2"
  may be given
  criteria
    one    case.a
    other  not case.a or case.c

service strange cites act "§ 3"
  may be given
  criteria
    on_claim  claim is entitled
    serious   case.serious

service certain cites act "§ 4"
  may be given
  criteria
    yes  case.c
    no   not case.c
)";

Entitlement ask(std::uint32_t service, std::string const& facts) {
  Worked worked(kThings + kServices);
  return entitle(worked.plan(), worked.read(facts), service);
}

std::string state(std::uint32_t service, std::string const& facts) {
  return std::string(service_state_name(ask(service, facts).state));
}

std::vector<std::string> asked(Entitlement const& entitlement) {
  std::vector<std::string> names;
  for (Missing const& missing : entitlement.missing) {
    names.push_back(missing.name);
  }
  return names;
}

TEST(Entitle, given_when_all_criteria_hold_and_no_exclusion_is_met) {
  EXPECT_EQ(state(0, "case: {colour: red, a: true, maybe: true, b: false}\n"), "entitled");
  EXPECT_EQ(state(1, "case: {a: true, c: true}\n"), "may_be_given");
}

TEST(Entitle, one_failed_criterion_or_met_exclusion_refuses_and_all_are_listed) {
  Entitlement const one = ask(0, "case: {colour: red, a: false}\n");
  EXPECT_EQ(one.state, ServiceState::refused);
  EXPECT_THAT(one.failed, ElementsAre("first"));
  EXPECT_THAT(one.missing, IsEmpty());
  Entitlement const all = ask(0, "case: {colour: red, a: false, maybe: not_applicable, b: true}\n");
  EXPECT_THAT(all.failed, ElementsAre("first", "second", "third"));
  EXPECT_EQ(all.criteria[1].truth, Truth::not_applicable);
}

TEST(Entitle, an_exclusion_that_does_not_apply_is_not_met) {
  Worked worked(kThings + "service s cites act\n  as of right\n  excludes\n    x  case.maybe\n");
  EXPECT_EQ(entitle(worked.plan(), worked.read("case: {maybe: not_applicable}\n"), 0).state, ServiceState::entitled);
}

TEST(Entitle, not_offered_here_goes_before_refused_and_asks_nothing) {
  Entitlement const elsewhere = ask(0, "case: {colour: blue, a: false}\n");
  EXPECT_EQ(elsewhere.state, ServiceState::not_offered);
  EXPECT_THAT(elsewhere.failed, ElementsAre("first"));
  EXPECT_THAT(elsewhere.missing, IsEmpty());
  EXPECT_EQ(elsewhere.offered->truth, Truth::no);
}

TEST(Entitle, what_is_unknown_is_told_with_what_it_may_turn_out_to_be) {
  Entitlement const open = ask(0, "case: {colour: red, a: true, maybe: true}\n");
  EXPECT_EQ(open.state, ServiceState::unknown);
  EXPECT_THAT(asked(open), ElementsAre("case.b"));
  EXPECT_THAT(open.possible, testing::UnorderedElementsAre(ServiceState::entitled, ServiceState::refused));
  EXPECT_THAT(open.criteria[2].unknowns, ElementsAre("case.b"));
}

TEST(Entitle, completions_settle_what_single_lines_leave_open) {
  Entitlement const refused = ask(3, "case: {}\n");
  EXPECT_EQ(refused.state, ServiceState::refused);
  EXPECT_THAT(refused.failed, ElementsAre("yes", "no"));
  EXPECT_THAT(refused.missing, IsEmpty());
}

TEST(Entitle, services_read_each_other_and_tell_who_judges) {
  Entitlement const open = ask(2, "case: {colour: red, a: true, maybe: true, b: false}\n");
  ASSERT_THAT(asked(open), ElementsAre("case.serious"));
  EXPECT_EQ(open.missing.front().kind, MissingKind::assessment);
  EXPECT_THAT(open.missing.front().by, ElementsAre("court"));
  EXPECT_THAT(ask(2, "case: {colour: red, a: false}\n").failed, ElementsAre("on_claim"));
}

TEST(Entitle, an_error_that_nothing_else_settles_is_an_error) {
  Worked worked(kThings +
                "service s cites act\n  may be given\n  criteria\n"
                "    few  case.visits * 999999999999999999 > 0\n    a    case.a\n");
  Entitlement const error = entitle(worked.plan(), worked.read("case: {visits: 9, a: true}\n"), 0);
  EXPECT_EQ(error.state, ServiceState::error);
  EXPECT_EQ(error.criteria[0].truth, Truth::error);
  EXPECT_THAT(error.reason, testing::HasSubstr("case.visits"));
  EXPECT_EQ(entitle(worked.plan(), worked.read("case: {visits: 9, a: false}\n"), 0).state, ServiceState::refused);
}

// Whatever a person tells: the state is what the decision comes to, each line is told as it was answered, and those that fail are
// listed.
void expect_as_decided(Worked& worked, std::string const& written, std::vector<std::string> const& truths) {
  Case const facts = worked.read(written);
  Entitlement const found = entitle(worked.plan(), facts, 0);
  Outcome const outcome = decide(worked.plan(), facts, worked.plan().services[0].decision);
  EXPECT_EQ(service_state_name(found.state), outcome.options.empty() ? "unknown" : outcome.options.front().name)
      << written;
  ASSERT_EQ(found.criteria.size(), truths.size());
  std::vector<std::string> failed;
  for (std::size_t at = 0; at < truths.size(); ++at) {
    EXPECT_EQ(truth_name(found.criteria[at].truth), truths[at]) << written << found.criteria[at].name;
    bool const fails =
        found.criteria[at].exclusion ? truths[at] == "true" : truths[at] == "false" || truths[at] == "not_applicable";
    if (fails) {
      failed.push_back(found.criteria[at].name);
    }
  }
  EXPECT_EQ(found.failed, failed) << written;
}

TEST(Entitle, the_criteria_alone_say_what_the_decision_comes_to) {
  Worked worked(kThings +
                "service s cites act\n  as of right\n  criteria\n    first   case.a\n    second  case.maybe\n"
                "  excludes\n    third  case.optional_visits > 3\n");
  for (std::string const first : {"true", "false"}) {
    for (std::string const second : {"true", "false", "not_applicable", "unknown"}) {
      for (auto const& [visits, third] : {std::pair("4", "true"), std::pair("3", "false"),
                                          std::pair("not_applicable", "false"), std::pair("unknown", "unknown")}) {
        std::string written = "case: {a: ";
        written.append(first).append(", maybe: ").append(second).append(", optional_visits: ").append(visits);
        expect_as_decided(worked, written.append("}\n"), {first, second, third});
      }
    }
  }
}

TEST(Entitle, a_criterion_that_rests_on_a_default_is_told_with_it) {
  Worked worked(kThings +
                "service s cites act\n  as of right\n  criteria\n    first   case.a\n    second  case.assumed\n");
  Entitlement const found = entitle(worked.plan(), worked.read("case: {a: true}\n"), 0);
  EXPECT_EQ(found.state, ServiceState::entitled);
  ASSERT_EQ(found.rests_on.size(), 1);
  EXPECT_EQ(found.rests_on[0].name, "case.assumed");
}

TEST(Entitle, open_law_is_missing_with_its_reason) {
  Worked worked(kThings +
                "service s cites act\n  may be given\n  criteria\n"
                "    light  every f in case.finds by thing has total f.amount <= limit(f.thing)\n");
  Entitlement const open = entitle(worked.plan(), worked.read("case: {finds: [{thing: beads, amount: 3 bead}]}\n"), 0);
  EXPECT_EQ(open.state, ServiceState::unknown);
  ASSERT_THAT(asked(open), ElementsAre("limit"));
  EXPECT_EQ(open.missing.front().reason, "no limit is set");
}

}  // namespace
}  // namespace hjemmel::eval
