// Rules, grounds and services that can never be: what they ask for cannot hold together, or not where the question arises.
#include "engine/lint/rule_guard.h"

namespace hjemmel::lint {
namespace {

using diag::Kind;
using ir::ExprId;

// One thing that a rule asks for, as it is written.
struct Part {
  Demand demand;
  source::Span span;
};

// `a and b` are two parts.
void add_parts(Workbench const& bench, Demand demand, std::vector<Part>& parts) {
  if (!demand.condition.has_value()) {
    return;
  }
  ir::Expr const& expr = bench.expr(demand.condition);
  if (demand.holds && expr.op == ir::ExprOp::conjunction) {
    for (ExprId const child : expr.children) {
      parts.push_back({{child, true}, bench.expr(child).span});
    }
    return;
  }
  parts.push_back({demand, expr.span});
}

// Two that exclude each other, or one that cannot be alone; else nothing.
std::optional<std::pair<Part, Part>> clash(Workbench& bench, std::vector<Part> const& parts) {
  for (std::size_t one = 0; one < parts.size(); ++one) {
    for (std::size_t other = one; other < parts.size(); ++other) {
      if (!bench.reasoner.is_possible({parts[one].demand, parts[other].demand})) {
        return std::pair(parts[one], parts[other]);
      }
    }
  }
  return std::nullopt;
}

// `A` and `B` where both are asked for, where one shuts out what the other asks for.
std::string words_of(Workbench const& bench, Part const& one, Part const& other) {
  std::string const first = bench.text(one.span);
  std::string const second = bench.text(other.span);
  if (one.demand.holds && other.demand.holds) {
    return first + " and " + second + " can never hold together";
  }
  if (!one.demand.holds && !other.demand.holds) {
    return "one of " + first + " and " + second + " always holds, and each of them shuts it out";
  }
  return "wherever " + (one.demand.holds ? first : second) + " holds, " + (one.demand.holds ? second : first) +
         " holds too, and shuts it out";
}

void report(Workbench& bench, std::string const& subject, source::Span name, std::vector<Part> const& parts) {
  std::string const help = "change one of the conditions, or take it away";
  auto const pair = clash(bench, parts);
  if (!pair || !bench.is_own(pair->first.span)) {
    bench.sink.add(Kind::idle_rule, name, subject + ": what it asks for cannot hold together", help);
    return;
  }
  auto const& [one, other] = *pair;
  if (one.span == other.span) {
    bench.sink.add(Kind::idle_rule, one.span,
                   subject + ": " + bench.text(one.span) +
                       (one.demand.holds ? " can never hold" : " always holds, and shuts it out"),
                   help);
    return;
  }
  bench.sink.add({Kind::idle_rule,
                  one.span,
                  subject + ": " + words_of(bench, one, other),
                  help,
                  {{other.span, other.demand.holds ? "this is asked for too" : "this shuts it out"}}});
}

void judge_grounds(Workbench& bench, ir::Rule const& rule, Ways const& rest) {
  for (ir::Ground const& ground : rule.grounds) {
    ir::Expr const& expr = bench.expr(ground.condition);
    if (Reasoner::both(bench.reasoner.ways({ground.condition, !ground.negated}), rest).empty()) {
      bench.sink.add(Kind::idle_rule, expr.span,
                     "the ground `" + ground.name + "` never counts: where the rule `" + rule.name +
                         "` can apply, it does not hold",
                     "change the ground, or take it away");
    }
  }
}

void judge(Workbench& bench, std::uint32_t at) {
  ir::Rule const& rule = bench.program().rules[at];
  for (std::uint32_t const read : all_read(bench.program(), conditions_of(bench.program(), rule))) {
    if (bench.at_fault.contains(read)) {
      return;  // it was said there
    }
  }
  Ways const question = question_of(bench.reasoner, bench.program(), rule);
  Ways const guard = guard_of(bench.reasoner, rule);
  if (!Reasoner::both(guard, question).empty()) {
    ir::Rule without = rule;
    without.grounds.clear();
    judge_grounds(bench, rule, Reasoner::both(guard_of(bench.reasoner, without), question));
    return;
  }
  bench.idle_rules.insert(at);
  std::vector<Part> parts;
  add_parts(bench, {rule.when, true}, parts);
  add_parts(bench, {rule.unless, false}, parts);
  if (rule.grounds.size() == 1) {
    add_parts(bench, {rule.grounds.front().condition, !rule.grounds.front().negated}, parts);
  }
  add_parts(bench, {bench.program().decisions[rule.decision.index].when, true}, parts);
  report(bench, "the rule `" + rule.name + "` never applies", rule.span, parts);
}

void judge_service(Workbench& bench, ir::Service const& service) {
  std::vector<Part> parts;
  std::vector<ExprId> roots;
  std::vector<Demand> demands;
  for (ir::Criterion const& criterion : service.criteria) {
    parts.push_back({{criterion.condition, !criterion.exclusion}, bench.expr(criterion.condition).span});
    demands.push_back(parts.back().demand);
    roots.push_back(criterion.condition);
  }
  for (std::uint32_t const read : all_read(bench.program(), roots)) {
    if (bench.at_fault.contains(read)) {
      return;
    }
  }
  if (!bench.reasoner.is_possible(demands)) {
    report(bench, "the service `" + service.name + "` can never be given", service.span, parts);
  }
}

}  // namespace

void find_idle_rules(Workbench& bench) {
  for (std::uint32_t at = 0; at < bench.program().rules.size(); ++at) {
    ir::Rule const& rule = bench.program().rules[at];
    ir::Decision const& decision = bench.program().decisions[rule.decision.index];
    if (is_written(rule.name) && bench.is_own(rule.span) && !decision.of_service && !decision.of_duty) {
      judge(bench, at);
    }
  }
  for (ir::Service const& service : bench.program().services) {
    if (bench.is_own(service.span)) {
      judge_service(bench, service);
    }
  }
}

}  // namespace hjemmel::lint
