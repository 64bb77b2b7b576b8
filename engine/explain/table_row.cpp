// Texts are put together first; quotes are put around a whole cell.
#include "engine/explain/table_row.h"

#include "engine/base/date.h"
#include "engine/explain/quantity.h"

namespace hjemmel::explain {
namespace {

std::string joined(std::span<std::string const> texts) {
  std::string all;
  for (std::string const& text : texts) {
    all += (all.empty() ? "" : "|") + text;
  }
  return all;
}

std::string figure(base::Decimal number, eval::ParameterBound const& bound) {
  return bound.calendar == eval::Calendar::date
             ? base::to_string(base::Date{static_cast<std::int32_t>(number.coefficient())})
             : machine_quantity(number, bound.dimension, bound.unit);
}

void add_side(std::string_view sign, std::optional<base::Decimal> const& number, eval::ParameterBound const& bound,
              std::string_view name, std::string& sides) {
  if (number) {
    sides += sides.empty() ? "" : ";";
    sides += name;
    sides += sign;
    sides += figure(*number, bound);
  }
}

void add_sides(eval::ParameterBound const& bound, std::string_view name, std::string& sides) {
  add_side(name.empty() ? "" : "=", bound.exactly, bound, name, sides);
  add_side(">=", bound.at_least, bound, name, sides);
  add_side("<=", bound.at_most, bound, name, sides);
}

std::string in_braces(std::vector<eval::ParameterBound> const& bounds, std::span<std::string const> states) {
  std::string sides;
  for (eval::ParameterBound const& bound : bounds) {
    add_sides(bound, bound.parameter, sides);
  }
  for (std::string const& state : states) {
    sides += (sides.empty() ? "states " : ";states ") + state;
  }
  return sides.empty() ? "" : "{" + sides + "}";
}

std::string option_text(eval::OutcomeOption const& option, bool of_figure) {
  std::string text = option.modality == eval::Modality::is ? "" : std::string(modality_name(option.modality)) + " ";
  if (of_figure && !option.bounds.empty()) {
    std::string sides;
    add_sides(option.bounds.front(), "", sides);
    text += sides;
  } else {
    text += option.name + in_braces(option.bounds, {});
  }
  for (eval::OutcomeCondition const& condition : option.conditions) {
    text += condition.force == eval::Force::must_carry ? "+" : "+?";
    text += condition.name + in_braces(condition.bounds, condition.states);
  }
  return text;
}

}  // namespace

std::string table_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (char const sign : text) {
    quoted += sign == '"' ? "\"\"" : std::string(1, sign);
  }
  return quoted + "\"";
}

std::string decision_head(std::string_view name) {
  std::string const cell = table_cell(name);
  return cell + ".status," + cell + "," + cell + ".rules";
}

std::string decision_cells(eval::Status status, bool of_figure, std::span<eval::OutcomeOption const> options,
                           std::span<std::string const> rules) {
  std::vector<std::string> texts;
  for (eval::OutcomeOption const& option : options) {
    texts.push_back(option_text(option, of_figure));
  }
  return std::string(status_name(status)) + "," + table_cell(joined(texts)) + "," + table_cell(joined(rules));
}

std::string service_head(std::string_view name) { return std::string(name) + "," + std::string(name) + ".failed"; }

std::string service_cells(eval::ServiceState state, std::span<std::string const> failed) {
  return std::string(service_state_name(state)) + "," + table_cell(joined(failed));
}

std::string duty_head(std::string_view name) { return std::string(name) + "," + std::string(name) + ".due"; }

std::string duty_cells(eval::DutyOutcome const& duty) {
  std::string cells = std::string(duty_state_name(duty.state)) + ",";
  cells += duty.due ? base::to_string(base::Date{*duty.due}) : "";
  bool const between = duty.due && duty.due_to && *duty.due_to != *duty.due;
  return between ? cells + "|" + base::to_string(base::Date{*duty.due_to}) : cells;
}

}  // namespace hjemmel::explain
