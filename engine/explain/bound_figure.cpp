// A date is its day; all else is a quantity.
#include "engine/explain/bound_figure.h"

#include "engine/base/date.h"
#include "engine/explain/quantity.h"

namespace hjemmel::explain {
namespace {

std::string date_text(base::Decimal number) {
  return base::to_string(base::Date{static_cast<std::int32_t>(number.coefficient())});
}

void write_end(eval::End const& end, std::string_view included, std::string_view excluded,
               eval::ParameterBound const& bound, JsonWriter& json) {
  if (end.value) {
    json.key(end.included ? included : excluded);
    write_figure(*end.value, bound, json);
  }
}

}  // namespace

void write_figure(base::Decimal number, eval::ParameterBound const& bound, JsonWriter& json) {
  if (bound.calendar == eval::Calendar::date) {
    json.text(date_text(number));
  } else if (is_json_integer(number, bound.dimension)) {
    json.integer(number.coefficient());
  } else {
    json.text(machine_quantity(number, bound.dimension, bound.unit));
  }
}

void write_range(eval::Interval const& values, eval::ParameterBound const& bound, JsonWriter& json) {
  json.begin_flat_object();
  write_end(values.low, "at_least", "above", bound, json);
  write_end(values.high, "at_most", "below", bound, json);
  json.end_object();
}

std::string figure_text(base::Decimal number, eval::ParameterBound const& bound, TextParts const& parts) {
  return bound.calendar == eval::Calendar::date
             ? date_text(number)
             : people_quantity(number, bound.dimension, parts.names.unit(bound.unit), parts.words);
}

std::string range_text(eval::Interval const& values, eval::ParameterBound const& bound, TextParts const& parts) {
  Words const& words = parts.words;
  std::string const low = values.low.value ? figure_text(*values.low.value, bound, parts) : "";
  std::string const high = values.high.value ? figure_text(*values.high.value, bound, parts) : "";
  if (!low.empty() && !high.empty() && values.low.included && values.high.included) {
    return phrase(words.within, low, high);
  }
  std::string text = low.empty() ? "" : phrase(values.low.included ? words.at_least : words.above, low);
  if (!high.empty()) {
    text += text.empty() ? "" : " " + std::string(words.and_word) + " ";
    text += phrase(values.high.included ? words.at_most : words.below, high);
  }
  return text.empty() ? std::string(words.any_figure) : text;
}

}  // namespace hjemmel::explain
