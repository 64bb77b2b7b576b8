// Interviews through the stable face: random answers to their end, and what is asked, entered and refused on the way.
#include "engine/api/ask.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hjemmel::api {
namespace {

using interview::AnswerKind;
using interview::Question;
using testing::HasSubstr;

constexpr char const* kCare = "tests/golden/ask/packages/care";
constexpr char const* kNarcotics = "rules/no/penal/minor_narcotics";

std::shared_ptr<Package const> loaded(std::string const& folder) {
  LoadResult result = load_package(folder);
  EXPECT_TRUE(result.package) << folder;
  return result.package;
}

FactsText yaml(std::string text) { return {std::move(text), "facts", FactsFormat::yaml}; }

std::string first_message(Findings const& findings) { return findings.all.empty() ? "" : findings.all.front().message; }

// Answers that a person could give, from a seed.
class Person {
 public:
  explicit Person(std::uint32_t seed) : random_(seed) {}

  std::string answer(Question const& question) {
    if (one_in(8)) {
      return "unknown";
    }
    if (question.may_be_not_applicable && one_in(3)) {
      return "not applicable";
    }
    switch (question.answer) {
      case AnswerKind::yes_or_no:
      case AnswerKind::element:
        return one_in(2) ? "ja" : "no";
      case AnswerKind::one_of:
        return question.values[below(question.values.size())].value;
      case AnswerKind::whole_number:
        return std::to_string(below(12));
      case AnswerKind::decimal:
        return "0." + std::to_string(below(90));
      case AnswerKind::quantity:
      case AnswerKind::amount:
        return amount(question);
      case AnswerKind::date:
        return one_in(5) ? "between " + date() + " and 2026-12-31" : date();
      case AnswerKind::moment:
        return date() + "T12:00+01:00";
      case AnswerKind::text:
        break;
    }
    return one_in(2) ? "2026" : "the post";
  }

 private:
  bool one_in(std::size_t many) { return below(many) == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string amount(Question const& question) {
    std::string const number = std::to_string(below(20)) + "." + std::to_string(below(10)) + " ";
    return (one_in(4) ? "at least " : "") + number + (question.unit.empty() ? "g" : question.unit);
  }
  std::string date() { return std::to_string(1990 + below(37)) + "-0" + std::to_string(1 + below(9)) + "-15"; }

  std::mt19937 random_;
};

// What is missing and was not told is open law, or the interview has asked for it.
void expect_nothing_left(QuestionResult const& end, std::set<std::string> const& asked) {
  for (eval::Outcome const& outcome : end.answer->outcomes) {
    for (eval::Missing const& missing : outcome.missing) {
      bool const of_asked = std::any_of(asked.begin(), asked.end(), [&](std::string const& path) {
        return path == missing.name || path.starts_with(missing.name + "[");
      });
      EXPECT_TRUE(of_asked || missing.kind == eval::MissingKind::open_law) << missing.name;
    }
  }
}

// One interview; how many questions it took.
std::size_t interview_with(Package const& package, std::uint32_t seed) {
  constexpr std::size_t kMostQuestions = 400;
  Person person(seed);
  std::string facts = *start_interview(package, std::nullopt, {}).text;
  AskOptions options;
  std::set<std::string> asked;
  while (asked.size() < kMostQuestions) {
    QuestionResult const next = next_question(package, yaml(facts), options);
    EXPECT_TRUE(next.answer) << first_message(next.findings) << next.error;
    if (!next.answer || !next.question) {
      EXPECT_EQ(next.settled, next.json.find("\"state\": \"settled\"") != std::string::npos);
      expect_nothing_left(next, asked);
      EXPECT_EQ(next.answer->json, decide(package, yaml(facts)).answer->json);
      return asked.size();
    }
    std::string const& path = next.question->fact;
    EXPECT_TRUE(asked.insert(path).second) << path << " is asked twice, seed " << seed;
    InterviewFacts told = answer_question(package, yaml(facts), path, person.answer(*next.question));
    if (!told.text) {
      EXPECT_EQ(told.failure, Failure::input) << told.error;
      told = answer_question(package, yaml(facts), path, "unknown");
    }
    EXPECT_TRUE(told.text) << path;
    facts = told.text.value_or(facts);
    if (told.skip) {
      options.skip.push_back(path);
    }
  }
  ADD_FAILURE() << "the interview does not end, seed " << seed;
  return asked.size();
}

// HJEMMEL_INTERVIEWS_EVERY: so many times fewer interviews, for a slow build.
std::uint32_t every() {
  char const* const value = std::getenv("HJEMMEL_INTERVIEWS_EVERY");
  return value == nullptr ? 1 : std::max(1U, static_cast<std::uint32_t>(std::strtoul(value, nullptr, 10)));
}

void expect_interviews_to_end(std::string const& folder, std::uint32_t count) {
  auto const package = loaded(folder);
  ASSERT_TRUE(package);
  std::size_t questions = 0;
  std::size_t interviews = 0;
  for (std::uint32_t seed = 1; seed <= count && !testing::Test::HasFailure(); seed += every()) {
    questions += interview_with(*package, seed);
    ++interviews;
  }
  EXPECT_GT(questions, interviews);
}

TEST(Ask, random_interviews_over_the_narcotics_package_end_where_decide_does) {
  expect_interviews_to_end(kNarcotics, 150);
}
TEST(Ask, random_interviews_over_facts_of_every_kind_end_where_decide_does) { expect_interviews_to_end(kCare, 150); }
TEST(Ask, random_interviews_over_a_library_end_where_decide_does) {
  expect_interviews_to_end("rules/example/library", 100);
}
TEST(Ask, random_interviews_over_rules_in_bokmaal_end_where_decide_does) {
  expect_interviews_to_end("rules/example/bibliotek", 100);
}
TEST(Ask, random_interviews_over_a_duty_end_where_decide_does) {
  expect_interviews_to_end("rules/example/library_rights", 100);
}

TEST(Ask, what_cannot_change_the_outcome_is_never_asked_for) {
  auto const package = loaded(kCare);
  QuestionResult const next =
      next_question(*package, yaml("home: {adult: false}"), {std::nullopt, std::string("help")});
  EXPECT_FALSE(next.question);
  EXPECT_TRUE(next.settled);
  EXPECT_THAT(next.json, HasSubstr("\"question\": null"));
}

TEST(Ask, the_date_decided_on_is_entered_where_the_facts_leave_it_out) {
  auto const package = loaded(kNarcotics);
  AskOptions const at{std::string("2026-05-04"), std::nullopt};
  EXPECT_EQ(start_interview(*package, std::nullopt, at).text, "case:\n  decision_date: 2026-05-04\n");
  EXPECT_EQ(start_interview(*package, yaml("case: {decision_date: 2026-01-01}"), at).text,
            "case:\n  decision_date: 2026-01-01\n");
  EXPECT_EQ(start_interview(*package, std::nullopt, {std::string("4 May"), std::nullopt}).failure, Failure::use);
}

TEST(Ask, fields_come_before_the_next_element_and_what_it_is_of_before_the_amount) {
  auto const package = loaded(kNarcotics);
  std::string facts =
      "case: {act_date: 2026-03-01, act: holding, for_own_use: true, penal_purpose_requires_reaction: "
      "false, decision_date: 2026-05-04}\noffender: {birth_date: 1996-01-20, drug_dependent: false}\n";
  std::vector<std::string> asked;
  for (std::string_view const answer : {"yes", "cannabis", "10 g", "yes", "heroin", "at most 0.5 g", "no"}) {
    QuestionResult const next = next_question(*package, yaml(facts), {std::nullopt, std::nullopt});
    ASSERT_TRUE(next.question);
    if (next.question->fact.find("seizures") == std::string::npos) {
      break;
    }
    asked.push_back(next.question->fact + (next.question->unit.empty() ? "" : " in " + next.question->unit));
    InterviewFacts const told = answer_question(*package, yaml(facts), next.question->fact, answer);
    ASSERT_TRUE(told.text) << first_message(told.findings);
    facts = *told.text;
  }
  EXPECT_THAT(asked,
              testing::ElementsAre("case.seizures[1]", "case.seizures[1].substance", "case.seizures[1].amount in g",
                                   "case.seizures[2]", "case.seizures[2].substance", "case.seizures[2].amount in g",
                                   "case.seizures[3]"));
}

TEST(Ask, a_refused_answer_is_told_as_in_a_facts_file_and_changes_nothing) {
  auto const package = loaded(kCare);
  InterviewFacts const refused = answer_question(*package, yaml("{}"), "parcel.pieces", "11");
  EXPECT_FALSE(refused.text);
  EXPECT_EQ(refused.failure, Failure::input);
  EXPECT_EQ(first_message(refused.findings), first_message(decide(*package, yaml("parcel: {pieces: 11}")).findings));
  EXPECT_THAT(first_message(answer_question(*package, yaml("{}"), "parcel.goods[1]", "some").findings),
              HasSubstr("neither yes nor no"));
  EXPECT_THAT(first_message(answer_question(*package, yaml("{}"), "parcel.sender", "\xff").findings),
              HasSubstr("UTF-8"));
}

TEST(Ask, an_answer_to_no_question_is_wrong_use) {
  auto const package = loaded(kCare);
  for (char const* path : {"home.adlut", "parcel.goods", "parcel.goods[2]", "parcel.goods[1].fragile"}) {
    EXPECT_EQ(answer_question(*package, yaml("{}"), path, "unknown").failure, Failure::use) << path;
  }
  EXPECT_EQ(answer_question(*package, yaml("parcel: {goods: []}"), "parcel.goods[1]", "yes").failure, Failure::use);
}

}  // namespace
}  // namespace hjemmel::api
