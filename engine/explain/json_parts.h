// What the outcome and the trace have in common as JSON. Only for json.cpp and json_trace.cpp.
#pragma once

#include <vector>

#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::explain {

void write_citations(std::vector<eval::OutcomeCitation> const& citations, JsonWriter& json);
// The keys of one thing that is missing; the writer stands inside an object.
void write_missing_members(eval::Missing const& missing, JsonWriter& json);
void write_trace(eval::DecisionTrace const& trace, JsonWriter& json);
// One outcome as in the outcome document, with its trace where there is one.
void write_outcome(eval::Outcome const& outcome, eval::DecisionTrace const* trace, JsonWriter& json);

}  // namespace hjemmel::explain
