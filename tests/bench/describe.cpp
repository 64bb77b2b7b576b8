// Two printers that must come to the same words, each from its own structure.
#include "tests/bench/describe.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/decimal.h"

namespace hjemmel::bench {
namespace {

constexpr std::array kStatuses = {"decided", "undetermined", "not_applicable"};
constexpr std::array kModalities = {"", "normally_is", "may_be"};
constexpr std::array kReactions = {
    "unconditional_waiver", "sentencing_waiver", "conditional_waiver", "deferred_sentencing", "fine", "imprisonment"};
constexpr std::array kForces = {"", "may_carry", "must_carry"};

template <class Names, class Value>
std::string name_of(Names const& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

std::string at_most(char const* parameter, unsigned most) {
  return std::string(parameter) + " <= " + std::to_string(most) + "; ";
}

// ---- the hand-written function's

std::string conditions(by_hand::Option const& option) {
  std::string text;
  if (option.testing != by_hand::Force::absent) {
    text += " " + name_of(kForces, option.testing) + " drug_testing(" + at_most("length", option.testing_months) +
            (option.testing_must_be_stated ? "states test_type frequency length " : "") + ")";
  }
  if (option.attendance != by_hand::Force::absent) {
    text += " " + name_of(kForces, option.attendance) + " meet_advisory_unit(" + at_most("meetings", option.meetings) +
            at_most("within", option.meetings_within_months) + ")";
  }
  return text;
}

std::string describe(by_hand::Result const& result) {
  std::string text = name_of(kStatuses, result.status);
  for (std::size_t at = 0; at < result.count; ++at) {
    by_hand::Option const& option = result.options[at];
    text += " | " + name_of(kModalities, result.modality) + " " + name_of(kReactions, option.reaction) + " (" +
            (option.imprisonment_months != 0 ? at_most("length", option.imprisonment_months) : "") + ")" +
            conditions(option);
  }
  return text;
}

// ---- the engine's

std::string describe(std::vector<eval::ParameterBound> const& bounds) {
  std::string text;
  for (eval::ParameterBound const& bound : bounds) {
    auto const add = [&](char const* sign, std::optional<base::Decimal> const& value) {
      text += value ? bound.parameter + sign + base::to_string(*value) + "; " : "";
    };
    add(" = ", bound.exactly);
    add(" >= ", bound.at_least);
    add(" <= ", bound.at_most);
  }
  return text;
}

std::string describe(eval::OutcomeCondition const& condition) {
  std::string text =
      " " + std::string(eval::force_name(condition.force)) + " " + condition.name + "(" + describe(condition.bounds);
  text += condition.states.empty() ? "" : "states ";
  for (std::string const& parameter : condition.states) {
    text += parameter + " ";
  }
  return text + ")";
}

std::string describe(eval::Status status, std::vector<eval::OutcomeOption> const& options) {
  std::string text(eval::status_name(status));
  for (eval::OutcomeOption const& option : options) {
    text += " | " + std::string(eval::modality_name(option.modality)) + " " + option.name + " (" +
            describe(option.bounds) + ")";
    for (eval::OutcomeCondition const& condition : option.conditions) {
      text += describe(condition);
    }
  }
  return text;
}

// ---- both

std::string in_any_order(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  std::string all;
  for (std::string const& text : texts) {
    all += "\n    possible: " + text;
  }
  return all;
}

std::string describe(by_hand::Answer const& answer) {
  std::vector<std::string> possible;
  for (by_hand::Result const& result : answer.possible) {
    possible.push_back(describe(result));
  }
  return describe(answer.result) + in_any_order(std::move(possible));
}

}  // namespace

std::string describe(by_hand::Decision const& decision) {
  return describe(decision.answer) + (decision.may_depart ? "\n  departing: " + describe(decision.if_departing) : "");
}

std::string describe(eval::Outcome const& outcome) {
  std::vector<std::string> possible;
  for (eval::PossibleOutcome const& other : outcome.possible) {
    possible.push_back(describe(other.status, other.options));
  }
  std::string text = describe(outcome.status, outcome.options) + in_any_order(std::move(possible));
  text += outcome.exact ? "" : " (not exact)";
  return text + (outcome.if_departing ? "\n  departing: " + describe(*outcome.if_departing) : "");
}

}  // namespace hjemmel::bench
