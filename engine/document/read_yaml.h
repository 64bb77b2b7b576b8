// YAML text to a document tree, by way of yaml-cpp's events. Called by read.cpp only.
#pragma once

#include <optional>

#include "engine/document/node.h"
#include "engine/document/tree_checks.h"

namespace hjemmel::document {

// Reads checks.text() from `begin` on (behind a byte order mark). Faults go to `checks`.
[[nodiscard]] std::optional<Node> read_yaml(TreeChecks& checks, std::size_t begin);

}  // namespace hjemmel::document
