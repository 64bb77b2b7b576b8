// Moments: moved by hours, and the date that each has at its own offset.
//
// A known moment carries its offset in `detail`. Of an open one only the instant has bounds: its offset may be any that there
// is, so that its date lies in a range of up to three days, and is never taken for known.
#include "engine/base/moment.h"
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;

bool is_moment(Decimal number) {
  return number >= Decimal::of(base::kFirstMoment) && number <= Decimal::of(base::kLastMoment);
}

bool may_be_moment(End const& end) { return !end.value || is_moment(*end.value); }

// The greatest whole number that is not above it.
std::int64_t whole(Decimal number) {
  std::int64_t value = number.coefficient();
  for (int i = 0; i < number.scale(); ++i) {
    value = value >= 0 ? value / 10 : (value - 9) / 10;
  }
  return value;
}

Decimal date_at(Decimal instant, std::int32_t offset) {
  return Decimal::of(base::date_of({whole(instant), offset}).days);
}

}  // namespace

Value Machine::add_hours(Value moment, Value hours, std::uint32_t at) {
  Value const seconds = multiply(hours, Value::known(Decimal::of(base::kSecondsOfHour)), at);
  if (moment.is_known() && seconds.is_known()) {
    auto const moved = base::add(moment.number(), seconds.number());
    return moved && is_moment(*moved) ? Value::moment(*moved, moment.offset()) : fault(at);
  }
  if (auto const value = passed_on(moment, seconds)) {
    return *value;
  }
  Value const moved = add_open(moment, seconds, at);
  Interval const range = bounds(moved);
  bool const leaves = !may_be_moment(range.low) || !may_be_moment(range.high);
  return leaves ? doubt({}, cause_of(moved), {}, at) : moved;
}

Value Machine::date_of(Value moment) {
  if (moment.is_known()) {
    return Value::known(date_at(moment.number(), moment.offset()));
  }
  if (!moment.is_open()) {
    return moment;
  }
  Interval const instants = bounds(moment);
  auto const end = [](End const& from, std::int32_t offset) -> End {
    return from.value ? End{date_at(*from.value, offset), true} : End{};
  };
  Interval const dates{end(instants.low, base::kLeastOffset), end(instants.high, base::kGreatestOffset)};
  return point_or_doubt(dates, cause_of(moment), {}, fails_at(moment, moment));
}

}  // namespace hjemmel::eval
