// Compose: a fact schema that takes facts from other schemas becomes one that has them itself.
//
//   offender:
//     properties:
//       birth_date: {$ref: parts/person#/properties/person/properties/birth_date}
//     …
//   residence: {$ref: parts/residence#/properties/residence}
//
// In: the schema, and where other schemas are read from. Out: the same tree with each reference replaced by what it leads to,
// spans and all, so that one fact is described in one place. A reference is relative to the `$id` of the schema it stands in, as
// JSON Schema has it, and leads to a fact or a group, never to a whole schema. Tested in tests/golden/schema_parts.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"

namespace hjemmel::schema {

// How many schemas may refer to one another in a row.
inline constexpr std::size_t kMaxReferences = 8;

// The schema of that name (`no/parts/person`); the span is that of the reference. Nothing, with a message, when there is none.
using PartReader = std::function<std::optional<document::Node>(std::string const& name, source::Span at)>;

// Nothing when a reference is at fault; the sink then says which.
[[nodiscard]] std::optional<document::Node> compose(document::Node const& root, PartReader const& read_part,
                                                    diag::Sink& sink);

}  // namespace hjemmel::schema
