// A small program with a fact of every type, and what came of reading facts for it: one line a fact, or the faults.
#pragma once

#include <string>

#include "engine/base/date.h"
#include "engine/document/read.h"
#include "engine/facts/read_case.h"
#include "engine/ir/program.h"

namespace hjemmel::facts {

inline ir::Fact fact(std::string name, ir::TypeKind kind, base::Dimension dimension = {}) {
  ir::Fact made;
  made.info.name = std::move(name);
  made.info.type.kind = kind;
  made.info.type.dimension = dimension;
  return made;
}

inline ir::EnumValue enum_value(std::string name, std::optional<base::Dimension> dimension = {},
                                bool any_unit = false) {
  ir::EnumValue value;
  value.name = std::move(name);
  value.dimension = dimension;
  value.any_unit = any_unit;
  return value;
}

inline constexpr base::Dimension kBlotter{base::kFirstDeclaredDimension};

inline ir::Enum named_enum(std::string name, std::vector<ir::EnumValue> values) {
  ir::Enum made;
  made.name = std::move(name);
  made.values = std::move(values);
  return made;
}

inline ir::Record seizure_record() {
  ir::Record record{"case.seizures", std::vector<ir::Field>(3)};
  record.fields[0].info.name = "substance";
  record.fields[0].info.type = {ir::TypeKind::enumeration, {}, ir::EnumId(std::size_t{1}), {}};
  record.fields[1].info.name = "amount";
  record.fields[1].info.type = {ir::TypeKind::amount, {}, ir::EnumId(std::size_t{1}), {}};
  record.fields[1].info.minimum = base::Decimal();
  record.fields[1].key_field = 0;
  record.fields[2].info.name = "note";
  record.fields[2].info.type.kind = ir::TypeKind::text;
  return record;
}

// Facts of every type under `case` and `offender`, and one without a group.
inline ir::Program sample_program() {
  using ir::TypeKind;
  ir::Program program;
  program.enums = {named_enum("Act", {enum_value("use"), enum_value("acquisition"), enum_value("holding")}),
                   named_enum("Substance", {enum_value("cannabis", base::kMass), enum_value("heroin", base::kMass),
                                            enum_value("ghb", base::kVolume), enum_value("lsd", kBlotter)})};
  program.units = {{"blotter", {}, false, {}}};
  program.records = {seizure_record()};
  program.facts = {fact("case.act", TypeKind::enumeration),
                   fact("case.own_use", TypeKind::boolean),
                   fact("case.act_date", TypeKind::date),
                   fact("case.persons", TypeKind::integer),
                   fact("case.factor", TypeKind::decimal),
                   fact("case.note", TypeKind::text),
                   fact("case.weight", TypeKind::quantity, base::kMass),
                   fact("case.fine", TypeKind::quantity, base::kMoneyNok),
                   fact("case.term", TypeKind::quantity, base::kPeriod),
                   fact("case.sheets", TypeKind::quantity, kBlotter),
                   fact("case.seizures", TypeKind::list),
                   fact("offender.dependent", TypeKind::boolean),
                   fact("offender.place", TypeKind::enumeration),
                   fact("reference", TypeKind::text)};
  program.facts[0].info.type.enumeration = ir::EnumId(std::size_t{0});
  program.facts[2].info.may_be_not_applicable = true;
  program.facts[2].info.minimum = base::Decimal::of(base::make_date(1900, 1, 1)->days);
  program.facts[3].info.minimum = base::Decimal::of(1);
  program.facts[3].info.maximum = base::Decimal::of(20);
  program.facts[6].info.minimum = base::Decimal();
  program.facts[6].info.maximum = base::Decimal::of(1000);
  program.facts[10].info.type.record = ir::RecordId(std::size_t{0});
  program.facts[10].info.may_be_not_applicable = true;
  program.facts[10].max_items = 3;
  program.facts[11].assessment = true;
  program.facts[11].info.sensitivity = ir::Sensitivity::health;
  program.facts[11].judged_by = {"prosecutor", "court"};
  program.facts[12].info.type.enumeration = ir::EnumId(std::size_t{0});
  program.facts[12].info.sensitivity = ir::Sensitivity::personal;
  return program;
}

inline std::string end_text(eval::End const& end) { return end.value ? base::to_string(*end.value) : "*"; }

inline std::string value_text(eval::Value const& value, eval::Case const& facts) {
  std::string const dimension = value.dimension == base::kNoDimension ? "" : "@" + std::to_string(value.dimension.code);
  switch (value.state) {
    case eval::State::known:
      return base::to_string(value.number()) + dimension;
    case eval::State::not_applicable:
      return "not_applicable";
    case eval::State::not_asked:
      return "not_asked";
    case eval::State::error:
      return "error";
    case eval::State::unknown:
      break;
  }
  if (value.detail == eval::kNoDetail) {
    return "unknown";
  }
  eval::Interval const& range = facts.ranges[value.detail];
  return "[" + end_text(range.low) + " .. " + end_text(range.high) + "]" + dimension;
}

inline std::string list_text(eval::ListFact const& list, eval::Case const& facts) {
  constexpr std::string_view kStates[] = {"not_asked", "unknown", "at_least", "complete", "not_applicable"};
  std::string out(kStates[static_cast<std::size_t>(list.state)]);
  for (std::uint32_t row = 0; row < list.rows; ++row) {
    out += row == 0 ? " " : "; ";
    for (std::uint32_t field = 0; field < list.fields; ++field) {
      out += (field == 0 ? "" : ", ") + value_text(list.cell(row, field), facts);
    }
  }
  return out;
}

// `case.act = 2`, one line for each fact that was asked, in the order of the schema; then texts and origins.
inline std::string case_text(eval::Case const& facts, ir::Program const& program) {
  std::string out;
  for (std::size_t at = 0; at < program.facts.size(); ++at) {
    bool const list = program.facts[at].info.type.kind == ir::TypeKind::list;
    std::string const value = list ? list_text(facts.lists[at], facts) : value_text(facts.scalars[at], facts);
    out += value == "not_asked" ? "" : program.facts[at].info.name + " = " + value + "\n";
  }
  for (std::string const& text : facts.texts) {
    out += "text " + text + "\n";
  }
  for (eval::Origin const& origin : facts.origins) {
    out += "origin " + program.facts[origin.fact].info.name + " by=" + origin.by + " known_on=" + origin.known_on +
           " from=" + origin.from + "\n";
  }
  return out;
}

// `fact_not_a_bool: the message | the help`, one line a diagnostic.
inline std::string fault_text(diag::Sink const& sink) {
  std::string out;
  for (diag::Diagnostic const& diagnostic : sink.all()) {
    out += std::string(diag::kind_name(diagnostic.kind)) + ": " + diagnostic.message + " | " + diagnostic.help + "\n";
  }
  return out;
}

inline std::string reading(std::string text, document::Format format = document::Format::yaml,
                           ir::Program const& program = sample_program()) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("facts", std::move(text));
  auto const root = document::read(file, format, sources, sink);
  auto const facts = root ? read_case(*root, program, sink) : std::nullopt;
  if (facts.has_value() == (sink.errors() > 0)) {
    return "facts and errors, or neither:\n" + fault_text(sink);
  }
  return facts ? fault_text(sink) + case_text(*facts, program) : fault_text(sink);
}

// One fact of `case`.
inline std::string reading_of(std::string const& key, std::string const& value) {
  return reading("case:\n  " + key + ": " + value + "\n");
}

}  // namespace hjemmel::facts
