// The text of a document tree as YAML, as people write facts: `read` makes the same tree of it.
//
// In: a tree. Out: its text: mappings under each other, what is short and lies deeper on one line. A scalar without quotes stays
// without, unless it holds characters that YAML would read otherwise; one in quotes keeps them. Comments and layout of a
// document that was read are not in its tree. Tested in tests/unit/document/write_yaml_test.cpp.
#pragma once

#include <string>

#include "engine/document/node.h"

namespace hjemmel::document {

// Ends with a line end.
[[nodiscard]] std::string write_yaml(Node const& root);

}  // namespace hjemmel::document
