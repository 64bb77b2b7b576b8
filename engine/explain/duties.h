// Duties as JSON, as text and for the page: part of the outcome document and of the entitlements.
//
// In: what has become of a duty. Out: one object of `duties`, or some lines. Tested in tests/golden/duties.
#pragma once

#include "engine/eval/duties.h"
#include "engine/explain/json_writer.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {

// `package` is written where it is not empty.
void write_duty(eval::DutyOutcome const& duty, std::string_view package, JsonWriter& json);
// A heading and what is said of it.
void write_duty(eval::DutyOutcome const& duty, TextParts const& parts);

[[nodiscard]] std::string_view duty_state_words(eval::DutyState state, Words const& words);
// `due 2026-06-01`; empty where there is no such day.
[[nodiscard]] std::string due_phrase(eval::DutyOutcome const& duty, Words const& words);

}  // namespace hjemmel::explain
