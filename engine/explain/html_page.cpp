// Puts the parts together: head, decisions, duties, sources, foot.
#include "engine/explain/html_page.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/explain/html_parts.h"
#include "engine/explain/place_words.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

std::string title_of(Explanation const& explanation, HtmlParts const& parts) {
  std::string const title = parts.text().names.title();
  return title.empty() ? explanation.document.package : title;
}

// In a list of windows the decision comes first.
std::string window_title(Explanation const& explanation, HtmlParts const& parts) {
  std::string title = title_of(explanation, parts);
  if (explanation.decisions.size() == 1) {
    title = parts.text().names.word(explanation.decisions.front().outcome->decision) + " – " + title;
  }
  return title;
}

void write_dates(DecisionDocument const& document, HtmlParts const& parts) {
  Words const& words = parts.text().words;
  std::string dates = document.as_of ? phrase(words.rules_as_of, *document.as_of) : std::string{};
  if (document.decided_on) {
    dates += (dates.empty() ? "" : ", ") + phrase(words.decided_on, *document.decided_on);
  }
  if (!dates.empty()) {
    parts.out.element("p", localized(dates, parts.text().names.language()), {{"class", "meta"}});
  }
  std::vector<std::string> names;
  for (LaidAmendment const& one : document.amendments) {
    names.push_back(one.name);
  }
  if (!names.empty()) {
    parts.out.element("p", phrase(words.amended_by, join(names, words.and_word)), {{"class", "meta"}});
  }
  for (UsedJurisdiction const& one : document.jurisdictions) {
    std::string_view const pattern = one.unlisted ? words.unlisted_code : words.code_of;
    parts.out.element("p", phrase(pattern, one.id, one.version), {{"class", "meta"}});
  }
}

void write_contents(Explanation const& explanation, HtmlParts const& parts) {
  if (explanation.decisions.size() < 2) {
    return;
  }
  auto const nav = parts.out.in("nav", {{"class", "contents"}, {"aria-label", std::string(parts.page.contents)}});
  auto const list = parts.out.in("ul");
  std::size_t number = 0;
  for (DecisionExplanation const& each : explanation.decisions) {
    auto const item = parts.out.in("li");
    parts.out.element("a", parts.text().names.word(each.outcome->decision),
                      {{"href", "#decision-" + std::to_string(++number)}});
  }
}

void write_top(Explanation const& explanation, HtmlParts const& parts) {
  DecisionDocument const& document = explanation.document;
  ir::Program const& program = parts.program();
  auto const top = parts.out.in("header", {{"class", "top"}});
  std::string package = document.package + " " + document.version;
  if (!program.status.empty()) {
    std::string const status = status_words(program.status, parts.text().names.language());
    package +=
        ", " + (program.status_by.empty() ? status : phrase(parts.text().words.proposed_by, status, program.status_by));
  }
  parts.out.element("p", package, {{"class", "meta"}});
  parts.out.element("h1", title_of(explanation, parts));
  write_dates(document, parts);
  write_contents(explanation, parts);
}

void write_decision(DecisionExplanation const& explained, eval::DecisionTrace const& trace, std::size_t number,
                    HtmlParts const& parts) {
  TraceNotes const notes = notes_of(parts.program(), *explained.outcome, trace);
  PageDecision const decision{explained, *explained.outcome, trace, notes, number};
  std::string const anchor = "decision-" + std::to_string(number);
  auto const section = parts.out.in("section", {{"class", "decision"}, {"aria-labelledby", anchor}});
  parts.out.element("h2", parts.text().names.word(decision.outcome.decision), {{"id", anchor}});
  write_outcome(decision, parts);
  write_open_ends(decision.outcome, anchor, parts);
  write_versions(decision, parts);
  write_rules(decision, parts);
  write_rests_on(decision.outcome, anchor, parts);
  write_why_nots(decision, parts);
  write_flips(decision, parts);
  write_departures(decision, parts);
  write_facts(decision, parts);
  write_terms(decision, parts);
  write_figures(decision, parts);
}

void write_digests(DecisionDocument const& document, PageQuestion const& question, HtmlParts const& parts) {
  PageWords const& page = parts.page;
  auto const list = parts.out.in("dl", {{"class", "pairs"}});
  write_pair(page.package, document.package + " " + document.version, parts);
  write_pair(page.digest, document.digest, parts);
  for (LaidAmendment const& one : document.amendments) {
    write_pair(page.amendment, one.name + ", " + one.digest, parts);
  }
  for (UsedPackage const& one : document.used) {
    write_pair(page.uses, one.alias + ": " + one.package + " " + one.version + ", " + one.digest, parts);
  }
  for (UsedJurisdiction const& one : document.jurisdictions) {
    write_pair(page.jurisdiction, one.id + " " + one.version + ", " + one.digest, parts);
  }
  for (HealthFact const& read : document.health_facts) {
    write_pair(page.health_fact, health_fact_phrase(read, parts.text()), parts);
  }
  if (!question.facts_digest.empty()) {
    write_pair(page.facts_digest, question.facts_digest, parts);
  }
  write_pair(page.as_of, document.as_of ? *document.as_of : std::string(page.not_stated), parts);
  write_pair(page.decided_on, document.decided_on ? *document.decided_on : std::string(page.not_stated), parts);
  if (!question.as_known_on.empty()) {
    write_pair(page.as_known_on, question.as_known_on, parts);
  }
  for (std::string const& reading : question.readings) {
    write_pair(page.readings, reading, parts);
  }
}

bool holds_personal(Explanation const& explanation, ir::Program const& program) {
  return std::any_of(
      explanation.document.decisions.begin(), explanation.document.decisions.end(), [&](DecidedQuestion const& each) {
        return std::any_of(each.trace->facts.begin(), each.trace->facts.end(),
                           [&](eval::FactTrace const& fact) { return is_kept_apart(program, fact.fact); });
      });
}

void write_foot(Explanation const& explanation, PageQuestion const& question, HtmlParts const& parts) {
  auto const foot = parts.out.in("footer");
  parts.out.element("h2", parts.page.recompute);
  parts.out.element("p", parts.page.recompute_lead);
  write_digests(explanation.document, question, parts);
  if (holds_personal(explanation, parts.program())) {
    parts.out.element("p", parts.page.holds_personal);
  }
}

void write_main(Explanation const& explanation, HtmlParts const& parts) {
  auto const main = parts.out.in("main");
  for (std::size_t at = 0; at < explanation.decisions.size(); ++at) {
    write_decision(explanation.decisions[at], *explanation.document.decisions[at].trace, at + 1, parts);
  }
  write_duties(explanation.document.duties, parts);
  write_sources(parts);
}

void write_document(Explanation const& explanation, PageQuestion const& question, HtmlParts const& parts) {
  auto const root = parts.out.in("html", {{"lang", std::string(parts.page.language)}});
  write_page_head(window_title(explanation, parts), parts);
  auto const body = parts.out.in("body");
  write_top(explanation, parts);
  write_main(explanation, parts);
  write_foot(explanation, question, parts);
}

}  // namespace

std::string explanation_page(Explanation const& explanation, PageQuestion const& question, ir::Program const& program,
                             Language language) {
  CHECK(explanation.decisions.size() == explanation.document.decisions.size());
  for (DecidedQuestion const& each : explanation.document.decisions) {
    CHECK(each.outcome != nullptr && each.trace != nullptr);
  }
  std::string out;
  HtmlWriter html(out);
  SourceList sources;
  PageVoice const voice(program, language, html, sources);
  html.doctype();
  write_document(explanation, question, voice.parts);
  return out;
}

}  // namespace hjemmel::explain
