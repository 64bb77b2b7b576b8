// The entitlements for people: each service with its state and what it hangs on, then the questions of all of them.
#include <algorithm>

#include "engine/explain/duties.h"
#include "engine/explain/entitlements.h"
#include "engine/explain/period_words.h"
#include "engine/explain/service_words.h"

namespace hjemmel::explain {
namespace {

void write_criteria(ListedService const& listed, TextParts const& parts) {
  for (bool const exclusion : {false, true}) {
    bool first = true;
    for (eval::CriterionTrace const& criterion : listed.entitlement.criteria) {
      if (criterion.exclusion != exclusion) {
        continue;
      }
      if (first) {
        parts.out.line(2, exclusion ? parts.words.exclusions : parts.words.criteria);
        first = false;
      }
      parts.out.line(
          4, parts.names.word(criterion.name) + ": " + truth_phrase(criterion.truth, criterion.unknowns, parts));
      write_citations(6, criterion.citations, parts);
    }
  }
}

// A criterion that is lacking, and an exclusion that is met: both refuse.
void write_failed(eval::Entitlement const& entitlement, TextParts const& parts) {
  for (bool const exclusion : {false, true}) {
    std::vector<std::string> failed = entitlement.failed;
    std::erase_if(failed, [&](std::string const& name) {
      return exclusion != std::any_of(entitlement.criteria.begin(), entitlement.criteria.end(),
                                      [&](auto const& one) { return one.name == name && one.exclusion; });
    });
    if (!failed.empty()) {
      std::string_view const pattern = exclusion ? parts.words.excluded_by : parts.words.refused_for;
      parts.out.line(2, phrase(pattern, join(parts.names.words(failed), parts.words.and_word)));
    }
  }
}

void write_service(ListedService const& listed, ListedPackage const& package, Language language, TextWriter& out) {
  Names const names(package.program, language);
  Words const& words = words_in(language);
  TextParts const parts{names, words, out};
  eval::Entitlement const& entitlement = listed.entitlement;
  out.heading(service_title(listed, names) + ": " + std::string(service_state_words(entitlement, words)));
  if (!entitlement.reason.empty()) {
    out.line(2, entitlement.reason);
  }
  for (std::string const& why : not_offered_phrases(entitlement, words)) {
    out.line(2, why);
  }
  write_failed(entitlement, parts);
  if (!entitlement.provider.empty()) {
    out.line(2, phrase(words.provided_by, parts.names.word(entitlement.provider)));
  }
  for (ir::Given const& given : listed.service->gives) {
    out.line(2, phrase(words.service_gives, given_phrase(given, *package.program, parts)));
  }
  if (entitlement.offered) {
    out.line(2, phrase(words.offered_in, offered_places(listed, parts),
                       truth_phrase(entitlement.offered->truth, entitlement.offered->unknowns, parts)));
  }
  if (entitlement.in_force) {
    out.line(2, phrase(words.offered_when, period_words(*listed.service->period, language),
                       truth_phrase(entitlement.in_force->truth, entitlement.in_force->unknowns, parts)));
  }
  write_criteria(listed, parts);
  write_citations(2, entitlement.citations, parts);
  if (!entitlement.rests_on.empty()) {
    out.line(2, words.rests_on);
    write_bases(4, entitlement.rests_on, parts);
  }
  if (!entitlement.exact) {
    out.line(2, words.may_hold_too_much);
  }
}

// A question reads its labels from the package of the first service that asks it.
void write_questions(EntitlementDocument const& document, Language language, TextWriter& out) {
  if (document.questions.empty()) {
    return;
  }
  Words const& words = words_in(language);
  out.heading(words.to_find_out);
  for (std::size_t at = 0; at < document.questions.size(); ++at) {
    eval::SharedQuestion const& question = document.questions[at];
    ListedPackage const& package = document.packages[document.services[question.services.front()].package];
    Names const names(package.program, language);
    write_missing(at + 1, question.missing, {names, words, out});
    std::vector<std::string> services;
    for (std::size_t const place : question.services) {
      ListedService const& listed = document.services[place];
      services.push_back(service_title(listed, Names(document.packages[listed.package].program, language)));
    }
    out.line(5, phrase(words.question_for, join(services, words.and_word)));
  }
}

}  // namespace

void write_package_lines(EntitlementDocument const& document, Words const& words, TextWriter& out) {
  for (ListedPackage const& package : document.packages) {
    std::string line = package.name + " " + package.version;
    line += package.as_of ? ", " + phrase(words.rules_as_of, *package.as_of) : "";
    line += package.decided_on ? ", " + phrase(words.decided_on, *package.decided_on) : "";
    out.line(0, line);
    for (UsedJurisdiction const& one : package.jurisdictions) {
      out.line(2, phrase(one.unlisted ? words.unlisted_code : words.code_of, one.id, one.version));
    }
  }
}

std::string entitlements_text(EntitlementDocument const& document, Language language) {
  std::string out;
  TextWriter writer(out);
  Words const& words = words_in(language);
  write_package_lines(document, words, writer);
  if (document.services.empty() && document.duties.empty()) {
    writer.line(0, words.no_services);
  }
  for (ListedService const& listed : document.services) {
    write_service(listed, document.packages[listed.package], language, writer);
  }
  for (ListedDuty const& listed : document.duties) {
    Names const names(document.packages[listed.package].program, language);
    write_duty(listed.duty, {names, words, writer});
  }
  write_questions(document, language, writer);
  return out;
}

}  // namespace hjemmel::explain
