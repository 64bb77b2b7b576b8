// «At least as mild» between options, and from it everything else.
#include "tests/differential/oracle_milder.h"

#include <algorithm>

namespace hjemmel::oracle {
namespace {

using eval::OutcomeOption;
using eval::ParameterBound;
using eval::Status;
using Options = std::vector<OutcomeOption>;

constexpr std::int64_t kNoEnd = 1'000'000'000'000;

base::Decimal highest(ParameterBound const& bound) {
  return bound.exactly ? *bound.exactly : bound.at_most.value_or(base::Decimal::of(kNoEnd));
}

base::Decimal lowest(ParameterBound const& bound) {
  return bound.exactly ? *bound.exactly : bound.at_least.value_or(base::Decimal::of(-kNoEnd));
}

ParameterBound find(std::vector<ParameterBound> const& bounds, std::string const& name) {
  for (ParameterBound const& bound : bounds) {
    if (bound.parameter == name) {
      return bound;
    }
  }
  return {};
}

bool no_higher(std::vector<ParameterBound> const& left, std::vector<ParameterBound> const& right) {
  std::vector<std::string> names;
  for (auto const* side : {&left, &right}) {
    for (ParameterBound const& bound : *side) {
      names.push_back(bound.parameter);
    }
  }
  return std::all_of(names.begin(), names.end(), [&](std::string const& name) {
    ParameterBound const a = find(left, name);
    ParameterBound const b = find(right, name);
    return highest(a) <= highest(b) && lowest(a) <= lowest(b);
  });
}

bool no_more_conditions(OutcomeOption const& left, OutcomeOption const& right) {
  return std::all_of(left.conditions.begin(), left.conditions.end(), [&](eval::OutcomeCondition const& condition) {
    return std::any_of(right.conditions.begin(), right.conditions.end(), [&](eval::OutcomeCondition const& other) {
      bool const no_stronger = condition.force == other.force || condition.force == eval::Force::may_carry;
      return condition.name == other.name && no_stronger && no_higher(condition.bounds, other.bounds);
    });
  });
}

class Order {
 public:
  explicit Order(ir::Enum const& enumeration) : enumeration_(enumeration) {}

  bool as_mild(OutcomeOption const& left, OutcomeOption const& right) const {
    ir::EnumValue const& a = value(left.name);
    ir::EnumValue const& b = value(right.name);
    if (left.name != right.name && (a.unranked || b.unranked)) {
      return false;
    }
    if (a.rank != b.rank) {
      return a.rank < b.rank;
    }
    return no_higher(left.bounds, right.bounds) && no_more_conditions(left, right);
  }

  // The ends of one set against those of another: neither is worse.
  bool set_as_mild(Options const& left, Options const& right) const {
    OutcomeOption const* const ends[] = {end(left, true), end(right, true), end(left, false), end(right, false)};
    bool const all = std::all_of(std::begin(ends), std::end(ends), [](auto const* one) { return one != nullptr; });
    return all && as_mild(*ends[0], *ends[1]) && as_mild(*ends[2], *ends[3]);
  }

 private:
  ir::EnumValue const& value(std::string const& name) const {
    return *std::find_if(enumeration_.values.begin(), enumeration_.values.end(),
                         [&](ir::EnumValue const& one) { return one.name == name; });
  }

  OutcomeOption const* end(Options const& set, bool mildest) const {
    for (OutcomeOption const& one : set) {
      bool const is_end = std::all_of(set.begin(), set.end(), [&](OutcomeOption const& other) {
        return mildest ? as_mild(one, other) : as_mild(other, one);
      });
      if (is_end) {
        return &one;
      }
    }
    return nullptr;
  }

  ir::Enum const& enumeration_;
};

}  // namespace

bool is_fault(Status status) {
  return status == Status::conflict || status == Status::no_rule || status == Status::error;
}

bool decision_is_milder(ir::Program const& program, Judge& at_act, Judge& at_decision) {
  std::uint32_t const named = program.milder_for.index;
  Point const act = at_act.steps(named).front().point;
  Point const later = at_decision.steps(named).front().point;
  if (is_fault(act.status)) {
    return false;
  }
  if (is_fault(later.status)) {
    return true;
  }
  if (act.status != Status::decided || later.status != Status::decided) {
    return false;
  }
  auto same = [](Options const& left, Options const& right) { return left == right; };
  Order const order(program.enums[program.decisions[named].options.index]);
  bool const later_as_mild = order.set_as_mild(later.options, act.options);
  bool const act_as_mild = order.set_as_mild(act.options, later.options);
  if (later_as_mild || act_as_mild || same(act.options, later.options)) {
    return later_as_mild && !act_as_mild;
  }
  return truth_of(at_act.fact(program.milder_question)) == Truth::yes;
}

}  // namespace hjemmel::oracle
