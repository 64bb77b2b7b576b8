// Puts the parts together: head, then for each decision the outcome, what it needs or allows, why, and what was read.
#include "engine/explain/text.h"

#include "engine/base/check.h"
#include "engine/explain/duties.h"
#include "engine/explain/place_words.h"
#include "engine/explain/text_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
void write_head(DecisionDocument const& document, ir::Program const* program, TextParts const& parts) {
  Language const language = parts.names.language();
  auto const day = [&](std::string const& date) {
    return language == Language::english ? date : localized(date, language);
  };
  Words const& words = parts.words;
  std::string const title = parts.names.title();
  if (!title.empty()) {
    parts.out.line(0, title);
  }
  std::string package = document.package + " " + document.version;
  if (program != nullptr && !program->status.empty()) {
    package += ", ";
    std::string const status = status_words(program->status, language);
    package += program->status_by.empty() ? status : phrase(words.proposed_by, status, program->status_by);
  }
  parts.out.line(0, package);
  std::string dates = document.as_of ? phrase(words.rules_as_of, day(*document.as_of)) : std::string{};
  if (document.decided_on) {
    dates += (dates.empty() ? "" : ", ") + phrase(words.decided_on, day(*document.decided_on));
  }
  if (!dates.empty()) {
    parts.out.line(0, dates);
  }
  if (!document.amendments.empty()) {
    std::vector<std::string> names;
    for (LaidAmendment const& one : document.amendments) {
      names.push_back(one.name);
    }
    parts.out.line(0, phrase(words.amended_by, join(names, words.and_word)));
  }
  for (UsedJurisdiction const& one : document.jurisdictions) {
    parts.out.line(0, phrase(one.unlisted ? words.unlisted_code : words.code_of, one.id, one.version));
  }
}

namespace {

void write_status(eval::Outcome const& outcome, TextParts const& parts) {
  for (std::string const& line : headlines(outcome, parts)) {
    parts.out.line(2, line);
  }
  if (!outcome.reason.empty()) {
    parts.out.line(2, outcome.reason);
  }
  if (outcome.status == eval::Status::conflict || outcome.status == eval::Status::no_rule) {
    parts.out.line(2, parts.words.fault_of_rules);
  }
}

// The names of the rules, the grounds and the law, where there is no trace to tell more.
void write_why_in_short(eval::Outcome const& outcome, TextParts const& parts) {
  if (!outcome.rules.empty()) {
    parts.out.line(2, phrase(parts.words.rules, join(outcome.rules, parts.words.and_word)));
  }
  for (eval::HeldGround const& held : outcome.grounds) {
    parts.out.line(2, phrase(parts.words.ground_of_rule, held.ground, held.rule));
  }
  write_citations(2, outcome.citations, parts);
}

bool has_why(eval::Outcome const& outcome) {
  return !outcome.rules.empty() || !outcome.grounds.empty() || !outcome.citations.empty();
}

std::string_view why_heading(eval::Status status, Words const& words) {
  switch (status) {
    case eval::Status::decided:
      return words.why;
    case eval::Status::not_applicable:
      return words.why_not_arising;
    case eval::Status::undetermined:
    case eval::Status::conflict:
    case eval::Status::no_rule:
    case eval::Status::error:
      return words.rules_considered;
  }
  return words.why;
}

// NOLINTNEXTLINE(misc-no-recursion): each departure leaves one rule out, so at most as deep as the decision has rules
void write_departure(eval::Outcome const& departing, TextParts const& parts) {
  parts.out.heading(parts.words.if_departing);
  write_status(departing, parts);
  write_options(departing, parts);
  if (has_why(departing)) {
    parts.out.gap();
    write_why_in_short(departing, parts);
  }
  write_rests_on(departing, parts);
  write_open_ends(departing, parts);
  if (departing.if_departing) {
    write_departure(*departing.if_departing, parts);
  }
}

// What each of two laws gives, and which is chosen.
void write_versions(eval::Outcome const& outcome, TextParts const& parts) {
  for (eval::OutcomeVersion const& version : outcome.versions) {
    std::string heading(version.law == "act" ? parts.words.law_at_act : parts.words.law_at_decision);
    parts.out.heading(version.as_of.empty() ? heading : heading + ", " + version.as_of);
    if (version.chosen) {
      parts.out.line(2, parts.words.law_chosen);
    }
    write_status(*version.outcome, parts);
    write_options(*version.outcome, parts);
  }
}

void write_decision(DecidedQuestion const& decided, TraceDetail detail, TextParts const& parts) {
  eval::Outcome const& outcome = *decided.outcome;
  parts.out.heading(parts.names.word(outcome.decision));
  write_status(outcome, parts);
  write_options(outcome, parts);
  write_open_ends(outcome, parts);
  if (decided.trace != nullptr) {
    write_why(outcome, *decided.trace, detail, parts);
  } else if (has_why(outcome)) {
    parts.out.heading(why_heading(outcome.status, parts.words));
    write_why_in_short(outcome, parts);
  }
  write_rests_on(outcome, parts);
  if (outcome.if_departing) {
    write_departure(*outcome.if_departing, parts);
  }
  write_versions(outcome, parts);
  if (decided.trace != nullptr && detail == TraceDetail::full) {
    write_readings(*decided.trace, parts);
  }
}

}  // namespace

std::string health_fact_phrase(HealthFact const& read, TextParts const& parts) {
  std::string const ids = parts.names.citation({{}, {}, read.catalogue});
  std::string const ground = parts.names.name_label(read.ground);
  return read.fact + ": " + (ground.empty() ? read.ground : ground) + (ids.empty() ? "" : " " + ids);
}

std::string outcome_text(DecisionDocument const& document, ir::Program const* program, Language language) {
  std::string out;
  TextWriter writer(out);
  Names const names(program, language);
  TextParts const parts{names, words_in(language), writer};
  write_head(document, program, parts);
  for (DecidedQuestion const& decided : document.decisions) {
    CHECK(decided.outcome != nullptr);
    write_decision(decided, document.detail, parts);
  }
  for (eval::DutyOutcome const& duty : document.duties) {
    write_duty(duty, parts);
  }
  if (!document.health_facts.empty()) {
    parts.out.heading(parts.words.health_facts);
  }
  for (HealthFact const& read : document.health_facts) {
    parts.out.line(2, health_fact_phrase(read, parts), 2);
  }
  return out;
}

}  // namespace hjemmel::explain
