// Ratios: division, arithmetic on fractions, rounding. What a decimal holds travels as a decimal; another fraction is kept in
// the machine and travels as its place there, so that values stay small and programs without division pay nothing.
//
// An open ratio has an interval with decimal ends, rounded outwards: sound, never narrower than the truth.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;
using base::Ratio;

bool contains_zero(Interval const& interval) {
  Interval const zero = point({});
  return overlaps(interval, zero);
}

End low_end(std::optional<Ratio> ratio, bool included) {
  return ratio ? End{base::enclose(*ratio).low, included} : End{};
}

End high_end(std::optional<Ratio> ratio, bool included) {
  return ratio ? End{base::enclose(*ratio).high, included} : End{};
}

// The products of both ends with a factor, in order; an end that is lost is unbounded.
Interval scaled(Interval const& interval, Ratio factor) {
  bool const turns = factor < Ratio();
  End const& low = turns ? interval.high : interval.low;
  End const& high = turns ? interval.low : interval.high;
  auto const times = [factor](End const& end) {
    return end.value ? base::multiply(Ratio::of(*end.value), factor) : std::nullopt;
  };
  return {low_end(times(low), low.included), high_end(times(high), high.included)};
}

bool lost_an_end(Interval const& before, Interval const& after) {
  auto const ends = [](Interval const& i) { return (i.low.value ? 1 : 0) + (i.high.value ? 1 : 0); };
  return ends(after) < ends(before);
}

}  // namespace

Value Machine::known_ratio(Ratio ratio) {
  if (auto const decimal = base::to_decimal(ratio)) {
    return Value::known(*decimal);
  }
  fractions_.push_back(ratio);
  return {0, kFraction, State::known, {}, static_cast<std::uint32_t>(fractions_.size() - 1)};
}

Ratio Machine::ratio_of(Value value) const {
  return value.is_fraction() ? fractions_[value.detail] : Ratio::of(value.number());
}

Value Machine::add_ratio(Value left, Value right, std::uint32_t at) {
  if (left.is_known() && right.is_known()) {
    auto const sum = base::add(ratio_of(left), ratio_of(right));
    return sum ? known_ratio(*sum) : fault(at);
  }
  if (auto const value = passed_on(left, right)) {
    return *value;
  }
  return add_open(left, right, at);
}

Value Machine::negate_ratio(Value value) {
  return value.is_fraction() ? known_ratio(base::negate(ratio_of(value))) : negate(value);
}

Value Machine::multiply_ratio(Value left, Value right, std::uint32_t at) {
  if (left.is_known() && right.is_known()) {
    auto const product = base::multiply(ratio_of(left), ratio_of(right));
    return product ? known_ratio(*product) : fault(at);
  }
  if (!left.is_fraction() && !right.is_fraction()) {
    return multiply(left, right, at);
  }
  if (auto const value = passed_on(left, right)) {
    return *value;
  }
  Value const open = left.is_open() ? left : right;
  Interval const product = scaled(bounds(open), ratio_of(left.is_open() ? right : left));
  return doubt(product, cause_of(open), {}, lost_an_end(bounds(open), product) ? at : fails_at(left, right));
}

// Division by zero is an error, unless what is divided does not apply.
Value Machine::divide(Value left, Value right, std::uint32_t at) {
  bool const by_zero = right.is_known() && !right.is_fraction() && right.coefficient == 0;
  if (left.is_known() && right.is_known()) {
    auto const quotient = by_zero ? std::nullopt : base::divide(ratio_of(left), ratio_of(right));
    return quotient ? known_ratio(*quotient) : fault(at);
  }
  if (auto const value = passed_on(left, right)) {
    return *value;
  }
  return by_zero ? error_beside(fault(at), left) : divide_open(left, right, at);
}

Value Machine::divide_open(Value left, Value right, std::uint32_t at) {
  std::uint32_t const cause = join(cause_of(left), cause_of(right));
  if (right.is_known()) {
    Ratio const divisor = ratio_of(right);
    auto const factor = base::divide(Ratio::of(Decimal::of(1)), divisor);
    if (!factor) {
      return doubt({}, cause, {}, at);
    }
    Interval const quotient = scaled(bounds(left), *factor);
    auto const exact = base::to_decimal(*factor);
    Form form = exact ? form_of(left) : Form{};
    auto const offset = exact ? base::multiply(form.offset, *exact) : std::nullopt;
    auto const slope = exact ? base::multiply(form.factor, *exact) : std::nullopt;
    bool const linear = form.kind == Form::Kind::linear && offset && slope;
    form = linear ? Form{Form::Kind::linear, form.unknown, *slope, *offset} : Form{};
    return doubt(quotient, cause, form, lost_an_end(bounds(left), quotient) ? at : fails_at(left, right));
  }
  Interval const divisors = bounds(right);
  Interval const numbers = bounds(left);
  bool const all_ends = divisors.low.value && divisors.high.value && numbers.low.value && numbers.high.value;
  if (!all_ends || contains_zero(divisors) || *divisors.low.value == Decimal() || *divisors.high.value == Decimal()) {
    return doubt({}, cause, {}, at);
  }
  std::optional<Ratio> least;
  std::optional<Ratio> most;
  for (End const* number : {&numbers.low, &numbers.high}) {
    for (End const* divisor : {&divisors.low, &divisors.high}) {
      auto const quotient = base::divide(Ratio::of(*number->value), Ratio::of(*divisor->value));
      if (!quotient) {
        return doubt({}, cause, {}, at);
      }
      least = least ? std::min(*least, *quotient) : *quotient;
      most = most ? std::max(*most, *quotient) : *quotient;
    }
  }
  return doubt({low_end(least, true), high_end(most, true)}, cause, {}, fails_at(left, right));
}

// The greater the number, the greater what it is rounded to, so ends go with ends.
Value Machine::round(Value value, Instruction const& instruction, std::uint32_t at) {
  Decimal const step = plan_.constants[instruction.c];
  auto const mode = static_cast<base::Rounding>(instruction.b);
  if (value.is_known()) {
    auto const rounded = base::round(ratio_of(value), step, mode);
    return rounded ? Value::known(*rounded, value.dimension) : fault(at);
  }
  if (!value.is_open()) {
    return value;
  }
  auto const end = [&](End const& from) -> End {
    auto const rounded = from.value ? base::round(Ratio::of(*from.value), step, mode) : std::nullopt;
    return rounded ? End{rounded, true} : End{};
  };
  Interval const before = bounds(value);
  Interval const after{end(before.low), end(before.high)};
  return point_or_doubt(after, cause_of(value), {}, lost_an_end(before, after) ? at : fails_at(value, value));
}

}  // namespace hjemmel::eval
