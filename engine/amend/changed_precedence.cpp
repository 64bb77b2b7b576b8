// Compares who goes before whom in two programs, pair by pair of the rules that both have.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/amend/amend.h"

namespace hjemmel::amend {
namespace {

// By name: all that a rule goes before, directly or through others, and all that it takes away.
struct Precedence {
  std::map<std::string, std::set<std::string>> above;
  std::map<std::string, std::set<std::string>> takes_away;
};

std::set<std::string> all_below(ir::Program const& program, std::size_t start) {
  std::set<std::string> below;
  std::vector<bool> seen(program.rules.size());
  std::vector<std::size_t> open{start};
  while (!open.empty()) {
    ir::Rule const& rule = program.rules[open.back()];
    open.pop_back();
    for (ir::RuleId const id : rule.overrides) {
      if (!seen[id.index]) {
        seen[id.index] = true;
        below.insert(program.rules[id.index].name);
        open.push_back(id.index);
      }
    }
  }
  return below;
}

Precedence precedence_of(ir::Program const& program) {
  Precedence precedence;
  for (std::size_t i = 0; i < program.rules.size(); ++i) {
    ir::Rule const& rule = program.rules[i];
    precedence.above[rule.name] = all_below(program, i);
    for (ir::RuleId const id : rule.disapplies) {
      precedence.takes_away[rule.name].insert(program.rules[id.index].name);
    }
  }
  return precedence;
}

bool holds(std::map<std::string, std::set<std::string>> const& relation, std::string const& upper,
           std::string const& lower) {
  auto const at = relation.find(upper);
  return at != relation.end() && at->second.contains(lower);
}

class Comparison {
 public:
  Comparison(ir::Program const& before, ir::Program const& after, diag::Sink& sink)
      : before_(precedence_of(before)), after_(precedence_of(after)), program_(after), sink_(sink) {}

  void run() {
    std::map<std::string, ir::Rule const*> rules;
    for (ir::Rule const& rule : program_.rules) {
      if (before_.above.contains(rule.name)) {
        rules[rule.name] = &rule;
      }
    }
    for (auto const& [one, other] : differing(before_.above, after_.above)) {
      if (rules.contains(one) && rules.contains(other) && (one < other || !differs(other, one))) {
        compare(*rules[one], *rules[other]);
      }
    }
    for (auto const& [one, other] : differing(before_.takes_away, after_.takes_away)) {
      if (rules.contains(one) && rules.contains(other)) {
        compare_taking(*rules[one], *rules[other]);
      }
    }
  }

 private:
  using Relation = std::map<std::string, std::set<std::string>>;

  // The pairs, upper first, that stand in one of the two only.
  static std::vector<std::pair<std::string, std::string>> differing(Relation const& before, Relation const& after) {
    std::set<std::pair<std::string, std::string>> old_pairs;
    std::set<std::pair<std::string, std::string>> new_pairs;
    auto collect = [](Relation const& relation, auto& pairs) {
      for (auto const& [upper, below] : relation) {
        for (std::string const& lower : below) {
          pairs.emplace(upper, lower);
        }
      }
    };
    collect(before, old_pairs);
    collect(after, new_pairs);
    std::vector<std::pair<std::string, std::string>> pairs;
    std::set_symmetric_difference(old_pairs.begin(), old_pairs.end(), new_pairs.begin(), new_pairs.end(),
                                  std::back_inserter(pairs));
    return pairs;
  }

  [[nodiscard]] bool differs(std::string const& upper, std::string const& lower) const {
    return holds(before_.above, upper, lower) != holds(after_.above, upper, lower);
  }

  void compare(ir::Rule const& one, ir::Rule const& other) {
    bool const was_above = holds(before_.above, one.name, other.name);
    bool const was_below = holds(before_.above, other.name, one.name);
    bool const is_above = holds(after_.above, one.name, other.name);
    bool const is_below = holds(after_.above, other.name, one.name);
    if (was_above == is_above && was_below == is_below) {
      return;
    }
    ir::Rule const& upper = is_above || (!is_below && was_above) ? one : other;
    ir::Rule const& lower = &upper == &one ? other : one;
    bool const turned = (was_above && is_below) || (was_below && is_above);
    std::string const pair = "`" + upper.name + "` ";
    std::string const rest = " `" + lower.name + "`";
    report(upper, lower,
           turned                 ? pair + "now goes before" + rest + ", and it was the other way round"
           : is_above || is_below ? pair + "now goes before" + rest + ", and neither went before the other"
                                  : pair + "no longer goes before" + rest);
  }

  void compare_taking(ir::Rule const& upper, ir::Rule const& lower) {
    bool const was = holds(before_.takes_away, upper.name, lower.name);
    bool const is = holds(after_.takes_away, upper.name, lower.name);
    if (was != is) {
      report(upper, lower,
             "`" + upper.name + (is ? "` now takes away `" : "` no longer takes away `") + lower.name + "`");
    }
  }

  void report(ir::Rule const& upper, ir::Rule const& lower, std::string const& what) {
    sink_.add({diag::Kind::precedence_changed,
               upper.span,
               "with the amendments " + what,
               "see that the amendments mean this",
               {{lower.span, "the other rule is here"}}});
  }

  Precedence before_;
  Precedence after_;
  ir::Program const& program_;
  diag::Sink& sink_;
};

}  // namespace

void report_changed_precedence(ir::Program const& before, ir::Program const& after, diag::Sink& sink) {
  Comparison(before, after, sink).run();
}

}  // namespace hjemmel::amend
