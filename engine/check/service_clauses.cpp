// One walk over the children of a node in the place of one for each clause.
#include "engine/check/service_clauses.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

void take_first(syntax::View& clause, syntax::View found) { clause = clause ? clause : found; }

}  // namespace

ServiceClauses clauses_of(syntax::ServiceView view) {
  ServiceClauses clauses;
  for (syntax::NodeRef at = view.tree->first_child(view.node); at.has_value(); at = view.tree->next_sibling(at)) {
    syntax::View const found{view.tree, at};
    switch (found.kind()) {
      case NodeKind::name:
        take_first(clauses.name, found);
        break;
      case NodeKind::label_nb:
        clauses.nb = view.nb();
        break;
      case NodeKind::label_en:
        clauses.en = view.en();
        break;
      case NodeKind::provider:
        clauses.provider = view.provider();
        break;
      case NodeKind::may_be_given:
        clauses.may_be_given = true;
        break;
      case NodeKind::as_of_right:
        clauses.as_of_right = true;
        break;
      case NodeKind::in_force:
        clauses.in_force = true;
        break;
      case NodeKind::offered_in:
        take_first(clauses.offered, found);
        break;
      case NodeKind::criteria:
        take_first(clauses.criteria, found);
        break;
      case NodeKind::excludes:
        take_first(clauses.excludes, found);
        break;
      case NodeKind::gives:
        take_first(clauses.gives, found);
        break;
      default:
        break;
    }
  }
  return clauses;
}

CriterionParts parts_of_criterion(syntax::Tree const& tree, syntax::NodeRef node) {
  CriterionParts row;
  for (syntax::NodeRef at = tree.first_child(node); at.has_value(); at = tree.next_sibling(at)) {
    NodeKind const kind = tree.kind(at);
    if (kind == NodeKind::name) {
      take_first(row.name, {&tree, at});
    } else if (kind == NodeKind::citation) {
      row.cites = true;
    } else if (!row.guard && syntax::is_expression(kind)) {
      row.guard = {&tree, at};
    }
  }
  return row;
}

}  // namespace hjemmel::check
