// The outcome document as JSON: `schemas/outcome.schema.yaml` says what each key means.
//
// The same document gives the same bytes: keys stand in the schema's order, lists in the order of the outcome, a key without
// content is left out only where the schema says so. A period is ISO 8601 (`P3M`, always in months), a duration too (`PT48H`),
// any other quantity a text with its unit (`12.5 g`), a count an integer, a number with a fraction a text. No number is a float.
// Tested in tests/unit/explain/json_test.cpp and, against the schema, in tests/schema.
#pragma once

#include <string>

#include "engine/explain/document.h"

namespace hjemmel::explain {

// indented: two blanks a level, for reading. one_line: for logs and streams of documents. Both end with a line end.
enum class Layout { indented, one_line };

// Of a trace's form, `schemas/trace.schema.yaml`: a greater one where a reader of the former form would go wrong.
inline constexpr int kTraceVersion = 1;

// A decision with a trace has it under the key `trace`.
[[nodiscard]] std::string outcome_json(DecisionDocument const& document, Layout layout = Layout::indented);
// The trace alone, as it stands under the key `trace`.
[[nodiscard]] std::string trace_json(eval::DecisionTrace const& trace, Layout layout = Layout::indented,
                                     TraceDetail detail = TraceDetail::full);

}  // namespace hjemmel::explain
