// ask: an interview about one case, question by question. The caller keeps the facts: facts -> question -> answer -> facts.
//
// In: a package, the facts known so far, and answers as people type them. Out: the best question as data, with the outcome so
// far; facts with the answer in them, as YAML that `decide` reads. Nothing is kept between two calls. What was asked and is not
// known stands in the facts as `unknown` and is not asked again; only of a list that is known in part the caller remembers, by
// AskOptions::skip, that nobody knows of a further element. Tested in tests/unit/api/ask_test.cpp and tests/golden/ask.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/hjemmel.h"
#include "engine/interview/question.h"

namespace hjemmel::api {

struct AskOptions {
  std::optional<std::string> at;           // ISO date decided on, where the facts leave it out
  std::optional<std::string> decision;     // none: every decision in the package's order, then every duty
  std::vector<std::string> readings = {};  // `NAME=CHOICE`
  std::vector<std::string> skip = {};      // paths of questions that are not to be asked
  Language language = Language::english;   // of QuestionWords and of the answer's text
};

// What a question names, for people: by the package's labels where it has them. The document names all as the rules do.
struct QuestionWords {
  std::vector<std::string> cited;                 // of each reason its citations
  std::vector<std::string> rules;                 // of each reason; empty: whether the question arises
  std::vector<std::vector<std::string>> grounds;  // of each reason
  std::vector<std::string> by;
  std::vector<std::string> not_by;
  std::vector<std::string> factors;
  std::vector<std::string> most_weight;
};

struct InterviewFacts {
  std::optional<std::string> text;  // YAML; none on failure
  bool skip = false;                // the facts cannot hold the answer: the question belongs among AskOptions::skip
  Findings findings;                // on failure: what is wrong with the answer, or with the facts
  Failure failure = Failure::none;
  std::string error;
};

struct QuestionResult {
  std::optional<interview::Question> question;  // none: settled, or nothing more can be asked
  QuestionWords words;                          // of the question
  std::string package_title;
  bool settled = false;          // every decision and duty that was asked about
  std::optional<Answer> answer;  // what is decided so far; none on failure, nor with a question about services
  std::string json;              // the question document: schemas/question.schema.yaml
  Findings findings;
  Failure failure = Failure::none;
  std::string error;
};

// What an interview starts from: the facts as YAML, `at` entered where they leave the date out. Without facts, an empty case.
[[nodiscard]] InterviewFacts start_interview(Package const& package, std::optional<FactsText> const& facts,
                                             AskOptions const& options);

// The best question of the first decision or duty that is undetermined and that still has one.
[[nodiscard]] QuestionResult next_question(Package const& package, FactsText const& facts,
                                           AskOptions const& options = {});

// `path`: of a question (`case.seizures[2].amount`). `written`: yes, no and the like in English or bokmål, a value as facts
// write it, its label or number for an enumeration, `unknown`, `not applicable`, `between A and B`, `at least A`, `at most A`.
// An answer that the fact schema refuses is a finding, in the words that it has for a facts file.
[[nodiscard]] InterviewFacts answer_question(Package const& package, FactsText const& facts, std::string const& path,
                                             std::string_view written);

// The same about every service, and every duty that is owed to somebody, of all packages: the question that settles most of them
// first. The facts may be of several schemas, as `entitlements` reads them; AskOptions::decision and readings are not used. While
// there is a question, what is found so far is for `entitlements` to say.
[[nodiscard]] InterviewFacts start_services_interview(std::vector<std::shared_ptr<Package const>> const& packages,
                                                      std::optional<FactsText> const& facts, AskOptions const& options);
[[nodiscard]] QuestionResult next_service_question(std::vector<std::shared_ptr<Package const>> const& packages,
                                                   FactsText const& facts, AskOptions const& options = {});
[[nodiscard]] InterviewFacts answer_service_question(std::vector<std::shared_ptr<Package const>> const& packages,
                                                     FactsText const& facts, std::string const& path,
                                                     std::string_view written);

}  // namespace hjemmel::api
