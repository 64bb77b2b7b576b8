// What is open, what the outcome rests on besides facts and rules, and what holds where it is departed from.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/explain/prose_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

std::string localized_in(std::string_view text, ProseParts const& parts) {
  return localized(text, parts.names().language());
}

}  // namespace

std::string question_clause(eval::Missing const& missing, ProseParts const& parts) {
  Phrases const& say = parts.say;
  if (missing.kind == eval::MissingKind::open_law) {
    std::string const name = parts.names().word(missing.name);
    std::string const what =
        missing.key.empty() ? name : phrase(say.table_for, name, parts.names().table_key(missing.name, missing.key));
    std::string const label = parts.names().name_label(missing.reason);
    return phrase(say.open_law, what, label.empty() ? missing.reason : label);
  }
  bool const assessment = missing.kind == eval::MissingKind::assessment;
  std::string const claim = parts.names().fact_claim(missing.name, true);
  if (!claim.empty()) {
    return phrase(assessment ? say.assess_whether : say.find_whether, claim);
  }
  bool const unknown = missing.state == eval::State::unknown;
  return phrase(assessment ? say.assess : unknown ? say.find_unknown : say.find, parts.conditions.fact(missing.name));
}

namespace {

std::string range(eval::Missing const& missing, ProseParts const& parts) {
  if (missing.range_low.empty() || missing.range_high.empty()) {
    return {};
  }
  return phrase(parts.say.between, localized_in(missing.range_low, parts), localized_in(missing.range_high, parts));
}

std::string people(std::vector<std::string> const& names, ProseParts const& parts) {
  return join(parts.names().words(names), parts.words().or_word);
}

void write_missing_question(std::size_t number, eval::Missing const& missing, ProseParts const& parts) {
  Phrases const& say = parts.say;
  bool const assessment = missing.kind == eval::MissingKind::assessment;
  std::string text = capitalized(question_clause(missing, parts));
  std::vector<std::string> more{range(missing, parts)};
  bool const says_unknown =
      missing.kind == eval::MissingKind::fact && parts.names().fact_claim(missing.name, true).empty();
  if (missing.state == eval::State::unknown && missing.kind != eval::MissingKind::open_law && !says_unknown) {
    more.emplace_back(say.asked_unknown);
  }
  if (!missing.by.empty()) {
    more.push_back(phrase(assessment ? say.assessed_by : say.supplied_by, people(missing.by, parts)));
  }
  if (!missing.not_by.empty()) {
    more.push_back(phrase(say.not_assessed_by, people(missing.not_by, parts)));
  }
  if (!missing.factors.empty()) {
    more.push_back(phrase(missing.factors_open_ended ? say.weighing_among_others : say.weighing,
                          join(parts.names().words(missing.factors), parts.words().and_word)));
  }
  if (!missing.most_weight.empty()) {
    more.push_back(phrase(say.most_weight, join(parts.names().words(missing.most_weight), parts.words().and_word)));
  }
  for (std::string const& one : more) {
    text += one.empty() ? "" : " " + one;
  }
  std::string const bullet = std::to_string(number) + ". ";
  parts.out().line(2, bullet + text, bullet.size());
  parts.citations(2 + bullet.size(), missing.citations);
}

void write_possible(eval::Outcome const& outcome, ProseParts const& parts) {
  if (outcome.possible.empty()) {
    return;
  }
  parts.out().heading(parts.say.possible_heading);
  for (eval::PossibleOutcome const& possible : outcome.possible) {
    bool const decided = possible.status == eval::Status::decided;
    parts.item(2, decided
                      ? choice_clause(outcome.decision, possible.modality, outcome.of_figure, possible.options, parts)
                      : std::string(status_words(possible.status, parts.words())));
  }
}

}  // namespace

std::string basis_clause(eval::RestsOn const& basis, ProseParts const& parts) {
  Phrases const& say = parts.say;
  switch (basis.kind) {
    case eval::BasisKind::reading:
      return phrase(say.rests_on_reading, parts.names().word(basis.name), parts.names().word(basis.value));
    case eval::BasisKind::default_value:
      return phrase(say.rests_on_default, parts.conditions.fact(basis.name),
                    value_words(basis.value, basis.name, parts.names()));
    case eval::BasisKind::presumption:
      return phrase(say.rests_on_presumption, parts.conditions.fact(basis.name),
                    value_words(basis.value, basis.name, parts.names()));
    case eval::BasisKind::parameter:
      return phrase(say.rests_on_parameter, parts.names().word(basis.name), localized_in(basis.value, parts));
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

void write_open_questions(eval::Outcome const& outcome, ProseParts const& parts) {
  if (!outcome.missing.empty()) {
    bool const only_law = std::all_of(outcome.missing.begin(), outcome.missing.end(), [](eval::Missing const& missing) {
      return missing.kind == eval::MissingKind::open_law;
    });
    parts.out().heading(only_law ? parts.say.law_open_heading : parts.say.missing_heading);
    for (std::size_t at = 0; at < outcome.missing.size(); ++at) {
      write_missing_question(at + 1, outcome.missing[at], parts);
    }
  }
  write_possible(outcome, parts);
  if (!outcome.exact) {
    parts.out().gap();
    parts.sentence(2, parts.say.may_hold_too_much);
  }
}

void write_basis(eval::Outcome const& outcome, ProseParts const& parts) {
  if (outcome.rests_on.empty()) {
    return;
  }
  parts.out().heading(parts.say.rests_on_heading);
  for (eval::RestsOn const& basis : outcome.rests_on) {
    parts.item(2, basis_clause(basis, parts));
    parts.citations(4, basis.citations);
  }
}

void write_versions_and_departure(eval::Outcome const& outcome, ProseParts const& parts) {
  if (outcome.if_departing) {
    eval::Outcome const& other = *outcome.if_departing;
    parts.out().heading(parts.say.departing_heading);
    bool const decided = other.status == eval::Status::decided;
    std::string const clause =
        decided ? choice_clause(other.decision, other.modality, other.of_figure, other.options, parts)
                : std::string(status_words(other.status, parts.words()));
    parts.sentence(2, phrase(parts.say.departing, clause));
  }
  for (eval::OutcomeVersion const& version : outcome.versions) {
    std::string const heading(version.law == "act" ? parts.say.law_at_act : parts.say.law_at_decision);
    parts.out().heading(version.as_of.empty() ? heading : heading + ", " + localized_in(version.as_of, parts));
    write_verdict(*version.outcome, 2, parts);
    if (version.chosen) {
      parts.sentence(2, parts.say.law_chosen);
    }
  }
}

}  // namespace hjemmel::explain
