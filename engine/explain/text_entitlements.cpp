// The entitlements for people: each service with its state and what it hangs on, then the questions of all of them.
#include <algorithm>

#include "engine/explain/duties.h"
#include "engine/explain/entitlements.h"
#include "engine/explain/figure.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {
namespace {

std::string_view state_words(eval::ServiceState state, Words const& words) {
  switch (state) {
    case eval::ServiceState::entitled:
      return words.service_entitled;
    case eval::ServiceState::may_be_given:
      return words.service_may_be_given;
    case eval::ServiceState::not_offered:
      return words.service_not_offered;
    case eval::ServiceState::refused:
      return words.service_refused;
    case eval::ServiceState::unknown:
      return words.service_unknown;
    case eval::ServiceState::error:
      return words.error;
  }
  return words.error;
}

std::string service_title(ListedService const& listed, Names const& names) {
  std::string const label = names.label(listed.service->label);
  return label.empty() ? names.word(listed.entitlement.service) : label;
}

std::string feature_text(ir::GivenFeature const& feature, ir::Program const& program, TextParts const& parts) {
  Words const& words = parts.words;
  std::string const name = parts.names.word(feature.name) + ": ";
  if (!feature.one_of.empty()) {
    return name + join(parts.names.words(feature.one_of), words.or_word);
  }
  std::string const figure = people_figure(feature.value, feature.type, program, words);
  std::string_view const pattern = feature.kind == ir::BoundKind::exactly    ? words.exactly
                                   : feature.kind == ir::BoundKind::at_least ? words.at_least
                                                                             : words.at_most;
  return name + phrase(pattern, figure);
}

std::string given_text(ir::Given const& given, ir::Program const& program, TextParts const& parts) {
  std::string features;
  for (ir::GivenFeature const& feature : given.features) {
    features += (features.empty() ? " (" : ", ") + feature_text(feature, program, parts);
  }
  return parts.names.word(given.name) + features + (features.empty() ? "" : ")");
}

// What is open by its label, and by its path where the schema has none.
std::string truth_text(eval::Truth truth, std::vector<std::string> const& unknowns, TextParts const& parts) {
  std::vector<std::string> open;
  for (std::string const& unknown : unknowns) {
    std::string label = parts.names.fact_label(unknown);
    open.push_back(label.empty() ? unknown : std::move(label));
  }
  std::string text(truth_words(truth, parts.words));
  return open.empty() ? text : text + "; " + phrase(parts.words.unknown_are, join(open, parts.words.and_word));
}

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
      parts.out.line(4,
                     parts.names.word(criterion.name) + ": " + truth_text(criterion.truth, criterion.unknowns, parts));
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
  out.heading(service_title(listed, names) + ": " + std::string(state_words(entitlement.state, words)));
  if (!entitlement.reason.empty()) {
    out.line(2, entitlement.reason);
  }
  for (std::string const& why : entitlement.not_offered_for) {
    out.line(2, why == "place" ? words.not_offered_here : words.not_offered_now);
  }
  write_failed(entitlement, parts);
  if (!entitlement.provider.empty()) {
    out.line(2, phrase(words.provided_by, parts.names.word(entitlement.provider)));
  }
  for (ir::Given const& given : listed.service->gives) {
    out.line(2, phrase(words.service_gives, given_text(given, *package.program, parts)));
  }
  if (entitlement.offered) {
    std::vector<std::string> places;
    for (std::string const& place : listed.service->places) {
      places.push_back(parts.names.any_value(place));
    }
    out.line(2, phrase(words.offered_in, join(places, words.and_word),
                       truth_text(entitlement.offered->truth, entitlement.offered->unknowns, parts)));
  }
  if (entitlement.in_force) {
    out.line(2, phrase(words.offered_when, listed.service->period,
                       truth_text(entitlement.in_force->truth, entitlement.in_force->unknowns, parts)));
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

std::string entitlements_text(EntitlementDocument const& document, Language language) {
  std::string out;
  TextWriter writer(out);
  Words const& words = words_in(language);
  for (ListedPackage const& package : document.packages) {
    std::string line = package.name + " " + package.version;
    line += package.as_of ? ", " + phrase(words.rules_as_of, *package.as_of) : "";
    line += package.decided_on ? ", " + phrase(words.decided_on, *package.decided_on) : "";
    writer.line(0, line);
    for (UsedJurisdiction const& one : package.jurisdictions) {
      writer.line(2, phrase(one.unlisted ? words.unlisted_code : words.code_of, one.id, one.version));
    }
  }
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
