// The schemas that validate.h takes: are they well-formed, and where do their references lead.
//
// In: the document tree of a schema. Out: diagnostics for keywords outside the subset; looked-up subschemas.
// Tested in tests/unit/schema/validate_test.cpp.
#pragma once

#include <string_view>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"

namespace hjemmel::schema {

// Walks the whole schema. True when it holds only keywords of the subset, each of the right form, and every $ref leads somewhere.
[[nodiscard]] bool check_validation_schema(document::Node const& root, diag::Sink& sink);

// The subschema that `#` or `#/$defs/name` names; null when there is none.
[[nodiscard]] document::Node const* resolve(document::Node const& root, std::string_view reference);

}  // namespace hjemmel::schema
