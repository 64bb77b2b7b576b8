// What is wrong with a text that is not JSON, in words that a person can act on.
#pragma once

#include <optional>

#include "engine/document/tree_checks.h"

namespace hjemmel::document {

// What JSON allows behind the last good token.
enum class JsonExpected { value, key, colon, comma };

// `end`: behind the last good token; `open`: the innermost bracket around that place.
void report_json_fault(TreeChecks& checks, std::size_t end, JsonExpected expected, std::optional<source::Span> open);

}  // namespace hjemmel::document
