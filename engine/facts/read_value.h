// One value by its type: a state word, a range, or a known value.
//
// In: the node that stands under a fact's or a field's key. Out: the Value that the machine reads; its range and its text land in
// the case. Strict: the schema's type says what a scalar must look like, never its spelling (`"no"` is no bool, `010` no
// number, `1.3.2026` no date). The words `unknown` and `not_applicable` are states for every type, in quotes (JSON has no
// other way) or not. Tested in tests/unit/facts/read_value_test.cpp and tests/golden/facts.
#pragma once

#include <optional>

#include "engine/facts/reading.h"

namespace hjemmel::facts {

// Nothing when the value has a fault; the sink then says which.
[[nodiscard]] std::optional<eval::Value> read_value(document::Node const& node, Slot const& slot, Reading& reading);

// The state that a word names: `unknown` or `not_applicable`. Nothing for any other node. A `not_applicable` that the schema
// does not allow is reported and read as unknown.
[[nodiscard]] std::optional<eval::State> read_state(document::Node const& node, Slot const& slot, diag::Sink& sink);

// True for an empty value, `null` and `~`: something that is neither a value nor one of the state words.
[[nodiscard]] bool has_no_value(document::Node const& node);
void report_no_value(document::Node const& node, Slot const& slot, diag::Sink& sink);

}  // namespace hjemmel::facts
