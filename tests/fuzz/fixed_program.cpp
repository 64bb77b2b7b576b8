// Read once, at the first input; a fault in these texts is a fault of the test and ends the process.
#include "tests/fuzz/fixed_program.h"

#include <cstdlib>
#include <vector>

#include "engine/check/check.h"
#include "engine/document/read.h"
#include "engine/lower/lower.h"
#include "engine/syntax/parse.h"

namespace hjemmel::fuzz {
namespace {

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
      a: {type: boolean}
      maybe: {type: boolean, x-not-applicable: true}
      serious: {type: boolean, x-assessment: {by: [court], weighing: [harm, intent]}}
      visits: {type: integer, minimum: 0}
      note: {type: string, x-type: text}
      weight: {type: string, x-unit: g, x-minimum: 0 g}
      finds:
        type: array
        maxItems: 4
        items:
          type: object
          additionalProperties: false
          properties:
            dear: {type: boolean}
            rating: {type: integer}
)";

constexpr std::string_view kRules = R"(package test.worked
  facts "test/case"
  decided on case.date

source act "An act"

enum Answer by severity
  nothing
  warning by police

decision answer: Answer by court cites act "§ 1"

rule r cites act "§ 1"
  when case.a
  then answer is nothing
)";

template <class Value>
Value required(std::optional<Value> value) {
  if (!value) {
    std::abort();
  }
  return *std::move(value);
}

schema::FactSchema make_schema() {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("case.schema.yaml", std::string(kSchema));
  auto const root = required(document::read(file, document::Format::yaml, sources, sink));
  return required(schema::read_fact_schema(root, sink));
}

struct Lowered {
  ir::Program program;
  eval::Plan plan;
};

Lowered make_program() {
  source::Sources sources;
  diag::Sink sink;
  std::vector<syntax::Tree> const trees{
      required(syntax::parse(sources.add("fixed.rules", std::string(kRules)), sources, sink))};
  Lowered lowered{required(check::check(trees, fixed_schema(), sources, sink)), {}};
  lowered.plan = lower::lower(lowered.program, sources);
  return lowered;
}

Lowered const& fixed() {
  static Lowered const lowered = make_program();
  return lowered;
}

}  // namespace

schema::FactSchema const& fixed_schema() {
  static schema::FactSchema const schema = make_schema();
  return schema;
}

ir::Program const& fixed_program() { return fixed().program; }
eval::Plan const& fixed_plan() { return fixed().plan; }

}  // namespace hjemmel::fuzz
