// Duties: what has become of one duty on the date decided on, as data: its state, the day it is due, and what is missing.
//
// In: a plan, a case, a duty. Out: a DutyOutcome. The state is the outcome of the duty's decision. Tested in
// tests/unit/eval/duties_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/eval/decide.h"
#include "engine/eval/plan.h"

namespace hjemmel::eval {

enum class DutyState : std::uint8_t { not_owed, open, done, done_late, missed, unknown, error };

[[nodiscard]] std::string_view duty_state_name(DutyState state);  // `done_late`

struct DutyOutcome {
  std::string duty;
  std::string on;
  std::string owed_to;  // may be empty
  DutyState state = DutyState::unknown;
  // The last day, as a day number; between the two where it is not known. None: not owed, not known, or not set yet.
  std::optional<std::int32_t> due;
  std::optional<std::int32_t> due_to;
  std::vector<std::string> grounds;  // not owed: why
  std::vector<OutcomeCitation> citations;
  std::vector<Missing> missing;     // unknown only; first, as written, what decides whether it is owed; then the best
  std::size_t owed_hangs_on = 0;    // so many of `missing`: none where it is owed for certain
  std::vector<DutyState> possible;  // unknown only
  bool exact = true;
  std::string reason;  // error: what went wrong and where
};

[[nodiscard]] DutyOutcome duty_outcome(Plan const& plan, Case const& facts, std::uint32_t duty, Limits limits = {});

}  // namespace hjemmel::eval
