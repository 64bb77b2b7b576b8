// A list of records: `[…]`, `{at_least: […]}`, `unknown`, `not_applicable`.
//
// In: the node under a list's key. Out: its rows as cells, what the rows leave out being not asked. An amount is held against
// what the substance in its own row is measured in. Tested in tests/unit/facts/list_test.cpp.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/facts/reading.h"

namespace hjemmel::facts {

[[nodiscard]] std::optional<eval::ListFact> read_list(document::Node const& node, std::uint32_t fact, Reading& reading);

}  // namespace hjemmel::facts
