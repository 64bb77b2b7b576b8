// The lesser and the greater of two values: numbers, quantities, dates. What does not apply is passed over; an error is one,
// since neither side can make it go away.
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

// The interval of the lesser of two that both lie in theirs; of the greater, mirrored.
End nearer(End const& a, End const& b, bool least) {
  if (!a.value || !b.value) {
    return a.value ? a : b;
  }
  if (*a.value == *b.value) {
    return {a.value, a.included && b.included};
  }
  return (*a.value < *b.value) == least ? a : b;
}

}  // namespace

// A range of one number is that number, where nothing can fail on the way.
Value Machine::point_or_doubt(Interval bounds, std::uint32_t cause, Form form, std::uint32_t fails_at) {
  bool const is_point = bounds.low.value && bounds.low == bounds.high && bounds.low.included && fails_at == kNoIndex;
  return is_point ? Value::known(*bounds.low.value) : doubt(bounds, cause, form, fails_at);
}

Value Machine::lesser_or_greater(Value left, Value right, Instruction const& instruction) {
  bool const least = instruction.opcode == Opcode::lesser_of;
  if (left.state == State::error || right.state == State::error) {
    return left.state == State::error ? left : right;
  }
  if (left.state == State::not_applicable || right.state == State::not_applicable) {
    return left.state == State::not_applicable ? right : left;
  }
  if (left.is_open() || right.is_open()) {
    return lesser_or_greater_open(left, right, least, instruction.b != 0);
  }
  bool const fraction = left.is_fraction() || right.is_fraction();
  auto const order = fraction ? ratio_of(left) <=> ratio_of(right) : left.number() <=> right.number();
  return (order <= 0) == least ? left : right;
}

// The lesser is at most each that surely applies, and at least the least of all; where neither surely applies, nothing is
// said. It hangs on the one unknown beside a known number as that unknown does: past the number the bounds settle it.
Value Machine::lesser_or_greater_open(Value left, Value right, bool least, bool moments) {
  Interval const one = bounds(left);
  Interval const two = bounds(right);
  bool const first = surely_applies(left);
  bool const second = surely_applies(right);
  Interval range;
  if (first || second) {
    Interval const both = hull(one, two);
    End const from_one = first ? (least ? one.high : one.low) : End{};
    End const from_two = second ? (least ? two.high : two.low) : End{};
    End const limit = nearer(from_one, from_two, least);
    range = least ? Interval{both.low, limit} : Interval{limit, both.high};
  }
  bool const beside_known = left.is_known() || right.is_known();
  Form const form = beside_known ? form_of(left.is_open() ? left : right) : Form{};
  std::uint32_t const cause = join(cause_of(left), cause_of(right));
  if (moments) {
    return doubt(range, cause, form, fails_at(left, right));  // whose offset it has is not known
  }
  return point_or_doubt(range, cause, form, fails_at(left, right));
}

}  // namespace hjemmel::eval
