// Guards, precedence, conditions that are carried, and computed bounds.
#include "engine/check/renumber.h"

#include "engine/ir/bounds.h"

namespace hjemmel::check {

void renumber(ir::Rule& rule, Before const& before) {
  shift(rule.decision, before.decisions);
  shift(rule.when, before.exprs);
  shift(rule.unless, before.exprs);
  for (ir::RuleId& id : rule.overrides) {
    shift(id, before.rules);
  }
  for (ir::RuleId& id : rule.disapplies) {
    shift(id, before.rules);
  }
  for (ir::Ground& ground : rule.grounds) {
    shift(ground.condition, before.exprs);
  }
  rule.choice.edit([&](ir::Choice& choice) {
    for (ir::ConditionUse& use : choice.with) {
      shift(use.condition, before.conditions);
    }
  });
  for (ir::Qualifier& qualifier : rule.qualifiers) {
    if (qualifier.condition) {
      shift(qualifier.condition->condition, before.conditions);
    }
  }
  for (ir::Bound* const bound : ir::bounds_of(rule)) {
    shift(bound->computed, before.exprs);
  }
}

}  // namespace hjemmel::check
