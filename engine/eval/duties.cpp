// The outcome of a duty's decision in the words of duties, and the day it is due as the machine finds it.
#include "engine/eval/duties.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/date.h"
#include "engine/eval/machine.h"
#include "engine/eval/missing.h"
#include "engine/eval/resolve.h"

namespace hjemmel::eval {
namespace {

DutyState state_of(Plan const& plan, DutyPlan const& duty, Status status, std::vector<OutcomeOption> const& options) {
  if (status == Status::undetermined) {
    return DutyState::unknown;
  }
  if (status != Status::decided || options.empty()) {
    return DutyState::error;
  }
  Options const& known = plan.of(plan.decisions[duty.decision].options);
  auto const at = std::find_if(known.begin(), known.end(),
                               [&](OptionPlan const& option) { return option.name == options.front().name; });
  CHECK(at != known.end());
  switch (static_cast<DutyOption>(at - known.begin())) {
    case DutyOption::not_owed:
      return DutyState::not_owed;
    case DutyOption::open:
      return DutyState::open;
    case DutyOption::done:
      return DutyState::done;
    case DutyOption::done_late:
      return DutyState::done_late;
    case DutyOption::missed:
      break;
  }
  return DutyState::missed;
}

std::optional<std::int32_t> day_of(std::optional<base::Decimal> const& number, bool before) {
  bool const is_day = number && number->is_integer() && number->coefficient() > base::kFirstDate.days &&
                      number->coefficient() < base::kLastDate.days;  // the last day there is: no end in sight
  return is_day ? std::optional(static_cast<std::int32_t>(number->coefficient()) - (before ? 1 : 0)) : std::nullopt;
}

void find_due(Plan const& plan, Case const& facts, DutyPlan const& duty, DutyOutcome& result) {
  Assumptions const nothing;
  Machine machine(plan, facts, nothing, false);
  static_cast<void>(resolve(plan, machine, duty.decision, 0, false));  // answers the decisions that it reads
  Value const due = machine.run(duty.due);
  if (due.is_known()) {
    result.due = day_of(due.number(), duty.before);
    return;
  }
  Interval const bounds = due.is_open() ? machine.bounds(due) : Interval{};
  auto const first = day_of(bounds.low.value, duty.before);
  auto const last = day_of(bounds.high.value, duty.before);
  if (first && last) {
    result.due = first;
    result.due_to = last;
  }
}

bool says_not_owed(Plan const& plan, RulePlan const& rule) {
  auto const option = static_cast<std::uint32_t>(DutyOption::not_owed);
  ChoicePlan const* choice = plan.of(rule.choice);
  return choice != nullptr && choice->options.size() == 1 && choice->options.front().value == option;
}

// What leaves open whether it is owed at all, by name, in the order in which the rules read it.
std::vector<std::string> what_owed_hangs_on(Plan const& plan, Case const& facts, DutyPlan const& duty) {
  Assumptions const nothing;
  Machine machine(plan, facts, nothing, false);
  Resolution const resolution = resolve(plan, machine, duty.decision, 0, false);
  std::span<std::uint32_t const> const rules = plan.of(plan.decisions[duty.decision].rules);
  std::vector<std::string> names;
  for (std::size_t place = 0; place < resolution.rules.size(); ++place) {
    if (!says_not_owed(plan, plan.rules[rules[place]])) {
      continue;
    }
    for (Value const& ground : resolution.rules[place].grounds) {
      for (Unknown const& unknown : unknowns_of(machine.causes(), machine.cause_of(ground))) {
        names.push_back(unknown_name(plan, unknown));
      }
    }
  }
  return names;
}

// Puts first what decides whether it is owed, as written; the day when it was done is no question before that.
void order_missing(Plan const& plan, Case const& facts, DutyPlan const& duty, DutyOutcome& result) {
  if (std::find(result.possible.begin(), result.possible.end(), DutyState::not_owed) == result.possible.end()) {
    return;
  }
  std::vector<std::string> const first = what_owed_hangs_on(plan, facts, duty);
  auto const place_of = [&](Missing const& one) {
    return std::find(first.begin(), first.end(), one.name) - first.begin();
  };
  std::stable_sort(result.missing.begin(), result.missing.end(),
                   [&](Missing const& a, Missing const& b) { return place_of(a) < place_of(b); });
  auto const rest = std::find_if(result.missing.begin(), result.missing.end(), [&](Missing const& one) {
    return place_of(one) == static_cast<std::ptrdiff_t>(first.size());
  });
  result.owed_hangs_on = static_cast<std::size_t>(rest - result.missing.begin());
}

}  // namespace

std::string_view duty_state_name(DutyState state) {
  switch (state) {
    case DutyState::not_owed:
      return "not_owed";
    case DutyState::open:
      return "open";
    case DutyState::done:
      return "done";
    case DutyState::done_late:
      return "done_late";
    case DutyState::missed:
      return "missed";
    case DutyState::unknown:
      return "unknown";
    case DutyState::error:
      return "error";
  }
  base::fail_check("a state of the enumeration", __FILE__, __LINE__);
}

DutyOutcome duty_outcome(Plan const& plan, Case const& facts, std::uint32_t index, Limits limits) {
  DutyPlan const& duty = plan.duties[index];
  Outcome outcome = decide(plan, facts, duty.decision, nullptr, limits);
  DutyOutcome result;
  result.duty = duty.name;
  result.on = duty.on;
  result.owed_to = duty.owed_to;
  result.state = state_of(plan, duty, outcome.status, outcome.options);
  result.citations = duty.citations;
  result.exact = outcome.exact;
  result.reason = std::move(outcome.reason);
  result.missing = std::move(outcome.missing);
  for (HeldGround const& ground : outcome.grounds) {
    result.grounds.push_back(ground.ground);
  }
  for (PossibleOutcome const& possible : outcome.possible) {
    DutyState const state = state_of(plan, duty, possible.status, possible.options);
    if (std::find(result.possible.begin(), result.possible.end(), state) == result.possible.end()) {
      result.possible.push_back(state);
    }
  }
  order_missing(plan, facts, duty, result);
  if (result.state != DutyState::not_owed && result.state != DutyState::error) {
    find_due(plan, facts, duty, result);
  }
  return result;
}

}  // namespace hjemmel::eval
