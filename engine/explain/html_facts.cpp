// What was read: facts with where they came from, terms, rows of tables, figures of the law; and what the outcome rests on besides.
#include <algorithm>

#include "engine/explain/html_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

// How a fact is to be kept: that of the list, for a field of its elements, where the field itself says nothing.
ir::Sensitivity sensitivity_of(ir::Program const& program, std::string_view path) {
  std::string_view const list = path.substr(0, path.find('['));
  auto const fact = std::find_if(program.facts.begin(), program.facts.end(),
                                 [&](ir::Fact const& each) { return each.info.name == list; });
  if (fact == program.facts.end()) {
    return ir::Sensitivity::none;
  }
  std::size_t const dot = path.find("].");
  if (dot != std::string_view::npos && fact->info.type.record.index < program.records.size()) {
    for (ir::Field const& field : program.records[fact->info.type.record.index].fields) {
      if (field.info.name == path.substr(dot + 2) && field.info.sensitivity != ir::Sensitivity::none) {
        return field.info.sensitivity;
      }
    }
  }
  return fact->info.sensitivity;
}

std::string_view kept_words(ir::Sensitivity sensitivity, PageWords const& page) {
  switch (sensitivity) {
    case ir::Sensitivity::none:
      return {};
    case ir::Sensitivity::personal:
      return page.personal;
    case ir::Sensitivity::health:
      return page.health;
    case ir::Sensitivity::criminal:
      return page.criminal;
  }
  return {};
}

void write_cell(std::string_view label, std::string_view text, std::string_view look, HtmlParts const& parts) {
  auto const cell = parts.out.in("td", {{"role", "cell"}, {"data-label", text.empty() ? "" : std::string(label)}});
  if (!text.empty()) {
    parts.out.element("bdi", text, {{"class", std::string(look)}});
  }
}

// As people say it, and as the trace has it where that is another form. `of` is the fact whose value it is, or empty.
void write_figure(std::string_view value, std::string_view of, HtmlParts const& parts) {
  std::string const words = value_words(value, of, parts.text().names);
  parts.out.element("bdi", words, {{"class", "value"}});
  if (words != value) {
    parts.out.text(" ");
    parts.out.element("code", value, {{"class", "quiet"}});
  }
}

void write_value(eval::FactTrace const& fact, HtmlParts const& parts) {
  auto const cell = parts.out.in("td", {{"role", "cell"}, {"data-label", std::string(parts.page.value)}});
  auto const both = parts.out.in("div");
  write_figure(fact.value, fact.fact, parts);
}

void write_fact(eval::FactTrace const& fact, HtmlParts const& parts) {
  auto const row = parts.out.in("tr", {{"role", "row"}});
  {
    auto const head = parts.out.in("th", {{"role", "rowheader"}, {"scope", "row"}});
    std::string const label = parts.text().names.fact_label(fact.fact);
    if (!label.empty()) {
      parts.out.element("span", label);
      parts.out.text(" ");
    }
    parts.out.element("code", fact.fact);
  }
  std::string origin;
  for (std::string const& each : origin_phrases(fact, parts.text())) {
    origin += (origin.empty() ? "" : ", ") + each;
  }
  write_value(fact, parts);
  write_cell(parts.page.origin, origin, "", parts);
  write_cell(parts.page.kept, kept_words(sensitivity_of(parts.program(), fact.fact), parts.page), "", parts);
}

void write_term(std::size_t at, PageDecision const& decision, HtmlParts const& parts) {
  eval::DefinitionTrace const& term = decision.trace.definitions[at];
  std::string const anchor = anchor_of_term(decision, at);
  auto const details = parts.out.in("details", {{"class", "rule"}, {"id", anchor}});
  {
    auto const summary = parts.out.in("summary");
    std::string const named = parts.text().names.value_label(term.name, term.value);
    std::string const value = term.value.empty() ? std::string(truth_words(term.truth, parts.text().words))
                              : named.empty()    ? term.value
                                                 : named;
    std::string const label = parts.text().names.name_label(term.name);
    write_badge("plain", term.reading.empty() ? value : phrase(parts.text().words.read_as, value, term.reading), parts);
    parts.out.text(" ");
    if (!label.empty()) {
      parts.out.element("span", capitalized(label), {{"class", "name"}});
    }
    parts.out.element("code", term.name, {{"class", label.empty() ? "name" : "quiet"}});
  }
  auto const inside = parts.out.in("div", {{"class", "inside"}});
  write_conditions(decision.notes.definitions[at], {}, decision, parts);
  write_law(term.citations, {anchor, term.name}, parts);
}

// A row of a table, or a figure of the law.
void write_reading(std::string const& words, std::string_view value,
                   std::vector<eval::OutcomeCitation> const& citations, PagePlace const& place,
                   HtmlParts const& parts) {
  auto const item = parts.out.in("li", {{"id", place.anchor}});
  {
    auto const line = parts.out.in("p");
    parts.out.text(capitalized(words) + ": ");
    write_figure(value.empty() ? parts.text().words.open_law_bare : value, {}, parts);
    parts.out.text(" ");
    parts.out.element("code", place.name, {{"class", "quiet"}});
  }
  write_law(citations, place, parts);
}

std::string numbered(std::string_view kind, PageDecision const& decision, std::size_t number) {
  return std::string(kind) + "-" + std::to_string(decision.number) + "-" + std::to_string(number);
}

void write_tables(PageDecision const& decision, HtmlParts const& parts) {
  if (decision.trace.tables.empty()) {
    return;
  }
  parts.out.element("h3", parts.page.tables);
  auto const list = parts.out.in("ul", {{"class", "tree"}});
  std::size_t number = 0;
  for (eval::TableTrace const& row : decision.trace.tables) {
    Names const& names = parts.text().names;
    write_reading(phrase(parts.text().words.table_for_key, names.word(row.table), names.table_key(row.table, row.key)),
                  row.value, row.citations, {numbered("row", decision, ++number), row.table + "[" + row.key + "]"},
                  parts);
  }
}

void write_parameters(PageDecision const& decision, HtmlParts const& parts) {
  if (decision.trace.parameters.empty()) {
    return;
  }
  parts.out.element("h3", parts.page.parameters);
  auto const list = parts.out.in("ul", {{"class", "tree"}});
  std::size_t number = 0;
  for (eval::ParameterTrace const& one : decision.trace.parameters) {
    write_reading(parts.text().names.word(one.parameter), one.value, one.citations,
                  {numbered("parameter", decision, ++number), one.parameter}, parts);
  }
}

}  // namespace

void write_facts(PageDecision const& decision, HtmlParts const& parts) {
  if (decision.trace.facts.empty()) {
    return;
  }
  std::string const anchor = "facts-" + std::to_string(decision.number);
  parts.out.element("h3", parts.page.facts, {{"id", anchor}});
  auto const table = parts.out.in("table", {{"role", "table"}, {"aria-labelledby", anchor}});
  {
    auto const head = parts.out.in("thead", {{"role", "rowgroup"}});
    auto const row = parts.out.in("tr", {{"role", "row"}});
    for (std::string_view const column : {parts.page.fact, parts.page.value, parts.page.origin, parts.page.kept}) {
      parts.out.element("th", column, {{"role", "columnheader"}, {"scope", "col"}});
    }
  }
  auto const body = parts.out.in("tbody", {{"role", "rowgroup"}});
  for (eval::FactTrace const& fact : decision.trace.facts) {
    write_fact(fact, parts);
  }
}

void write_rests_on(eval::Outcome const& outcome, std::string const& anchor, HtmlParts const& parts) {
  if (outcome.rests_on.empty()) {
    return;
  }
  parts.out.element("h3", parts.text().words.rests_on);
  auto const list = parts.out.in("ul", {{"class", "tree"}});
  std::size_t number = 0;
  for (eval::RestsOn const& basis : outcome.rests_on) {
    std::string const place = anchor + "-basis-" + std::to_string(++number);
    auto const item = parts.out.in("li", {{"id", place}});
    {
      auto const line = parts.out.in("p");
      write_clause(capitalized(basis_clause(basis, parts.prose)) + " ", parts);
      parts.out.element("code", basis.name, {{"class", "quiet"}});
    }
    write_law(basis.citations, {place, basis.name}, parts);
  }
}

void write_terms(PageDecision const& decision, HtmlParts const& parts) {
  if (decision.trace.definitions.empty()) {
    return;
  }
  parts.out.element("h3", parts.page.terms);
  auto const group = parts.out.in("div", {{"class", "rules"}});
  for (std::size_t at = 0; at < decision.trace.definitions.size(); ++at) {
    write_term(at, decision, parts);
  }
}

void write_figures(PageDecision const& decision, HtmlParts const& parts) {
  write_tables(decision, parts);
  write_parameters(decision, parts);
}

bool is_kept_apart(ir::Program const& program, std::string_view path) {
  return sensitivity_of(program, path) != ir::Sensitivity::none;
}

}  // namespace hjemmel::explain
