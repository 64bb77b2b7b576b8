// An interview about services: the questions of `entitlements`, one by one.
//
// A question that services of several packages share is worded with the labels of the first one that can ask it; each service
// then says by which criteria it hangs on it.
#include <algorithm>
#include <string_view>

#include "engine/api/ask.h"
#include "engine/api/entitlement_document.h"
#include "engine/api/interview_facts.h"
#include "engine/api/question.h"
#include "engine/api/question_words.h"
#include "engine/explain/names.h"
#include "engine/interview/question_json.h"

namespace hjemmel::api {
namespace {

// What is asked about: the packages as they were given, their cases, and what is answered so far.
struct Interviewed {
  Packages const& packages;
  std::vector<eval::Case> const& cases;
  explain::EntitlementDocument const& document;
};

bool hangs_on(eval::CriterionTrace const& criterion, std::string const& fact) {
  return std::find(criterion.unknowns.begin(), criterion.unknowns.end(), fact) != criterion.unknowns.end();
}

// The criteria of the service that are open for want of the fact.
interview::Reason reason_of(eval::Entitlement const& service, std::string const& fact) {
  interview::Reason reason{service.service, {}, {}};
  for (eval::CriterionTrace const& criterion : service.criteria) {
    if (hangs_on(criterion, fact)) {
      reason.grounds.push_back(criterion.name);
      reason.citations.insert(reason.citations.end(), criterion.citations.begin(), criterion.citations.end());
    }
  }
  if (reason.citations.empty()) {
    reason.citations = service.citations;
  }
  return reason;
}

// `case.seizures` of `case.seizures[2].amount`; of any other fact its path.
std::string_view list_of(std::string_view path) { return path.substr(0, path.find('[')); }

// `missing` first, then what else of the same list the service lacks: of a list, what is to be asked before it. Nothing else: an
// answer that was given as unknown must not bring up what is no question of its own.
std::vector<eval::Missing> beginning_with(eval::Missing const& missing, std::vector<eval::Missing> const& all) {
  std::vector<eval::Missing> ordered{missing};
  for (eval::Missing const& one : all) {
    bool const other = one.name != missing.name || one.kind != missing.kind || one.key != missing.key;
    if (other && list_of(one.name) == list_of(missing.name)) {
      ordered.push_back(one);
    }
  }
  return ordered;
}

void add_reasons(Interviewed const& of, std::vector<std::size_t> const& services, AskOptions const& options,
                 QuestionResult& result) {
  result.words = {};
  for (std::size_t const place : services) {
    explain::ListedService const& listed = of.document.services[place];
    std::size_t const package = package_of(of.packages, of.document, listed.package);
    explain::Names const names(&of.packages[package]->loaded().program, language_of(options.language));
    interview::Question one = *result.question;
    one.reasons = {reason_of(listed.entitlement, one.missing.name)};
    QuestionWords words = words_of(names, one);
    words.rules.front() = names.label(listed.service->label);
    words.rules.front() = words.rules.front().empty() ? listed.service->name : words.rules.front();
    if (result.words.rules.empty()) {
      result.words = words;
    } else {
      result.words.cited.push_back(words.cited.front());
      result.words.rules.push_back(words.rules.front());
      result.words.grounds.push_back(words.grounds.front());
    }
    result.question->reasons.push_back(one.reasons.front());
    result.question->services.push_back(of.document.packages[listed.package].name + "." + listed.service->name);
  }
}

// True when the shared question can be asked; it then stands in the result.
bool ask_shared(Interviewed const& of, eval::SharedQuestion const& shared, AskOptions const& options,
                QuestionResult& result) {
  for (std::size_t const place : shared.services) {
    explain::ListedService const& listed = of.document.services[place];
    std::size_t const package = package_of(of.packages, of.document, listed.package);
    eval::Entitlement const& service = listed.entitlement;
    eval::DecisionTrace const no_trace;
    result.question = interview::best_question(
        of.packages[package]->loaded().program, of.cases[package],
        {service.service, beginning_with(shared.missing, service.missing), service.possible.size(), no_trace},
        options.skip);
    if (result.question) {
      add_reasons(of, shared.services, options, result);
      return true;
    }
  }
  return false;
}

// Of a duty that may not be owed only what decides that: when it was done is asked of one that is owed.
bool ask_about_duty(Interviewed const& of, explain::ListedDuty const& listed, AskOptions const& options,
                    QuestionResult& result) {
  if (listed.duty.state != eval::DutyState::unknown) {
    return false;
  }
  std::size_t const at = package_of(of.packages, of.document, listed.package);
  ir::Program const& program = of.packages[at]->loaded().program;
  eval::DecisionTrace const no_trace;
  std::vector<eval::Missing> missing = listed.duty.missing;
  missing.resize(listed.duty.owed_hangs_on > 0 ? listed.duty.owed_hangs_on : missing.size());
  result.question = interview::best_question(
      program, of.cases[at], {listed.duty.duty, missing, listed.duty.possible.size(), no_trace}, options.skip);
  if (result.question) {
    result.question->reasons = {{listed.duty.duty, {}, listed.duty.citations}};
    result.words = words_of(explain::Names(&program, language_of(options.language)), *result.question);
  }
  return result.question.has_value();
}

bool ask_about_services(Interviewed const& of, AskOptions const& options, QuestionResult& result) {
  std::vector<eval::SharedQuestion> const& all = of.document.questions;
  return std::any_of(all.begin(), all.end(),
                     [&](eval::SharedQuestion const& shared) { return ask_shared(of, shared, options, result); });
}

bool ask_about_duties(Interviewed const& of, AskOptions const& options, QuestionResult& result) {
  std::vector<explain::ListedDuty> const& all = of.document.duties;
  return std::any_of(all.begin(), all.end(),
                     [&](explain::ListedDuty const& listed) { return ask_about_duty(of, listed, options, result); });
}

bool is_settled(explain::EntitlementDocument const& document) {
  return std::none_of(document.services.begin(), document.services.end(),
                      [](auto const& one) { return one.entitlement.may_still_be_given(); }) &&
         std::none_of(document.duties.begin(), document.duties.end(),
                      [](auto const& one) { return one.duty.state == eval::DutyState::unknown; });
}

// The duties are looked into once the services have no question left.
void find_question(Packages const& packages, std::vector<eval::Case> const& cases, AskOptions const& options,
                   QuestionResult& result) {
  explain::EntitlementDocument document = services_document(packages, cases);
  if (document.packages.empty()) {
    result = failed<QuestionResult>(Failure::use,
                                    "none of these packages has a service, or a duty that is owed to somebody");
    return;
  }
  Interviewed const of{packages, cases, document};
  if (ask_about_services(of, options, result)) {
    return;
  }
  add_duties(packages, cases, document);
  if (ask_about_duties(of, options, result)) {
    return;
  }
  Entitlements answer = told(document, language_of(options.language));
  result.answer.emplace();
  result.answer->json = std::move(answer.json);
  result.answer->text = std::move(answer.text);
  result.answer->rules_at_fault = answer.rules_at_fault;
  result.settled = is_settled(document);
}

std::string json_of(Packages const& packages, QuestionResult const& result) {
  interview::QuestionDocument document;
  document.about_services = true;
  for (auto const& package : packages) {
    document.packages.push_back({package->about().name, package->about().version, package->about().digest});
  }
  document.question = result.question ? &*result.question : nullptr;
  document.settled = result.settled;
  document.outcome = result.answer ? result.answer->json : "";
  return interview::question_json(document);
}

QuestionResult ask(Packages const& packages, FactsText const& text, AskOptions const& options) {
  if (std::string why = refuse_date(options.at); !why.empty()) {
    return failed<QuestionResult>(Failure::use, why);
  }
  ReadFacts read = read_facts(programs_of(packages), text);
  QuestionResult result;
  result.findings = std::move(read.findings);
  if (result.findings.has_errors()) {
    result.failure = Failure::input;
    return result;
  }
  for (std::size_t at = 0; at < packages.size(); ++at) {
    fill_date(packages[at]->loaded().program, options.at, read.cases[at]);
  }
  find_question(packages, read.cases, options, result);
  if (result.failure == Failure::none) {
    result.json = json_of(packages, result);
  }
  return result;
}

}  // namespace

InterviewFacts start_services_interview(Packages const& packages, std::optional<FactsText> const& facts,
                                        AskOptions const& options) {
  return guarded<InterviewFacts>([&] { return start_facts(programs_of(packages), facts, options.at); });
}

QuestionResult next_service_question(Packages const& packages, FactsText const& facts, AskOptions const& options) {
  return guarded<QuestionResult>([&] { return ask(packages, facts, options); });
}

InterviewFacts answer_service_question(Packages const& packages, FactsText const& facts, std::string const& path,
                                       std::string_view written) {
  return guarded<InterviewFacts>([&] { return enter_answer(programs_of(packages), facts, path, written); });
}

}  // namespace hjemmel::api
