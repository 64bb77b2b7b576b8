// What yaml-cpp has against a text, in words that a lawyer can act on.
#pragma once

#include <optional>
#include <string_view>

#include "engine/document/tree_checks.h"

namespace hjemmel::document {

// `said`: the parser's own message; `offset`: where it stopped; `open`: the innermost bracket still open, if any.
void report_yaml_fault(TreeChecks& checks, std::string_view said, std::size_t offset, std::optional<source::Span> open);

}  // namespace hjemmel::document
