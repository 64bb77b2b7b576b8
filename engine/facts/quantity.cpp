// Splits a text into number and unit, converts exactly, and words every way in which either can be wrong.
#include "engine/facts/quantity.h"

#include <algorithm>
#include <array>

#include "engine/base/nearest_name.h"
#include "engine/base/utf8.h"

namespace hjemmel::facts {
namespace {

using base::NumberFault;
using diag::Kind;

// What a suggestion may be, where it has the dimension that is wanted; the table of units itself is base's.
constexpr std::array kUnitNames{"g",     "mg",    "kg",   "µg",    "l",      "dl",    "ml",      "NOK",
                                "kr",    "øre",   "%",    "month", "months", "year",  "years",   "hour",
                                "hours", "day",   "days", "week",  "weeks",  "måned", "måneder", "år",
                                "time",  "timer", "dag",  "dager", "uke",    "uker"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The bytes that belong to the number: digits, signs, points, commas, underscores, and an exponent.
std::size_t number_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    char const c = text[at];
    bool const next_is_exponent =
        at + 1 < text.size() && (is_digit(text[at + 1]) || text[at + 1] == '+' || text[at + 1] == '-');
    bool const exponent = at > 0 && (c == 'e' || c == 'E') && next_is_exponent;
    if (!is_digit(c) && std::string_view(".,+-_").find(c) == std::string_view::npos && !exponent) {
      break;
    }
    ++at;
  }
  return at;
}

// `U+00A0` where a space that cannot be seen stands in the text; empty where none does.
std::string hidden_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const point = base::code_point_at(text, at);
    if (base::is_hidden_space(point.value)) {
      return base::code_point_name(point.value);
    }
    at += point.length;
  }
  return "";
}

struct NumberWords {
  std::string_view what;
  std::string_view help;
};

NumberWords words_for(NumberFault fault) {
  switch (fault) {
    case NumberFault::leading_zero:
      return {"begins with a zero",
              "write the number without the zero in front, as in `10`; an identifier belongs in a text"};
    case NumberFault::too_many_digits:
      return {"has more digits than the 18 that numbers hold exactly", "write at most 18 digits"};
    case NumberFault::decimal_comma:
      return {"has a comma", "write a point before the decimals, as in `12.5`"};
    case NumberFault::exponent:
      return {"has an exponent", "write the number out in digits, as in `0.0005`"};
    default:
      return {"is not a number", "write digits, and a point before the decimals, as in `12.5`"};
  }
}

void report_number(NumberFault fault, std::string_view number, source::Span span, Slot const& slot, diag::Sink& sink) {
  NumberWords words = words_for(fault);
  if (std::none_of(number.begin(), number.end(), is_digit)) {
    words.help =
        slot.info.type.kind == ir::TypeKind::integer
            ? "write a whole number in digits, or `unknown` for what was asked but is not known"
            : "write digits, and a point before the decimals, as in `12.5`; or `unknown` for what was asked but is "
              "not known";
  }
  sink.add(Kind::fact_not_a_number, span, shown(slot, number) + " for `" + slot.path + "` " + std::string(words.what),
           std::string(words.help));
}

}  // namespace

std::optional<base::Unit> find_unit(std::string_view name, ir::Program const& program) {
  if (auto const unit = base::find_unit(name)) {
    return unit;
  }
  for (std::size_t at = 0; at < program.units.size(); ++at) {
    if (program.units[at].name == name) {
      auto const code = static_cast<std::uint16_t>(base::kFirstDeclaredDimension + at);
      return base::Unit{program.units[at].name, base::Dimension{code}, 1, 0};
    }
    if (program.units[at].money && program.units[at].minor == name) {
      auto const code = static_cast<std::uint16_t>(base::kFirstDeclaredDimension + at);
      return base::Unit{program.units[at].minor, base::Dimension{code}, 1, -2};
    }
  }
  return std::nullopt;
}

namespace {

// `12.5`, or a whole number of what is never split.
std::string sample_number(base::Dimension dimension) {
  if (dimension == base::kPeriod || dimension == base::kDuration) {
    return "6 ";
  }
  return dimension.code >= base::kFirstDeclaredDimension ? "3 " : "12.5 ";
}

// `months` of `month`: what stands behind a number other than one.
std::string behind_a_number(std::string_view unit) {
  bool const single = unit == "month" || unit == "year" || unit == "hour" || unit == "day";
  return std::string(unit) + (single ? "s" : "");
}

// Of an amount: the unit of the first thing that is measured in one.
std::string first_unit(ir::Enum const& enumeration) {
  auto const measured = std::find_if(enumeration.values.begin(), enumeration.values.end(),
                                     [](ir::EnumValue const& value) { return !value.unit.empty(); });
  return measured == enumeration.values.end() ? "g" : measured->unit;
}

bool is_typed(Slot const& slot) { return slot.info.type.kind == ir::TypeKind::quantity; }

// The unit that the value is given in, as it stands behind a number.
std::string own_unit(Slot const& slot, ir::Program const& program) {
  return is_typed(slot) ? behind_a_number(slot.info.unit) : first_unit(program.enums[slot.info.type.enumeration.index]);
}

// `write a mass, as in 12.5 kg`: in the unit that the fact has in its schema.
std::string write_so(Slot const& slot, ir::Program const& program) {
  if (is_typed(slot)) {
    return "write " + example_of(slot.info.type.dimension, slot.info.unit, program);
  }
  return "write the number with its unit, as in `12.5 " + own_unit(slot, program) + "`";
}

// The units that the value can be given in: of its own dimension, where it has one.
std::vector<std::string> suitable_units(Slot const& slot, ir::Program const& program) {
  std::vector<std::string> names(kUnitNames.begin(), kUnitNames.end());
  std::transform(program.units.begin(), program.units.end(), std::back_inserter(names),
                 [](ir::DeclaredUnit const& unit) { return unit.name; });
  std::erase_if(names, [&](std::string const& name) {
    auto const unit = find_unit(name, program);
    return is_typed(slot) && (!unit || unit->dimension != slot.info.type.dimension);
  });
  return names;
}

std::string unit_help(std::string_view written, Slot const& slot, ir::Program const& program) {
  if (written.starts_with("gram") && (!is_typed(slot) || slot.info.type.dimension == base::kMass)) {
    return "write `g`, as in `12.5 g`";
  }
  std::string const nearest = base::nearest_name(written, suitable_units(slot, program));
  return nearest.empty() ? write_so(slot, program) : "did you mean `" + nearest + "`?";
}

// A unit tells nothing of anybody; digits in it may.
void report_unit(std::string_view written, source::Span span, Slot const& slot, Reading& reading) {
  if (std::string const hidden = hidden_space(written); !hidden.empty()) {
    reading.sink.add(Kind::hidden_character, span, "`" + slot.path + "` holds a space that cannot be seen, " + hidden,
                     "delete it and type an ordinary space; it often comes along when text is copied from a web page");
    return;
  }
  bool const has_digit = std::any_of(written.begin(), written.end(), is_digit);
  bool const open = slot.info.sensitivity == ir::Sensitivity::none || !has_digit;
  reading.sink.add(Kind::fact_unknown_unit, span,
                   (open ? quote(written) : "what stands after the number") + " is not a unit that `" + slot.path +
                       "` can be given in",
                   unit_help(written, slot, reading.program));
}

void report_missing_unit(std::string_view number, source::Span span, Slot const& slot, Reading& reading) {
  reading.sink.add(Kind::fact_without_unit, span, shown(slot, number) + " for `" + slot.path + "` has no unit",
                   write_so(slot, reading.program));
}

std::optional<Quantity> convert(base::Decimal number, base::Unit const& unit, source::Span span, Slot const& slot,
                                diag::Sink& sink) {
  auto const in_base = base::to_base(number, unit);
  if (!in_base) {
    report_number(NumberFault::too_many_digits, base::to_string(number), span, slot, sink);
    return std::nullopt;
  }
  if (unit.dimension == base::kPeriod && !in_base->is_integer()) {
    sink.add(Kind::fact_not_a_number, span, "a period for `" + slot.path + "` has a part of a month",
             "write whole months, as in `18 months`");
    return std::nullopt;
  }
  return Quantity{*in_base, unit.dimension};
}

}  // namespace

std::optional<base::Decimal> read_number(std::string_view text, source::Span span, Slot const& slot, diag::Sink& sink) {
  auto const parsed = base::parse_decimal(text);
  if (parsed.fault != NumberFault::none) {
    report_number(parsed.fault, text, span, slot, sink);
    return std::nullopt;
  }
  return parsed.value;
}

std::optional<Quantity> read_quantity(std::string_view text, source::Span span, Slot const& slot, Reading& reading) {
  std::size_t const length = number_length(text);
  auto const number = read_number(length == 0 ? text : text.substr(0, length), span, slot, reading.sink);
  if (!number) {
    return std::nullopt;
  }
  std::string_view rest = text.substr(length);
  if (rest.empty()) {
    report_missing_unit(text, span, slot, reading);
    return std::nullopt;
  }
  if (rest.front() == ' ') {
    rest.remove_prefix(1);
  }
  if (!rest.empty() && is_digit(rest.front())) {
    reading.sink.add(Kind::fact_not_a_number, span,
                     shown(slot, text) + " for `" + slot.path + "` has a blank inside its number",
                     "write all its digits together, as in `12500 " + own_unit(slot, reading.program) + "`");
    return std::nullopt;
  }
  auto const unit = find_unit(rest, reading.program);
  if (!unit) {
    report_unit(rest, span, slot, reading);
    return std::nullopt;
  }
  return convert(*number, *unit, span, slot, reading.sink);
}

std::string dimension_words(base::Dimension dimension, ir::Program const& program) {
  if (dimension.code >= base::kFirstDeclaredDimension) {
    std::size_t const place = dimension.code - base::kFirstDeclaredDimension;
    if (place >= program.units.size()) {
      return "a number of a declared unit";
    }
    ir::DeclaredUnit const& unit = program.units[place];
    return (unit.money ? "an amount of money in `" : "a number of `") + unit.name + "`";
  }
  return std::string(base::dimension_name(dimension));
}

std::string example_of(base::Dimension dimension, std::string_view unit, ir::Program const& program) {
  if (dimension.code >= base::kFirstDeclaredDimension) {
    std::size_t const place = dimension.code - base::kFirstDeclaredDimension;
    return place < program.units.size() ? "a number and the unit, as in `3 " + program.units[place].name + "`" : "";
  }
  std::string const written = behind_a_number(unit.empty() ? base::base_unit(dimension) : unit);
  return dimension_words(dimension, program) + ", as in `" + sample_number(dimension) + written + "`";
}

}  // namespace hjemmel::facts
