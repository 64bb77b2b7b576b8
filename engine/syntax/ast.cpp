// The accessors of the views that need more than one look into the tree.
#include "engine/syntax/ast.h"

namespace hjemmel::syntax {

std::string TextLiteral::value() const {
  std::string result;
  if (!node.has_value()) {
    return result;
  }
  std::string_view const quoted = text();
  std::string_view inside = quoted.substr(1, quoted.size() - 2);
  result.reserve(inside.size());
  // Up to each backslash, and the character behind it.
  for (std::size_t at = inside.find('\\'); at != std::string_view::npos; at = inside.find('\\')) {
    result += inside.substr(0, at);
    result += inside[at + 1];
    inside.remove_prefix(at + 2);
  }
  return result += inside;
}

TextLiteral PackageView::title_nb() const {
  NodeRef const title = tree->child(node, NodeKind::head_title);
  NodeRef const label = title.has_value() ? tree->child(title, NodeKind::label_nb) : NodeRef{};
  return view<TextLiteral>(tree, label.has_value() ? tree->child(label, NodeKind::text) : NodeRef{});
}

// Keys, then the value, then citations.
std::vector<View> TableRowView::keys() const {
  std::vector<View> keys;
  for (NodeRef const child : children()) {
    if (tree->kind(child) != NodeKind::citation && tree->kind(child) != NodeKind::in_force) {
      keys.push_back({tree, child});
    }
  }
  if (!keys.empty()) {
    keys.pop_back();
  }
  return keys;
}

ExprView TableRowView::value() const {
  ExprView value;
  for (NodeRef const child : children()) {
    if (tree->kind(child) != NodeKind::citation && tree->kind(child) != NodeKind::in_force) {
      value = {tree, child};
    }
  }
  return value;
}

View TableView::hit_policy() const {
  for (NodeRef const child : children()) {
    NodeKind const kind = tree->kind(child);
    if (kind >= NodeKind::row_unique && kind <= NodeKind::collect_greatest) {
      return {tree, child};
    }
  }
  return {};
}

View AssessmentView::weighing() const {
  View const closed = part<View>(NodeKind::weighing);
  return closed ? closed : part<View>(NodeKind::weighing_among_others);
}

bool EffectView::is_choice() const {
  return kind() == NodeKind::then_is || kind() == NodeKind::then_normally_is || kind() == NodeKind::then_should_be ||
         kind() == NodeKind::then_may_be;
}

bool is_effect(NodeKind kind) { return kind >= NodeKind::then_is && kind <= NodeKind::then_bounds; }

}  // namespace hjemmel::syntax
