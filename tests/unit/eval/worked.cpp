// The stages in a row, in memory; a fault of any prints its diagnostics.
#include "tests/unit/eval/worked.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "engine/check/check.h"
#include "engine/diag/render.h"
#include "engine/document/read.h"
#include "engine/eval/machine.h"
#include "engine/facts/read_case.h"
#include "engine/lower/lower.h"
#include "engine/syntax/parse.h"
#include "tests/foreign/test_jurisdiction.h"

namespace hjemmel::eval {
namespace {

std::string text_of(std::string const& head, std::string const& rules) {
  std::string text = "package test.worked\n  facts \"test/case\"\n";
  text += head.find("decided on") == std::string::npos ? "  decided on case.date\n" : "";
  text += head.empty() ? "" : "  " + head + "\n";
  return text + "\nsource act \"An act\"\n\n" + rules;
}

constexpr std::string_view kSchema = R"($schema: https://json-schema.org/draft/2020-12/schema
$id: test/case
type: object
additionalProperties: false
properties:
  case:
    type: object
    additionalProperties: false
    properties:
      date: {type: string, format: date}
      later: {type: string, format: date}
      a: {type: boolean}
      b: {type: boolean}
      c: {type: boolean}
      done: {type: boolean, x-fixed: true}
      maybe: {type: boolean, x-not-applicable: true}
      serious: {type: boolean, x-assessment: {by: [court], weighing: [harm, intent]}}
      visits: {type: integer, minimum: 0}
      optional_visits: {type: integer, x-not-applicable: true}
      colour: {type: string, enum: [red, green, blue], x-enum: Colour}
      shown: {type: string, enum: [not_shown, believed, proved], x-enum: Shown, x-ordered: true}
      note: {type: string, x-type: text}
      assumed: {type: boolean, default: true}
      usual_visits: {type: integer, minimum: 0, maximum: 9, default: 2}
      place: {type: string, x-type: text, default: home}
      weight: {type: string, x-unit: g, x-minimum: 0 g}
      other_weight: {type: string, x-unit: g}
      finds:
        type: array
        maxItems: 4
        items:
          type: object
          additionalProperties: false
          properties:
            thing: {type: string, enum: [flour, milk, beads, odd], x-enum: Thing}
            amount: {type: string, x-amount-of: thing, x-minimum: 0}
            dear: {type: boolean}
            rating: {type: integer}
            broken: {type: boolean, default: false}
  person:
    type: object
    additionalProperties: false
    properties:
      birth_date: {type: string, format: date}
      stays:
        type: array
        maxItems: 6
        items:
          type: object
          additionalProperties: false
          properties:
            admitted_on: {type: string, format: date}
            discharged_on: {type: string, format: date, x-not-applicable: true}
            ward: {type: string, enum: [north, south, east], x-enum: Ward}
            nights: {type: integer, minimum: 0}
)";

std::optional<ir::Program> program_of(std::string const& text, source::Sources& sources, diag::Sink& sink) {
  auto const schema_file = sources.add("case.schema.yaml", std::string(kSchema));
  auto const root = document::read(schema_file, document::Format::yaml, sources, sink);
  auto const schema = root ? schema::read_fact_schema(*root, sink) : std::nullopt;
  auto const tree = syntax::parse(sources.add("worked.rules", text), sources, sink);
  if (!schema || !tree || sink.errors() > 0) {
    return std::nullopt;
  }
  std::vector<syntax::Tree> const trees{*tree};
  base::Foreign const* const jurisdictions[] = {&test::jurisdiction()};
  return check::check(trees, *schema, sources, sink, {}, jurisdictions);
}

}  // namespace

std::string const kThings = R"(unit bead
enum Thing
  flour in g
  milk  in dl
  beads in bead
  odd   in any unit

table limit(thing: Thing) -> amount of thing cites act "§ 9"
  flour 10 g
  milk  2 dl
  otherwise undetermined "no limit is set" cites act "§ 10"

)";

std::string const kAnswer = kThings + R"(enum Answer by severity
  nothing
  warning by police
  fee { amount: money(NOK) }

decision answer: Answer by court cites act "§ 1"

)";

Worked::Worked(std::string const& rules, std::string const& head) {
  diag::Sink sink;
  auto program = program_of(text_of(head, rules), sources_, sink);
  EXPECT_TRUE(program.has_value()) << diag::render_text(sink, sources_);
  if (program) {
    program_ = *std::move(program);
    plan_ = lower::lower(program_, sources_);
  }
}

std::size_t faults_in(std::string const& rules) {
  source::Sources sources;
  diag::Sink sink;
  bool const checked = program_of(text_of("", rules), sources, sink).has_value();
  EXPECT_EQ(checked, sink.errors() == 0) << diag::render_text(sink, sources);
  return sink.errors();
}

Case Worked::read(std::string const& facts) {
  diag::Sink sink;
  auto const file = sources_.add("facts.yaml", facts);
  auto const root = document::read(file, document::Format::yaml, sources_, sink);
  auto const read = root ? facts::read_case(*root, program_, sink) : std::nullopt;
  EXPECT_TRUE(read.has_value()) << diag::render_text(sink, sources_);
  return read.value_or(facts::empty_case(program_));
}

Outcome Worked::decide(std::string const& facts, DecisionTrace* trace, Limits limits) {
  return eval::decide(plan_, read(facts), 0, trace, limits);
}

Outcome Worked::decide_named(std::string_view name, std::string const& facts) {
  for (std::uint32_t i = 0; i < plan_.decisions.size(); ++i) {
    if (plan_.decisions[i].name == name) {
      return eval::decide(plan_, read(facts), i);
    }
  }
  ADD_FAILURE() << "no decision " << name;
  return {};
}

std::string value_of(std::string const& condition, std::string const& facts) { return value_of("", condition, facts); }

std::string value_of(std::string const& declarations, std::string const& condition, std::string const& facts) {
  Worked worked(kAnswer + declarations + "rule r cites act \"§ 1\"\n  when " + condition +
                "\n  then answer is nothing\n");
  Case const read = worked.read(facts);
  Assumptions const nothing;
  Machine machine(worked.plan(), read, nothing, true);
  Value result = Value::boolean(true);
  for (Condition const& conjunct : worked.plan().of(worked.plan().rules.at(0).when)) {
    result = machine.conjunction(result, machine.truth(conjunct.block));
  }
  if (result.state == State::error) {
    return "error: " + machine.error_place();
  }
  if (result.is_known()) {
    return result.is_true() ? "true" : "false";
  }
  DecisionTrace trace;
  static_cast<void>(decide(worked.plan(), read, 0, &trace));
  std::string words = "unknown:";
  for (ConditionTrace const& part : trace.rules.at(0).conditions) {
    for (std::string const& name : part.unknowns) {
      words += " " + name;
    }
  }
  return words;
}

std::vector<std::string> option_names(std::vector<OutcomeOption> const& options) {
  std::vector<std::string> names;
  for (OutcomeOption const& option : options) {
    names.push_back(option.name);
  }
  return names;
}

std::vector<std::string> missing_names(Outcome const& outcome) {
  std::vector<std::string> names;
  for (Missing const& missing : outcome.missing) {
    names.push_back(missing.name + (missing.key.empty() ? "" : "[" + missing.key + "]"));
  }
  return names;
}

std::vector<std::string> possible_words(Outcome const& outcome) {
  std::vector<std::string> all;
  for (PossibleOutcome const& possible : outcome.possible) {
    std::string words(status_name(possible.status));
    words += possible.modality ? " " + std::string(modality_name(*possible.modality)) : "";
    for (OutcomeOption const& option : possible.options) {
      words += " " + option.name;
    }
    all.push_back(std::move(words));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace hjemmel::eval
