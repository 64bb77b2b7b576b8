// Comparisons and membership: exact between known numbers, by intervals where something is open, with a cause where
// neither settles it.
#include "engine/base/check.h"
#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {
namespace {

// How the left side is cut, when it is the left side that is not known.
CutSide left_side(Opcode opcode) {
  switch (opcode) {
    case Opcode::less:
    case Opcode::greater_equal:
      return CutSide::before;
    case Opcode::less_equal:
    case Opcode::greater:
      return CutSide::after;
    default:
      return CutSide::around;
  }
}

CutSide right_side(Opcode opcode) {
  switch (left_side(opcode)) {
    case CutSide::before:
      return CutSide::after;
    case CutSide::after:
      return CutSide::before;
    case CutSide::around:
      break;
  }
  return CutSide::around;
}

// Many days have one age, one month and one last day of a term: what is equal lies between two cuts, and one is made at a time.
CutSide one_side(CutSide side, Form const& form, Interval const& range, base::Decimal bound) {
  if (side != CutSide::around || form.kind == Form::Kind::linear) {
    return side;
  }
  return !range.low.value || *range.low.value < bound ? CutSide::before : CutSide::after;
}

bool is_point(Interval const& range) { return range.low.value && range.low == range.high && range.low.included; }

std::optional<bool> compare_intervals(Opcode opcode, Interval const& left, Interval const& right) {
  switch (opcode) {
    case Opcode::less:
    case Opcode::less_equal: {
      bool const or_equal = opcode == Opcode::less_equal;
      if (always_below(left, right, or_equal)) {
        return true;
      }
      return always_below(right, left, !or_equal) ? std::optional(false) : std::nullopt;
    }
    case Opcode::greater:
      return compare_intervals(Opcode::less, right, left);
    case Opcode::greater_equal:
      return compare_intervals(Opcode::less_equal, right, left);
    default:
      break;
  }
  if (!overlaps(left, right)) {
    return opcode == Opcode::not_equal;
  }
  if (is_point(left) && is_point(right)) {
    return opcode == Opcode::equal;
  }
  return std::nullopt;
}

bool holds(Opcode opcode, std::strong_ordering order) {
  switch (opcode) {
    case Opcode::equal:
      return order == 0;
    case Opcode::not_equal:
      return order != 0;
    case Opcode::less:
      return order < 0;
    case Opcode::less_equal:
      return order <= 0;
    case Opcode::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

}  // namespace

Value Machine::compare(Instruction const& instruction, Value left, Value right) {
  if (left.state == State::not_applicable || right.state == State::not_applicable) {
    return Value::boolean(instruction.opcode == Opcode::not_equal);
  }
  Comparison const& comparison = plan_.comparisons[instruction.c];
  bool const unranked = is_unranked(left, comparison.enumeration) || is_unranked(right, comparison.enumeration);
  if (left.is_open() || right.is_open() || unranked) {
    return compare_open(instruction.opcode, comparison, left, right);
  }
  if (left.state == State::error || right.state == State::error) {
    return left.state == State::error ? left : right;
  }
  switch (comparison.kind) {
    case Comparison::Kind::texts:
      return compare_texts(instruction.opcode, left, right);
    case Comparison::Kind::ratios:
      return Value::boolean(holds(instruction.opcode, ratio_of(left) <=> ratio_of(right)));
    case Comparison::Kind::numbers:
      break;
  }
  return compare_known(instruction.opcode, left, right, comparison.enumeration);
}

Value Machine::compare_texts(Opcode opcode, Value left, Value right) {
  return Value::boolean(holds(opcode, text(left).compare(text(right)) <=> 0));
}

std::string const& Machine::text(Value value) const {
  if (value.coefficient < 0) {
    return plan_.texts[static_cast<std::size_t>(-1 - value.coefficient)];
  }
  auto const place = static_cast<std::size_t>(value.coefficient);
  return place < facts_.texts.size() ? facts_.texts[place] : *given_texts_[place - facts_.texts.size()];
}

bool Machine::is_unranked(Value value, std::uint32_t enumeration) const {
  return enumeration != kNoIndex && value.is_known() &&
         plan_.enums[enumeration].unranked[static_cast<std::size_t>(value.coefficient)];
}

Value Machine::compare_known(Opcode opcode, Value left, Value right, std::uint32_t enumeration) {
  if (enumeration != kNoIndex) {
    auto const& ranks = plan_.enums[enumeration].ranks;
    return Value::boolean(holds(opcode, ranks[static_cast<std::size_t>(left.coefficient)] <=>
                                            ranks[static_cast<std::size_t>(right.coefficient)]));
  }
  if (left.scale == right.scale) {
    return Value::boolean(holds(opcode, left.coefficient <=> right.coefficient));
  }
  return Value::boolean(holds(opcode, left.number() <=> right.number()));
}

std::optional<Cut> Machine::cut_of(Value open, base::Decimal bound, CutSide side) const {
  Form const form = form_of(open);
  return solve(form, bound, one_side(side, form, bounds(open), bound));
}

Value Machine::compare_open(Opcode opcode, Comparison const& comparison, Value left, Value right) {
  if (comparison.enumeration != kNoIndex) {
    std::uint32_t cause = join(cause_of(left), cause_of(right));
    for (Value const side : {left, right}) {
      if (is_unranked(side, comparison.enumeration)) {
        auto const ordinal = static_cast<std::uint32_t>(side.coefficient);
        cause = join(cause, leaf({UnknownKind::any_unit, comparison.enumeration, ordinal, 0}));
      }
    }
    return settle_or_doubt(comparison.atom, comparison.negated, cause, fails_at(left, right));
  }
  if (left.state == State::error || right.state == State::error) {
    return left.state == State::error ? error_beside(left, right) : error_beside(right, left);
  }
  std::uint32_t const fails = fails_at(left, right);
  if (auto const settled = fails == kNoIndex ? compare_intervals(opcode, bounds(left), bounds(right)) : std::nullopt) {
    return Value::boolean(*settled);
  }
  std::optional<Cut> cut;
  if (left.is_open() && right.is_known() && !right.is_fraction()) {
    cut = cut_of(left, right.number(), left_side(opcode));
  } else if (right.is_open() && left.is_known() && !left.is_fraction()) {
    cut = cut_of(right, left.number(), right_side(opcode));
  }
  std::uint32_t cause = join(cause_of(left), cause_of(right));
  if (cut) {
    cause = leaf(form_of(left.is_open() ? left : right).unknown, cut);
  }
  return cut && fails == kNoIndex ? doubt({}, cause)
                                  : settle_or_doubt(comparison.atom, comparison.negated, cause, fails);
}

// What the completion assumes of this very comparison, or a doubt that the completions may settle by assuming.
Value Machine::settle_or_doubt(std::uint32_t number, bool negated, std::uint32_t cause, std::uint32_t fails_at) {
  if (!assumptions_.atoms.empty()) {
    auto const assumed = assumptions_.atoms.find(atom_key(number));
    if (assumed != assumptions_.atoms.end()) {
      return assumed->second == State::error ? fault(fails_at)
                                             : Value::boolean((assumed->second == State::known) != negated);
    }
  }
  return doubt({}, atom(number, cause, fails_at), {}, fails_at);
}

Value Machine::member(std::uint32_t set, Value value) const {
  if (value.state == State::not_applicable) {
    return Value::boolean(false);
  }
  if (!value.is_known()) {
    return value;
  }
  return Value::boolean(plan_.sets[set][static_cast<std::size_t>(value.coefficient)]);
}

}  // namespace hjemmel::eval
