// One walk over an effect's parts, for a rule that may change and for one that may not.
#include "engine/ir/bounds.h"

namespace hjemmel::ir {
namespace {

template <class SomeRule, class Visit>
void each_bound(SomeRule& rule, Visit visit) {
  auto const all = [&](auto& uses) {
    for (auto& use : uses) {
      for (auto& bound : use.bounds) {
        visit(bound);
      }
    }
  };
  if (rule.choice) {
    all(rule.choice->options);
    all(rule.choice->with);
  }
  for (auto& qualifier : rule.qualifiers) {
    all(qualifier.options);
    if (qualifier.condition) {
      for (auto& bound : qualifier.condition->bounds) {
        visit(bound);
      }
    }
  }
}

}  // namespace

std::vector<Bound*> bounds_of(Rule& rule) {
  std::vector<Bound*> bounds;
  each_bound(rule, [&](Bound& bound) { bounds.push_back(&bound); });
  return bounds;
}

std::vector<ExprId> computed_bounds(Rule const& rule) {
  std::vector<ExprId> computed;
  each_bound(rule, [&](Bound const& bound) {
    if (bound.computed.has_value()) {
      computed.push_back(bound.computed);
    }
  });
  return computed;
}

Type const& figure_type(Program const& program, Decision const& decision) {
  return program.enums[decision.options.index].values.front().parameters.front().type;
}

}  // namespace hjemmel::ir
