// Puts the parts together: head, then for each decision the verdict, its reasons, and what was asked about it.
#include "engine/explain/prose.h"

#include "engine/base/check.h"
#include "engine/explain/duties.h"
#include "engine/explain/prose_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

// `å`, `ø`, `æ` and other letters of two bytes with a capital 0x20 before them.
bool is_small_two_byte_letter(std::string_view text) {
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) >= 0xA0 && text[1] != '\xB7';
}

void write_decision(DecisionExplanation const& decision, ProseParts const& parts) {
  CHECK(decision.outcome != nullptr);
  eval::Outcome const& outcome = *decision.outcome;
  parts.out().heading(capitalized(parts.names().word(outcome.decision)));
  write_verdict(outcome, 2, parts);
  write_open_questions(outcome, parts);
  write_when(decision, parts);
  write_rules(decision, parts);
  write_basis(outcome, parts);
  write_versions_and_departure(outcome, parts);
  for (WhyNot const& why_not : decision.why_not) {
    write_why_not(decision, why_not, parts);
  }
  if (decision.flips) {
    write_flips(*decision.flips, parts);
  }
}

void write_health_facts(std::vector<HealthFact> const& facts, ProseParts const& parts) {
  if (facts.empty()) {
    return;
  }
  parts.out().heading(capitalized(parts.words().health_facts));
  for (HealthFact const& read : facts) {
    HealthFact const said{parts.conditions.fact(read.fact), read.ground, read.catalogue};
    parts.item(2, health_fact_phrase(said, parts.base));
  }
}

}  // namespace

std::string capitalized(std::string_view text) {
  std::string copy(text);
  if (!copy.empty() && copy[0] >= 'a' && copy[0] <= 'z') {
    copy[0] = static_cast<char>(copy[0] - ('a' - 'A'));
  } else if (is_small_two_byte_letter(copy)) {
    copy[1] = static_cast<char>(copy[1] - 0x20);
  }
  return copy;
}

std::string ProseParts::decision(std::string_view name) const {
  std::string const label = names().name_label(name);
  return label.empty() ? phrase(say.the_name, Names::plain(name)) : label;
}

std::string ProseParts::option(std::string_view of, std::string_view name) const {
  std::string const label = names().name_label(name);
  return label.empty() ? names().option(of, name) : label;
}

std::string ProseParts::rule(std::string_view name) const {
  std::string const label = names().name_label(name);
  return label.empty() ? phrase(say.the_rule, name) : label;
}

std::string ProseParts::rules(std::vector<std::string> const& names) const {
  std::vector<std::string> texts;
  for (std::string const& name : names) {
    texts.push_back(rule(name));
  }
  return join(texts, words().and_word);
}

void ProseParts::sentence(std::size_t indent, std::string_view clause) const {
  std::string text = capitalized(clause);
  if (!text.ends_with('.') && !text.ends_with(':') && !text.ends_with('?')) {
    text += '.';
  }
  out().line(indent, text, 0);
}

void ProseParts::item(std::size_t indent, std::string_view clause) const {
  out().line(indent, "- " + std::string(clause), 2);
}

std::vector<eval::OutcomeCitation> ProseParts::decision_citations(std::string_view name) const {
  std::vector<eval::OutcomeCitation> citations;
  for (ir::Decision const& decision : program.decisions) {
    for (ir::Citation const& one : decision.name == name ? decision.citations : ir::Citations()) {
      std::string const source = one.source.has_value() ? program.sources[one.source.index].name : "";
      citations.push_back({source, one.place, one.catalogue});
    }
  }
  return citations;
}

void ProseParts::citations(std::size_t indent, std::vector<eval::OutcomeCitation> const& citations) const {
  std::string text;
  for (eval::OutcomeCitation const& citation : citations) {
    text += text.empty() ? "" : "; ";
    text += names().citation(citation);
  }
  if (!text.empty()) {
    out().line(indent, phrase(say.authority, text), 2);
  }
}

std::string explanation_text(Explanation const& explanation, ir::Program const& program, Language language) {
  std::string out;
  TextWriter writer(out);
  ConditionWords const conditions(program, language);
  TextParts const text{conditions.names(), words_in(language), writer};
  ProseParts const parts{program, conditions, phrases_in(language), text};
  write_head(explanation.document, &program, text);
  for (DecisionExplanation const& decision : explanation.decisions) {
    write_decision(decision, parts);
  }
  for (eval::DutyOutcome const& duty : explanation.document.duties) {
    write_duty(duty, text);
  }
  write_health_facts(explanation.document.health_facts, parts);
  return out;
}

}  // namespace hjemmel::explain
