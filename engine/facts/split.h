// Split: one facts document for packages on several fact schemas, into what each of them can read.
//
// In: a document and the programs. Out: for each program the document with only the keys that its schema has. A key that no
// schema has is a fault, told once. Tested in tests/unit/facts/split_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/ir/program.h"

namespace hjemmel::facts {

[[nodiscard]] std::vector<document::Node> split_by_schema(document::Node const& root,
                                                          std::span<ir::Program const* const> programs,
                                                          diag::Sink& sink);

}  // namespace hjemmel::facts
