// A presumption of a fact that is read counts as read, and so does what the date that picks the rules rests on.
#include "engine/lower/read_collector.h"

#include <algorithm>

namespace hjemmel::lower {

ReadCollector::ReadCollector(ir::Program const& program)
    : program_(program),
      presumed_(program.facts.size()),
      facts_(program.facts.size()),
      definitions_(program.definitions.size()) {
  for (ir::Presumption const& presumption : program.presumptions) {
    presumed_[presumption.fact.index].push_back(presumption.when);
  }
  mark();
}

// Children stand before their parents.
void ReadCollector::mark() {
  may_read_.resize(program_.exprs.size());
  for (std::size_t at = 0; at < program_.exprs.size(); ++at) {
    ir::Expr const& expr = program_.exprs[at];
    bool const may_read =
        leads_on(expr) || std::any_of(expr.children.begin(), expr.children.end(),
                                      [this](ir::ExprId child) { return may_read_[child.index] != 0; });
    may_read_[at] = may_read ? 1 : 0;
  }
}

bool ReadCollector::leads_on(ir::Expr const& expr) const {
  switch (expr.op) {
    case ir::ExprOp::may_be:
    case ir::ExprOp::is_only:
    case ir::ExprOp::figure:
    case ir::ExprOp::selecting_date:
      return true;
    case ir::ExprOp::fact:
      return !presumed_[expr.fact.index].empty();
    default:
      return expr.definition.has_value();
  }
}

void ReadCollector::visit(ir::ExprId root) {
  if (!root.has_value() || !may_read_[root.index]) {
    return;
  }
  open_.push_back(root);
  while (!open_.empty()) {
    ir::ExprId const id = open_.back();
    open_.pop_back();
    if (!id.has_value()) {
      continue;
    }
    ir::Expr const& expr = program_.exprs[id.index];
    if (expr.op == ir::ExprOp::may_be || expr.op == ir::ExprOp::is_only || expr.op == ir::ExprOp::figure) {
      reads_.push_back(expr.decision.index);
    } else if (expr.op == ir::ExprOp::fact) {
      visit_presumptions(expr.fact);
    }
    visit_definition(expr.definition);
    visit_definition(expr.op == ir::ExprOp::selecting_date ? program_.selecting_decided : ir::DefinitionId());
    open_.insert(open_.end(), expr.children.begin(), expr.children.end());
  }
}

std::vector<std::uint32_t> ReadCollector::take() {
  ++walk_;
  std::sort(reads_.begin(), reads_.end());
  reads_.erase(std::unique(reads_.begin(), reads_.end()), reads_.end());
  return std::exchange(reads_, {});
}

void ReadCollector::visit_presumptions(ir::FactId fact) {
  if (!presumed_[fact.index].empty() && is_new(facts_[fact.index])) {
    open_.insert(open_.end(), presumed_[fact.index].begin(), presumed_[fact.index].end());
  }
}

void ReadCollector::visit_definition(ir::DefinitionId id) {
  if (id.has_value() && is_new(definitions_[id.index])) {
    open_.push_back(program_.definitions[id.index].body);
  }
}

}  // namespace hjemmel::lower
