// A known value of one scalar: its text to the number that stands for it, by type.
//
// In: a scalar node. Out: the exact number (bool 0/1, day number, ordinal, base units, a text's place) and, of an amount, its
// dimension; the schema's minimum and maximum are held against it. Tested in tests/unit/facts/read_value_test.cpp.
#pragma once

#include <optional>

#include "engine/facts/quantity.h"
#include "engine/facts/reading.h"

namespace hjemmel::facts {

// `dimension` is set for amounts only.
[[nodiscard]] std::optional<Quantity> read_known(document::Node const& node, Slot const& slot, Reading& reading);

}  // namespace hjemmel::facts
