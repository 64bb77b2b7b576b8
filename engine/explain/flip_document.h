// FlipDocument: what would have to differ, as JSON: one object with the state, the flips, and how far was searched.
//
// In: flips that the caller owns. Out: the keys below, always in this order; `flips` is empty unless the state is `found`.
//   decision, option (where one was asked for), state, searched, exact, present, flips
// Each flip: changes, varies, outcome (as in schemas/outcome.schema.yaml). Each change: fact, from, filled_by (where something
// filled it), assessment with by (where somebody judges it), to: kind and, as they apply, values, low, high, low_included,
// high_included, nearest. Tested in tests/unit/explain/flip_document_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "engine/eval/flip.h"
#include "engine/explain/json.h"

namespace hjemmel::explain {

class JsonWriter;

// The object, for a document that holds it; it ends in no line end.
void write_flips(eval::Flips const& flips, JsonWriter& json);
// A list of them, with a line end.
[[nodiscard]] std::string flips_json(std::vector<eval::Flips> const& flips, Layout layout = Layout::indented);

}  // namespace hjemmel::explain
