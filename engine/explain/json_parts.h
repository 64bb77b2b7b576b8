// What outcome, trace, explanation and question have in common as JSON. Only for files that write such a document.
#pragma once

#include <vector>

#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"
#include "engine/explain/document.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::explain {

void write_citations(std::vector<eval::OutcomeCitation> const& citations, JsonWriter& json);
// The key and the list.
void write_rests_on(std::vector<eval::RestsOn> const& rests_on, JsonWriter& json);
// The keys of one thing that is missing; the writer stands inside an object.
void write_missing_members(eval::Missing const& missing, JsonWriter& json);
void write_trace(eval::DecisionTrace const& trace, TraceDetail detail, JsonWriter& json);
// The list alone, without its key.
void write_citation_list(std::vector<eval::OutcomeCitation> const& citations, JsonWriter& json);
void write_bounds(std::vector<eval::ParameterBound> const& bounds, JsonWriter& json);
void write_outcome_condition(eval::OutcomeCondition const& condition, JsonWriter& json);
// The key and the list; nothing where there are none.
void write_jurisdictions(std::vector<UsedJurisdiction> const& jurisdictions, JsonWriter& json);
// Package, amendments and dates; the writer stands inside an object.
void write_head(DecisionDocument const& document, JsonWriter& json);
// One outcome as in the outcome document, with its trace where there is one.
void write_outcome(eval::Outcome const& outcome, eval::DecisionTrace const* trace, JsonWriter& json,
                   TraceDetail detail = TraceDetail::full);

}  // namespace hjemmel::explain
