// The least and the greatest value of a list's elements, and the first and the last of its records.
//
// Both are contests: the greatest value wins (for `least` and `first` everything is turned round). What is surely there sets
// a floor; what lies wholly below it cannot win. One contender left is the winner, also where its value is a range; of two
// records with the same date neither is the first, which is an error.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

constexpr std::size_t kMostCompared = 64;  // past that, two of the contenders count as perhaps equal

bool turned(LoopKind kind) { return kind == LoopKind::least || kind == LoopKind::first; }

Interval oriented(LoopKind kind, Interval const& interval) { return turned(kind) ? negate(interval) : interval; }

}  // namespace

Machine::Contest Machine::contest(Loop const& loop, std::uint32_t at) {
  Range const range = range_of(loop);
  Contest found;
  found.open_cause = range.open_cause;
  std::uint32_t const list = loop.group == kNoIndex ? loop.fact : frames_[loop.group].fact;
  for (std::uint32_t const row : range.rows) {
    frames_[loop.variable] = {list, row, {}, {}, {}, kNoIndex};
    context_.push_back(row);
    enter(loop, row, gate(loop, row), at, found);
    context_.pop_back();
  }
  if (loop.group != kNoIndex) {
    auto const floating = frames_[loop.group].floating;
    for (auto const& [row, cause] : floating) {
      frames_[loop.variable] = {list, row, {}, {}, {}, kNoIndex};
      context_.push_back(row);
      enter(loop, row, doubt({}, cause, {}, frames_[loop.group].fails_at), at, found);
      context_.pop_back();
    }
  }
  return found;
}

// What is filtered out or does not apply does not take part.
void Machine::enter(Loop const& loop, std::uint32_t row, Value counted, std::uint32_t at, Contest& contest) {
  if (counted.is_false()) {
    return;
  }
  Value value = loop.body == kNoIndex ? cell(loop.fact, row, loop.order) : run(loop.body);
  if (counted.state == State::error || (counted.is_true() && value.state == State::error)) {
    contest.fault = contest.fault.value_or(counted.state == State::error ? counted : value);
    return;
  }
  if (value.state == State::not_applicable) {
    return;
  }
  if (value.state == State::error) {
    value = doubt({}, cause_of(counted), {}, at);
  }
  std::uint32_t const fails = fails_at(counted, value);
  contest.fails_at = contest.fails_at == kNoIndex ? fails : contest.fails_at;
  contest.all.push_back(
      {row, counted, value, oriented(loop.kind, bounds(value)), counted.is_true() && surely_applies(value)});
}

// What may turn out not to apply has no bounds.
bool Machine::surely_applies(Value value) const {
  if (!value.is_open()) {
    return value.is_known();
  }
  Interval const range = bounds(value);
  return range.low.value || range.high.value || form_of(value).kind != Form::Kind::none;
}

// Drops those that cannot win; from the result on upwards the winner lies.
Interval Machine::keep_best(Contest& contest) {
  Interval best;
  for (Contender const& one : contest.all) {
    best = one.sure ? intersect(best, {one.bounds.low, {}}) : best;
  }
  std::erase_if(contest.all, [&](Contender const& one) { return always_below(one.bounds, best, false); });
  return best;
}

bool Machine::may_tie(Contest const& contest) const {
  if (contest.open_cause != kNoIndex || contest.all.size() > kMostCompared) {
    return true;
  }
  for (std::size_t i = 0; i < contest.all.size(); ++i) {
    for (std::size_t j = i + 1; j < contest.all.size(); ++j) {
      if (overlaps(contest.all[i].bounds, contest.all[j].bounds)) {
        return true;
      }
    }
  }
  return false;
}

// Each open value is cut where a known one lies, so that on each side it is known which of the two is greater.
std::uint32_t Machine::cause_of_contest(Contest const& contest) {
  std::vector<Contender const*> known;
  for (Contender const& one : contest.all) {
    if (one.value.is_known()) {
      known.push_back(&one);
    }
  }
  std::uint32_t cause = kNoIndex;
  for (Contender const& one : contest.all) {
    cause = join(cause, cause_of(one.counted));
    if (!one.value.is_open()) {
      continue;
    }
    Form const form = form_of(one.value);
    auto const met = std::find_if(known.begin(), known.end(),
                                  [&](Contender const* other) { return overlaps(other->bounds, one.bounds); });
    auto const cut = met != known.end() && form.kind == Form::Kind::linear
                         ? solve(form, (*met)->value.number(), CutSide::around)
                         : std::nullopt;
    cause = join(cause, cut ? leaf(form.unknown, cut) : cause_of(one.value));
  }
  return join(cause, contest.open_cause);
}

Value Machine::extreme(Loop const& loop, std::uint32_t at) {
  Contest found = contest(loop, at);
  if (found.fault) {
    return *found.fault;
  }
  Interval const best = keep_best(found);
  bool const closed = found.open_cause == kNoIndex;
  bool const settled = closed && found.fails_at == kNoIndex;
  bool const sure = std::any_of(found.all.begin(), found.all.end(), [](Contender const& one) { return one.sure; });
  if (settled && found.all.empty()) {
    return Value::of(State::not_applicable);
  }
  if (settled && found.all.size() == 1 && sure) {
    return found.all.front().value;
  }
  Interval reach;
  if (sure) {
    reach = found.all.front().bounds;
    for (Contender const& one : found.all) {
      reach = hull(reach, one.bounds);
    }
    reach = intersect(reach, best);
  }
  if (sure && !closed) {
    bool const at_zero = turned(loop.kind) && loop.body_is_never_negative;
    reach.high = at_zero ? End{base::Decimal(), true} : End{};
  }
  if (settled && sure && reach.low.value && reach.low == reach.high) {
    auto const known = std::find_if(found.all.begin(), found.all.end(), [](auto const& one) { return one.sure; });
    return Value::known(turned(loop.kind) ? base::negate(*reach.low.value) : *reach.low.value, known->value.dimension);
  }
  Value const value = doubt(oriented(loop.kind, reach), cause_of_contest(found), {}, found.fails_at);
  doubts_.back().may_be_absent = !sure;
  return value;
}

Value Machine::pick(Loop const& loop, std::uint32_t at) {
  Contest found = contest(loop, at);
  if (found.fault) {
    return *found.fault;
  }
  Interval const best = keep_best(found);
  bool const settled = found.open_cause == kNoIndex && found.fails_at == kNoIndex;
  if (settled && found.all.empty()) {
    return Value::of(State::not_applicable);
  }
  if (settled && found.all.size() == 1 && found.all.front().sure) {
    return cell(loop.fact, found.all.front().row, loop.field);
  }
  bool const known = std::all_of(found.all.begin(), found.all.end(),
                                 [](Contender const& one) { return one.value.is_known() && one.counted.is_true(); });
  if (settled && known) {
    return fault(at);  // all that are left are the same
  }
  std::uint32_t fails = found.fails_at;
  if (fails == kNoIndex && may_tie(found)) {
    fails = at;
  }
  return open_pick(loop, found, best, fails);
}

Value Machine::open_pick(Loop const& loop, Contest const& contest, Interval const& best, std::uint32_t fails_at) {
  std::uint32_t cause = cause_of_contest(contest);
  bool may_be_absent =
      std::none_of(contest.all.begin(), contest.all.end(), [](Contender const& one) { return one.sure; });
  Interval reach;
  bool const closed = contest.open_cause == kNoIndex;
  if (loop.field == loop.order && !may_be_absent) {
    reach = contest.all.front().bounds;
    for (Contender const& one : contest.all) {
      reach = hull(reach, one.bounds);
    }
    reach = intersect(reach, best);
    reach.high = closed ? reach.high : End{};
    reach = oriented(loop.kind, reach);
  } else if (closed && loop.field != loop.order) {
    reach = picked_bounds(loop, contest, cause, may_be_absent);
  } else {
    may_be_absent = may_be_absent || plan_.facts[loop.fact].fields[loop.field].may_be_not_applicable;
  }
  return picked_value(loop, {may_be_absent ? Interval{} : reach, cause, may_be_absent, fails_at});
}

// Whether it fails is an unknown of its own, so that a completion never loses the fault.
Value Machine::picked_value(Loop const& loop, Picked picked) {
  auto& [reach, cause, may_be_absent, fails_at] = picked;
  if (fails_at != kNoIndex) {
    auto const assumed = assumptions_.atoms.find(atom_key(loop.atom));
    if (assumed == assumptions_.atoms.end()) {
      cause = atom(loop.atom, cause, fails_at);
      causes_.back().only_fails = true;
    } else if (assumed->second == State::error) {
      return fault(fails_at);
    } else {
      fails_at = kNoIndex;
    }
  }
  Value const value = doubt(reach, cause, {}, fails_at);
  doubts_.back().may_be_absent = may_be_absent;
  return value;
}

// What the field may be in whichever record it is; of a text nothing.
Interval Machine::picked_bounds(Loop const& loop, Contest const& contest, std::uint32_t& cause, bool& may_be_absent) {
  bool const has_bounds = plan_.facts[loop.fact].fields[loop.field].domain != Domain::text;
  std::optional<Interval> reach;
  for (Contender const& one : contest.all) {
    Value const value = cell(loop.fact, one.row, loop.field);
    cause = join(cause, cause_of(value));
    may_be_absent =
        may_be_absent || value.state == State::not_applicable ||
        (value.is_open() && !surely_applies(value) && plan_.facts[loop.fact].fields[loop.field].may_be_not_applicable);
    reach = reach ? hull(*reach, bounds(value)) : bounds(value);
  }
  return has_bounds ? reach.value_or(Interval{}) : Interval{};
}

}  // namespace hjemmel::eval
