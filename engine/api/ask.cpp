// The case is decided as `decide` does it; only where that leaves something open is it looked into for a question.
#include "engine/api/ask.h"

#include <algorithm>

#include "engine/api/interview_facts.h"
#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/api/question_words.h"
#include "engine/eval/decide.h"
#include "engine/explain/names.h"
#include "engine/interview/question_json.h"
#include "engine/package/reading.h"

namespace hjemmel::api {
namespace {

// Decisions in the package's order, then duties: what is open of each, with the number that the plan has for the decision.
struct OpenQuestion {
  std::string name;
  std::vector<eval::Missing> const* missing = nullptr;
  std::size_t possible = 0;
  std::uint32_t decision = 0;
};

std::vector<OpenQuestion> open_questions(eval::Plan const& plan, Answer const& answer) {
  std::vector<OpenQuestion> open;
  for (eval::Outcome const& outcome : answer.outcomes) {
    if (outcome.status == eval::Status::undetermined) {
      auto const at = std::find_if(plan.decisions.begin(), plan.decisions.end(),
                                   [&](eval::DecisionPlan const& one) { return one.name == outcome.decision; });
      open.push_back({outcome.decision, &outcome.missing, outcome.possible.size(),
                      static_cast<std::uint32_t>(at - plan.decisions.begin())});
    }
  }
  for (std::size_t at = 0; at < answer.duties.size(); ++at) {
    eval::DutyOutcome const& duty = answer.duties[at];
    if (duty.state == eval::DutyState::unknown) {
      open.push_back({duty.duty, &duty.missing, duty.possible.size(), plan.duties[at].decision});
    }
  }
  return open;
}

void take_readings(ir::Program const& program, std::vector<std::string> const& readings, eval::Case& facts) {
  for (std::string const& written : readings) {
    std::size_t const sign = written.find('=');
    static_cast<void>(package::take_reading(program, written.substr(0, sign), written.substr(sign + 1), facts));
  }
}

void find_question(Package const& package, FactsText const& text, AskOptions const& options, QuestionResult& result) {
  ir::Program const& program = package.loaded().program;
  eval::Plan const& plan = package.loaded().plan;
  ir::Program const* const programs[] = {&program};
  ReadFacts read = read_facts(programs, text);
  if (!read.is_good()) {
    return;  // decided all the same, so there is nothing that it could not read
  }
  eval::Case& facts = read.cases.front();
  fill_date(program, options.at, facts);
  take_readings(program, options.readings, facts);
  for (OpenQuestion const& open : open_questions(plan, *result.answer)) {
    eval::DecisionTrace trace;
    static_cast<void>(eval::decide(plan, facts, open.decision, &trace));
    result.question =
        interview::best_question(program, facts, {open.name, *open.missing, open.possible, trace}, options.skip);
    if (result.question) {
      return;
    }
  }
}

QuestionResult ask(Package const& package, FactsText const& text, AskOptions const& options) {
  PackageInfo const& about = package.about();
  if (!options.decision && about.decisions.empty() && about.duties.empty()) {
    return failed<QuestionResult>(Failure::use,
                                  "`" + about.name +
                                      "` has no decision and no duty to ask about; `hjemmel ask --services` "
                                      "asks about services");
  }
  DecideOptions about_it{options.at, options.decision, false, options.readings};
  about_it.language = options.language;
  DecideResult decided = decide(package, text, about_it);
  QuestionResult result;
  result.answer = std::move(decided.answer);
  result.findings = std::move(decided.findings);
  result.failure = decided.failure;
  result.error = std::move(decided.error);
  if (!result.answer) {
    return result;
  }
  result.settled = open_questions(package.loaded().plan, *result.answer).empty();
  if (!result.settled) {
    find_question(package, text, options, result);
  }
  explain::Names const names(&package.loaded().program, language_of(options.language));
  result.package_title = names.title();
  if (result.question) {
    result.words = words_of(names, *result.question);
  }
  result.json = interview::question_json({{{about.name, about.version, about.digest}},
                                          false,
                                          result.question ? &*result.question : nullptr,
                                          result.settled,
                                          result.answer->json});
  return result;
}

}  // namespace

InterviewFacts start_interview(Package const& package, std::optional<FactsText> const& facts,
                               AskOptions const& options) {
  ir::Program const* const programs[] = {&package.loaded().program};
  return guarded<InterviewFacts>([&] { return start_facts(programs, facts, options.at); });
}

QuestionResult next_question(Package const& package, FactsText const& facts, AskOptions const& options) {
  return guarded<QuestionResult>([&] { return ask(package, facts, options); });
}

InterviewFacts answer_question(Package const& package, FactsText const& facts, std::string const& path,
                               std::string_view written) {
  ir::Program const* const programs[] = {&package.loaded().program};
  return guarded<InterviewFacts>([&] { return enter_answer(programs, facts, path, written); });
}

}  // namespace hjemmel::api
