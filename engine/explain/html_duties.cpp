// The duties of the case: what has become of each, who owes it to whom, by when, and what would have to be known.
#include "engine/explain/duties.h"
#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

void write_said(std::string const& words, HtmlParts const& parts) {
  if (!words.empty()) {
    parts.out.element("p", words);
  }
}

std::string possible_words(eval::DutyOutcome const& duty, Words const& words) {
  std::vector<std::string> states;
  for (eval::DutyState const state : duty.possible) {
    states.emplace_back(duty_state_words(state, words));
  }
  return states.empty() ? std::string{} : phrase(words.duty_may_be, join(states, words.or_word));
}

void write_duty(eval::DutyOutcome const& duty, std::string const& anchor, HtmlParts const& parts) {
  Words const& words = parts.text().words;
  parts.out.element("h3", parts.text().names.word(duty.duty), {{"id", anchor}});
  write_state(look_of(duty.state), duty_state_words(duty.state, words), {}, parts);
  write_said(duty.reason, parts);
  write_said(duty.owed_to.empty()
                 ? phrase(words.duty_on, parts.text().names.word(duty.on))
                 : phrase(words.duty_owed_to, parts.text().names.word(duty.on), parts.text().names.word(duty.owed_to)),
             parts);
  write_said(due_phrase(duty, words), parts);
  write_said(join(parts.text().names.words(duty.grounds), words.and_word), parts);
  write_said(possible_words(duty, words), parts);
  write_questions(duty.missing, {}, anchor, parts);
  if (!duty.exact) {
    parts.out.element("p", words.may_hold_too_much, {{"class", "quiet"}});
  }
  write_law(duty.citations, {anchor, parts.text().names.word(duty.duty)}, parts);
}

}  // namespace

std::string_view look_of(eval::DutyState state) {
  switch (state) {
    case eval::DutyState::done:
      return "good";
    case eval::DutyState::not_owed:
      return "plain";
    case eval::DutyState::open:
    case eval::DutyState::unknown:
      return "open";
    case eval::DutyState::done_late:
    case eval::DutyState::missed:
    case eval::DutyState::error:
      break;
  }
  return "bad";
}

void write_duties(std::vector<eval::DutyOutcome> const& duties, HtmlParts const& parts) {
  if (duties.empty()) {
    return;
  }
  auto const section = parts.out.in("section", {{"class", "duties"}, {"aria-labelledby", "duties"}});
  parts.out.element("h2", parts.page.duties, {{"id", "duties"}});
  std::size_t number = 0;
  for (eval::DutyOutcome const& duty : duties) {
    write_duty(duty, "duty-" + std::to_string(++number), parts);
  }
}

}  // namespace hjemmel::explain
