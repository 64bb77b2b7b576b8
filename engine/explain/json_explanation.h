// The explanation as JSON: `schemas/explanation.schema.yaml` says what each key means.
//
// In: an explanation. Out: one document; names, values and truths, no sentences. Each decision holds its outcome as
// `decide` writes it. Tested against its schema in tests/schema and in tests/golden/explain.
#pragma once

#include <string>

#include "engine/explain/explanation.h"
#include "engine/explain/json.h"

namespace hjemmel::explain {

// Of the document's form: a greater one where a reader of the former form would go wrong.
inline constexpr int kExplanationVersion = 1;

[[nodiscard]] std::string explanation_json(Explanation const& explanation, Layout layout = Layout::indented);

}  // namespace hjemmel::explain
