// Each call goes to the one or the other face of api/ask.h.
#include "engine/cli/ask_subject.h"

namespace hjemmel::cli {

api::InterviewFacts AskSubject::start(std::optional<api::FactsText> const& facts,
                                      api::AskOptions const& options) const {
  return services ? api::start_services_interview(packages, facts, options)
                  : api::start_interview(*packages.front(), facts, options);
}

api::QuestionResult AskSubject::next(api::FactsText const& facts, api::AskOptions const& options) const {
  return services ? api::next_service_question(packages, facts, options)
                  : api::next_question(*packages.front(), facts, options);
}

SoFar AskSubject::so_far(api::QuestionResult const& asked, api::FactsText const& facts,
                         api::AskOptions const& options) const {
  if (asked.answer) {
    return {asked.answer->text, asked.answer->rules_at_fault};
  }
  auto const found = api::entitlements(packages, facts, {options.at, false, options.language}).answer;
  return found ? SoFar{found->text, found->rules_at_fault} : SoFar{};
}

api::InterviewFacts AskSubject::answer(api::FactsText const& facts, std::string const& path,
                                       std::string_view written) const {
  return services ? api::answer_service_question(packages, facts, path, written)
                  : api::answer_question(*packages.front(), facts, path, written);
}

}  // namespace hjemmel::cli
