// One case: facts text to outcomes, as data, as JSON and as text.
#include "engine/eval/decide.h"

#include "engine/api/health_facts.h"
#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/explain/json.h"
#include "engine/explain/text.h"

namespace hjemmel::api {
namespace {

void write_documents(Package const& package, eval::Case const& facts, std::vector<eval::DecisionTrace> const& read,
                     DecideOptions const& options, Answer& answer) {
  explain::DecisionDocument document = head_of(package, facts);
  for (std::size_t at = 0; at < answer.outcomes.size(); ++at) {
    document.decisions.push_back({&answer.outcomes[at], answer.traces.empty() ? nullptr : &answer.traces[at]});
  }
  document.duties = answer.duties;
  document.health_facts = health_facts_read(package, facts, read);
  document.detail = static_cast<explain::TraceDetail>(options.trace_level);
  answer.json = explain::outcome_json(document);
  answer.text = explain::outcome_text(document, &package.loaded().program, language_of(options.language));
}

Answer answer_for(Package const& package, eval::Case const& facts, std::vector<std::uint32_t> const& decisions,
                  DecideOptions const& options) {
  // What was read must be told of health facts also where nobody asked for a trace.
  bool const states_grounds = !package.loaded().manifest.health.empty();
  Answer answer;
  std::vector<eval::DecisionTrace> traces;
  for (std::uint32_t const decision : decisions) {
    eval::DecisionTrace* const into = options.trace || states_grounds ? &traces.emplace_back() : nullptr;
    answer.outcomes.push_back(eval::decide(package.loaded().plan, facts, decision, into));
    answer.rules_at_fault = answer.rules_at_fault || is_fault(answer.outcomes.back().status);
  }
  std::size_t const duties = options.decision ? 0 : package.loaded().plan.duties.size();
  for (std::uint32_t duty = 0; duty < duties; ++duty) {
    answer.duties.push_back(eval::duty_outcome(package.loaded().plan, facts, duty));
    answer.rules_at_fault = answer.rules_at_fault || answer.duties.back().state == eval::DutyState::error;
  }
  if (options.trace) {
    answer.traces = traces;
  }
  write_documents(package, facts, traces, options, answer);
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
