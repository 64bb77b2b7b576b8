// One walk over an effect's parts, for a rule that may change and for one that may not.
#include "engine/ir/bounds.h"

namespace hjemmel::ir {
namespace {

template <class SomeChoice, class SomeQualifiers, class Visit>
void each_bound(SomeChoice& choice, SomeQualifiers& qualifiers, Visit visit) {
  auto const all = [&](auto& uses) {
    for (auto& use : uses) {
      for (auto& bound : use.bounds) {
        visit(bound);
      }
    }
  };
  all(choice.options);
  all(choice.with);
  for (auto& qualifier : qualifiers) {
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
  rule.choice.edit(
      [&](Choice& choice) { each_bound(choice, rule.qualifiers, [&](Bound& bound) { bounds.push_back(&bound); }); });
  return bounds;
}

std::vector<ExprId> computed_bounds(Rule const& rule) {
  std::vector<ExprId> computed;
  each_bound(*rule.choice, rule.qualifiers, [&](Bound const& bound) {
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
