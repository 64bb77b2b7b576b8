// One duty for people: what has become of it, who owes it to whom, by when, and what would have to be known.
#include "engine/base/check.h"
#include "engine/base/date.h"
#include "engine/explain/duties.h"

namespace hjemmel::explain {

std::string_view duty_state_words(eval::DutyState state, Words const& words) {
  switch (state) {
    case eval::DutyState::not_owed:
      return words.duty_not_owed;
    case eval::DutyState::open:
      return words.duty_open;
    case eval::DutyState::done:
      return words.duty_done;
    case eval::DutyState::done_late:
      return words.duty_done_late;
    case eval::DutyState::missed:
      return words.duty_missed;
    case eval::DutyState::unknown:
      return words.duty_unknown;
    case eval::DutyState::error:
      return words.error;
  }
  base::fail_check("a state of the enumeration", __FILE__, __LINE__);
}

std::string due_phrase(eval::DutyOutcome const& duty, Words const& words) {
  if (!duty.due) {
    return {};
  }
  std::string const day = base::to_string(base::Date{*duty.due});
  return duty.due_to ? phrase(words.due_between, day, base::to_string(base::Date{*duty.due_to}))
                     : phrase(words.due_on, day);
}

void write_duty(eval::DutyOutcome const& duty, TextParts const& parts) {
  Words const& words = parts.words;
  parts.out.heading(parts.names.word(duty.duty) + ": " + std::string(duty_state_words(duty.state, words)));
  if (!duty.reason.empty()) {
    parts.out.line(2, duty.reason);
  }
  parts.out.line(2, duty.owed_to.empty()
                        ? phrase(words.duty_on, parts.names.word(duty.on))
                        : phrase(words.duty_owed_to, parts.names.word(duty.on), parts.names.word(duty.owed_to)));
  if (std::string const due = due_phrase(duty, words); !due.empty()) {
    parts.out.line(2, due);
  }
  write_citations(2, duty.citations, parts);
  if (!duty.possible.empty()) {
    std::vector<std::string> possible;
    for (eval::DutyState const state : duty.possible) {
      possible.emplace_back(duty_state_words(state, words));
    }
    parts.out.line(2, phrase(words.duty_may_be, join(possible, words.or_word)));
  }
  for (std::size_t at = 0; at < duty.missing.size(); ++at) {
    write_missing(at + 1, duty.missing[at], parts);
  }
  if (!duty.exact) {
    parts.out.line(2, words.may_hold_too_much);
  }
}

}  // namespace hjemmel::explain
