// The lints against the machine: what they hold to be impossible never comes about, in random programs with random cases.
//
// Every case in which a rule's guard holds lies in one of the ways that the lint sees for it, likewise where it does not; and a
// rule that is idle or overridden for the lint never applies. HJEMMEL_COMPARISONS and HJEMMEL_SEED as in machine_vs_oracle_test.cpp.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/eval/decide.h"
#include "engine/ir/print.h"
#include "engine/lint/rule_guard.h"
#include "engine/lower/lower.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/generate.h"

namespace hjemmel::differential {
namespace {

using eval::RuleState;
using ir::ExprOp;

constexpr std::uint32_t kCasesOfAProgram = 30;

bool is_in(eval::Interval const& interval, base::Decimal number) {
  eval::Interval const point{{number, true}, {number, true}};
  bool const above =
      !interval.low.value || *interval.low.value < number || (interval.low.included && *interval.low.value == number);
  bool const below = !interval.high.value || number < *interval.high.value ||
                     (interval.high.included && *interval.high.value == number);
  return !eval::is_empty(point) && above && below;
}

// As far as it speaks of single facts.
bool allows(ir::Program const& program, lint::Box const& box, eval::Case const& facts) {
  return std::all_of(box.begin(), box.end(), [&](lint::Limit const& limit) {
    if (!limit.expr.has_value() || program.exprs[limit.expr.index].op != ExprOp::fact) {
      return true;
    }
    eval::Value const value = facts.scalars[program.exprs[limit.expr.index].fact.index];
    if (value.state == eval::State::not_applicable) {
      return limit.allowed.not_applicable;
    }
    auto const& numbers = limit.allowed.numbers;
    return std::any_of(numbers.begin(), numbers.end(), [&](auto const& one) { return is_in(one, value.number()); });
  });
}

bool allows(ir::Program const& program, lint::Ways const& ways, eval::Case const& facts) {
  return std::any_of(ways.begin(), ways.end(), [&](lint::Box const& box) { return allows(program, box, facts); });
}

bool has_unknowns(ir::Program const& program, eval::Case const& facts) {
  for (std::size_t at = 0; at < program.facts.size(); ++at) {
    bool const list = program.facts[at].info.type.kind == ir::TypeKind::list;
    if (!list && facts.scalars[at].is_open()) {
      return true;
    }
  }
  return false;
}

struct Seen {
  std::uint64_t guards = 0;
  std::uint64_t narrowed = 0;  // of which the lint knew something
  std::uint64_t idle = 0;      // rules
  std::uint64_t overridden = 0;
};

// A rule that something overrides is told so whether its own guard holds, is open or in error; only the first counts here.
bool is_settled(eval::RuleTrace const& rule) {
  auto const settled = [](auto const& one) { return one.truth == eval::Truth::yes || one.truth == eval::Truth::no; };
  return std::all_of(rule.conditions.begin(), rule.conditions.end(), settled) &&
         std::all_of(rule.grounds.begin(), rule.grounds.end(), settled);
}

// What stands against the lint in one case; empty: nothing.
std::string judge(ir::Program const& program, eval::Plan const& plan, lint::Workbench& bench, eval::Case const& facts,
                  std::uint32_t decision, Seen& seen) {
  eval::DecisionTrace trace;
  eval::Outcome const outcome = eval::decide(plan, facts, decision, &trace);
  bool const of_two_laws = !outcome.versions.empty();
  for (std::size_t place = 0; place < trace.rules.size() && !of_two_laws; ++place) {
    std::uint32_t const at = program.decisions[decision].rules[place].index;
    ir::Rule const& rule = program.rules[at];
    RuleState const state = trace.rules[place].state;
    if (state == RuleState::applied && bench.idle_rules.contains(at)) {
      return "`" + rule.name + "` applies, and is idle or overridden for the lint";
    }
    bool const beaten = state == RuleState::overridden || state == RuleState::disapplied;
    bool const held = state == RuleState::applied || (beaten && is_settled(trace.rules[place]));
    if (!held && state != RuleState::guard_false) {
      continue;
    }
    lint::Ways const ways = held ? lint::guard_of(bench.reasoner, rule) : lint::against(bench.reasoner, rule);
    ++seen.guards;
    seen.narrowed += ways.size() != 1 || !ways.front().empty() ? 1 : 0;
    if (!allows(program, ways, facts)) {
      return "`" + rule.name + "` " + (held ? "holds" : "does not hold") + ", and for the lint it cannot";
    }
  }
  return "";
}

std::string judge_program(std::uint64_t seed, Seen& seen) {
  auto const [program, values] = generate_program(seed);
  eval::Plan const plan = lower::lower(program, {});
  source::Sources const sources;
  diag::Sink sink;
  lint::Subject const subject{program, plan, sources, {}, {}, {}, {}, {}, {}};
  lint::Workbench bench{subject, sink, lint::Reasoner(program)};
  bench.own.insert(source::FileId());  // generated rules stand in no file
  lint::find_idle_rules(bench);
  seen.idle += bench.idle_rules.size();
  lint::find_overridden_rules(bench);
  seen.overridden += bench.idle_rules.size();
  Random random(seed * 977 + 1);
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    eval::Case const facts = generate_case(program, values, random, 0);
    for (std::uint32_t decision = 0; decision < program.decisions.size() && !has_unknowns(program, facts); ++decision) {
      std::string const fault = judge(program, plan, bench, facts, decision, seen);
      if (!fault.empty()) {
        return "seed " + std::to_string(seed) + ", case " + std::to_string(i) + ": " + fault + "\n" +
               ir::print(program);
      }
    }
  }
  return "";
}

TEST(LintAgainstMachine, what_it_holds_to_be_impossible_never_comes_about) {
  std::uint64_t const programs = std::max<std::uint64_t>(100, from_environment("HJEMMEL_COMPARISONS", 200'000) / 100);
  std::uint64_t const first = from_environment("HJEMMEL_SEED", 1);
  Seen seen;
  for (std::uint64_t seed = first; seed < first + programs; ++seed) {
    std::string const fault = judge_program(seed, seen);
    ASSERT_EQ(fault, "");
  }
  EXPECT_GT(seen.guards, programs * 10);
  EXPECT_GT(seen.narrowed, seen.guards / 4);
  EXPECT_GT(seen.overridden, seen.idle);
  EXPECT_GT(seen.idle, 0U);
}

}  // namespace
}  // namespace hjemmel::differential
