// Puts a rule's clauses together.
#include "engine/lint/rule_guard.h"

namespace hjemmel::lint {

Ways guard_of(Reasoner& reasoner, ir::Rule const& rule) {
  Ways ways{Box{}};
  if (rule.when.has_value()) {
    ways = Reasoner::both(ways, reasoner.ways({rule.when, true}));
  }
  if (rule.unless.has_value()) {
    ways = Reasoner::both(ways, reasoner.ways({rule.unless, false}));
  }
  Ways any;
  for (ir::Ground const& ground : rule.grounds) {
    any = Reasoner::either(std::move(any), reasoner.ways({ground.condition, !ground.negated}));
  }
  return rule.grounds.empty() ? ways : Reasoner::both(ways, any);
}

Ways against(Reasoner& reasoner, ir::Rule const& rule) {
  Ways ways;
  if (rule.when.has_value()) {
    ways = reasoner.ways({rule.when, false});
  }
  if (rule.unless.has_value()) {
    ways = Reasoner::either(std::move(ways), reasoner.ways({rule.unless, true}));
  }
  std::vector<Demand> none;
  for (ir::Ground const& ground : rule.grounds) {
    none.push_back({ground.condition, ground.negated});
  }
  return none.empty() ? ways : Reasoner::either(std::move(ways), reasoner.ways(none));
}

Ways question_of(Reasoner& reasoner, ir::Program const& program, ir::Rule const& rule) {
  ir::ExprId const when = program.decisions[rule.decision.index].when;
  return when.has_value() ? reasoner.ways({when, true}) : Ways{Box{}};
}

std::vector<std::set<std::uint32_t>> rules_above(ir::Program const& program) {
  std::vector<std::set<std::uint32_t>> above(program.rules.size());
  std::vector<std::vector<std::uint32_t>> direct(program.rules.size());
  for (std::uint32_t at = 0; at < program.rules.size(); ++at) {
    for (ir::RuleId const below : program.rules[at].overrides) {
      direct[below.index].push_back(at);
    }
  }
  for (std::uint32_t at = 0; at < program.rules.size(); ++at) {
    std::vector<std::uint32_t> open = direct[at];
    while (!open.empty()) {
      std::uint32_t const next = open.back();
      open.pop_back();
      if (above[at].insert(next).second) {
        open.insert(open.end(), direct[next].begin(), direct[next].end());
      }
    }
  }
  return above;
}

}  // namespace hjemmel::lint
