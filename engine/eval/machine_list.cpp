// Quantifiers, totals and counts over lists and over groups of a list by a key.
//
// A list that may hold more than is known gives a bound. An element whose key is unknown may fall in any group: each
// group's total is widened by it, and it is judged as a group of its own besides; both together hold every completion.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

bool same_key(Value left, Value right) {
  return !left.is_open() && left.state == right.state && left.coefficient == right.coefficient;
}

}  // namespace

Value Machine::loop(std::uint32_t index, std::uint32_t at) {
  Loop const& loop = plan_.loops[index];
  bool const is_quantifier = loop.kind == LoopKind::every || loop.kind == LoopKind::some || loop.kind == LoopKind::no;
  return is_quantifier ? quantify(loop) : aggregate(loop, at);
}

Value Machine::quantify(Loop const& loop) {
  Value const verdict = loop.key_field == kNoIndex ? quantify_rows(loop) : quantify_groups(loop);
  std::uint32_t const open = loop.group == kNoIndex ? open_cause(loop.fact) : frames_[loop.group].open_cause;
  Value const whole = finish(loop, verdict, open);
  return loop.kind == LoopKind::no ? negation(whole) : whole;
}

Value Machine::quantify_rows(Loop const& loop) {
  Value verdict = Value::boolean(loop.kind == LoopKind::every);
  std::uint32_t const list = loop.group == kNoIndex ? loop.fact : frames_[loop.group].fact;
  for (std::uint32_t const row : range_of(loop).rows) {
    frames_[loop.variable] = {list, row, {}, {}, {}, kNoIndex};
    context_.push_back(row);
    verdict = fold(loop.kind, verdict, gate(loop, row), truth(loop.body));
    context_.pop_back();
  }
  return verdict;
}

Value Machine::quantify_groups(Loop const& loop) {
  Value verdict = Value::boolean(loop.kind == LoopKind::every);
  for (Frame& frame : groups(loop)) {
    std::uint32_t const context = context_of(frame);
    Value const exists = group_exists(loop, frame);
    verdict = fold(loop.kind, verdict, exists, group_verdict(loop, std::move(frame), context));
  }
  return verdict;
}

// A group of elements that may all belong elsewhere, or to none, may not be there.
Value Machine::group_exists(Loop const& loop, Frame const& frame) {
  bool const key_may_not_apply =
      frame.key.is_open() && plan_.facts[loop.fact].fields[loop.key_field].may_be_not_applicable;
  if (!frame.members.empty() && !key_may_not_apply) {
    return Value::boolean(true);
  }
  std::uint32_t cause = cause_of(frame.key);
  for (auto const& [row, floating_cause] : frame.floating) {
    cause = join(cause, floating_cause);
  }
  return doubt({}, cause, {}, frame.fails_at);
}

// The group of one element of unknown key has a mark, so that its atoms have names of their own.
std::uint32_t Machine::context_of(Frame const& frame) {
  constexpr std::uint32_t kOwnGroup = 1U << 31U;
  return frame.key.is_open() ? (kOwnGroup | frame.row) : static_cast<std::uint32_t>(frame.key.coefficient);
}

Value Machine::group_verdict(Loop const& loop, Frame frame, std::uint32_t context) {
  if (frame.key.state == State::error) {
    return frame.key;
  }
  frames_[loop.variable] = std::move(frame);
  context_.push_back(context);
  Value const verdict = truth(loop.body);
  context_.pop_back();
  return verdict;
}

Value Machine::fold(LoopKind kind, Value so_far, Value gate, Value body) {
  if (kind == LoopKind::every) {
    return conjunction(so_far, disjunction(negation(gate), body));
  }
  return disjunction(so_far, conjunction(gate, body));
}

// The elements that nobody has told of may settle `every` only as false, `some` and `no` only as found.
Value Machine::finish(Loop const& loop, Value verdict, std::uint32_t open) {
  if (open == kNoIndex) {
    return verdict;
  }
  bool const settled = loop.kind == LoopKind::every ? verdict.is_false() : verdict.is_true();
  if (settled) {
    return verdict;
  }
  Value const rest = settle_or_doubt(loop.atom, false, open);
  return loop.kind == LoopKind::every ? conjunction(verdict, rest) : disjunction(verdict, rest);
}

Value Machine::aggregate(Loop const& loop, std::uint32_t at) {
  switch (loop.kind) {
    case LoopKind::total:
      return total_rows(loop, at);
    case LoopKind::count_distinct:
      return count_distinct(loop, at);
    case LoopKind::least:
    case LoopKind::greatest:
      return extreme(loop, at);
    case LoopKind::first:
    case LoopKind::last:
      return pick(loop, at);
    case LoopKind::only:
      return pick_only(loop, at);
    default:
      return loop.key_field == kNoIndex ? count_rows(loop) : count_groups(loop);
  }
}

Value Machine::total_rows(Loop const& loop, std::uint32_t at) {
  Range const range = range_of(loop);
  std::uint32_t const list = loop.group == kNoIndex ? loop.fact : frames_[loop.group].fact;
  Value sum = Value::known({});
  for (std::uint32_t const row : range.rows) {
    frames_[loop.variable] = {list, row, {}, {}, {}, kNoIndex};
    context_.push_back(row);
    Value const counted = gate(loop, row);
    Value value = run(loop.body);
    context_.pop_back();
    if (counted.is_false() || value.state == State::not_applicable) {
      continue;
    }
    if (value.state == State::error && counted.is_open()) {
      value = doubt({}, cause_of(counted), {}, at);
    }
    if (counted.state == State::error || value.state == State::error) {
      return counted.state == State::error ? counted : value;
    }
    if (counted.is_open()) {
      value =
          doubt(hull(point({}), bounds(value)), join(cause_of(counted), cause_of(value)), {}, fails_at(counted, value));
    }
    base::Dimension const dimension = sum.dimension == base::kNoDimension ? value.dimension : sum.dimension;
    sum = add(sum, value, at);
    sum.dimension = dimension;
  }
  if (loop.group != kNoIndex) {
    auto const floating = frames_[loop.group].floating;
    for (auto const& [row, cause] : floating) {
      sum = widen(loop, sum, cause);
    }
  }
  return range.open_cause == kNoIndex ? sum : widen(loop, sum, range.open_cause);
}

Value Machine::widen(Loop const& loop, Value sum, std::uint32_t cause) {
  if (sum.state == State::error) {
    return sum;
  }
  Interval wide;
  if (loop.body_is_never_negative) {
    wide.low = bounds(sum).low;
  }
  std::uint32_t fails = fails_at(sum, sum);
  if (fails == kNoIndex && loop.group != kNoIndex) {
    fails = frames_[loop.group].fails_at;
  }
  return doubt(wide, join(cause_of(sum), cause), {}, fails);
}

Machine::Range Machine::range_of(Loop const& loop) {
  if (loop.group != kNoIndex) {
    Frame const& frame = frames_[loop.group];
    return {frame.members, frame.open_cause};
  }
  Range range{{}, open_cause(loop.fact)};
  for (std::uint32_t row = 0; row < facts_.lists[loop.fact].rows; ++row) {
    range.rows.push_back(row);
  }
  note_read({UnknownKind::fact, loop.fact, 0, 0});
  return range;
}

Value Machine::gate(Loop const& loop, std::uint32_t row) {
  frames_[loop.variable].row = row;
  return loop.where == kNoIndex ? Value::boolean(true) : truth(loop.where);
}

// The rows that are or may be counted, each with its key; without those whose key is not applicable.
std::vector<Machine::Keyed> Machine::keyed_rows(Loop const& loop) {
  std::vector<Keyed> rows;
  for (std::uint32_t row = 0; row < facts_.lists[loop.fact].rows; ++row) {
    frames_[loop.variable] = {loop.fact, row, {}, {}, {}, kNoIndex};
    context_.push_back(row);
    Value const counted = gate(loop, row);
    context_.pop_back();
    if (counted.is_false()) {
      continue;
    }
    Value const key = counted.state == State::error ? counted : cell(loop.fact, row, loop.key_field);
    if (key.state != State::not_applicable) {
      rows.push_back({row, key, counted});
    }
  }
  return rows;
}

// A group for each known key, with the rows of unknown key floating; and for each of those a group of its own, in which all
// other rows float, as they may turn out to have its key.
std::vector<Machine::Frame> Machine::groups(Loop const& loop) {
  std::vector<Frame> found;
  std::uint32_t const open = open_cause(loop.fact);
  note_read({UnknownKind::fact, loop.fact, 0, 0});
  std::vector<Keyed> const rows = keyed_rows(loop);
  for (Keyed const& head : rows) {
    bool const has_group =
        std::any_of(found.begin(), found.end(), [&](Frame const& f) { return same_key(f.key, head.key); });
    if (!head.key.is_open() && has_group) {
      continue;
    }
    Frame frame{loop.fact, head.row, head.key, {}, {}, open};
    for (Keyed const& other : rows) {
      bool const sure = other.row == head.row || (!head.key.is_open() && same_key(other.key, head.key));
      bool const may = sure || head.key.is_open() || other.key.is_open();
      if (sure && !other.counted.is_open()) {
        frame.members.push_back(other.row);
      } else if (may) {
        std::uint32_t const cause = join(cause_of(other.counted), cause_of(other.key.is_open() ? other.key : head.key));
        frame.floating.emplace_back(other.row, cause);
        frame.fails_at = frame.fails_at == kNoIndex ? fails_at(other.counted, other.key) : frame.fails_at;
      }
    }
    found.push_back(std::move(frame));
  }
  return found;
}

// Why a list may hold more than is known; none when it cannot.
std::uint32_t Machine::open_cause(std::uint32_t fact) {
  ListFact const& list = facts_.lists[fact];
  if (list.is_closed() || list.rows >= plan_.facts[fact].max_items) {
    return kNoIndex;
  }
  return leaf({UnknownKind::more_elements, fact, 0, 0});
}

}  // namespace hjemmel::eval
