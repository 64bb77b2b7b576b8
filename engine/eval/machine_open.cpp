// What is open: why, within which bounds, and what a completion assumes of it.
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
// What another date cannot change is one unknown under all dates.
AtomKey Machine::atom_key(std::uint32_t number) const {
  AtomKey key{number};
  key.insert(key.end(), context_.begin(), context_.end());
  if (plan_.dated_atoms[number]) {
    key.insert(key.end(), {kNoIndex, static_cast<std::uint32_t>(law_)});
    key.insert(key.end(), put_at_.begin(), put_at_.end());
  }
  return key;
}

std::uint32_t Machine::leaf(Unknown unknown, std::optional<Cut> cut) {
  causes_.push_back({Cause::Kind::leaf, unknown, cut, kNoIndex, kNoIndex, kNoIndex, kNoIndex, false});
  return static_cast<std::uint32_t>(causes_.size() - 1);
}

std::uint32_t Machine::join(std::uint32_t left, std::uint32_t right) {
  if (left == kNoIndex || right == kNoIndex || left == right) {
    return left == kNoIndex ? right : left;
  }
  causes_.push_back({Cause::Kind::join, {}, {}, left, right, kNoIndex, kNoIndex, false});
  return static_cast<std::uint32_t>(causes_.size() - 1);
}

std::uint32_t Machine::atom(std::uint32_t number, std::uint32_t cause, std::uint32_t fails_at) {
  atoms_.push_back(atom_key(number));
  causes_.push_back(
      {Cause::Kind::atom, {}, {}, cause, kNoIndex, static_cast<std::uint32_t>(atoms_.size() - 1), fails_at, false});
  return static_cast<std::uint32_t>(causes_.size() - 1);
}

Value Machine::doubt(Interval bounds, std::uint32_t cause, Form form, std::uint32_t fails_at) {
  doubts_.push_back({bounds, cause, form, fails_at, false});
  Value value = Value::of(State::unknown);
  value.detail = static_cast<std::uint32_t>(doubts_.size() - 1);
  return value;
}

// Where either side may overflow; none when neither can.
std::uint32_t Machine::fails_at(Value left, Value right) const {
  std::uint32_t const first = left.is_open() ? doubts_[left.detail].fails_at : kNoIndex;
  return first == kNoIndex && right.is_open() ? doubts_[right.detail].fails_at : first;
}

Interval Machine::bounds(Value value) const {
  if (value.is_fraction()) {
    base::Enclosure const ends = base::enclose(ratio_of(value));
    return {{ends.low, true}, {ends.high, true}};
  }
  if (value.is_known()) {
    return point(value.number());
  }
  return value.is_open() ? doubts_[value.detail].bounds : Interval{};
}

std::uint32_t Machine::cause_of(Value value) const { return value.is_open() ? doubts_[value.detail].cause : kNoIndex; }

Form const& Machine::form_of(Value value) const { return doubts_[value.detail].form; }

}  // namespace hjemmel::eval
