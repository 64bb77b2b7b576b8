// One case: facts text to outcomes, as data, as JSON and as text.
#include "engine/eval/decide.h"

#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/explain/json.h"
#include "engine/explain/text.h"

namespace hjemmel::api {
namespace {

void write_documents(Package const& package, eval::Case const& facts, Answer& answer) {
  ir::Program const& program = package.loaded().program;
  explain::DecisionDocument document{package.about().name,
                                     package.about().version,
                                     package.about().digest,
                                     {},
                                     date_of(program.as_of, facts),
                                     date_of(program.decided_on, facts),
                                     {}};
  for (UsedInfo const& one : package.about().used) {
    document.used.push_back({one.alias, one.package, one.version, one.digest});
  }
  for (AmendmentInfo const& one : package.about().amendments) {
    document.amendments.push_back({one.name, one.digest});
  }
  for (std::size_t at = 0; at < answer.outcomes.size(); ++at) {
    document.decisions.push_back({&answer.outcomes[at], answer.traces.empty() ? nullptr : &answer.traces[at]});
  }
  document.duties = answer.duties;
  answer.json = explain::outcome_json(document);
  answer.text = explain::outcome_text(document, &program);
}

bool is_fault(eval::Status status) {
  return status == eval::Status::conflict || status == eval::Status::no_rule || status == eval::Status::error;
}

Answer answer_for(Package const& package, eval::Case const& facts, std::vector<std::uint32_t> const& decisions,
                  DecideOptions const& options) {
  bool const trace = options.trace;
  Answer answer;
  for (std::uint32_t const decision : decisions) {
    eval::DecisionTrace* const into = trace ? &answer.traces.emplace_back() : nullptr;
    answer.outcomes.push_back(eval::decide(package.loaded().plan, facts, decision, into));
    answer.rules_at_fault = answer.rules_at_fault || is_fault(answer.outcomes.back().status);
  }
  std::size_t const duties = options.decision ? 0 : package.loaded().plan.duties.size();
  for (std::uint32_t duty = 0; duty < duties; ++duty) {
    answer.duties.push_back(eval::duty_outcome(package.loaded().plan, facts, duty));
    answer.rules_at_fault = answer.rules_at_fault || answer.duties.back().state == eval::DutyState::error;
  }
  write_documents(package, facts, answer);
  return answer;
}

DecideResult decide_case(Package const& package, FactsText const& text, DecideOptions const& options) {
  Question question = ask_about(package, text, options);
  DecideResult result;
  result.findings = std::move(question.findings);
  result.failure = question.failure;
  result.error = std::move(question.error);
  if (question.facts) {
    result.answer = answer_for(package, *question.facts, question.decisions, options);
  }
  return result;
}

}  // namespace

DecideResult decide(Package const& package, FactsText const& facts, DecideOptions const& options) {
  return guarded<DecideResult>([&] { return decide_case(package, facts, options); });
}

}  // namespace hjemmel::api
