// Arithmetic: exact on known numbers, on intervals where a number is open; overflow is an error with its place.
#include <algorithm>

#include "engine/base/date.h"
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

constexpr std::int64_t kMostMonths = 12 * 20000;  // past every date there is

constexpr std::int64_t kFurthestUnbounded = 1'000'000'000'000;

base::Date as_date(Value value) { return {static_cast<std::int32_t>(value.coefficient)}; }

std::optional<base::Date> end_date(End const& end) {
  if (!end.value) {
    return std::nullopt;
  }
  auto const days = std::clamp<std::int64_t>(end.value->coefficient(), base::kFirstDate.days, base::kLastDate.days);
  return base::Date{static_cast<std::int32_t>(days)};
}

// How far a side without an end is reckoned to reach, when it is asked whether the result may overflow.
Interval reach(Interval const& interval) {
  base::Decimal const far = base::Decimal::of(kFurthestUnbounded);
  return {interval.low.value ? interval.low : End{base::negate(far), true},
          interval.high.value ? interval.high : End{far, true}};
}

// Both sides had an end there, and the result has none: it overflows.
bool lost_an_end(Interval const& left, Interval const& right, Interval const& result) {
  std::size_t const before =
      (left.low.value && right.low.value ? 1U : 0U) + (left.high.value && right.high.value ? 1U : 0U);
  std::size_t const after = (result.low.value ? 1U : 0U) + (result.high.value ? 1U : 0U);
  return after < before;
}

// factor * (offset + f * x); none where it hangs on nothing or is always the same.
Form scaled(Form form, base::Decimal factor) {
  auto const offset = base::multiply(form.offset, factor);
  auto const product = base::multiply(form.factor, factor);
  if (form.kind != Form::Kind::linear || !offset || !product || factor == base::Decimal()) {
    return {};
  }
  form.offset = *offset;
  form.factor = *product;
  return form;
}

}  // namespace

// Not applicable on either side, or an error; nothing when both sides are numbers or open.
std::optional<Value> Machine::passed_on(Value left, Value right) {
  if (left.state == State::not_applicable || right.state == State::not_applicable) {
    return left.state == State::not_applicable ? left : right;
  }
  if (left.state != State::error && right.state != State::error) {
    return std::nullopt;
  }
  Value const error = left.state == State::error ? left : right;
  Value const other = left.state == State::error ? right : left;
  return other.is_open() ? error_beside(error, other) : error;
}

Value Machine::add(Value left, Value right, std::uint32_t at) {
  if (left.is_known() && right.is_known()) {
    auto const sum = base::add(left.number(), right.number());
    return sum ? Value::known(*sum, left.dimension) : fault(at);
  }
  if (auto const value = passed_on(left, right)) {
    return *value;
  }
  return add_open(left, right, at);
}

Value Machine::add_open(Value left, Value right, std::uint32_t at) {
  Interval const sum = eval::add(bounds(left), bounds(right));
  std::uint32_t const cause = join(cause_of(left), cause_of(right));
  Interval const furthest_left = reach(bounds(left));
  Interval const furthest_right = reach(bounds(right));
  bool const overflows = lost_an_end(furthest_left, furthest_right, eval::add(furthest_left, furthest_right));
  std::uint32_t const fails = overflows ? at : fails_at(left, right);
  if (left.is_open() && right.is_open()) {
    return doubt(sum, cause, {}, fails);
  }
  Form form = form_of(left.is_open() ? left : right);
  Value const known = left.is_open() ? right : left;
  auto const offset = known.is_fraction() ? std::nullopt : base::add(form.offset, known.number());
  bool const linear = form.kind == Form::Kind::linear && offset;
  if (linear) {
    form.offset = *offset;
  }
  return doubt(sum, cause, linear ? form : Form{}, fails);
}

Value Machine::negate(Value value) {
  if (value.is_known()) {
    return Value::known(base::negate(value.number()), value.dimension);
  }
  if (!value.is_open()) {
    return value;
  }
  Form form = form_of(value);
  if (form.kind == Form::Kind::linear) {
    form.factor = base::negate(form.factor);
    form.offset = base::negate(form.offset);
  } else {
    form = {};
  }
  return doubt(eval::negate(bounds(value)), cause_of(value), form, fails_at(value, value));
}

Value Machine::multiply(Value left, Value right, std::uint32_t at) {
  if (left.is_known() && right.is_known()) {
    auto const product = base::multiply(left.number(), right.number());
    base::Dimension const dimension = left.dimension == base::kNoDimension ? right.dimension : left.dimension;
    return product ? Value::known(*product, dimension) : fault(at);
  }
  if (auto const value = passed_on(left, right)) {
    return *value;
  }
  std::uint32_t const cause = join(cause_of(left), cause_of(right));
  if (left.is_open() && right.is_open()) {
    return doubt({}, cause, {}, at);
  }
  bool const left_known = left.is_known();
  Interval const range = bounds(left_known ? right : left);
  base::Decimal const factor = (left_known ? left : right).number();
  Interval const product = eval::multiply(range, factor);
  Form const form = scaled(form_of(left_known ? right : left), factor);
  bool const overflows = lost_an_end(reach(range), point(factor), eval::multiply(reach(range), factor));
  return doubt(product, cause, form, overflows ? at : fails_at(left, right));
}

// The later the date and the more months, the later the result, so ends go with ends.
Value Machine::add_months(Value date, Value months, std::uint32_t at) {
  if (auto const value = passed_on(date, months)) {
    return *value;
  }
  if (date.is_known() && months.is_known()) {
    auto const moved = base::add_months(as_date(date), static_cast<std::int32_t>(std::clamp<std::int64_t>(
                                                           months.coefficient, -kMostMonths, kMostMonths)));
    return moved ? Value::known(base::Decimal::of(moved->days)) : fault(at);
  }
  auto const move = [](End const& from, End const& by) -> End {
    auto const start = end_date(from);
    if (!start || !by.value) {
      return {};
    }
    auto const count =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(by.value->coefficient(), -kMostMonths, kMostMonths));
    auto const moved = base::add_months(*start, count);
    return moved ? End{base::Decimal::of(moved->days), true} : End{};
  };
  Interval const dates = bounds(date);
  Interval const counts = bounds(months);
  Interval const moved{move(dates.low, counts.low), move(dates.high, counts.high)};
  std::uint32_t const fails = lost_an_end(dates, counts, moved) ? at : fails_at(date, months);
  return doubt(moved, join(cause_of(date), cause_of(months)), {}, fails);
}

Value Machine::age(Value birth, Value date, std::uint32_t at) {
  if (auto const value = passed_on(birth, date)) {
    return *value;
  }
  if (!birth.is_known() || !date.is_known()) {
    return age_open(birth, date);
  }
  auto const months = base::completed_months(as_date(birth), as_date(date));
  return months ? Value::known(base::Decimal::of(*months), base::kPeriod) : fault(at);
}

// The older the birth date and the later the date, the greater the age; where one could lie before the other, 0 is the least.
Value Machine::age_open(Value birth, Value date) {
  Interval const births = bounds(birth);
  Interval const dates = bounds(date);
  auto months_between = [](End const& from, End const& to) -> std::optional<std::int32_t> {
    auto const start = end_date(from);
    auto const end = end_date(to);
    return start && end ? base::completed_months(*start, *end) : std::nullopt;
  };
  Interval ages = surely_applies(birth) && surely_applies(date) ? at_least({}) : Interval{};
  if (auto const least = months_between(births.high, dates.low)) {
    ages.low.value = base::Decimal::of(*least);
  }
  if (auto const most = months_between(births.low, dates.high)) {
    ages.high = {base::Decimal::of(*most), true};
  }
  Form form;
  Value const open = birth.is_known() ? date : birth;
  if ((birth.is_known() || date.is_known()) && form_of(open).kind == Form::Kind::linear &&
      form_of(open).offset == base::Decimal() && form_of(open).factor == base::Decimal::of(1)) {
    form.kind = birth.is_known() ? Form::Kind::age_at : Form::Kind::age_of;
    form.unknown = form_of(open).unknown;
    form.offset = (birth.is_known() ? birth : date).number();
  }
  return doubt(ages, join(cause_of(birth), cause_of(date)), form, fails_at(birth, date));
}

}  // namespace hjemmel::eval
