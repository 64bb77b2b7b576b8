// The entitlements in short: one line a service, those that are given first; of a refusal the criterion, of an open one the question.
#include <algorithm>
#include <map>

#include "engine/explain/duties.h"
#include "engine/explain/entitlements.h"
#include "engine/explain/service_words.h"

namespace hjemmel::explain {
namespace {

// What is open between the last two alone stands between them: it is not given, whatever else is found.
enum class Group : std::uint8_t { entitled, may_be_given, unknown, error, refused, not_given, not_offered };

Group group_of(eval::Entitlement const& entitlement) {
  switch (entitlement.state) {
    case eval::ServiceState::entitled:
      return Group::entitled;
    case eval::ServiceState::may_be_given:
      return Group::may_be_given;
    case eval::ServiceState::unknown:
      return entitlement.may_still_be_given() ? Group::unknown : Group::not_given;
    case eval::ServiceState::error:
      return Group::error;
    case eval::ServiceState::refused:
      return Group::refused;
    case eval::ServiceState::not_offered:
      break;
  }
  return Group::not_offered;
}

std::string citations_text(std::vector<eval::OutcomeCitation> const& citations, Names const& names) {
  std::string text;
  for (eval::OutcomeCitation const& citation : citations) {
    text += (text.empty() ? "" : "; ") + names.citation(citation);
  }
  return text;
}

// `lacking income: sosialtjenesteloven, § 18`: each criterion that fails and exclusion that is met, with its own citations.
void write_reasons(ListedService const& listed, TextParts const& parts) {
  bool told = false;
  for (eval::CriterionTrace const& criterion : listed.entitlement.criteria) {
    if (!criterion.fails()) {
      continue;
    }
    std::string_view const pattern = criterion.exclusion ? parts.words.excluded_by : parts.words.refused_for;
    std::vector<eval::OutcomeCitation> const& own = criterion.citations;
    std::string const law = citations_text(own.empty() ? listed.entitlement.citations : own, parts.names);
    parts.out.line(4, phrase(pattern, parts.names.word(criterion.name)) + (law.empty() ? "" : ": " + law));
    told = true;
  }
  if (!told) {  // one of them fails, though none for certain
    std::string const failed = join(parts.names.words(listed.entitlement.failed), parts.words.or_word);
    parts.out.line(
        4, phrase(parts.words.refused_for, failed) + ": " + citations_text(listed.entitlement.citations, parts.names));
  }
}

// The states that it may come to, and the best question where it may be given.
void write_open(ListedService const& listed, TextParts const& parts) {
  std::vector<std::string> states;
  for (eval::ServiceState const state : listed.entitlement.possible) {
    states.emplace_back(service_state_words(state, parts.words));
  }
  if (!states.empty()) {
    parts.out.line(4, join(states, parts.words.or_word));
  }
  if (listed.entitlement.may_still_be_given() && !listed.entitlement.missing.empty()) {
    eval::Missing const& best = listed.entitlement.missing.front();
    std::string const title = open_fact(best.name, parts);
    parts.out.line(4, title + (title == best.name ? "" : " (" + best.name + ")") + "?");
  }
}

void write_service(ListedService const& listed, ListedPackage const& package, Words const& words, Language language,
                   TextWriter& out) {
  Names const names(package.program, language);
  TextParts const parts{names, words, out};
  eval::Entitlement const& entitlement = listed.entitlement;
  out.line(2, service_title(listed, names) + " (" + package.name + "." + entitlement.service + ")");
  switch (entitlement.state) {
    case eval::ServiceState::entitled:
    case eval::ServiceState::may_be_given:
      out.line(4, citations_text(entitlement.citations, names));
      return;
    case eval::ServiceState::refused:
      write_reasons(listed, parts);
      return;
    case eval::ServiceState::unknown:
      write_open(listed, parts);
      return;
    case eval::ServiceState::error:
      out.line(4, entitlement.reason);
      return;
    case eval::ServiceState::not_offered:
      for (std::string const& why : not_offered_phrases(entitlement, words)) {
        out.line(4, why);
      }
      return;
  }
}

// What is not owed is left out; of what is open its best question alone.
void write_duties(EntitlementDocument const& document, Words const& words, Language language, TextWriter& out) {
  for (ListedDuty const& listed : document.duties) {
    if (listed.duty.state != eval::DutyState::not_owed) {
      Names const names(document.packages[listed.package].program, language);
      eval::DutyOutcome duty = listed.duty;
      duty.missing.resize(std::min<std::size_t>(duty.missing.size(), 1));
      write_duty(duty, {names, words, out});
    }
  }
}

}  // namespace

std::string entitlements_summary(EntitlementDocument const& document, Language language) {
  std::string out;
  TextWriter writer(out);
  Words const& words = words_in(language);
  write_package_lines(document, words, writer);
  if (document.services.empty() && document.duties.empty()) {
    writer.line(0, words.no_services);
  }
  std::map<Group, std::vector<ListedService const*>> groups;
  for (ListedService const& listed : document.services) {
    groups[group_of(listed.entitlement)].push_back(&listed);
  }
  for (auto const& [group, services] : groups) {
    std::string_view const state = service_state_words(services.front()->entitlement, words);
    writer.heading(std::string(state) + " (" + std::to_string(services.size()) + ")");
    for (ListedService const* listed : services) {
      write_service(*listed, document.packages[listed->package], words, language, writer);
    }
  }
  write_duties(document, words, language, writer);
  return out;
}

}  // namespace hjemmel::explain
