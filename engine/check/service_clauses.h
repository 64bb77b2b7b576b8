// The clauses of a service and the parts of a criterion, each found in one walk: a package may have many thousand of both.
#pragma once

#include "engine/syntax/ast.h"

namespace hjemmel::check {

// The first clause of each kind.
struct ServiceClauses {
  syntax::NameView name;
  syntax::TextLiteral nb;
  syntax::TextLiteral en;
  syntax::NameView provider;
  bool may_be_given = false;
  bool as_of_right = false;
  bool in_force = false;
  syntax::OfferedView offered;
  syntax::View criteria;
  syntax::View excludes;
  syntax::View gives;
};

[[nodiscard]] ServiceClauses clauses_of(syntax::ServiceView view);

// A line under `criteria` or `excludes`.
struct CriterionParts {
  syntax::NameView name;
  syntax::ExprView guard;
  bool cites = false;
};

[[nodiscard]] CriterionParts parts_of_criterion(syntax::Tree const& tree, syntax::NodeRef node);

}  // namespace hjemmel::check
