// The page as a text: what stands on it, and that nothing of a case or a package acts on it. Its looks: tests/page.
#include "engine/explain/html_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/explain/explanation_of.h"
#include "engine/explain/html_style.h"
#include "tests/unit/explain/sample_outcomes.h"

namespace hjemmel::explain {
namespace {

using testing::HasSubstr;
using testing::Not;

// The program outlives the explanation.
Explanation explained(ir::Program const& program, eval::Outcome const& outcome, eval::DecisionTrace const& trace) {
  Explanation explanation{sample::document_of(outcome, &trace), {}};
  explanation.decisions.push_back(explanation_of(program, outcome, trace));
  return explanation;
}

std::string page(eval::Outcome const& outcome, eval::DecisionTrace const& trace, Language language = Language::english,
                 PageQuestion const& question = {}) {
  ir::Program const program = sample::labels();
  return explanation_page(explained(program, outcome, trace), question, program, language);
}

TEST(HtmlPage, holds_outcome_rules_facts_and_sources) {
  std::string const html = page(sample::decided(), sample::trace_of_decided());
  for (std::string_view const words :
       {"conditional waiver of prosecution", "age of offender at case.act_date &lt; 18 years", "dependent_adult",
        "young_or_at_risk", "case.seizures[1].amount", "12.5 g",
        "judged by prosecutor, known on 2026-04-20, from interview", "straffeloven § 232 a (utkast), third paragraph",
        "<code>M5-1.5-32</code>", "sha256:00ff", "own_use_limit[ghb]"}) {
    EXPECT_THAT(html, HasSubstr(std::string(words)));
  }
}

TEST(HtmlPage, each_language_says_which_it_is) {
  EXPECT_THAT(page(sample::decided(), sample::trace_of_decided(), Language::english), HasSubstr("<html lang=\"en\">"));
  std::string const bokmaal = page(sample::decided(), sample::trace_of_decided(), Language::bokmaal);
  EXPECT_THAT(bokmaal, HasSubstr("<html lang=\"nb\">"));
  EXPECT_THAT(bokmaal, HasSubstr("For å regne etter"));
  EXPECT_THAT(bokmaal, HasSubstr("betinget påtaleunnlatelse"));
}

TEST(HtmlPage, hostile_names_and_values_are_text) {
  std::string const evil = "</td></script><script>alert('x')</script><img src=x onerror=\"y\">\u202E";
  eval::Outcome outcome = sample::of_status(eval::Status::error, evil, {evil});
  eval::DecisionTrace trace = sample::trace_of_decided();
  trace.facts = {{evil, evil, evil, evil, evil}};
  trace.rules = {sample::rule(evil, eval::RuleState::overridden, {evil})};
  trace.rules[0].conditions = {{evil, eval::Truth::unknown, {evil}}};
  trace.rules[0].grounds = {{evil, eval::Truth::no, true}};
  trace.rules[0].citations = {{evil, evil, {evil}}};
  trace.definitions = {{evil, eval::Truth::yes, evil, {{evil, eval::Truth::yes, {}}}, {}, evil}};
  trace.tables = {{evil, evil, evil, {}}};
  trace.parameters = {{evil, evil, {}}};
  std::string const html = page(outcome, trace, Language::english, {evil, evil, {evil}});
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("\u202E")));
  EXPECT_THAT(html, HasSubstr("[U+202E]"));
}

TEST(HtmlPage, foot_tells_what_the_case_was_asked_with) {
  std::string const html = page(sample::decided(), sample::trace_of_decided(), Language::english,
                                {"sha256:aa11", "2026-04-01", {"comparable=narrow"}});
  EXPECT_THAT(html, HasSubstr("<dd>sha256:aa11</dd>"));
  EXPECT_THAT(html, HasSubstr("<dd>2026-04-01</dd>"));
  EXPECT_THAT(html, HasSubstr("<dd>comparable=narrow</dd>"));
}

TEST(HtmlPage, says_that_it_holds_personal_data_only_where_it_does) {
  ir::Program program = sample::labels();
  eval::Outcome const outcome = sample::decided();
  eval::DecisionTrace trace = sample::trace_of_decided();
  trace.facts = {{"case.seizures[1].substance", "heroin", "", "", ""}};
  Explanation const explanation = explained(program, outcome, trace);
  EXPECT_THAT(explanation_page(explanation, {}, program, Language::english), Not(HasSubstr("personal data")));
  program.records[0].fields[0].info.sensitivity = ir::Sensitivity::criminal;
  std::string const html = explanation_page(explanation, {}, program, Language::english);
  EXPECT_THAT(html, HasSubstr("personal data"));
  EXPECT_THAT(html, HasSubstr("criminal matter"));
}

// One character out of 64 for each six bits, and the policy names the very style sheet that stands on the page.
TEST(HtmlPage, policy_allows_the_style_sheet_and_nothing_else) {
  std::string const source = page_style_source();
  EXPECT_EQ(source.size(), std::string_view("'sha256-'").size() + 44);
  EXPECT_EQ(source.substr(source.size() - 2), "='");
  EXPECT_THAT(page(sample::decided(), sample::trace_of_decided()),
              HasSubstr("default-src &#39;none&#39;; style-src &#39;" + source.substr(1, source.size() - 2) + "&#39;"));
}

}  // namespace
}  // namespace hjemmel::explain
