// Key order is that of schemas/outcome.schema.yaml. Keys that may be left out: as_of, decided_on, modality, if_departing, reason,
// figure, trace, and the sides of a bound. All others are always there, so that a reader needs no special cases.
#include "engine/explain/json.h"

#include "engine/base/check.h"
#include "engine/explain/bound_figure.h"
#include "engine/explain/duties.h"
#include "engine/explain/json_parts.h"

namespace hjemmel::explain {
namespace {

void write_side(std::string_view key, eval::BoundSide side, std::optional<base::Decimal> const& number,
                eval::ParameterBound const& bound, JsonWriter& json) {
  if (number) {
    json.key(key);
    write_figure(*number, bound, json);
  }
  for (eval::FigureRange const& range : bound.ranges) {
    if (range.side == side) {
      json.key(key);
      write_range(range.values, bound, json);
    }
  }
}

void write_sides(eval::ParameterBound const& bound, JsonWriter& json) {
  write_side("exactly", eval::BoundSide::exactly, bound.exactly, bound, json);
  write_side("at_least", eval::BoundSide::at_least, bound.at_least, bound, json);
  write_side("at_most", eval::BoundSide::at_most, bound.at_most, bound, json);
}

void write_bound(eval::ParameterBound const& bound, JsonWriter& json) {
  json.key(bound.parameter);
  json.begin_flat_object();
  write_sides(bound, json);
  json.end_object();
}

}  // namespace

void write_outcome_condition(eval::OutcomeCondition const& condition, JsonWriter& json) {
  json.begin_flat_object();
  json.member("name", condition.name);
  json.member("force", eval::force_name(condition.force));
  for (eval::ParameterBound const& bound : condition.bounds) {
    write_bound(bound, json);
  }
  if (!condition.states.empty()) {
    json.member("states", condition.states);
  }
  json.end_object();
}

void write_bounds(std::vector<eval::ParameterBound> const& bounds, JsonWriter& json) {
  json.begin_flat_object();
  for (eval::ParameterBound const& bound : bounds) {
    write_bound(bound, json);
  }
  json.end_object();
}

namespace {

void write_conditions(eval::OutcomeOption const& option, JsonWriter& json) {
  json.key("conditions");
  json.begin_array();
  for (eval::OutcomeCondition const& condition : option.conditions) {
    write_outcome_condition(condition, json);
  }
  json.end_array();
}

void write_option(eval::OutcomeOption const& option, JsonWriter& json) {
  json.begin_object();
  json.member("name", option.name);
  json.member("modality", eval::modality_name(option.modality));
  json.member("by", option.by);
  json.key("bounds");
  write_bounds(option.bounds, json);
  write_conditions(option, json);
  json.end_object();
}

// A decision on a figure has no options that anybody could name: it has a figure.
void write_options(std::vector<eval::OutcomeOption> const& options, bool of_figure, JsonWriter& json) {
  json.key("options");
  json.begin_array();
  for (eval::OutcomeOption const& option : options) {
    if (!of_figure) {
      write_option(option, json);
    }
  }
  json.end_array();
  if (of_figure && !options.empty()) {
    eval::OutcomeOption const& only = options.front();
    json.key("figure");
    json.begin_object();
    write_sides(only.bounds.front(), json);
    json.member("by", only.by);
    write_conditions(only, json);
    json.end_object();
  }
}

void write_modality(std::optional<eval::Modality> modality, JsonWriter& json) {
  if (modality) {
    json.member("modality", eval::modality_name(*modality));
  }
}

std::string_view kind_name(eval::MissingKind kind) {
  switch (kind) {
    case eval::MissingKind::fact:
      return "fact";
    case eval::MissingKind::assessment:
      return "assessment";
    case eval::MissingKind::open_law:
      return "open_law";
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

void write_asked(eval::Missing const& missing, JsonWriter& json) {
  json.member("fact", missing.name);
  json.member("state", missing.state == eval::State::unknown ? "unknown" : "not_asked");
  if (missing.kind == eval::MissingKind::fact) {
    json.member("from", missing.by);
    return;
  }
  json.member("by", missing.by);
  json.member("factors", missing.factors);
  json.key("among_others");
  json.boolean(missing.factors_open_ended);
  if (!missing.most_weight.empty()) {
    json.member("most_weight", missing.most_weight);
  }
  if (!missing.not_by.empty()) {
    json.member("not_by", missing.not_by);
  }
}

void write_missing(eval::Missing const& missing, JsonWriter& json) {
  json.begin_object();
  write_missing_members(missing, json);
  json.end_object();
}

void write_possible(eval::PossibleOutcome const& possible, bool of_figure, JsonWriter& json) {
  json.begin_object();
  json.member("status", eval::status_name(possible.status));
  write_modality(possible.modality, json);
  write_options(possible.options, of_figure, json);
  json.member("rules", possible.rules);
  json.end_object();
}

void write_grounds(std::vector<eval::HeldGround> const& grounds, JsonWriter& json) {
  json.key("grounds");
  json.begin_array();
  for (eval::HeldGround const& held : grounds) {
    json.begin_flat_object();
    json.member("rule", held.rule);
    json.member("ground", held.ground);
    json.end_object();
  }
  json.end_array();
}

void write_open_ends(eval::Outcome const& outcome, JsonWriter& json) {
  json.key("missing");
  json.begin_array();
  for (eval::Missing const& missing : outcome.missing) {
    write_missing(missing, json);
  }
  json.end_array();
  json.key("possible");
  json.begin_array();
  for (eval::PossibleOutcome const& possible : outcome.possible) {
    write_possible(possible, outcome.of_figure, json);
  }
  json.end_array();
  json.key("exact");
  json.boolean(outcome.exact);
}

// NOLINTNEXTLINE(misc-no-recursion): the outcome under one law has no versions
void write_versions(eval::Outcome const& outcome, JsonWriter& json) {
  if (outcome.versions.empty()) {
    return;
  }
  json.key("versions");
  json.begin_array();
  for (eval::OutcomeVersion const& version : outcome.versions) {
    json.begin_object();
    json.member("law", version.law);
    if (!version.as_of.empty()) {
      json.member("as_of", version.as_of);
    }
    json.key("chosen");
    json.boolean(version.chosen);
    json.key("outcome");
    write_outcome(*version.outcome, nullptr, json);
    json.end_object();
  }
  json.end_array();
}

void write_health_facts(std::vector<HealthFact> const& facts, JsonWriter& json) {
  if (facts.empty()) {
    return;
  }
  json.key("health_facts");
  json.begin_array();
  for (HealthFact const& read : facts) {
    json.begin_object();
    json.member("fact", read.fact);
    json.member("ground", read.ground);
    json.member("catalogue", read.catalogue);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_jurisdictions(std::vector<UsedJurisdiction> const& jurisdictions, JsonWriter& json) {
  if (jurisdictions.empty()) {
    return;
  }
  json.key("jurisdictions");
  json.begin_array();
  for (UsedJurisdiction const& one : jurisdictions) {
    json.begin_object();
    json.member("id", one.id);
    json.member("version", one.version);
    json.member("digest", one.digest);
    if (one.unlisted) {
      json.key("unlisted");
      json.boolean(true);
    }
    json.end_object();
  }
  json.end_array();
}

void write_head(DecisionDocument const& document, JsonWriter& json) {
  json.member("package", document.package);
  json.member("version", document.version);
  json.member("digest", document.digest);
  json.key("amendments");
  json.begin_array();
  for (LaidAmendment const& one : document.amendments) {
    json.begin_object();
    json.member("name", one.name);
    json.member("digest", one.digest);
    json.end_object();
  }
  json.end_array();
  if (!document.used.empty()) {
    json.key("uses");
    json.begin_array();
    for (UsedPackage const& one : document.used) {
      json.begin_object();
      json.member("as", one.alias);
      json.member("package", one.package);
      json.member("version", one.version);
      json.member("digest", one.digest);
      json.end_object();
    }
    json.end_array();
  }
  write_jurisdictions(document.jurisdictions, json);
  if (document.as_of) {
    json.member("as_of", *document.as_of);
  }
  if (document.decided_on) {
    json.member("decided_on", *document.decided_on);
  }
  write_health_facts(document.health_facts, json);
}

// NOLINTNEXTLINE(misc-no-recursion): each departure leaves one rule out, so at most as deep as the decision has rules
void write_outcome(eval::Outcome const& outcome, eval::DecisionTrace const* trace, JsonWriter& json,
                   TraceDetail detail) {
  json.begin_object();
  json.member("status", eval::status_name(outcome.status));
  write_modality(outcome.modality, json);
  write_options(outcome.options, outcome.of_figure, json);
  json.member("rules", outcome.rules);
  write_grounds(outcome.grounds, json);
  write_citations(outcome.citations, json);
  if (outcome.if_departing) {
    json.key("if_departing");
    write_outcome(*outcome.if_departing, nullptr, json);
  }
  write_rests_on(outcome.rests_on, json);
  write_open_ends(outcome, json);
  if (!outcome.reason.empty()) {
    json.member("reason", outcome.reason);
  }
  write_versions(outcome, json);
  if (trace != nullptr) {
    json.key("trace");
    write_trace(*trace, detail, json);
  }
  json.end_object();
}

void write_rests_on(std::vector<eval::RestsOn> const& rests_on, JsonWriter& json) {
  json.key("rests_on");
  json.begin_array();
  for (eval::RestsOn const& basis : rests_on) {
    json.begin_object();
    json.member("kind", eval::basis_name(basis.kind));
    json.member("name", basis.name);
    json.member("value", basis.value);
    write_citations(basis.citations, json);
    json.end_object();
  }
  json.end_array();
}

void write_missing_members(eval::Missing const& missing, JsonWriter& json) {
  json.member("kind", kind_name(missing.kind));
  if (missing.kind == eval::MissingKind::open_law) {
    json.member("at", missing.name);
    json.member("key", missing.key);
    json.member("reason", missing.reason);
  } else {
    write_asked(missing, json);
  }
  write_citations(missing.citations, json);
}

void write_citations(std::vector<eval::OutcomeCitation> const& citations, JsonWriter& json) {
  json.key("citations");
  write_citation_list(citations, json);
}

void write_citation_list(std::vector<eval::OutcomeCitation> const& citations, JsonWriter& json) {
  json.begin_array();
  for (eval::OutcomeCitation const& citation : citations) {
    json.begin_flat_object();
    json.member("source", citation.source);
    json.member("place", citation.place);
    json.member("catalogue", citation.catalogue);
    json.end_object();
  }
  json.end_array();
}

std::string outcome_json(DecisionDocument const& document, Layout layout) {
  std::string out;
  JsonWriter json(out, layout);
  json.begin_object();
  write_head(document, json);
  json.key("decisions");
  json.begin_object();
  for (DecidedQuestion const& decided : document.decisions) {
    CHECK(decided.outcome != nullptr);
    json.key(decided.outcome->decision);
    write_outcome(*decided.outcome, decided.trace, json, document.detail);
  }
  json.end_object();
  json.key("duties");
  json.begin_array();
  for (eval::DutyOutcome const& duty : document.duties) {
    write_duty(duty, {}, json);
  }
  json.end_array();
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace hjemmel::explain
