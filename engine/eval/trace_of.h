// The trace of a traced run: each rule with its state and conditions, what was read, and which table rows.
#pragma once

#include "engine/eval/resolve.h"

namespace hjemmel::eval {

[[nodiscard]] DecisionTrace trace_of(Plan const& plan, Case const& facts, Machine& machine, std::uint32_t decision,
                                     Resolution const& resolution);

[[nodiscard]] Truth truth_of(Value value);

// What leaves `value` open, which `machine` gave: fact paths and open law.
[[nodiscard]] std::vector<std::string> open_names(Plan const& plan, Machine const& machine, Value value);

// `value`, which `machine` gave, as a condition with what leaves it open.
[[nodiscard]] ConditionTrace condition_trace(Plan const& plan, Machine const& machine, std::string text, Value value);

}  // namespace hjemmel::eval
