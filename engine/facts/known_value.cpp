// One reader a type, and the bounds of the schema.
#include "engine/facts/known_value.h"

#include <algorithm>

#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/base/nearest_name.h"

namespace hjemmel::facts {
namespace {

using base::Decimal;
using diag::Kind;
using document::Node;
using ir::TypeKind;

bool is_sensitive(Slot const& slot) { return slot.info.sensitivity != ir::Sensitivity::none; }

// Words that elsewhere mean true or false.
std::string bool_help(std::string_view text, Slot const& slot) {
  constexpr std::string_view kTrue[] = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "ja", "Ja"};
  constexpr std::string_view kFalse[] = {"false", "False", "FALSE", "no", "No", "NO", "off", "nei", "Nei"};
  if (!is_sensitive(slot) && std::find(std::begin(kTrue), std::end(kTrue), text) != std::end(kTrue)) {
    return "write `true`, in lower case and without quotes";
  }
  if (!is_sensitive(slot) && std::find(std::begin(kFalse), std::end(kFalse), text) != std::end(kFalse)) {
    return "write `false`, in lower case and without quotes";
  }
  return "write `true`, `false` or `unknown`, without quotes";
}

std::optional<Quantity> read_bool(Node const& node, Slot const& slot, diag::Sink& sink) {
  if (node.is_plain("true") || node.is_plain("false")) {
    return Quantity{Decimal::of(node.text == "true" ? 1 : 0), {}};
  }
  std::string const written = node.quoted ? "\"" + node.text + "\"" : node.text;
  sink.add(Kind::fact_not_a_bool, node.span,
           shown(slot, written) + " for `" + slot.path + "` is neither true nor false", bool_help(node.text, slot));
  return std::nullopt;
}

std::optional<Quantity> read_decimal(Node const& node, Slot const& slot, diag::Sink& sink) {
  auto const number = read_number(node.text, node.span, slot, sink);
  return number ? std::optional(Quantity{*number, {}}) : std::nullopt;
}

// In quotes it is a text, not a number: another reader of the same file would take it so. (A decimal may stand in quotes:
// they keep its digits whole where other readers would make a floating point number of it.)
std::optional<Quantity> read_integer(Node const& node, Slot const& slot, diag::Sink& sink) {
  if (node.quoted) {
    sink.add(Kind::fact_not_a_number, node.span,
             shown(slot, "\"" + node.text + "\"") + " for `" + slot.path + "` is a text, not a number",
             "write the number without quotes");
    return std::nullopt;
  }
  auto const number = read_number(node.text, node.span, slot, sink);
  if (number && node.text.find('.') != std::string::npos) {
    sink.add(Kind::fact_not_a_number, node.span,
             shown(slot, node.text) + " for `" + slot.path + "` is not a whole number", "write it without decimals");
    return std::nullopt;
  }
  return number ? std::optional(Quantity{*number, {}}) : std::nullopt;
}

std::optional<Quantity> read_text(Node const& node, Slot const& slot, Reading& reading) {
  bool const looks_otherwise =
      node.text == "true" || node.text == "false" || base::parse_decimal(node.text).fault == base::NumberFault::none;
  if (!node.quoted && looks_otherwise) {
    reading.sink.add(Kind::fact_not_a_text, node.span,
                     shown(slot, node.text) + " for `" + slot.path + "` is not a text",
                     "put it in quotes to mean the text");
    return std::nullopt;
  }
  auto& texts = reading.facts.texts;
  auto const found = std::find(texts.begin(), texts.end(), node.text);
  auto const place = found - texts.begin();
  if (found == texts.end()) {
    texts.push_back(node.text);
  }
  return Quantity{Decimal::of(place), {}};
}

bool has_date_shape(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  return text.size() == kShape.size() && std::equal(text.begin(), text.end(), kShape.begin(), [](char c, char shape) {
           return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
         });
}

std::optional<Quantity> read_date(Node const& node, Slot const& slot, diag::Sink& sink) {
  if (auto const date = base::parse_date(node.text)) {
    return Quantity{Decimal::of(date->days), {}};
  }
  if (has_date_shape(node.text)) {
    sink.add(Kind::fact_not_a_date, node.span,
             shown(slot, node.text) + " for `" + slot.path + "` is a day that does not exist",
             "the order is year, month, day; check the month and how many days it has");
  } else {
    sink.add(Kind::fact_not_a_date, node.span, shown(slot, node.text) + " for `" + slot.path + "` is not a date",
             "write year, month and day with all zeros, as in `2026-03-01`");
  }
  return std::nullopt;
}

std::optional<Quantity> read_moment(Node const& node, Slot const& slot, diag::Sink& sink) {
  base::ParsedMoment const parsed = base::parse_moment(node.text);
  if (!parsed.value) {
    sink.add(Kind::fact_not_a_date, node.span, shown(slot, node.text) + " for `" + slot.path + "` is not a moment",
             std::string(parsed.help));
    return std::nullopt;
  }
  return Quantity{Decimal::of(parsed.value->seconds), {}, parsed.value->offset};
}

std::optional<Quantity> read_enum(Node const& node, Slot const& slot, Reading& reading) {
  ir::Enum const& enumeration = reading.program.enums[slot.info.type.enumeration.index];
  std::vector<std::string> names;
  for (std::size_t at = 0; at < enumeration.values.size(); ++at) {
    if (enumeration.values[at].name == node.text) {
      return Quantity{Decimal::of(static_cast<std::int64_t>(at)), {}};
    }
    names.push_back(enumeration.values[at].name);
  }
  std::string const nearest = is_sensitive(slot) ? "" : base::nearest_name(node.text, names);
  reading.sink.add(Kind::fact_unknown_value, node.span,
                   shown(slot, node.text) + " is none of the values of `" + slot.path + "`",
                   nearest.empty() ? "write " + one_of(names) : "did you mean `" + nearest + "`?");
  return std::nullopt;
}

std::optional<Quantity> read_of_dimension(Node const& node, Slot const& slot, Reading& reading) {
  auto const quantity = read_quantity(node.text, node.span, slot, reading);
  base::Dimension const expected = slot.info.type.dimension;
  if (quantity && quantity->dimension != expected) {
    reading.sink.add(Kind::fact_wrong_dimension, node.span,
                     shown(slot, node.text) + " is " + dimension_words(quantity->dimension, reading.program) +
                         ", but `" + slot.path + "` is " + dimension_words(expected, reading.program),
                     "write " + example_of(expected, slot.info.unit, reading.program));
    return std::nullopt;
  }
  return quantity ? std::optional(Quantity{quantity->number, {}}) : std::nullopt;
}

std::optional<Quantity> read_by_type(Node const& node, Slot const& slot, Reading& reading) {
  switch (slot.info.type.kind) {
    case TypeKind::boolean:
      return read_bool(node, slot, reading.sink);
    case TypeKind::integer:
      return read_integer(node, slot, reading.sink);
    case TypeKind::decimal:
      return read_decimal(node, slot, reading.sink);
    case TypeKind::text:
      return read_text(node, slot, reading);
    case TypeKind::date:
      return read_date(node, slot, reading.sink);
    case TypeKind::moment:
      return read_moment(node, slot, reading.sink);
    case TypeKind::enumeration:
      return read_enum(node, slot, reading);
    case TypeKind::quantity:
      return read_of_dimension(node, slot, reading);
    case TypeKind::amount:
      return read_quantity(node.text, node.span, slot, reading);
    case TypeKind::month:
    case TypeKind::year:
    case TypeKind::ratio:
    case TypeKind::list:
      break;
  }
  return std::nullopt;  // a list is read by list.cpp
}

bool is_within_bounds(Node const& node, Slot const& slot, base::Decimal number, Reading& reading) {
  auto const& [least, most] = std::pair(slot.info.minimum, slot.info.maximum);
  bool const low = least && number < *least;
  if (!low && !(most && number > *most)) {
    return true;
  }
  std::string const limit = bound_text(slot, low ? *least : *most, reading.program);
  reading.sink.add(Kind::fact_out_of_bounds, node.span,
                   shown(slot, node.text) + " for `" + slot.path + "` is " + (low ? "below" : "above") +
                       " what the fact schema allows",
                   std::string("write a value of ") + (low ? "at least `" : "at most `") + limit + "`, or `unknown`");
  return false;
}

}  // namespace

std::optional<Quantity> read_known(Node const& node, Slot const& slot, Reading& reading) {
  auto const value = read_by_type(node, slot, reading);
  if (!value || !is_within_bounds(node, slot, value->number, reading)) {
    return std::nullopt;
  }
  return value;
}

}  // namespace hjemmel::facts
