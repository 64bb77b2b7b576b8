// One case: outcomes and traces to explanations, as data, as prose and as a page.
#include <algorithm>

#include "engine/api/health_facts.h"
#include "engine/api/package_data.h"
#include "engine/api/question.h"
#include "engine/base/hash.h"
#include "engine/base/nearest_name.h"
#include "engine/eval/decide.h"
#include "engine/explain/explanation_of.h"
#include "engine/explain/html_page.h"
#include "engine/explain/json_explanation.h"
#include "engine/explain/prose.h"

namespace hjemmel::api {
namespace {

// What may be asked about under one decision; a decision on a figure has no options that anybody could name.
std::vector<std::string> options_of(ir::Program const& program, std::uint32_t index) {
  ir::Decision const& decision = program.decisions[index];
  std::vector<std::string> names;
  for (ir::EnumValue const& value : program.enums[decision.options.index].values) {
    if (!decision.of_figure) {
      names.push_back(value.name);
    }
  }
  return names;
}

// Why an option cannot be asked about; empty when all can.
std::string refuse_options(Package const& package, std::vector<std::uint32_t> const& decisions,
                           std::vector<std::string> const& why_not) {
  std::vector<std::string> all;
  for (std::uint32_t const decision : decisions) {
    std::vector<std::string> const names = options_of(package.loaded().program, decision);
    all.insert(all.end(), names.begin(), names.end());
  }
  for (std::string const& option : why_not) {
    if (std::find(all.begin(), all.end(), option) != all.end()) {
      continue;
    }
    std::string const nearest = base::nearest_name(option, all);
    std::string list;
    for (std::string const& name : all) {
      list += (list.empty() ? "" : ", ") + name;
    }
    return "no decision asked about has an option `" + option + "`; " +
           (nearest.empty() ? (list.empty() ? "there are none" : "there are " + list)
                            : "did you mean `" + nearest + "`?");
  }
  return {};
}

std::vector<std::string> asked_about(ExplainOptions const& options) {
  std::vector<std::string> all = options.why_not;
  if (options.flip_option) {
    all.push_back(*options.flip_option);
  }
  return all;
}

std::vector<std::string> asked_of(ir::Program const& program, std::uint32_t decision,
                                  std::vector<std::string> const& why_not) {
  std::vector<std::string> const has = options_of(program, decision);
  std::vector<std::string> asked;
  for (std::string const& option : why_not) {
    bool const twice = std::find(asked.begin(), asked.end(), option) != asked.end();
    if (!twice && std::find(has.begin(), has.end(), option) != has.end()) {
      asked.push_back(option);
    }
  }
  return asked;
}

void add_flips(Package const& package, eval::Case const& facts, std::uint32_t decision, ExplainOptions const& options,
               explain::DecisionExplanation& explanation) {
  std::string const option = options.flip_option.value_or("");
  bool const has_option = option.empty() || !asked_of(package.loaded().program, decision, {option}).empty();
  if (options.flip && has_option) {
    explanation.flips = eval::flips(package.loaded().plan, facts, decision, option);
  }
}

Explained explained(Package const& package, eval::Case const& facts, std::vector<std::uint32_t> const& decisions,
                    FactsText const& text, ExplainOptions const& options) {
  ir::Program const& program = package.loaded().program;
  eval::Plan const& plan = package.loaded().plan;
  Explained answer;
  std::vector<eval::Outcome> outcomes;
  std::vector<eval::DecisionTrace> traces;
  outcomes.reserve(decisions.size());  // the explanation points to them
  traces.reserve(decisions.size());
  explain::Explanation explanation{head_of(package, facts), {}};
  for (std::uint32_t const decision : decisions) {
    eval::DecisionTrace& trace = traces.emplace_back();
    outcomes.push_back(eval::decide(plan, facts, decision, &trace));
    explanation.document.decisions.push_back({&outcomes.back(), &trace});
    answer.rules_at_fault = answer.rules_at_fault || is_fault(outcomes.back().status);
    explanation.decisions.push_back(
        explain::explanation_of(program, outcomes.back(), trace, asked_of(program, decision, options.why_not)));
    add_flips(package, facts, decision, options, explanation.decisions.back());
  }
  std::size_t const duties = options.decide.decision ? 0 : plan.duties.size();
  for (std::uint32_t duty = 0; duty < duties; ++duty) {
    explanation.document.duties.push_back(eval::duty_outcome(plan, facts, duty));
    bool const error = explanation.document.duties.back().state == eval::DutyState::error;
    answer.rules_at_fault = answer.rules_at_fault || error;
  }
  explanation.document.health_facts = health_facts_read(package, facts, traces);
  answer.json = explain::explanation_json(explanation);
  answer.text = explain::explanation_text(explanation, program, language_of(options.decide.language));
  if (options.page) {
    explain::PageQuestion const asked{"sha256:" + base::sha256(text.text), options.decide.as_known_on.value_or(""),
                                      options.decide.readings};
    answer.page = explain::explanation_page(explanation, asked, program, language_of(options.decide.language));
  }
  return answer;
}

ExplainResult explain_case(Package const& package, FactsText const& text, ExplainOptions const& options) {
  DecideOptions own = options.decide;
  own.trace = false;  // the decisions of used packages are not explained
  Question question = ask_about(package, text, own);
  ExplainResult result;
  result.findings = std::move(question.findings);
  result.failure = question.failure;
  result.error = std::move(question.error);
  if (!question.facts) {
    return result;
  }
  if (std::string why = refuse_options(package, question.decisions, asked_about(options)); !why.empty()) {
    return failed<ExplainResult>(Failure::use, why);
  }
  result.answer = explained(package, *question.facts, question.decisions, text, options);
  return result;
}

}  // namespace

ExplainResult explain(Package const& package, FactsText const& facts, ExplainOptions const& options) {
  return guarded<ExplainResult>([&] { return explain_case(package, facts, options); });
}

}  // namespace hjemmel::api
