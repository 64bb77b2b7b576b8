// Key order is that of schemas/explanation.schema.yaml. Keys that say nothing are left out where the schema lets them.
#include "engine/explain/json_explanation.h"

#include "engine/base/check.h"
#include "engine/explain/duties.h"
#include "engine/explain/flip_document.h"
#include "engine/explain/json_parts.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::explain {
namespace {

std::string_view measure_name(MeasureKind kind) {
  switch (kind) {
    case MeasureKind::fact:
      return "fact";
    case MeasureKind::age:
      return "age";
    case MeasureKind::total:
      return "total";
    case MeasureKind::term:
      return "term";
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

std::string_view effect_name(EffectKind kind) {
  switch (kind) {
    case EffectKind::is:
      return "is";
    case EffectKind::normally_is:
      return "normally_is";
    case EffectKind::should_be:
      return "should_be";
    case EffectKind::may_be:
      return "may_be";
    case EffectKind::may_also_be:
      return "may_also_be";
    case EffectKind::may_not_be:
      return "may_not_be";
    case EffectKind::must_carry:
      return "must_carry";
    case EffectKind::may_carry:
      return "may_carry";
    case EffectKind::may_not_carry:
      return "may_not_carry";
    case EffectKind::bound:
      return "bound";
    case EffectKind::decided_by:
      return "decided_by";
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

std::string_view answer_name(WhyNotAnswer answer) {
  switch (answer) {
    case WhyNotAnswer::given:
      return "given";
    case WhyNotAnswer::possible:
      return "possible";
    case WhyNotAnswer::not_arising:
      return "not_arising";
    case WhyNotAnswer::nothing_gives:
      return "nothing_gives";
    case WhyNotAnswer::not_given:
      return "not_given";
    case WhyNotAnswer::taken_away:
      return "taken_away";
  }
  base::fail_check("an answer of the enumeration", __FILE__, __LINE__);
}

void write_optional(std::string_view key, std::string const& value, JsonWriter& json) {
  if (!value.empty()) {
    json.member(key, value);
  }
}

void write_measures(std::vector<Measure> const& measures, JsonWriter& json) {
  json.key("measures");
  json.begin_array();
  for (Measure const& measure : measures) {
    json.begin_flat_object();
    json.member("kind", measure_name(measure.kind));
    json.member("of", measure.of);
    write_optional("key", measure.key, json);
    write_optional("on", measure.on, json);
    json.member("value", measure.value);
    write_optional("limit", measure.limit, json);
    write_optional("limit_of", measure.limit_of, json);
    json.member("truth", eval::truth_name(measure.truth));
    json.end_object();
  }
  json.end_array();
}

void write_notes(std::string_view key, std::vector<ConditionNote> const& notes, JsonWriter& json);

// NOLINTNEXTLINE(misc-no-recursion): terms are unfolded one level
void write_note_members(ConditionNote const& note, JsonWriter& json) {
  json.member("text", note.text);
  json.key("unless");
  json.boolean(note.unless);
  json.member("truth", eval::truth_name(note.truth));
  json.member("unknowns", note.unknowns);
  write_measures(note.measures, json);
  if (!note.term.empty()) {
    json.member("term", note.term);
    write_notes("term_conditions", note.term_conditions, json);
    json.key("term_citations");
    write_citation_list(note.term_citations, json);
  }
}

// NOLINTNEXTLINE(misc-no-recursion): terms are unfolded one level
void write_notes(std::string_view key, std::vector<ConditionNote> const& notes, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (ConditionNote const& note : notes) {
    json.begin_object();
    write_note_members(note, json);
    json.end_object();
  }
  json.end_array();
}

void write_grounds(std::vector<GroundNote> const& grounds, JsonWriter& json) {
  json.key("grounds");
  json.begin_array();
  for (GroundNote const& ground : grounds) {
    json.begin_object();
    json.member("name", ground.name);
    json.key("open_list");
    json.boolean(ground.open_line);
    write_note_members(ground.condition, json);
    json.end_object();
  }
  json.end_array();
}

void write_effect(EffectNote const& effect, JsonWriter& json) {
  json.begin_object();
  json.member("kind", effect_name(effect.kind));
  write_optional("on", effect.on, json);
  json.key("options");
  json.begin_array();
  for (eval::OutcomeOption const& option : effect.options) {
    json.begin_flat_object();
    json.member("name", option.name);
    json.key("bounds");
    write_bounds(option.bounds, json);
    json.end_object();
  }
  json.end_array();
  json.key("carries");
  json.begin_array();
  for (eval::OutcomeCondition const& condition : effect.carries) {
    write_outcome_condition(condition, json);
  }
  json.end_array();
  json.member("authorities", effect.authorities);
  json.end_object();
}

void write_by(std::vector<GaveWayTo> const& others, JsonWriter& json) {
  json.key("by");
  json.begin_array();
  for (GaveWayTo const& other : others) {
    json.begin_object();
    json.member("rule", other.rule);
    write_notes("conditions", other.conditions, json);
    write_grounds(other.grounds, json);
    write_citations(other.citations, json);
    json.end_object();
  }
  json.end_array();
}

void write_rules(std::string_view key, std::vector<RuleNote> const& rules, JsonWriter& json) {
  json.key(key);
  json.begin_array();
  for (RuleNote const& rule : rules) {
    json.begin_object();
    json.member("rule", rule.rule);
    json.member("state", eval::rule_state_name(rule.state));
    json.key("chooses");
    json.boolean(rule.chooses);
    json.key("effects");
    json.begin_array();
    for (EffectNote const& effect : rule.effects) {
      write_effect(effect, json);
    }
    json.end_array();
    write_notes("conditions", rule.conditions, json);
    write_grounds(rule.grounds, json);
    write_by(rule.by, json);
    write_citations(rule.citations, json);
    json.end_object();
  }
  json.end_array();
}

void write_why_not(WhyNot const& why_not, JsonWriter& json) {
  json.begin_object();
  json.member("option", why_not.option);
  json.member("answer", answer_name(why_not.answer));
  write_rules("givers", why_not.givers, json);
  write_rules("takers", why_not.takers, json);
  json.end_object();
}

void write_decision(DecisionExplanation const& decision, JsonWriter& json) {
  json.begin_object();
  json.key("outcome");
  write_outcome(*decision.outcome, nullptr, json);
  write_notes("when", decision.when, json);
  write_rules("why", decision.why, json);
  write_rules("gave_way", decision.gave_way, json);
  write_rules("not_met", decision.not_met, json);
  write_rules("open", decision.open, json);
  write_rules("aside", decision.aside, json);
  json.key("why_not");
  json.begin_array();
  for (WhyNot const& why_not : decision.why_not) {
    write_why_not(why_not, json);
  }
  json.end_array();
  if (decision.flips) {
    json.key("flips");
    write_flips(*decision.flips, json);
  }
  json.end_object();
}

}  // namespace

std::string explanation_json(Explanation const& explanation, Layout layout) {
  std::string out;
  JsonWriter json(out, layout);
  json.begin_object();
  json.key("explanation_version");
  json.integer(kExplanationVersion);
  write_head(explanation.document, json);
  json.key("decisions");
  json.begin_object();
  for (DecisionExplanation const& decision : explanation.decisions) {
    CHECK(decision.outcome != nullptr);
    json.key(decision.outcome->decision);
    write_decision(decision, json);
  }
  json.end_object();
  json.key("duties");
  json.begin_array();
  for (eval::DutyOutcome const& duty : explanation.document.duties) {
    write_duty(duty, {}, json);
  }
  json.end_array();
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace hjemmel::explain
