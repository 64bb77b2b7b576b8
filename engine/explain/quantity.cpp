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

struct TimeWords {
  std::int64_t group;  // how many of the small unit make one of the great
  std::string_view one_small;
  std::string_view many_small;
  std::string_view one_great;
  std::string_view many_great;
};

std::string time_text(base::Decimal number, TimeWords const& words) {
  std::int64_t const count = number.coefficient();
  if (number.is_integer() && count != 0 && count % words.group == 0) {
    std::int64_t const greats = count / words.group;
    return with_unit(base::Decimal::of(greats), greats == 1 ? words.one_great : words.many_great);
  }
  return with_unit(number, number == base::Decimal::of(1) ? words.one_small : words.many_small);
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
  if (dimension == base::kPeriod) {
    return time_text(number, {12, words.month, words.months, words.year, words.years});
  }
  if (dimension == base::kDuration) {
    return time_text(number, {24, words.hour, words.hours, words.day, words.days});
  }
  return with_unit(number, unit_of(dimension, unit));
}

}  // namespace hjemmel::explain
