// The duties owed to the person, each in a card: what has become of it, who owes it to whom, and its last day.
#include <algorithm>

#include "engine/base/date.h"
#include "engine/explain/duties.h"
#include "engine/explain/html_entitlements_parts.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

// What somebody may be reminded of comes first, what asks for nothing last.
constexpr std::array kDutiesOnPage{eval::DutyState::missed,  eval::DutyState::open,      eval::DutyState::unknown,
                                   eval::DutyState::error,   eval::DutyState::done_late, eval::DutyState::done,
                                   eval::DutyState::not_owed};

std::string anchor_of_duty(std::size_t duty) { return "duty-" + std::to_string(duty + 1); }

void write_day(eval::DutyOutcome const& duty, HtmlParts const& parts) {
  if (!duty.due) {
    return;
  }
  std::string days = base::to_string(base::Date{*duty.due});
  if (duty.due_to) {
    days += " – " + base::to_string(base::Date{*duty.due_to});
  }
  parts.out.element("dt", parts.page.last_day);
  auto const cell = parts.out.in("dd");
  parts.out.text(localized(days, parts.text().names.language()) + " ");
  parts.out.element("code", days, {{"class", "quiet"}});
}

void write_states(eval::DutyOutcome const& duty, HtmlParts const& parts) {
  if (duty.possible.empty()) {
    return;
  }
  std::vector<std::string> states;
  for (eval::DutyState const state : kDutiesOnPage) {
    if (std::find(duty.possible.begin(), duty.possible.end(), state) != duty.possible.end()) {
      states.emplace_back(duty_state_words(state, parts.text().words));
    }
  }
  write_pair(parts.page.may_become, join(states, parts.text().words.or_word), parts);
}

void write_particulars(eval::DutyOutcome const& duty, HtmlParts const& parts) {
  Names const& names = parts.text().names;
  auto const list = parts.out.in("dl", {{"class", "pairs"}});
  write_day(duty, parts);
  write_pair(parts.page.duty_on, names.word(duty.on), parts);
  write_pair(parts.page.duty_towards, names.word(duty.owed_to), parts);
  if (!duty.grounds.empty()) {
    write_pair(parts.page.grounds, join(names.words(duty.grounds), parts.text().words.and_word), parts);
  }
  write_states(duty, parts);
}

void write_open(eval::DutyOutcome const& duty, std::string const& anchor, HtmlParts const& parts) {
  if (!duty.missing.empty()) {
    auto const details = parts.out.in("details", {{"class", "rule"}});
    parts.out.element("summary", counted(parts.page.what_is_missing, duty.missing.size()));
    auto const inside = parts.out.in("div", {{"class", "inside"}});
    write_questions(duty.missing, {}, anchor, parts);
  }
  if (!duty.exact) {
    parts.out.element("p", capitalized(parts.text().words.may_hold_too_much), {{"class", "small quiet said"}});
  }
}

void write_owed_duty(std::size_t at, ServicesPage const& page) {
  ListedDuty const& listed = page.document.duties[at];
  eval::DutyOutcome const& duty = listed.duty;
  HtmlParts const& parts = page.parts_of(listed.package);
  std::string const anchor = anchor_of_duty(at);
  std::string const look(eval::duty_state_name(duty.state));
  std::string_view const words = duty_state_words(duty.state, parts.text().words);
  auto const card = parts.out.in("article", {{"class", "card service " + look}, {"aria-labelledby", anchor}});
  parts.out.element("h3", parts.text().names.word(duty.duty), {{"id", anchor}});
  write_state_and_origin(look_of(duty.state), words.substr(0, words.find(": ")), listed.package, duty.duty, page);
  if (!duty.reason.empty()) {
    parts.out.element("p", duty.reason, {{"class", "said"}});
  }
  write_particulars(duty, parts);
  write_open(duty, anchor, parts);
  write_law(duty.citations, {anchor, parts.text().names.word(duty.duty)}, parts);
}

}  // namespace

void write_owed_duties(ServicesPage const& page) {
  std::vector<ListedDuty> const& duties = page.document.duties;
  if (duties.empty()) {
    return;
  }
  auto const section = page.frame.out.in("section", {{"class", "duties"}, {"aria-labelledby", "duties"}});
  page.frame.out.element("h2", counted(page.frame.page.owed_duties, duties.size()), {{"id", "duties"}});
  for (eval::DutyState const state : kDutiesOnPage) {
    for (std::size_t at = 0; at < duties.size(); ++at) {
      if (duties[at].duty.state == state) {
        write_owed_duty(at, page);
      }
    }
  }
}

}  // namespace hjemmel::explain
