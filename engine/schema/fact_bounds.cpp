// The smallest and greatest value of a fact. JSON Schema's own `minimum` and `maximum` speak of numbers, so an integer takes those;
// what is written as a text (a date, `0 g`) takes `x-minimum` and `x-maximum`. `default` is written like a bound.
#include <string>

#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/base/unit.h"
#include "engine/schema/fact_property.h"
#include "engine/schema/keyword.h"

namespace hjemmel::schema {
namespace {

using base::Decimal;

std::optional<Decimal> read_number(std::string_view text) {
  base::ParsedDecimal const parsed = base::parse_decimal(text);
  return parsed.fault == base::NumberFault::none ? std::optional(parsed.value) : std::nullopt;
}

// `0.5 g`, into the base unit. A unit that the package declares is its own base unit.
std::optional<Decimal> read_quantity(std::string_view text, std::string const& unit) {
  auto const blank = text.find(' ');
  if (blank == std::string_view::npos) {
    return std::nullopt;
  }
  auto const number = read_number(text.substr(0, blank));
  std::string_view const written = text.substr(blank + 1);
  auto const own = base::find_unit(unit);
  auto const other = base::find_unit(written);
  if (!number || (!own && written != unit) || (own && (!other || other->dimension != own->dimension))) {
    return std::nullopt;
  }
  return own ? base::to_base(*number, *other) : number;
}

struct Form {
  std::optional<Decimal> value;
  std::string wanted;  // for the message, when there is no value
};

Form read_bound(std::string const& text, Property const& property) {
  switch (property.type) {
    case SchemaType::integer: {
      auto const number = read_number(text);
      return {number && number->is_integer() ? number : std::nullopt, "a whole number"};
    }
    case SchemaType::decimal:
      return {read_number(text), "a number, such as `0.5`"};
    case SchemaType::date: {
      auto const date = base::parse_date(text);
      return {date ? Decimal::from_integer(date->days) : std::nullopt, "a date, such as `2026-03-01`"};
    }
    case SchemaType::moment: {
      auto const moment = base::parse_moment(text).value;
      return {moment ? Decimal::from_integer(moment->seconds) : std::nullopt,
              "a date with time and offset, such as `2026-03-01T14:30+01:00`"};
    }
    case SchemaType::quantity:
      return {read_quantity(text, property.unit), "a number and a unit, such as `0 " + property.unit + "`"};
    case SchemaType::amount:
      return {text == "0" ? std::optional(Decimal{}) : std::nullopt, "`0`, as its unit depends on what it is of"};
    default:
      return {std::nullopt, ""};
  }
}

void read_end(document::Node const& node, std::string_view keyword, Property const& property,
              std::optional<Decimal>& end, diag::Sink& sink) {
  document::Entry const* const entry = find_entry(node, keyword);
  if (entry == nullptr) {
    return;
  }
  Form form = read_bound(entry->value.text, property);
  bool const own = (property.type == SchemaType::integer) != keyword.starts_with("x-");
  if (form.wanted.empty() || !own) {
    sink.add(diag::Kind::schema_misplaced_keyword, entry->key_span, "`" + entry->key + "` means nothing for this type",
             form.wanted.empty()         ? "take it out"
             : keyword.starts_with("x-") ? "write `" + std::string(keyword.substr(2)) + "`"
                                         : "write `x-" + std::string(keyword) + "`");
  } else if (!form.value) {
    sink.add(diag::Kind::schema_bad_value, entry->value.span, "`" + entry->key + "` needs " + form.wanted);
  }
  end = form.value;
}

}  // namespace

void read_bounds(document::Node const& node, Property& property, diag::Sink& sink) {
  ir::FactInfo& info = property.info;
  read_end(node, "minimum", property, info.minimum, sink);
  read_end(node, "maximum", property, info.maximum, sink);
  read_end(node, "x-minimum", property, info.minimum, sink);
  read_end(node, "x-maximum", property, info.maximum, sink);
  if (info.minimum && info.maximum && *info.maximum < *info.minimum) {
    sink.add(diag::Kind::schema_clash, property.span,
             "the smallest value of `" + info.name + "` is greater than the greatest", "exchange them");
  }
}

namespace {

void bad_default(document::Entry const& entry, std::string const& what, std::string const& help, diag::Sink& sink) {
  sink.add(diag::Kind::schema_bad_value, entry.value.span, what, help);
}

// A truth, a word of an enumeration, a text; else as a bound is read.
std::optional<Decimal> default_number(document::Entry const& entry, Property& property, diag::Sink& sink) {
  document::Node const& value = entry.value;
  if (property.type == SchemaType::boolean) {
    bool const truth = value.is_plain("true") || value.is_plain("false");
    if (!truth) {
      bad_default(entry, "`default` needs true or false, without quotes", "", sink);
    }
    return truth ? std::optional(Decimal::of(value.text == "true" ? 1 : 0)) : std::nullopt;
  }
  if (property.type == SchemaType::enumeration) {
    property.info.default_text = value.text;
    for (std::size_t i = 0; i < property.values.size(); ++i) {
      if (property.values[i] == value.text) {
        return Decimal::of(static_cast<std::int64_t>(i));
      }
    }
    bad_default(entry, "`default` needs one of the values of `enum`", "", sink);
    return std::nullopt;
  }
  if (property.type == SchemaType::text) {
    property.info.default_text = value.text;
    return Decimal();
  }
  Form const form = read_bound(value.text, property);
  if (!form.value) {
    bad_default(entry, "`default` needs " + form.wanted, "", sink);
  }
  if (property.type == SchemaType::moment) {
    property.info.default_text = value.text;
  }
  return form.value;
}

}  // namespace

void read_default(document::Node const& node, Property& property, diag::Sink& sink) {
  document::Entry const* const entry = find_entry(node, "default");
  if (entry == nullptr) {
    return;
  }
  ir::FactInfo& info = property.info;
  if (property.assessment || property.type == SchemaType::amount) {
    sink.add(diag::Kind::schema_clash, entry->key_span,
             property.assessment
                 ? "`" + info.name + "` is judged by somebody, and no default takes the place of a judgement"
                 : "an amount has no default, as its unit depends on what it is of",
             "take the default out; what is left out counts as not asked");
    return;
  }
  if (entry->value.kind != document::NodeKind::scalar) {
    bad_default(*entry, "`default` needs one value", "write it as the facts do", sink);
    return;
  }
  auto const number = default_number(*entry, property, sink);
  bool const outside =
      number && ((info.minimum && *number < *info.minimum) || (info.maximum && *number > *info.maximum));
  if (outside) {
    bad_default(*entry, "the default of `" + info.name + "` lies outside its smallest and greatest value",
                "both belong to what is allowed; choose a value between them", sink);
    return;
  }
  info.default_value = number;
}

}  // namespace hjemmel::schema
