// Atoms: which comparisons say the same, so that a completion that assumes the one has assumed the other.
#include <algorithm>

#include "engine/lower/code.h"

namespace hjemmel::lower {
namespace {

using eval::kNoIndex;
using ir::ExprOp;

bool is_ordering(ExprOp op) {
  return op == ExprOp::less || op == ExprOp::less_equal || op == ExprOp::greater || op == ExprOp::greater_equal;
}

}  // namespace

// Comparisons of the same operands that cut at the same side have one number: `<` and `>=` cut before the right side's
// value, `<=` and `>` after it, `=` and `!=` on both sides of it.
std::uint32_t Coder::comparison(ir::Expr const& expr) {
  if (!scope_.empty()) {
    return new_comparison(expr);
  }
  std::uint32_t& known = number_of_[static_cast<std::size_t>(&expr - program_.exprs.data())];
  if (known == kNoIndex) {
    known = new_comparison(expr);
  }
  return known;
}

std::uint32_t Coder::new_comparison(ir::Expr const& expr) {
  std::uint32_t const side = expr.op == ExprOp::less || expr.op == ExprOp::greater_equal   ? 0
                             : expr.op == ExprOp::less_equal || expr.op == ExprOp::greater ? 1
                                                                                           : 2;
  key_.assign(1, side);
  describe(expr.children[0], key_);
  describe(expr.children[1], key_);
  ir::Type const& type = program_.exprs[expr.children.front().index].type;
  bool const by_rank = is_ordering(expr.op) && type.kind == ir::TypeKind::enumeration;
  bool const negated = expr.op == ExprOp::greater_equal || expr.op == ExprOp::greater || expr.op == ExprOp::not_equal;
  bool const ratios =
      type.kind == ir::TypeKind::ratio || program_.exprs[expr.children.back().index].type.kind == ir::TypeKind::ratio;
  auto const kind = type.kind == ir::TypeKind::text ? eval::Comparison::Kind::texts
                    : ratios                        ? eval::Comparison::Kind::ratios
                                                    : eval::Comparison::Kind::numbers;
  bool const dated = is_dated(expr.children[0]) || is_dated(expr.children[1]);
  std::uint32_t const number = atom(key_, dated);
  plan_.comparisons.push_back({by_rank ? type.enumeration.index : kNoIndex, number, negated, kind});
  return static_cast<std::uint32_t>(plan_.comparisons.size() - 1);
}

// How the keys of a table are told apart. A comparison with a limit is the same unknown as one that the rules write out.
std::uint32_t Coder::classifier(ir::Expr const& expr) {
  eval::Classifier made;
  std::vector<ir::TableInput> const& inputs = program_.tables[expr.more->table.index].inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    ir::TypeKind const kind = inputs[i].type.kind;
    eval::KeyPlan key{inputs[i].classes, kind == ir::TypeKind::enumeration || kind == ir::TypeKind::boolean, {}};
    for (ir::TableCut const& cut : inputs[i].cuts) {
      key_.assign(1, cut.included ? 1U : 0U);
      describe(expr.children[i], key_);
      describe(cut.at, key_);
      std::uint32_t const number = atom(key_, is_dated(expr.children[i]));
      key.cuts.push_back({program_.exprs[cut.at.index].number, cut.included, {kNoIndex, number, false, {}}});
    }
    made.keys.push_back(std::move(key));
  }
  plan_.classifiers.push_back(std::move(made));
  return static_cast<std::uint32_t>(plan_.classifiers.size() - 1);
}

std::uint32_t Coder::atom(std::span<std::uint32_t const> key, bool dated) {
  auto const [number, is_new] = atom_of_.intern(key);
  if (is_new) {
    plan_.dated_atoms.push_back(dated);
  }
  return number;
}

// What an expression says, the same for two that say the same: variables count by how deep they are bound.
void Coder::describe(ir::ExprId id, std::vector<std::uint32_t>& key) {
  ir::Expr const& expr = program_.exprs[id.index];
  if (expr.op == ExprOp::fact) {
    key.push_back(static_cast<std::uint32_t>(expr.op));
    key.push_back(expr.fact.index);
    return;
  }
  if (expr.op == ExprOp::constant) {
    bool const moment = expr.type.kind == ir::TypeKind::moment;  // of one instant the date may be another
    key.push_back(static_cast<std::uint32_t>(expr.op));
    key.push_back(constant(expr));
    key.push_back(moment ? value(expr.type, expr.number, *expr.more->text).detail : 0);
    return;
  }
  bool const binds = expr.source != ir::SourceKind::none;
  auto const depth = [this](std::uint32_t variable) {
    return static_cast<std::uint32_t>(std::find(scope_.begin(), scope_.end(), variable) - scope_.begin());
  };
  key.insert(key.end(),
             {static_cast<std::uint32_t>(expr.op), static_cast<std::uint32_t>(expr.source), expr.fact.index,
              expr.more->table.index, expr.definition.index, expr.decision.index, expr.index, expr.more->order});
  if (expr.op == ExprOp::field || expr.op == ExprOp::group_key) {
    key.push_back(depth(expr.variable));
  } else if (expr.source == ir::SourceKind::group) {
    key.push_back(depth(expr.more->group));
  }
  if (expr.op == ExprOp::round) {
    key.push_back(constant(expr));
  }
  key.push_back(static_cast<std::uint32_t>(expr.more->set.size()));
  key.insert(key.end(), expr.more->set.begin(), expr.more->set.end());
  key.push_back(static_cast<std::uint32_t>(expr.children.size()));
  if (binds) {
    scope_.push_back(expr.variable);
  }
  for (ir::ExprId const child : expr.children) {
    describe(child, key);
  }
  if (binds) {
    scope_.pop_back();
  }
}

}  // namespace hjemmel::lower
