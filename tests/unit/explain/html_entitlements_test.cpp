// The page of entitlements as a text: what stands on it, and that no name acts on it. Its looks: tests/page.
#include "engine/explain/html_entitlements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

using testing::HasSubstr;
using testing::Not;

// One package with one service; the program and the service outlive the document.
struct Sample {
  Sample() {
    service.name = "housing_support";
    entitlement.service = service.name;
    entitlement.citations = {{"code", "§ 1", {"X-1"}}};
    entitlement.criteria = {{"late", false, eval::Truth::no, {}, {{"code", "§ 2", {"X-2"}}}},
                            {"serious", false, eval::Truth::unknown, {"case.serious"}, {}}};
  }

  [[nodiscard]] EntitlementDocument document() const {
    EntitlementDocument all;
    all.packages.push_back({"test.one", "1.0.0", "sha256:00ff", "2026-05-01", "2026-05-04", &program});
    all.services.push_back({0, &service, entitlement});
    all.duties = duties;
    all.questions = questions;
    return all;
  }

  [[nodiscard]] std::string page(Language language = Language::english) const {
    return entitlements_page(document(), "sha256:aa11", language);
  }

  ir::Program program = sample::labels();
  ir::Service service;
  eval::Entitlement entitlement;
  std::vector<ListedDuty> duties;
  std::vector<eval::SharedQuestion> questions;
};

TEST(HtmlEntitlements, refusal_names_what_fails_with_its_authority) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::refused;
  sample.entitlement.failed = {"late"};
  std::string const html = sample.page();
  std::size_t const ground = html.find("Ground of the refusal");
  std::size_t const folded = html.find("<details");
  ASSERT_NE(ground, std::string::npos);
  EXPECT_LT(ground, html.find("code, § 2"));
  EXPECT_LT(html.find("code, § 2"), folded);
  EXPECT_THAT(html.substr(folded), HasSubstr("case.serious"));
  EXPECT_THAT(html, HasSubstr("<code>X-2</code>"));
}

TEST(HtmlEntitlements, refusal_without_its_own_authority_rests_on_that_of_the_service) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::refused;
  sample.entitlement.failed = {"late"};
  sample.entitlement.criteria[0].citations.clear();
  std::string const html = sample.page();
  EXPECT_LT(html.find("code, § 1"), html.find("<details"));
}

TEST(HtmlEntitlements, refusal_whatever_the_answers_says_so) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::refused;
  sample.entitlement.failed = {"serious"};
  EXPECT_THAT(sample.page(), HasSubstr("Refused whatever the answers are"));
}

TEST(HtmlEntitlements, unknown_links_to_the_shared_questions) {
  Sample sample;
  eval::Missing first;
  first.name = "case.serious";
  eval::Missing second;
  second.name = "case.late";
  sample.entitlement.state = eval::ServiceState::unknown;
  sample.entitlement.missing = {first, second};
  sample.entitlement.possible = {eval::ServiceState::refused, eval::ServiceState::entitled};
  sample.questions = {{second, {0}}, {first, {0}}};
  std::string const html = sample.page();
  EXPECT_LT(html.find("href=\"#question-2\""), html.find("href=\"#question-1\""));
  EXPECT_THAT(html, HasSubstr("entitled or refused"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#service-1\">Housing support</a>"));
}

TEST(HtmlEntitlements, contents_count_services_by_state) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::entitled;
  std::string const html = sample.page(Language::bokmaal);
  EXPECT_THAT(html, HasSubstr("<a href=\"#state-entitled\">Har krav på (1)</a>"));
  EXPECT_THAT(html, Not(HasSubstr("#state-refused")));
  EXPECT_THAT(html, HasSubstr("<html lang=\"nb\">"));
}

TEST(HtmlEntitlements, duty_tells_its_last_day) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::entitled;
  eval::DutyOutcome duty;
  duty.duty = "answer";
  duty.on = "office";
  duty.owed_to = "person";
  duty.state = eval::DutyState::missed;
  duty.due = 20514;  // 2026-03-02
  sample.duties = {{0, duty}};
  EXPECT_THAT(sample.page(), HasSubstr("2 March 2026 <code class=\"quiet\">2026-03-02</code>"));
}

TEST(HtmlEntitlements, packages_that_cite_the_same_place_have_one_source) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::entitled;
  EntitlementDocument all = sample.document();
  all.packages.push_back(all.packages.front());
  all.services.push_back(all.services.front());
  all.services.back().package = 1;
  std::string const html = entitlements_page(all, {}, Language::english);
  EXPECT_THAT(html, HasSubstr("id=\"source-2\""));
  EXPECT_THAT(html, Not(HasSubstr("id=\"source-3\"")));
}

TEST(HtmlEntitlements, foot_has_digests_and_tells_of_personal_data_only_where_it_is) {
  Sample sample;
  sample.entitlement.state = eval::ServiceState::entitled;
  for (ir::Fact& fact : sample.program.facts) {
    fact.info.sensitivity = ir::Sensitivity::none;
  }
  std::string const plain = sample.page();
  EXPECT_THAT(plain, HasSubstr("<dd>sha256:aa11</dd>"));
  EXPECT_THAT(plain, HasSubstr("<dd>sha256:00ff</dd>"));
  EXPECT_THAT(plain, Not(HasSubstr("personal data")));
  ASSERT_FALSE(sample.program.facts.empty());
  sample.program.facts.front().info.sensitivity = ir::Sensitivity::health;
  EXPECT_THAT(sample.page(), HasSubstr("personal data"));
}

TEST(HtmlEntitlements, hostile_names_are_text) {
  std::string const evil = "</p></script><script>alert('x')</script><img src=x onerror=\"y\">\u202E";
  Sample sample;
  sample.service.name = evil;
  sample.service.label = ir::Label{evil, evil};
  sample.service.period = evil;
  sample.service.places = {evil};
  sample.service.gives = {{evil, {}}};
  eval::Missing question;
  question.name = evil;
  question.factors = {evil};
  sample.entitlement.service = evil;
  sample.entitlement.provider = evil;
  sample.entitlement.state = eval::ServiceState::unknown;
  sample.entitlement.offered = eval::ConditionTrace{evil, eval::Truth::unknown, {evil}};
  sample.entitlement.in_force = sample.entitlement.offered;
  sample.entitlement.criteria = {{evil, true, eval::Truth::unknown, {evil}, {{evil, evil, {evil}}}}};
  sample.entitlement.missing = {question};
  sample.entitlement.reason = evil;
  sample.questions = {{question, {0}}};
  std::string const html = sample.page();
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("\u202E")));
}

TEST(HtmlEntitlements, without_packages_it_says_that_there_is_nothing) {
  std::string const html = entitlements_page({}, {}, Language::english);
  EXPECT_THAT(html, HasSubstr("These packages have no services"));
  EXPECT_THAT(html, Not(HasSubstr("<nav")));
}

}  // namespace
}  // namespace hjemmel::explain
