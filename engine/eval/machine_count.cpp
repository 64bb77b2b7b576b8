// Counts: of elements, of groups, of different values. What may or may not be counted gives a bound, from the sure to the
// possible.
#include <algorithm>
#include <set>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

constexpr std::size_t kMostCompared = 64;  // values of unknown size that are held against all others

Interval between(std::size_t low, std::size_t high) {
  return {{base::Decimal::of(static_cast<std::int64_t>(low)), true},
          {base::Decimal::of(static_cast<std::int64_t>(high)), true}};
}

}  // namespace

Value Machine::count_rows(Loop const& loop) {
  Range const range = range_of(loop);
  std::uint32_t const list = loop.group == kNoIndex ? loop.fact : frames_[loop.group].fact;
  std::int64_t sure = 0;
  std::int64_t perhaps = 0;
  std::uint32_t cause = range.open_cause;
  std::uint32_t fails = loop.group == kNoIndex ? kNoIndex : frames_[loop.group].fails_at;
  for (std::uint32_t const row : range.rows) {
    frames_[loop.variable] = {list, row, {}, {}, {}, kNoIndex};
    context_.push_back(row);
    Value const counted = gate(loop, row);
    context_.pop_back();
    if (counted.state == State::error) {
      return counted;
    }
    sure += counted.is_true() ? 1 : 0;
    perhaps += counted.is_open() ? 1 : 0;
    cause = join(cause, cause_of(counted));
    fails = fails == kNoIndex ? fails_at(counted, counted) : fails;
  }
  if (loop.group != kNoIndex) {
    for (auto const& [row, floating_cause] : frames_[loop.group].floating) {
      ++perhaps;
      cause = join(cause, floating_cause);
    }
  }
  if (cause == kNoIndex) {
    return Value::known(base::Decimal::of(sure));
  }
  Interval number = at_least(base::Decimal::of(sure));
  if (range.open_cause == kNoIndex) {
    number.high = {base::Decimal::of(sure + perhaps), true};
  }
  return doubt(number, cause, {}, fails);
}

// An element of unknown key may be a group of its own, or be in any other: at least one group is sure where its own is.
Value Machine::count_groups(Loop const& loop) {
  std::size_t sure = 0;
  std::size_t perhaps = 0;
  bool own_is_sure = false;
  std::uint32_t const open = open_cause(loop.fact);
  std::uint32_t cause = open;
  std::uint32_t fails = kNoIndex;
  for (Frame& frame : groups(loop)) {
    std::uint32_t const context = context_of(frame);
    std::uint32_t const key_cause = cause_of(frame.key);
    bool const own = frame.key.is_open();
    Value const exists = group_exists(loop, frame);
    Value const counted = conjunction(exists, group_verdict(loop, std::move(frame), context));
    if (counted.state == State::error) {
      return counted;
    }
    sure += counted.is_true() && !own ? 1 : 0;
    own_is_sure = own_is_sure || (counted.is_true() && own);
    fails = fails == kNoIndex ? fails_at(counted, counted) : fails;
    perhaps += counted.is_open() || (counted.is_true() && own) ? 1 : 0;
    cause = join(cause, counted.is_false() ? kNoIndex : join(key_cause, cause_of(counted)));
  }
  std::size_t const keys = plan_.enums[plan_.facts[loop.fact].fields[loop.key_field].enumeration].values.size();
  std::size_t const low = std::max<std::size_t>(sure, own_is_sure ? 1 : 0);
  std::size_t const high = open == kNoIndex ? std::min(keys, sure + perhaps) : keys;
  return (low == high && fails == kNoIndex) || cause == kNoIndex
             ? Value::known(base::Decimal::of(static_cast<std::int64_t>(low)))
             : doubt(between(low, high), cause, {}, fails);
}

// Known values that are counted are different from one another; of the others each may be one of them or one more.
Value Machine::count_distinct(Loop const& loop, std::uint32_t at) {
  Contest const found = contest(loop, at);
  if (found.fault) {
    return *found.fault;
  }
  std::set<std::pair<base::Decimal, std::string>> sure;
  std::set<std::pair<base::Decimal, std::string>> others;
  std::vector<Contender const*> open;
  auto const key = [&](Value value) {
    return loop.texts ? std::pair(base::Decimal(), text(value)) : std::pair(value.number(), std::string());
  };
  for (Contender const& one : found.all) {
    if (one.value.is_open()) {
      open.push_back(&one);
    } else if (one.counted.is_true()) {
      sure.insert(key(one.value));
    }
  }
  for (Contender const& one : found.all) {
    if (!one.value.is_open() && !sure.contains(key(one.value))) {
      others.insert(key(one.value));
    }
  }
  std::size_t low = sure.size();
  for (Contender const* one : open) {
    bool const alone = one->sure && form_of(one->value).kind == Form::Kind::linear && open.size() <= kMostCompared &&
                       std::none_of(found.all.begin(), found.all.end(), [&](Contender const& other) {
                         return &other != one && overlaps(other.bounds, one->bounds);
                       });
    low += alone || (low == 0 && one->sure) ? 1 : 0;
  }
  bool const closed = found.open_cause == kNoIndex;
  std::size_t const most = closed ? sure.size() + others.size() + open.size() : SIZE_MAX;
  std::size_t const high = loop.most_values == kNoIndex ? most : std::min<std::size_t>(most, loop.most_values);
  if (low == high && found.fails_at == kNoIndex) {
    return Value::known(base::Decimal::of(static_cast<std::int64_t>(low)));
  }
  Interval const number =
      high == SIZE_MAX ? at_least(base::Decimal::of(static_cast<std::int64_t>(low))) : between(low, high);
  return doubt(number, cause_of_contest(found), {}, found.fails_at);
}

}  // namespace hjemmel::eval
