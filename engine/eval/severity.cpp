// Options first, then sets of them by their ends.
#include "engine/eval/severity.h"

#include <algorithm>

namespace hjemmel::eval {
namespace {

using Order = std::partial_ordering;
using MaybeNumber = std::optional<base::Decimal>;

// Both together: what is worse in one and better in the other cannot be compared.
Order both(Order left, Order right) {
  if (left == Order::equivalent || left == right) {
    return right;
  }
  return right == Order::equivalent ? left : Order::unordered;
}

// `absent` is how no number compares with one.
Order compare_numbers(MaybeNumber const& left, MaybeNumber const& right, Order absent) {
  if (left.has_value() != right.has_value()) {
    bool const left_is_absent = !left.has_value();
    bool const less = (absent == Order::less) == left_is_absent;
    return less ? Order::less : Order::greater;
  }
  return !left || *left == *right ? Order::equivalent : *left < *right ? Order::less : Order::greater;
}

MaybeNumber upper(ParameterBound const* bound) {
  return bound == nullptr ? std::nullopt : bound->exactly ? bound->exactly : bound->at_most;
}

MaybeNumber lower(ParameterBound const* bound) {
  return bound == nullptr ? std::nullopt : bound->exactly ? bound->exactly : bound->at_least;
}

ParameterBound const* bound_of(std::vector<ParameterBound> const& bounds, std::string const& parameter) {
  auto const found = std::find_if(bounds.begin(), bounds.end(),
                                  [&](ParameterBound const& bound) { return bound.parameter == parameter; });
  return found == bounds.end() ? nullptr : &*found;
}

// Without an upper bound there is no end; without a lower one nothing is the least.
Order compare_bound(ParameterBound const* left, ParameterBound const* right) {
  return both(compare_numbers(upper(left), upper(right), Order::greater),
              compare_numbers(lower(left), lower(right), Order::less));
}

Order compare_bounds(std::vector<ParameterBound> const& left, std::vector<ParameterBound> const& right) {
  Order order = Order::equivalent;
  for (ParameterBound const& bound : left) {
    order = both(order, compare_bound(&bound, bound_of(right, bound.parameter)));
  }
  for (ParameterBound const& bound : right) {
    if (bound_of(left, bound.parameter) == nullptr) {
      order = both(order, compare_bound(nullptr, &bound));
    }
  }
  return order;
}

OutcomeCondition const* condition_of(OutcomeOption const& option, std::string const& name) {
  auto const found = std::find_if(option.conditions.begin(), option.conditions.end(),
                                  [&](OutcomeCondition const& condition) { return condition.name == name; });
  return found == option.conditions.end() ? nullptr : &*found;
}

Order compare_force(Force left, Force right) {
  return left == right ? Order::equivalent : left == Force::may_carry ? Order::less : Order::greater;
}

Order compare_conditions(OutcomeOption const& left, OutcomeOption const& right) {
  Order order = Order::equivalent;
  for (OutcomeCondition const& condition : left.conditions) {
    OutcomeCondition const* const other = condition_of(right, condition.name);
    Order const here = other == nullptr ? Order::greater
                                        : both(compare_force(condition.force, other->force),
                                               compare_bounds(condition.bounds, other->bounds));
    order = both(order, here);
  }
  for (OutcomeCondition const& condition : right.conditions) {
    if (condition_of(left, condition.name) == nullptr) {
      order = both(order, Order::less);
    }
  }
  return order;
}

class Comparing {
 public:
  Comparing(Plan const& plan, std::uint32_t decision)
      : enumeration_(plan.enums[plan.decisions[decision].enumeration]) {}

  Order sets(std::vector<ChosenOption> const& left, std::vector<ChosenOption> const& right) const {
    if (left == right) {
      return Order::equivalent;
    }
    Order order = Order::equivalent;
    for (Order const end : {Order::less, Order::greater}) {
      ChosenOption const* const of_left = end_of(left, end);
      ChosenOption const* const of_right = end_of(right, end);
      bool const both_known = of_left != nullptr && of_right != nullptr;
      order = both(order, both_known ? options(*of_left, *of_right) : Order::unordered);
    }
    return order;
  }

 private:
  Order options(ChosenOption const& left, ChosenOption const& right) const {
    std::uint32_t const a = left.ordinal;
    std::uint32_t const b = right.ordinal;
    if (a != b && (enumeration_.unranked[a] || enumeration_.unranked[b])) {
      return Order::unordered;
    }
    if (enumeration_.ranks[a] != enumeration_.ranks[b]) {
      return enumeration_.ranks[a] < enumeration_.ranks[b] ? Order::less : Order::greater;
    }
    return both(compare_bounds(left.option.bounds, right.option.bounds), compare_conditions(left.option, right.option));
  }

  // The option that none of the others goes beyond; none where some cannot be compared.
  ChosenOption const* end_of(std::vector<ChosenOption> const& set, Order end) const {
    for (ChosenOption const& one : set) {
      bool const is_end = std::all_of(set.begin(), set.end(), [&](ChosenOption const& other) {
        Order const order = options(one, other);
        return order == Order::equivalent || order == end;
      });
      if (is_end) {
        return &one;
      }
    }
    return nullptr;
  }

  EnumPlan const& enumeration_;
};

}  // namespace

Order compare_severity(Plan const& plan, std::uint32_t decision, Conclusion const& left, Conclusion const& right) {
  return Comparing(plan, decision).sets(left.options, right.options);
}

}  // namespace hjemmel::eval
