// Conditions that always hold, or never: by the values that the fact schema and the types allow, or as their parts exclude
// each other.
//
// An expression may stand at one place several times (`some p of {a, b} has …`); the place is at fault where all of them are.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/lint/workbench.h"

namespace hjemmel::lint {
namespace {

using ir::Expr;
using ir::ExprId;
using ir::ExprOp;

bool joins(ExprOp op) { return op == ExprOp::conjunction || op == ExprOp::disjunction; }

bool is_condition(Expr const& expr) {
  return joins(expr.op) || ir::is_comparison(expr.op) || expr.op == ExprOp::member || expr.op == ExprOp::is_applicable;
}

// Whether it always holds or never does.
std::optional<bool> constant(Workbench& bench, ExprId id) {
  if (!bench.reasoner.is_possible({{id, true}})) {
    return false;
  }
  return bench.reasoner.is_possible({{id, false}}) ? std::nullopt : std::optional(true);
}

// These and all below them, definitions left out.
void add_below(ir::Program const& program, ExprId root, std::set<std::uint32_t>& found) {
  std::vector<ExprId> open{root};
  while (!open.empty()) {
    ExprId const id = open.back();
    open.pop_back();
    if (id.has_value() && found.insert(id.index).second) {
      open.insert(open.end(), program.exprs[id.index].children.begin(), program.exprs[id.index].children.end());
    }
  }
}

// What the program wrote for itself to say what has become of services and duties. Criteria are the author's; a duty's `when`
// is among what is left out.
std::set<std::uint32_t> made_up(ir::Program const& program) {
  std::set<std::uint32_t> found;
  for (ir::Rule const& rule : program.rules) {
    ir::Decision const& decision = program.decisions[rule.decision.index];
    if (decision.of_service || decision.of_duty) {
      for (ExprId const condition : conditions_of(program, rule)) {
        add_below(program, condition, found);
      }
    }
  }
  std::set<std::uint32_t> written;
  for (ir::Service const& service : program.services) {
    for (ir::Criterion const& criterion : service.criteria) {
      add_below(program, criterion.condition, written);
    }
  }
  for (std::uint32_t const expr : written) {
    found.erase(expr);
  }
  return found;
}

// What properties say of two cases: the same fact may be one thing in the one and another in the other. What joins their terms
// stands nowhere else.
std::set<std::uint32_t> of_properties(ir::Program const& program) {
  std::set<std::uint32_t> found;
  for (ir::Property const& property : program.properties) {
    for (ir::PropertyNode const& node : property.nodes) {
      add_below(program, node.expr, found);
    }
  }
  for (std::uint32_t at = 0; at < program.exprs.size(); ++at) {
    auto const& children = program.exprs[at].children;
    if (std::any_of(children.begin(), children.end(), [&](ExprId child) { return found.contains(child.index); })) {
      found.insert(at);
    }
  }
  return found;
}

// `>` where `>=` would make a difference.
std::string perhaps_meant(Expr const& expr, bool always) {
  switch (expr.op) {
    case ExprOp::greater:
      return always ? "" : "; perhaps `>=` is meant";
    case ExprOp::less:
      return always ? "" : "; perhaps `<=` is meant";
    case ExprOp::greater_equal:
      return always ? "; perhaps `>` is meant" : "";
    case ExprOp::less_equal:
      return always ? "; perhaps `<` is meant" : "";
    default:
      return "";
  }
}

void report_one(Workbench& bench, Expr const& expr, bool always) {
  bench.sink.add(
      diag::Kind::constant_condition, expr.span,
      bench.text(expr.span) + (always ? " always holds" : " can never hold") + ", whatever the facts are",
      (always ? "compare with what leaves some cases out, or take it away" : "compare with what some cases have") +
          perhaps_meant(expr, always) + "; the fact schema and the type say which values there can be");
}

// Parts of an `and` that exclude each other, of an `or` of which one always holds: the first two that do so alone.
std::optional<std::pair<ExprId, ExprId>> pair_at_fault(Workbench& bench, Expr const& expr, bool holds) {
  for (std::size_t one = 0; one < expr.children.size(); ++one) {
    for (std::size_t other = one + 1; other < expr.children.size(); ++other) {
      if (!bench.reasoner.is_possible({{expr.children[one], holds}, {expr.children[other], holds}})) {
        return std::pair(expr.children[one], expr.children[other]);
      }
    }
  }
  return std::nullopt;
}

void report_joined(Workbench& bench, Expr const& expr, bool always) {
  std::string const help = always ? "change one of them, or take both away; perhaps `and` is meant"
                                  : "change one of them, or take one away; perhaps `or` is meant";
  bool const fits = always == (expr.op == ExprOp::disjunction);
  auto const pair = fits ? pair_at_fault(bench, expr, !always) : std::nullopt;
  if (!pair) {
    bench.sink.add(diag::Kind::constant_condition, expr.span,
                   bench.text(expr.span) + (always ? " always holds: in every case one of its parts does"
                                                   : " can never hold: its parts exclude each other"),
                   help);
    return;
  }
  source::Span const one = bench.expr(pair->first).span;
  source::Span const other = bench.expr(pair->second).span;
  bench.sink.add(
      {diag::Kind::constant_condition,
       one,
       bench.text(one) + " and " + bench.text(other) +
           (always ? " stand side by side with `or`, and one of them always holds" : " can never hold together"),
       help,
       {{other, "the other one is here"}}});
}

// A part of it, through definitions too, was found at fault itself.
bool rests_on_fault(Workbench const& bench, Expr const& expr) {
  auto const read = all_read(bench.program(), {expr.children.begin(), expr.children.end()});
  return std::any_of(read.begin(), read.end(), [&](std::uint32_t one) { return bench.at_fault.contains(one); });
}

void report(Workbench& bench, Expr const& expr, bool always) {
  if (joins(expr.op)) {
    report_joined(bench, expr, always);
  } else {
    report_one(bench, expr, always);
  }
}

}  // namespace

void find_constant_conditions(Workbench& bench) {
  struct Found {
    std::uint32_t expr = 0;
    bool always = false;
    bool agreed = true;
  };
  std::map<source::Span, Found> by_place;
  std::set<std::uint32_t> left_out = made_up(bench.program());
  left_out.merge(of_properties(bench.program()));
  std::vector<bool> told(bench.program().exprs.size(), false);  // it, or a part of it
  for (std::uint32_t at = 0; at < bench.program().exprs.size(); ++at) {
    ExprId const id(at);
    Expr const& expr = bench.expr(id);
    bool part_told = false;
    for (ExprId const child : expr.children) {
      part_told = part_told || told[child.index];
    }
    told[at] = part_told;
    if (part_told || left_out.contains(at) || !is_condition(expr) || !bench.is_own(expr.span)) {
      continue;
    }
    auto const value = constant(bench, id);
    auto const [place, first] = by_place.try_emplace(expr.span, Found{at, value.value_or(false), true});
    place->second.agreed = place->second.agreed && value && *value == place->second.always;
    if (value) {
      told[at] = true;
      bench.at_fault.insert(at);
    }
  }
  for (auto const& [span, found] : by_place) {
    if (found.agreed && !rests_on_fault(bench, bench.expr(ExprId(found.expr)))) {
      report(bench, bench.expr(ExprId(found.expr)), found.always);
    }
  }
}

}  // namespace hjemmel::lint
