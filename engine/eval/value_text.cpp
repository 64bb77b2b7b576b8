// Writing values for people; one place, so that traces and messages agree.
#include "engine/eval/value_text.h"

#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/base/ratio.h"

namespace hjemmel::eval {
namespace {

std::string range_text(Plan const& plan, ValueKind const& kind, Interval const& range) {
  std::string const low = range.low.value ? number_text(plan, kind, *range.low.value) : "";
  std::string const high = range.high.value ? number_text(plan, kind, *range.high.value) : "";
  if (low.empty()) {
    return "at most " + high;
  }
  return high.empty() ? "at least " + low : "between " + low + " and " + high;
}

// A moment with its own offset; a part of a second is left out.
std::string known_text(Plan const& plan, ValueKind const& kind, Value value) {
  if (kind.calendar != Calendar::moment) {
    return number_text(plan, kind, value.number());
  }
  auto const whole = base::round(base::Ratio::of(value.number()), base::Decimal::of(1), base::Rounding::down);
  return base::to_string(base::Moment{whole ? whole->coefficient() : value.coefficient, value.offset()});
}

}  // namespace

ValueKind kind_of(FactPlan const& fact) { return {fact.domain, fact.calendar, fact.enumeration, fact.dimension}; }

std::string unit_text(Plan const& plan, base::Dimension dimension) {
  if (dimension.code >= base::kFirstDeclaredDimension) {
    return plan.units[dimension.code - base::kFirstDeclaredDimension];
  }
  return std::string(base::base_unit(dimension));
}

std::string number_text(Plan const& plan, ValueKind const& kind, base::Decimal number) {
  if (kind.domain == Domain::boolean) {
    return number == base::Decimal() ? "false" : "true";
  }
  if (kind.domain == Domain::enumeration) {
    return plan.enums[kind.enumeration].values[static_cast<std::size_t>(number.coefficient())];
  }
  switch (kind.calendar) {
    case Calendar::date:
      return base::to_string(base::Date{static_cast<std::int32_t>(number.coefficient())});
    case Calendar::moment:
      return base::to_string(base::Moment{number.coefficient(), 0});
    case Calendar::month:
      return base::month_text(number.coefficient());
    case Calendar::year:
      return base::year_text(number.coefficient());
    case Calendar::none:
      break;
  }
  if (kind.dimension == base::kPeriod || kind.dimension == base::kDuration) {
    return base::length_of_time_text(number, kind.dimension);
  }
  std::string const unit = unit_text(plan, kind.dimension);
  return base::to_string(number) + (unit.empty() ? "" : " " + unit);
}

ValueKind kind_of(LawParameterPlan const& parameter) {
  return {parameter.domain, parameter.calendar, parameter.enumeration, parameter.dimension};
}

std::string text_value(Plan const& plan, Case const& facts, Value value) {
  std::int64_t const at = value.coefficient;
  bool const of_rules = at < 0;
  return "\"" + (of_rules ? plan.texts[static_cast<std::size_t>(-1 - at)] : facts.texts[static_cast<std::size_t>(at)]) +
         "\"";
}

std::string constant_text(Plan const& plan, ValueKind const& kind, Value value) {
  if (kind.domain == Domain::text) {
    return text_value(plan, {}, value);
  }
  return known_text(plan, kind, value);
}

std::string fact_text(Plan const& plan, Case const& facts, FactPlan const& fact, Value value) {
  ValueKind kind = kind_of(fact);
  if (kind.dimension == base::kNoDimension) {
    kind.dimension = value.dimension;
  }
  switch (value.state) {
    case State::known:
      if (fact.domain == Domain::text) {
        return text_value(plan, facts, value);
      }
      return known_text(plan, kind, value);
    case State::unknown:
      return value.detail == kNoDetail ? "unknown" : "unknown, " + range_text(plan, kind, facts.ranges[value.detail]);
    case State::not_asked:
      return "not asked";
    case State::not_applicable:
      return "not applicable";
    case State::error:
      break;
  }
  return "error";
}

}  // namespace hjemmel::eval
