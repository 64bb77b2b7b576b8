// Validation of a document against a JSON Schema 2020-12 in our documented subset: the formats of outcome, case and package.
//
// Supported: type (one, or a list), properties, required, additionalProperties (a boolean or a schema), items, enum, const,
// minimum, maximum, minItems, maxItems, minLength, maxLength, uniqueItems, oneOf, anyOf, allOf, $ref to `#` or `#/$defs/…` (with
// keywords beside it), $defs; and $schema, $id, $comment, title, description, which say nothing of a value. Any other keyword is
// a fault of the schema. A plain YAML scalar is a boolean, null or number where YAML 1.2 says so, else a text.
// Tested in tests/unit/schema/validate_test.cpp; the twin is npm's ajv, in tests/schema.
#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"

namespace hjemmel::schema {

// True when `value` is valid; otherwise the sink says what is wrong and where.
[[nodiscard]] bool validate(document::Node const& value, document::Node const& schema, diag::Sink& sink);

}  // namespace hjemmel::schema
