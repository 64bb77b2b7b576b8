// The table of built-in units, searched in order: short enough that nothing faster is worth its lines.
#include "engine/base/unit.h"

#include <array>

namespace hjemmel::base {
namespace {

constexpr std::array kUnits{
    Unit{"g", kMass, 1, 0},
    Unit{"mg", kMass, 1, -3},
    Unit{"kg", kMass, 1, 3},
    Unit{"\xC2\xB5g", kMass, 1, -6},  // U+00B5, the micro sign
    Unit{"\xCE\xBCg", kMass, 1, -6},  // U+03BC, the Greek letter
    Unit{"l", kVolume, 1, 0},
    Unit{"dl", kVolume, 1, -1},
    Unit{"ml", kVolume, 1, -3},
    Unit{"NOK", kMoneyNok, 1, 0},
    Unit{"kr", kMoneyNok, 1, 0},
    Unit{"\xC3\xB8re", kMoneyNok, 1, -2},
    Unit{"%", kPercent, 1, 0},
    Unit{"month", kPeriod, 1, 0},
    Unit{"months", kPeriod, 1, 0},
    Unit{"year", kPeriod, 12, 0},
    Unit{"years", kPeriod, 12, 0},
    Unit{"hour", kDuration, 1, 0},
    Unit{"hours", kDuration, 1, 0},
    Unit{"day", kDuration, 24, 0},
    Unit{"days", kDuration, 24, 0},
    Unit{"week", kDuration, 168, 0},
    Unit{"weeks", kDuration, 168, 0},
    // in bokmål
    Unit{"måned", kPeriod, 1, 0},
    Unit{"måneder", kPeriod, 1, 0},
    Unit{"år", kPeriod, 12, 0},
    Unit{"time", kDuration, 1, 0},
    Unit{"timer", kDuration, 1, 0},
    Unit{"dag", kDuration, 24, 0},
    Unit{"dager", kDuration, 24, 0},
    Unit{"uke", kDuration, 168, 0},
    Unit{"uker", kDuration, 168, 0},
};

struct DimensionWords {
  Dimension dimension;
  std::string_view base;
  std::string_view name;
};

constexpr std::array kDimensions{
    DimensionWords{kNoDimension, "", "a number"},
    DimensionWords{kMass, "g", "a mass"},
    DimensionWords{kVolume, "l", "a volume"},
    DimensionWords{kMoneyNok, "NOK", "an amount of money"},
    DimensionWords{kPercent, "%", "a percentage"},
    DimensionWords{kPeriod, "months", "a period in months or years"},
    DimensionWords{kDuration, "hours", "a duration in hours or days"},
};

DimensionWords find_dimension(Dimension dimension) {
  for (DimensionWords const& words : kDimensions) {
    if (words.dimension == dimension) {
      return words;
    }
  }
  return {dimension, "", ""};
}

}  // namespace

std::optional<Unit> find_unit(std::string_view name) {
  for (Unit const& unit : kUnits) {
    if (unit.name == name) {
      return unit;
    }
  }
  return std::nullopt;
}

std::string_view base_unit(Dimension dimension) { return find_dimension(dimension).base; }

std::string_view dimension_name(Dimension dimension) { return find_dimension(dimension).name; }

std::optional<Decimal> to_base(Decimal number, Unit const& unit) {
  auto const whole = multiply(number, Decimal::of(unit.multiple));
  return whole ? shift(*whole, unit.power) : std::nullopt;
}

LengthOfTime length_of_time(Decimal number, Dimension dimension) {
  std::int64_t const group = dimension == kPeriod ? 12 : 24;
  std::int64_t const count = number.coefficient();
  if (number.is_integer() && count != 0 && count % group == 0) {
    return {Decimal::of(count / group), true};
  }
  return {number, false};
}

std::string length_of_time_text(Decimal number, Dimension dimension) {
  LengthOfTime const length = length_of_time(number, dimension);
  bool const period = dimension == kPeriod;
  std::string_view const unit = length.greater_unit ? (period ? "year" : "day") : (period ? "month" : "hour");
  return to_string(length.number) + " " + std::string(unit) + (length.number == Decimal::of(1) ? "" : "s");
}

}  // namespace hjemmel::base
