// The trace as JSON: what was considered, in written order, with every condition's value and every fact that was read.
#include "engine/base/check.h"
#include "engine/explain/json.h"
#include "engine/explain/json_parts.h"

namespace hjemmel::explain {
namespace {

void write_conditions(std::string_view key, std::vector<eval::ConditionTrace> const& conditions, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (eval::ConditionTrace const& condition : conditions) {
    json.begin_flat_object();
    json.member("text", condition.text);
    json.member("truth", eval::truth_name(condition.truth));
    json.member("unknowns", condition.unknowns);
    json.end_object();
  }
  json.end_array();
}

void write_grounds(std::vector<eval::GroundTrace> const& grounds, JsonWriter& json) {
  json.key("grounds");
  json.begin_array();
  for (eval::GroundTrace const& ground : grounds) {
    json.begin_flat_object();
    json.member("name", ground.name);
    json.member("truth", eval::truth_name(ground.truth));
    json.key("open_list");
    json.boolean(ground.open_line);
    json.member("text", ground.text);
    json.member("unknowns", ground.unknowns);
    json.end_object();
  }
  json.end_array();
}

std::string_view detail_name(TraceDetail detail) {
  switch (detail) {
    case TraceDetail::decision:
      return "decision";
    case TraceDetail::rules:
      return "rules";
    case TraceDetail::full:
      return "full";
  }
  base::fail_check("a detail of the enumeration", __FILE__, __LINE__);
}

void write_rule(eval::RuleTrace const& rule, TraceDetail detail, JsonWriter& json) {
  json.begin_object();
  json.member("rule", rule.rule);
  json.member("state", eval::rule_state_name(rule.state));
  json.member("by", rule.by);
  if (detail != TraceDetail::decision) {
    write_conditions("conditions", rule.conditions, json);
    write_grounds(rule.grounds, json);
  }
  write_citations(rule.citations, json);
  json.end_object();
}

void write_optional(std::string_view key, std::string const& value, JsonWriter& json) {
  if (!value.empty()) {
    json.member(key, value);
  }
}

// A definition of a truth has `truth`, any other has `value`.
void write_definition(eval::DefinitionTrace const& definition, JsonWriter& json) {
  json.begin_object();
  json.member("name", definition.name);
  if (definition.value.empty()) {
    json.member("truth", eval::truth_name(definition.truth));
  } else {
    json.member("value", definition.value);
  }
  write_optional("reading", definition.reading, json);
  write_conditions("conditions", definition.conditions, json);
  write_citations(definition.citations, json);
  json.end_object();
}

void write_fact(eval::FactTrace const& fact, JsonWriter& json) {
  json.begin_flat_object();
  json.member("fact", fact.fact);
  json.member("value", fact.value);
  write_optional("by", fact.by, json);
  write_optional("known_on", fact.known_on, json);
  write_optional("from", fact.from, json);
  write_optional("filled_by", fact.filled_by, json);
  write_optional("state", fact.state, json);
  json.end_object();
}

// A row of open law has no `value`.
void write_table(eval::TableTrace const& row, JsonWriter& json) {
  json.begin_object();
  json.member("table", row.table);
  json.member("key", row.key);
  write_optional("value", row.value, json);
  write_citations(row.citations, json);
  json.end_object();
}

// A parameter that the sources leave open has no `value`.
void write_parameter(eval::ParameterTrace const& parameter, JsonWriter& json) {
  json.begin_object();
  json.member("parameter", parameter.parameter);
  write_optional("value", parameter.value, json);
  write_citations(parameter.citations, json);
  json.end_object();
}

template <class Part>
void write_list(std::string_view key, std::vector<Part> const& parts, void (*write)(Part const&, JsonWriter&),
                JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (Part const& part : parts) {
    write(part, json);
  }
  json.end_array();
}

}  // namespace

void write_trace(eval::DecisionTrace const& trace, TraceDetail detail, JsonWriter& json) {
  json.begin_object();
  json.key("trace_version");
  json.integer(kTraceVersion);
  json.member("level", detail_name(detail));
  write_conditions("when", trace.when, json);
  json.key("rules");
  json.begin_array();
  for (eval::RuleTrace const& rule : trace.rules) {
    write_rule(rule, detail, json);
  }
  json.end_array();
  if (detail != TraceDetail::decision) {
    std::vector<eval::DefinitionTrace> definitions = trace.definitions;
    std::erase_if(definitions, [&](eval::DefinitionTrace const& each) {
      return detail == TraceDetail::rules && !each.value.empty();
    });
    write_list("definitions", definitions, write_definition, json);
  }
  if (detail == TraceDetail::full) {
    write_list("facts", trace.facts, write_fact, json);
    write_list("tables", trace.tables, write_table, json);
    if (!trace.parameters.empty()) {
      write_list("parameters", trace.parameters, write_parameter, json);
    }
  }
  json.end_object();
}

std::string trace_json(eval::DecisionTrace const& trace, Layout layout, TraceDetail detail) {
  std::string out;
  JsonWriter json(out, layout);
  write_trace(trace, detail, json);
  out += '\n';
  return out;
}

}  // namespace hjemmel::explain
