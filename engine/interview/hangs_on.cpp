// Reading is passed on from children to parents, from a definition to who names it, from a decision to who reads it, until
// nothing changes: each round goes one step further along definitions and decisions, so there are no more rounds than these.
#include "engine/interview/hangs_on.h"

#include <algorithm>

#include "engine/ir/bounds.h"

namespace hjemmel::interview {
namespace {

using ir::Expr;
using ir::ExprId;
using ir::ExprOp;

class Reader {
 public:
  Reader(ir::Program const& program, Place const& place)
      : program_(program), place_(place), exprs_(program.exprs.size()), decisions_(program.decisions.size()) {
    while (round()) {
    }
  }

  [[nodiscard]] bool reads(ExprId id) const { return id.has_value() && exprs_[id.index]; }

  [[nodiscard]] bool reads(ir::Rule const& rule) const {
    std::vector<ExprId> const bounds = ir::computed_bounds(rule);
    return reads(rule.when) || reads(rule.unless) ||
           std::any_of(rule.grounds.begin(), rule.grounds.end(),
                       [&](ir::Ground const& ground) { return reads(ground.condition); }) ||
           std::any_of(bounds.begin(), bounds.end(), [&](ExprId bound) { return reads(bound); });
  }

 private:
  // Whether anything is newly found to read the place.
  bool round() {
    bool changed = false;
    for (std::size_t at = 0; at < exprs_.size(); ++at) {
      if (!exprs_[at] && reads_here(program_.exprs[at])) {
        exprs_[at] = true;
        changed = true;
      }
    }
    for (std::size_t at = 0; at < decisions_.size(); ++at) {
      if (!decisions_[at] && reads_decision(program_.decisions[at])) {
        decisions_[at] = true;
        changed = true;
      }
    }
    return changed;
  }

  bool reads_here(Expr const& expr) const {
    bool const of_decision = expr.op == ExprOp::may_be || expr.op == ExprOp::is_only || expr.op == ExprOp::figure;
    bool const of_definition = expr.op == ExprOp::definition || expr.op == ExprOp::selecting_date;
    return names_place(expr) || (of_decision && decisions_[expr.decision.index]) ||
           (of_definition && expr.definition.has_value() && reads(program_.definitions[expr.definition.index].body)) ||
           (expr.op == ExprOp::table && reads_table(program_.tables[expr.more->table.index])) ||
           std::any_of(expr.children.begin(), expr.children.end(), [&](ExprId child) { return reads(child); });
  }

  // A field is read as such; whether there is an element, by whatever runs over the list.
  bool names_place(Expr const& expr) const {
    if (expr.op == ExprOp::term) {
      return program_.terms[expr.index].suspended.index == place_.fact;
    }
    if (!expr.fact.has_value() || expr.fact.index != place_.fact) {
      return false;
    }
    if (!place_.is_cell()) {
      return expr.op == ExprOp::fact || ir::is_over_list(expr.op);
    }
    bool const picked = ir::picks_record(expr.op) && (expr.more->order == place_.field || expr.index == place_.field);
    bool const grouped = expr.source == ir::SourceKind::list_by_key && expr.index == place_.field;
    return picked || grouped || (expr.op == ExprOp::field && expr.index == place_.field);
  }

  bool reads_table(ir::Table const& table) const {
    return reads(table.otherwise) ||
           std::any_of(table.rows.begin(), table.rows.end(), [&](ir::TableRow const& row) { return reads(row.value); });
  }

  bool reads_decision(ir::Decision const& decision) const {
    return reads(decision.when) || std::any_of(decision.rules.begin(), decision.rules.end(),
                                               [&](ir::RuleId rule) { return reads(program_.rules[rule.index]); });
  }

  ir::Program const& program_;
  Place const& place_;
  std::vector<bool> exprs_;
  std::vector<bool> decisions_;
};

bool still_counts(eval::RuleTrace const& rule) {
  return rule.state == eval::RuleState::open || rule.state == eval::RuleState::applied;
}

// Versions of a rule share its name; each is looked at.
Reason reason_of(ir::Program const& program, eval::RuleTrace const& rule, Reader const& reader) {
  Reason reason{rule.rule, {}, rule.citations};
  for (ir::Rule const& one : program.rules) {
    for (ir::Ground const& ground : one.grounds) {
      bool const is_new = std::find(reason.grounds.begin(), reason.grounds.end(), ground.name) == reason.grounds.end();
      if (one.name == rule.rule && reader.reads(ground.condition) && is_new) {
        reason.grounds.push_back(ground.name);
      }
    }
  }
  return reason;
}

bool rule_reads(ir::Program const& program, std::string const& name, Reader const& reader) {
  return std::any_of(program.rules.begin(), program.rules.end(),
                     [&](ir::Rule const& rule) { return rule.name == name && reader.reads(rule); });
}

std::vector<eval::OutcomeCitation> named(ir::Program const& program, ir::Citations const& citations) {
  std::vector<eval::OutcomeCitation> found;
  for (ir::Citation const& one : citations) {
    found.push_back({one.source.has_value() ? program.sources[one.source.index].name : "", one.place, one.catalogue});
  }
  return found;
}

}  // namespace

std::vector<Reason> reasons_for(ir::Program const& program, eval::DecisionTrace const& trace, Place const& place) {
  Reader const reader(program, place);
  std::vector<Reason> reasons;
  auto const decision = std::find_if(program.decisions.begin(), program.decisions.end(),
                                     [&](ir::Decision const& one) { return one.name == trace.decision; });
  bool const may_not_arise = std::any_of(trace.when.begin(), trace.when.end(), [](eval::ConditionTrace const& one) {
    return one.truth == eval::Truth::unknown;
  });
  if (may_not_arise && decision != program.decisions.end() && reader.reads(decision->when)) {
    reasons.push_back({"", {}, named(program, decision->citations)});
  }
  for (eval::RuleTrace const& rule : trace.rules) {
    if (still_counts(rule) && rule_reads(program, rule.rule, reader)) {
      Reason reason = reason_of(program, rule, reader);
      if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
        reasons.push_back(std::move(reason));
      }
    }
  }
  return reasons;
}

}  // namespace hjemmel::interview
