// Every unit but the two kinds of time is written as it stands in base/unit.cpp, or as the package declares it.
#include "engine/explain/quantity.h"

namespace hjemmel::explain {
namespace {

std::string with_unit(base::Decimal number, std::string_view unit) {
  std::string text = base::to_string(number);
  if (!unit.empty()) {
    text += ' ';
    text += unit;
  }
  return text;
}

std::string_view unit_of(base::Dimension dimension, std::string_view unit) {
  return unit.empty() ? base::base_unit(dimension) : unit;
}

std::string time_text(base::LengthOfTime length, std::string_view one, std::string_view many) {
  return with_unit(length.number, length.number == base::Decimal::of(1) ? one : many);
}

}  // namespace

bool is_json_integer(base::Decimal number, base::Dimension dimension) {
  return dimension == base::kNoDimension && number.is_integer() && number.coefficient() <= kMaxJsonInteger &&
         number.coefficient() >= -kMaxJsonInteger;
}

std::string machine_quantity(base::Decimal number, base::Dimension dimension, std::string_view unit) {
  bool const negative = number.coefficient() < 0;
  std::string const sign = negative ? "-" : "";
  base::Decimal const size = negative ? base::negate(number) : number;
  if (dimension == base::kPeriod) {
    return sign + "P" + base::to_string(size) + "M";
  }
  if (dimension == base::kDuration) {
    return sign + "PT" + base::to_string(size) + "H";
  }
  return with_unit(number, unit_of(dimension, unit));
}

std::string people_quantity(base::Decimal number, base::Dimension dimension, std::string_view unit,
                            Words const& words) {
  base::LengthOfTime const length = base::length_of_time(number, dimension);
  if (dimension == base::kPeriod) {
    return length.greater_unit ? time_text(length, words.year, words.years)
                               : time_text(length, words.month, words.months);
  }
  if (dimension == base::kDuration) {
    return length.greater_unit ? time_text(length, words.day, words.days) : time_text(length, words.hour, words.hours);
  }
  return with_unit(number, unit_of(dimension, unit));
}

}  // namespace hjemmel::explain
