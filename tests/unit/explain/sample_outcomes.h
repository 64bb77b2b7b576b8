// Outcomes and traces built by hand, of every status, for the tests of this folder.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"
#include "engine/explain/document.h"
#include "engine/ir/program.h"

namespace hjemmel::explain::sample {

inline eval::ParameterBound at_most(std::string parameter, std::int64_t number, base::Dimension dimension) {
  return {std::move(parameter), dimension, "", std::nullopt, std::nullopt, base::Decimal::of(number)};
}

inline eval::OutcomeCitation third_paragraph() {
  return {"s232a", "third paragraph", {"M5-1.5-31", "M5-1.5-32", "M5-1.5-33", "M5-1.5-38"}};
}

inline eval::OutcomeOption plain_option(std::string name, eval::Modality modality, std::string by) {
  eval::OutcomeOption option;
  option.name = std::move(name);
  option.modality = modality;
  option.by = {std::move(by)};
  return option;
}

// A waiver with two conditions, one that must and one that may be carried.
inline eval::OutcomeOption waiver_with_conditions() {
  eval::OutcomeOption waiver = plain_option("conditional_waiver", eval::Modality::normally_is, "prosecutor");
  waiver.conditions = {{"meet_advisory_unit",
                        eval::Force::must_carry,
                        {at_most("meetings", 3, base::kNoDimension), at_most("within", 3, base::kPeriod)},
                        {}},
                       {"drug_testing",
                        eval::Force::may_carry,
                        {at_most("length", 3, base::kPeriod)},
                        {"test_type", "frequency", "length"}}};
  return waiver;
}

// Normally a conditional waiver; for who departs, one of two.
inline eval::Outcome decided() {
  eval::Outcome outcome;
  outcome.decision = "reaction";
  outcome.status = eval::Status::decided;
  outcome.modality = eval::Modality::normally_is;
  outcome.options = {waiver_with_conditions()};
  outcome.rules = {"under_18", "testing_frame"};
  outcome.citations = {{"", "", {"M5-1.5-40", "M5-1.5-53"}}};
  outcome.if_departing = std::make_unique<eval::Outcome>();
  eval::Outcome& departing = *outcome.if_departing;
  departing.decision = "reaction";
  departing.status = eval::Status::decided;
  departing.modality = eval::Modality::may_be;
  departing.options = {plain_option("unconditional_waiver", eval::Modality::may_be, "prosecutor"),
                       plain_option("sentencing_waiver", eval::Modality::may_be, "court")};
  departing.rules = {"young_or_at_risk"};
  departing.grounds = {{"young_or_at_risk", "young"}};
  return outcome;
}

inline eval::Missing missing_assessment() {
  eval::Missing missing;
  missing.kind = eval::MissingKind::assessment;
  missing.name = "offender.drug_dependent";
  missing.state = eval::State::unknown;
  missing.by = {"prosecutor", "court"};
  missing.factors = {"diagnosis", "use_extent", "life_situation"};
  missing.factors_open_ended = true;
  missing.citations = {third_paragraph()};
  return missing;
}

inline eval::Missing missing_fact() {
  eval::Missing missing;
  missing.name = "case.seizures[2].substance";
  missing.by = {"police"};
  return missing;
}

inline eval::Missing missing_law() {
  eval::Missing missing;
  missing.kind = eval::MissingKind::open_law;
  missing.name = "own_use_limit";
  missing.key = "ghb";
  missing.reason = "no amount limit is proposed for this substance";
  return missing;
}

inline eval::Outcome undetermined() {
  eval::Outcome outcome;
  outcome.decision = "reaction";
  outcome.missing = {missing_assessment(), missing_fact(), missing_law()};
  eval::OutcomeOption prison = plain_option("imprisonment", eval::Modality::may_be, "court");
  prison.bounds = {at_most("length", 6, base::kPeriod)};
  eval::PossibleOutcome waiver;
  waiver.modality = eval::Modality::normally_is;
  waiver.options = {waiver_with_conditions()};
  waiver.rules = {"under_18"};
  eval::PossibleOutcome ordinary;
  ordinary.modality = eval::Modality::may_be;
  ordinary.options = {plain_option("fine", eval::Modality::may_be, "court"), prison};
  ordinary.rules = {"ordinary_reaction"};
  eval::PossibleOutcome none;
  none.status = eval::Status::not_applicable;
  outcome.possible = {waiver, ordinary, none};
  outcome.exact = false;
  return outcome;
}

inline eval::Outcome of_status(eval::Status status, std::string reason, std::vector<std::string> rules = {}) {
  eval::Outcome outcome;
  outcome.decision = "reaction";
  outcome.status = status;
  outcome.reason = std::move(reason);
  outcome.rules = std::move(rules);
  return outcome;
}

inline eval::RuleTrace rule(std::string name, eval::RuleState state, std::vector<std::string> by = {}) {
  eval::RuleTrace trace;
  trace.rule = std::move(name);
  trace.state = state;
  trace.by = std::move(by);
  return trace;
}

// The trace that belongs to `decided()`.
inline eval::DecisionTrace trace_of_decided() {
  eval::DecisionTrace trace;
  trace.decision = "reaction";
  trace.when = {{"minor_offence", eval::Truth::yes, {}}};
  eval::RuleTrace under_18 = rule("under_18", eval::RuleState::applied);
  under_18.conditions = {{"age of offender at case.act_date < 18 years", eval::Truth::yes, {}}};
  under_18.citations = {{"", "", {"M5-1.5-40", "M5-1.5-53"}}};
  eval::RuleTrace dependent = rule("dependent_adult", eval::RuleState::guard_false);
  dependent.conditions = {{"age of offender at case.act_date >= 18 years", eval::Truth::no, {}},
                          {"offender.drug_dependent", eval::Truth::unknown, {"offender.drug_dependent"}}};
  dependent.citations = {third_paragraph()};
  eval::RuleTrace young = rule("young_or_at_risk", eval::RuleState::overridden, {"under_18"});
  young.grounds = {{"young", eval::Truth::yes, false}, {"comparable", eval::Truth::no, true}};
  trace.rules = {rule("ordinary_reaction", eval::RuleState::overridden, {"under_18", "young_or_at_risk"}), dependent,
                 young, under_18, rule("testing_frame", eval::RuleState::applied)};
  trace.definitions = {{"minor_amount", eval::Truth::yes, "", {}, {}},
                       {"minor_offence", eval::Truth::yes, "", {{"minor_amount", eval::Truth::yes, {}}}, {}}};
  trace.facts = {{"case.act_date", "2026-03-01", "", "", ""},
                 {"case.seizures[1].amount", "12.5 g", "", "", ""},
                 {"offender.young", "true", "prosecutor", "2026-04-20", "interview"}};
  trace.tables = {{"own_use_limit", "cannabis", "15 g", {{"m5", "1.5", {"M5-1.5-25"}}}},
                  {"own_use_limit", "ghb", "", {}}};
  return trace;
}

inline DecisionDocument document_of(eval::Outcome const& outcome, eval::DecisionTrace const* trace = nullptr) {
  DecisionDocument document;
  document.package = "no.penal.minor_narcotics";
  document.version = "0.1.0";
  document.digest = "sha256:00ff";
  document.as_of = "2026-03-01";
  document.decided_on = "2026-05-04";
  document.decisions = {{&outcome, trace}};
  return document;
}

// A program with the labels and titles that the outcomes above need, and nothing else.
inline ir::Program labels() {
  ir::Program program;
  program.title.en = "Minor narcotics offences";
  program.status = "proposed";
  program.status_by = "a committee";
  program.sources = {{"s232a", "straffeloven § 232 a (utkast)", ""}, {"m5", "Meld. St. 5 (2024-2025)", ""}};
  ir::EnumValue waiver;
  waiver.name = "conditional_waiver";
  waiver.label = {"conditional waiver of prosecution", "betinget påtaleunnlatelse"};
  ir::Enum reaction;
  reaction.name = "Reaction";
  reaction.values = {waiver};
  program.enums = {reaction};
  ir::Decision decision;
  decision.name = "reaction";
  decision.options = ir::EnumId{std::size_t{0}};
  program.decisions = {decision};
  ir::Field substance;
  substance.info.name = "substance";
  substance.info.label.en = "which substance";
  program.records = {{"case.seizures", {substance}}};
  ir::Fact seizures;
  seizures.info.name = "case.seizures";
  seizures.info.type.kind = ir::TypeKind::list;
  seizures.info.type.record = ir::RecordId{std::size_t{0}};
  ir::Fact dependent;
  dependent.info.name = "offender.drug_dependent";
  dependent.info.label.en = "depends on drugs";
  program.facts = {seizures, dependent};
  return program;
}

}  // namespace hjemmel::explain::sample
