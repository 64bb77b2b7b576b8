// Rules that collide: two answer differently in one case, and neither goes before the other.
//
// Where both could apply, a case is made up and decided; only where the decision is a conflict of the two is anything said.
// So a collision that needs a list with elements in it, or one of two figures, may stay unsaid.
#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "engine/eval/decide.h"
#include "engine/lint/rule_guard.h"
#include "engine/lint/witness.h"

namespace hjemmel::lint {
namespace {

using ir::Rule;

constexpr std::size_t kMostPairs = 5000;
constexpr std::size_t kMostTried = 16;  // cases for one pair

bool names(std::vector<std::string> const& rules, std::string const& name) {
  return std::find(rules.begin(), rules.end(), name) != rules.end();
}

using Above = std::vector<std::set<std::uint32_t>>;

// Where both hold, the question arises, and no rule above either of them goes first.
Ways meeting(Workbench& bench, Above const& above, std::uint32_t one, std::uint32_t other) {
  ir::Program const& program = bench.program();
  Ways together = Reasoner::both(
      Reasoner::both(guard_of(bench.reasoner, program.rules[one]), guard_of(bench.reasoner, program.rules[other])),
      question_of(bench.reasoner, program, program.rules[one]));
  std::set<std::uint32_t> first = above[one];
  first.insert(above[other].begin(), above[other].end());
  for (std::uint32_t const rule : first) {
    together = Reasoner::both(together, against(bench.reasoner, program.rules[rule]));
  }
  return together;
}

bool collide(Workbench& bench, Above const& above, std::uint32_t one, std::uint32_t other) {
  ir::Program const& program = bench.program();
  Rule const& rule = program.rules[one];
  Ways const together = meeting(bench, above, one, other);
  for (std::size_t at = 0; at < together.size() && at < kMostTried; ++at) {
    eval::Case const facts = witness_of(program, together[at]);
    eval::Outcome const outcome = eval::decide(bench.subject.plan, facts, rule.decision.index);
    bool const both = names(outcome.rules, rule.name) && names(outcome.rules, program.rules[other].name);
    if (outcome.status == eval::Status::conflict && both) {
      return true;
    }
  }
  return false;
}

bool may_collide(Workbench const& bench, Above const& above, std::uint32_t one, std::uint32_t other) {
  Rule const& rule = bench.program().rules[one];
  Rule const& second = bench.program().rules[other];
  ir::Decision const& decision = bench.program().decisions[rule.decision.index];
  return rule.decision == second.decision && rule.choice && second.choice && rule.name != second.name &&
         !decision.of_service && !decision.of_duty && is_written(rule.name) && bench.is_own(rule.span) &&
         !above[one].contains(other) && !above[other].contains(one) && !bench.idle_rules.contains(one) &&
         !bench.idle_rules.contains(other);
}

// By rule: the rules that it collides with.
using Collisions = std::map<std::uint32_t, std::set<std::uint32_t>>;

Collisions collisions(Workbench& bench) {
  Above const above = rules_above(bench.program());
  Collisions found;
  std::vector<std::vector<std::uint32_t>> earlier(bench.program().decisions.size());  // rules on it
  std::size_t pairs = 0;
  for (std::uint32_t one = 0; one < bench.program().rules.size(); ++one) {
    std::vector<std::uint32_t>& others = earlier[bench.program().rules[one].decision.index];
    for (std::uint32_t const other : others) {
      if (may_collide(bench, above, one, other) && ++pairs <= kMostPairs && collide(bench, above, one, other)) {
        found[one].insert(other);
        found[other].insert(one);
      }
    }
    others.push_back(one);
  }
  return found;
}

void report(Workbench& bench, std::uint32_t at, std::set<std::uint32_t> const& others) {
  ir::Program const& program = bench.program();
  std::string list;
  std::size_t named = 0;
  for (std::uint32_t const other : others) {
    ++named;
    list += named == 1 ? "" : named == others.size() ? " and " : ", ";
    list += "`" + program.rules[other].name + "`";
  }
  std::string const name = "`" + program.rules[at].name + "`";
  diag::Diagnostic finding{diag::Kind::colliding_rules,
                           program.rules[at].span,
                           "the rule " + name + " and " + list +
                               " can apply in one case, say different things, and neither goes before the other",
                           "write `overrides " + program.rules[*others.begin()].name + "` in " + name +
                               ", or the reverse, or give one of them a `when` that leaves out the other's cases",
                           {}};
  for (std::uint32_t const other : others) {
    finding.notes.push_back({program.rules[other].span, "it collides with this rule"});
  }
  bench.sink.add(std::move(finding));
}

}  // namespace

// One finding for the rule that collides with the most others, which has probably lost its `overrides`; of equals the last.
void find_colliding_rules(Workbench& bench) {
  Collisions left = collisions(bench);
  while (!left.empty()) {
    auto worst = left.begin();
    for (auto at = left.begin(); at != left.end(); ++at) {
      worst = at->second.size() >= worst->second.size() ? at : worst;
    }
    auto const [rule, others] = *worst;
    report(bench, rule, others);
    for (std::uint32_t const other : others) {
      left[other].erase(rule);
    }
    left.erase(rule);
    std::erase_if(left, [](auto const& one) { return one.second.empty(); });
  }
}

}  // namespace hjemmel::lint
