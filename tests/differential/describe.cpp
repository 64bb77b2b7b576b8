// Outcomes of the machine and cases as text, for the report of a difference.
#include <algorithm>

#include "engine/ir/print.h"
#include "tests/differential/compare.h"

namespace hjemmel::differential {
namespace {

std::string end_text(eval::End const& end) {
  return end.value ? base::to_string(*end.value) + (end.included ? "" : " (left out)") : "any";
}

std::string value_text(ir::Program const& program, ir::Type const& type, eval::Case const& facts,
                       eval::Value const& value) {
  switch (value.state) {
    case eval::State::known:
      return type.kind == ir::TypeKind::text ? "\"" + facts.texts[static_cast<std::size_t>(value.coefficient)] + "\""
                                             : ir::print_value(program, type, value.number());
    case eval::State::not_applicable:
      return "not_applicable";
    case eval::State::error:
      return "error";
    case eval::State::unknown:
    case eval::State::not_asked:
      break;
  }
  std::string text = value.state == eval::State::unknown ? "unknown" : "not_asked";
  if (value.detail != eval::kNoDetail) {
    eval::Interval const& range = facts.ranges[value.detail];
    text += " between " + end_text(range.low) + " and " + end_text(range.high);
  }
  return text;
}

std::string list_text(ir::Program const& program, ir::Fact const& fact, eval::Case const& facts,
                      eval::ListFact const& list) {
  static std::vector<std::string> const states = {"not_asked", "unknown", "at_least", "complete", "not_applicable"};
  std::string text = states[static_cast<std::size_t>(list.state)];
  auto const& fields = program.records[fact.info.type.record.index].fields;
  for (std::uint32_t row = 0; row < list.rows; ++row) {
    text += "\n    ";
    for (std::uint32_t field = 0; field < fields.size(); ++field) {
      text += fields[field].info.name + ": " +
              value_text(program, fields[field].info.type, facts, list.cell(row, field)) + "  ";
    }
  }
  return text;
}

void add_indented(std::string& text, std::string const& block) { text += "\n  " + block; }

}  // namespace

std::string describe(eval::Outcome const& outcome) {
  std::string text = oracle::describe(oracle::Point{outcome.status, outcome.modality, outcome.options});
  std::string line = "rules:";
  for (std::string const& rule : outcome.rules) {
    line += " " + rule;
  }
  add_indented(text, line);
  line = "grounds:";
  for (eval::HeldGround const& held : outcome.grounds) {
    line += " " + held.rule + "." + held.ground;
  }
  add_indented(text, line);
  for (eval::PossibleOutcome const& possible : outcome.possible) {
    add_indented(text,
                 "possible " + oracle::describe(oracle::Point{possible.status, possible.modality, possible.options}));
  }
  line = "missing:";
  for (eval::Missing const& missing : outcome.missing) {
    line += " " + missing.name + (missing.key.empty() ? "" : "[" + missing.key + "]");
  }
  for (eval::RestsOn const& basis : outcome.rests_on) {
    add_indented(text, "rests on " + std::string(eval::basis_name(basis.kind)) + " " + basis.name + " " + basis.value);
  }
  add_indented(text, line + (outcome.exact ? "" : " (not exact)"));
  if (outcome.if_departing) {
    add_indented(text, "if departing: " + describe(*outcome.if_departing));
  }
  return text;
}

std::string describe(ir::Program const& program, eval::Case const& facts) {
  std::string text;
  for (std::size_t i = 0; i < program.facts.size(); ++i) {
    ir::Fact const& fact = program.facts[i];
    bool const is_list = fact.info.type.kind == ir::TypeKind::list;
    text += "  " + fact.info.name + ": " +
            (is_list ? list_text(program, fact, facts, facts.lists[i])
                     : value_text(program, fact.info.type, facts, facts.scalars[i])) +
            "\n";
  }
  for (std::size_t i = 0; i < facts.basis.readings.size(); ++i) {
    text += "  reading " + program.readings[i].name + ": choice " + std::to_string(facts.basis.readings[i]) + "\n";
  }
  return text;
}

}  // namespace hjemmel::differential
