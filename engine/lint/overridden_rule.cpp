// Rules that are always overridden or taken away: wherever their conditions hold, those of rules above hold as well.
//
// A rule above that says what `normally` is leaves room for those below it, which are what departing leads to. One that may
// itself be taken away leaves room too.
#include <map>

#include "engine/lint/rule_guard.h"

namespace hjemmel::lint {
namespace {

using ir::Rule;

bool may_be_taken_away(ir::Program const& program, std::uint32_t rule) {
  for (Rule const& other : program.rules) {
    for (ir::RuleId const away : other.disapplies) {
      if (away.index == rule) {
        return true;
      }
    }
  }
  return false;
}

bool disapplies(Rule const& rule, std::uint32_t other) {
  for (ir::RuleId const away : rule.disapplies) {
    if (away.index == other) {
      return true;
    }
  }
  return false;
}

// The rules that put this one out wherever their own conditions hold.
std::vector<std::uint32_t> shutting(ir::Program const& program, std::uint32_t at,
                                    std::vector<std::set<std::uint32_t>> const& above) {
  std::vector<std::uint32_t> result;
  Rule const& rule = program.rules[at];
  for (std::uint32_t other = 0; other < program.rules.size(); ++other) {
    Rule const& by = program.rules[other];
    if (other == at || by.decision != rule.decision || may_be_taken_away(program, other)) {
      continue;
    }
    bool const firm = by.choice && by.choice->modality != ir::Modality::normally_is;
    bool const overrides = above[at].contains(other) && firm && rule.choice && rule.qualifiers.empty();
    bool const takes_away = disapplies(by, at) && above[other].empty() && !by.choice;
    if (overrides || takes_away) {
      result.push_back(other);
    }
  }
  return result;
}

bool is_told(Workbench const& bench, Rule const& rule) {
  for (std::uint32_t const read : all_read(bench.program(), conditions_of(bench.program(), rule))) {
    if (bench.at_fault.contains(read)) {
      return true;
    }
  }
  return false;
}

std::string listed(ir::Program const& program, std::vector<std::uint32_t> const& rules, std::string_view joint) {
  std::string list;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    list += i == 0 ? "" : i + 1 == rules.size() ? std::string(joint) : ", ";
    list += "`" + program.rules[rules[i]].name + "`";
  }
  return list;
}

bool is_unconditional(Rule const& rule) {
  return !rule.when.has_value() && !rule.unless.has_value() && rule.grounds.empty();
}

// Rules that are shut out by the same rules are one finding.
void report(Workbench& bench, std::vector<std::uint32_t> const& rules, std::vector<std::uint32_t> const& by) {
  ir::Program const& program = bench.program();
  bool const one = rules.size() == 1;
  bool const always = by.size() == 1 && is_unconditional(program.rules[by.front()]);
  std::string const above = listed(program, by, " or ");
  diag::Diagnostic finding{diag::Kind::overridden_rule,
                           program.rules[always ? by.front() : rules.front()].span,
                           std::string(one ? "the rule " : "the rules ") + listed(program, rules, " and ") +
                               (one ? " never counts: wherever it could, " : " never count: wherever they could, ") +
                               above + " counts and goes before " + (one ? "it" : "them"),
                           always ? "give " + above + " a `when`, or let the more special rule override it instead"
                                  : "make the conditions of " + above + " narrower, or take away what never counts",
                           {}};
  if (always) {
    for (std::uint32_t const rule : rules) {
      finding.notes.push_back({program.rules[rule].span, "this rule never counts"});
    }
  } else {
    for (std::uint32_t const rule : by) {
      finding.notes.push_back({program.rules[rule].span, "this rule goes before"});
    }
  }
  bench.sink.add(std::move(finding));
}

// Without those that are not needed to shut it out.
std::vector<std::uint32_t> least(Workbench& bench, Ways const& guard, std::vector<std::uint32_t> by) {
  for (std::size_t skipped = 0; skipped < by.size();) {
    Ways left = guard;
    for (std::size_t at = 0; at < by.size(); ++at) {
      left = at == skipped ? left : Reasoner::both(left, against(bench.reasoner, bench.program().rules[by[at]]));
    }
    if (left.empty()) {
      by.erase(by.begin() + static_cast<std::ptrdiff_t>(skipped));
    } else {
      ++skipped;
    }
  }
  return by;
}

// The rules above that between them shut this one out; none where they leave room.
std::vector<std::uint32_t> shut_by(Workbench& bench, std::uint32_t at,
                                   std::vector<std::set<std::uint32_t>> const& above) {
  ir::Program const& program = bench.program();
  Rule const& rule = program.rules[at];
  Ways const guard = Reasoner::both(guard_of(bench.reasoner, rule), question_of(bench.reasoner, program, rule));
  std::vector<std::uint32_t> by;
  for (std::uint32_t const other : shutting(program, at, above)) {
    if (!bench.idle_rules.contains(other) && !is_told(bench, program.rules[other])) {
      by.push_back(other);
    }
  }
  Ways left = guard;
  for (std::uint32_t const other : by) {
    Ways const out = against(bench.reasoner, program.rules[other]);
    if (Reasoner::both(guard, out).empty()) {
      return {other};
    }
    left = Reasoner::both(left, out);
  }
  return left.empty() ? least(bench, guard, by) : std::vector<std::uint32_t>();
}

}  // namespace

void find_overridden_rules(Workbench& bench) {
  ir::Program const& program = bench.program();
  auto const above = rules_above(program);
  std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> shut;  // by the rules above
  for (std::uint32_t at = 0; at < program.rules.size(); ++at) {
    Rule const& rule = program.rules[at];
    ir::Decision const& decision = program.decisions[rule.decision.index];
    bool const own = is_written(rule.name) && bench.is_own(rule.span) && !decision.of_service && !decision.of_duty;
    if (!own || bench.idle_rules.contains(at) || is_told(bench, rule)) {
      continue;
    }
    auto const by = shut_by(bench, at, above);
    if (!by.empty()) {
      shut[by].push_back(at);
    }
  }
  for (auto const& [by, rules] : shut) {
    bench.idle_rules.insert(rules.begin(), rules.end());
    report(bench, rules, by);
  }
}

}  // namespace hjemmel::lint
