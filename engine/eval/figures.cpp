// Comparing figures by their intervals, and by their forms where both hang on one unknown alike.
#include "engine/eval/figures.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/eval/interval.h"

namespace hjemmel::eval {

void Figures::add(Figure figure) {
  has_open_ = has_open_ || figure.value.is_open();
  all_.push_back(figure);
}

Figure const& Figures::of(std::uint32_t block) const {
  auto const at = std::find_if(all_.begin(), all_.end(), [block](Figure const& one) { return one.block == block; });
  CHECK(at != all_.end());
  return *at;
}

BoundPlan Figures::settled(BoundPlan bound) const {
  if (is_open(bound) && of(bound.block).value.is_known()) {
    bound.value = of(bound.block).value.number();
    bound.block = kNoIndex;
  }
  return bound;
}

Interval Figures::range(BoundPlan const& bound) const {
  return is_open(bound) ? of(bound.block).bounds : point(bound.value);
}

bool same_line(Form const& left, Form const& right) {
  return left.kind == Form::Kind::linear && right.kind == left.kind && left.unknown == right.unknown &&
         left.factor == right.factor && left.offset == right.offset;
}

Figures::Likeness Figures::likeness(BoundPlan const& left, BoundPlan const& right) const {
  if (!is_open(left) && !is_open(right)) {
    return left.value == right.value ? Likeness::equal : Likeness::different;
  }
  if (is_open(left) && is_open(right)) {
    Figure const& one = of(left.block);
    Figure const& other = of(right.block);
    bool const same = left.block == right.block || (same_line(one.form, other.form) && one.bounds == other.bounds);
    if (same) {
      return Likeness::equal;
    }
  }
  return overlaps(range(left), range(right)) ? Likeness::unclear : Likeness::different;
}

bool Figures::equal(BoundPlan const& left, BoundPlan const& right) {
  Likeness const likeness = this->likeness(left, right);
  if (likeness == Likeness::unclear) {
    note_unclear(left, right);
  }
  return likeness == Likeness::equal;
}

bool Figures::greater(BoundPlan const& left, BoundPlan const& right) {
  if (likeness(left, right) == Likeness::equal) {
    return false;
  }
  Interval const one = range(left);
  Interval const other = range(right);
  if (always_below(one, other, true)) {
    return false;
  }
  if (!always_below(other, one, false)) {
    note_unclear(left, right);
  }
  return true;
}

bool exclude(BoundPlan const& left, BoundPlan const& right, Figures& figures) {
  bool const left_is_low = left.side != BoundSide::at_most;
  bool const left_is_high = left.side != BoundSide::at_least;
  bool const right_is_low = right.side != BoundSide::at_most;
  bool const right_is_high = right.side != BoundSide::at_least;
  if (left_is_low && right_is_high && figures.greater(left, right)) {
    return true;
  }
  return right_is_low && left_is_high && figures.greater(right, left);
}

}  // namespace hjemmel::eval
