// What was read on the way: terms that the rules define, rows of tables, and facts with where they came from.
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {

std::vector<std::string> origin_phrases(eval::FactTrace const& fact, TextParts const& parts) {
  Words const& words = parts.words;
  std::vector<std::string> origins;
  if (!fact.filled_by.empty()) {
    bool const is_default = fact.filled_by == eval::basis_name(eval::BasisKind::default_value);
    origins.push_back(phrase(is_default ? words.filled_by_default : words.filled_by_presumption, fact.state));
  }
  if (!fact.by.empty()) {
    origins.push_back(phrase(words.judged_by, parts.names.word(fact.by)));
  }
  if (!fact.known_on.empty()) {
    origins.push_back(phrase(words.known_on, fact.known_on));
  }
  if (!fact.from.empty()) {
    origins.push_back(phrase(words.from, fact.from));
  }
  return origins;
}

namespace {

// All of it in parentheses, behind the value.
std::string origin_phrase(eval::FactTrace const& fact, TextParts const& parts) {
  std::string text;
  for (std::string const& origin : origin_phrases(fact, parts)) {
    text += text.empty() ? " (" : ", ";
    text += origin;
  }
  return text.empty() ? text : text + ")";
}

void write_definitions(eval::DecisionTrace const& trace, TextParts const& parts) {
  std::vector<std::string> labels;
  for (eval::DefinitionTrace const& definition : trace.definitions) {
    labels.push_back(definition.name);
  }
  for (eval::DefinitionTrace const& definition : trace.definitions) {
    std::string const value =
        definition.value.empty() ? std::string(truth_words(definition.truth, parts.words)) : definition.value;
    parts.out.row(2, definition.name, column_for(labels, 40),
                  definition.reading.empty() ? value : phrase(parts.words.read_as, value, definition.reading));
  }
}

void write_facts(eval::DecisionTrace const& trace, TextParts const& parts) {
  std::vector<std::string> labels;
  for (eval::FactTrace const& fact : trace.facts) {
    labels.push_back(fact.fact);
  }
  for (eval::FactTrace const& fact : trace.facts) {
    parts.out.row(2, fact.fact, column_for(labels, 40), fact.value + origin_phrase(fact, parts));
  }
}

}  // namespace

void write_readings(eval::DecisionTrace const& trace, TextParts const& parts) {
  if (!trace.definitions.empty()) {
    parts.out.heading(parts.words.definitions);
    write_definitions(trace, parts);
  }
  if (!trace.tables.empty()) {
    parts.out.heading(parts.words.tables);
    for (eval::TableTrace const& row : trace.tables) {
      std::string_view const value = row.value.empty() ? parts.words.open_law_bare : std::string_view{row.value};
      parts.out.line(2, phrase(parts.words.table_row, row.table, row.key, value));
      write_citations(4, row.citations, parts);
    }
  }
  if (!trace.parameters.empty()) {
    parts.out.heading(parts.words.parameters);
    for (eval::ParameterTrace const& parameter : trace.parameters) {
      std::string_view const value =
          parameter.value.empty() ? parts.words.open_law_bare : std::string_view{parameter.value};
      parts.out.line(2, parameter.parameter + ": " + std::string(value));
      write_citations(4, parameter.citations, parts);
    }
  }
  if (!trace.facts.empty()) {
    parts.out.heading(parts.words.facts);
    write_facts(trace, parts);
  }
}

}  // namespace hjemmel::explain
