// One case: facts text to outcomes, as data, as JSON and as text.
#include "engine/eval/decide.h"

#include "engine/api/answer.h"
#include "engine/api/health_facts.h"
#include "engine/api/package_data.h"
#include "engine/explain/json.h"
#include "engine/explain/text.h"

namespace hjemmel::api {
namespace {

// What was read must be told of health facts also where nobody asked for a trace.
void decide_all(Package const& package, eval::Case const& facts, std::vector<std::uint32_t> const& decisions,
                DecideOptions const& options, Answer& answer) {
  bool const states_grounds = !package.loaded().manifest.health.empty();
  for (std::uint32_t const decision : decisions) {
    eval::DecisionTrace* const into = options.trace || states_grounds ? &answer.traces.emplace_back() : nullptr;
    answer.outcomes.push_back(eval::decide(package.loaded().plan, facts, decision, into));
    answer.rules_at_fault = answer.rules_at_fault || is_fault(answer.outcomes.back().status);
  }
  std::size_t const duties = options.decision ? 0 : package.loaded().plan.duties.size();
  for (std::uint32_t duty = 0; duty < duties; ++duty) {
    answer.duties.push_back(eval::duty_outcome(package.loaded().plan, facts, duty));
    answer.rules_at_fault = answer.rules_at_fault || answer.duties.back().state == eval::DutyState::error;
  }
}

explain::DecisionDocument document_of(Package const& package, eval::Case const& facts, DecideOptions const& options,
                                      Answer& answer) {
  explain::DecisionDocument document = head_of(package, facts);
  document.health_facts = health_facts_read(package, facts, answer.traces);
  if (!options.trace) {
    answer.traces.clear();
  }
  for (std::size_t at = 0; at < answer.outcomes.size(); ++at) {
    document.decisions.push_back({&answer.outcomes[at], answer.traces.empty() ? nullptr : &answer.traces[at]});
  }
  document.duties = answer.duties;
  document.detail = static_cast<explain::TraceDetail>(options.trace_level);
  return document;
}

DecideResult decide_case(Package const& package, FactsText const& text, DecideOptions const& options) {
  Decided decided = decide_text(package, text, options);
  DecideResult result;
  result.findings = std::move(decided.findings);
  result.failure = decided.failure;
  result.error = std::move(decided.error);
  if (decided.document) {
    result.answer = std::move(decided.answer);
    result.answer->json = explain::outcome_json(*decided.document);
    result.answer->text =
        explain::outcome_text(*decided.document, &package.loaded().program, language_of(options.language));
  }
  return result;
}

}  // namespace

Decided decide_text(Package const& package, FactsText const& text, DecideOptions const& options) {
  Question question = ask_about(package, text, options);
  Decided decided;
  decided.findings = std::move(question.findings);
  decided.failure = question.failure;
  decided.error = std::move(question.error);
  if (question.facts) {
    decide_all(package, *question.facts, question.decisions, options, decided.answer);
    decided.document = document_of(package, *question.facts, options, decided.answer);
  }
  return decided;
}

DecideResult decide(Package const& package, FactsText const& facts, DecideOptions const& options) {
  return guarded<DecideResult>([&] { return decide_case(package, facts, options); });
}

}  // namespace hjemmel::api
