// Dates moved by whole days, and the months and years that they lie in.
#include <algorithm>

#include "engine/base/date.h"
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

constexpr std::int64_t kHoursOfDay = 24;

// The whole days in so many hours; nothing when there is a part of a day.
std::optional<base::Decimal> whole_days(Value hours) {
  bool const whole = hours.scale == 0 && hours.coefficient % kHoursOfDay == 0;
  return whole ? std::optional(base::Decimal::of(hours.coefficient / kHoursOfDay)) : std::nullopt;
}

bool is_day(base::Decimal number) {
  return number >= base::Decimal::of(base::kFirstDate.days) && number <= base::Decimal::of(base::kLastDate.days);
}

bool is_day(End const& end) { return !end.value || is_day(*end.value); }

std::int64_t part_of(std::int64_t number, Opcode opcode, bool of_month) {
  if (of_month) {
    return number >= 0 ? number / 12 : (number - 11) / 12;
  }
  auto const days = std::clamp<std::int64_t>(number, base::kFirstDate.days, base::kLastDate.days);
  std::int32_t const month = base::month_of(base::Date{static_cast<std::int32_t>(days)});
  return opcode == Opcode::month_of ? month : month / 12;
}

}  // namespace

Value Machine::add_days(Value date, Value hours, std::uint32_t at) {
  if (auto const value = passed_on(date, hours)) {
    return *value;
  }
  if (!hours.is_known()) {
    return doubt({}, join(cause_of(date), cause_of(hours)), {}, at);
  }
  auto const days = whole_days(hours);
  if (!days) {
    return date.is_known() ? fault(at) : error_beside(fault(at), date);
  }
  if (date.is_open()) {
    Value const moved = add_open(date, Value::known(*days), at);
    Interval const range = bounds(moved);
    bool const leaves = !is_day(range.low) || !is_day(range.high);
    return leaves ? doubt({}, cause_of(moved), {}, at) : moved;
  }
  auto const moved = base::add(date.number(), *days);
  return moved && is_day(*moved) ? Value::known(*moved) : fault(at);
}

// The later the day, the later its month and year.
Value Machine::calendar_part(Value value, Opcode opcode, bool of_month) {
  if (value.is_known()) {
    return Value::known(base::Decimal::of(part_of(value.coefficient, opcode, of_month)));
  }
  if (!value.is_open()) {
    return value;
  }
  auto const end = [&](End const& from) -> End {
    return from.value ? End{base::Decimal::of(part_of(from.value->coefficient(), opcode, of_month)), true} : End{};
  };
  Interval const days = bounds(value);
  Form form = form_of(value);
  bool const own = form.kind == Form::Kind::linear && form.offset == base::Decimal() &&
                   form.factor == base::Decimal::of(1) && !of_month;
  form.kind = own ? (opcode == Opcode::month_of ? Form::Kind::month_of : Form::Kind::year_of) : Form::Kind::none;
  return point_or_doubt({end(days.low), end(days.high)}, cause_of(value), form, fails_at(value, value));
}

}  // namespace hjemmel::eval
