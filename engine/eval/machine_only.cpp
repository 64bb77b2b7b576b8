// The only record of a list: `the only r in rates where …`.
//
// No record, or two, is an error, and so is a list that may hold another one in each completion where it does. As long as that is
// open the value lies among the fields of the records that may be the one, and whether it fails is an unknown beside it. Two
// that are surely there fail whatever else is open. Tested in tests/unit/eval/list_test.cpp and against the oracle.
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {

Value Machine::pick_only(Loop const& loop, std::uint32_t at) {
  Range const range = range_of(loop);
  Contest sure;
  Contest perhaps;
  std::uint32_t cause = range.open_cause;
  for (std::uint32_t const row : range.rows) {
    frames_[loop.variable] = {loop.fact, row, {}, {}, {}, kNoIndex};
    context_.push_back(row);
    Value const counted = gate(loop, row);
    context_.pop_back();
    if (counted.state == State::error) {
      return counted;
    }
    if (!counted.is_false()) {
      (counted.is_true() ? sure : perhaps).all.push_back({row, counted, {}, {}, counted.is_true()});
      cause = join(cause, cause_of(counted));
    }
  }
  bool const closed = range.open_cause == kNoIndex;
  bool const settled = closed && perhaps.all.empty();
  if (sure.all.size() > 1 || (settled && sure.all.empty())) {
    return fault(at);
  }
  if (settled) {
    return cell(loop.fact, sure.all.front().row, loop.field);
  }
  Picked picked{{}, cause, false, at};
  if (closed || !sure.all.empty()) {
    Contest const& candidates = sure.all.empty() ? perhaps : sure;
    picked.reach = picked_bounds(loop, candidates, picked.cause, picked.may_be_absent);
  } else {
    picked.may_be_absent = plan_.facts[loop.fact].fields[loop.field].may_be_not_applicable;
  }
  picked.reach = picked.may_be_absent ? Interval{} : picked.reach;
  return picked_value(loop, picked);
}

}  // namespace hjemmel::eval
