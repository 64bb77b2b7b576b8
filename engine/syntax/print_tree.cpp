// Walking the tree with a stack of its own, so that the height of an expression costs no stack of the machine.
#include "engine/syntax/print_tree.h"

#include <vector>

namespace hjemmel::syntax {
namespace {

// The other leaves say all by their kind; their text would bring the blanks of the source with it.
bool shows_text(NodeKind kind) { return group_of(kind) == NodeGroup::token || kind == NodeKind::type_name; }

void write(Tree const& tree, NodeRef root, std::string& out) {
  std::vector<NodeRef> open{root};  // each node is opened, its children pushed, then closed by a none
  while (!open.empty()) {
    NodeRef const node = open.back();
    open.pop_back();
    if (!node.has_value()) {
      out += ')';
      continue;
    }
    out += out.empty() || out.back() == '\n' ? "(" : " (";
    out += kind_name(tree.kind(node));
    open.emplace_back();
    if (shows_text(tree.kind(node))) {
      out += ' ';
      out += tree.text(node);
    }
    std::vector<NodeRef> children;
    for (NodeRef const child : tree.children(node)) {
      children.push_back(child);
    }
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

}  // namespace

std::string print_tree(Tree const& tree, NodeRef node) {
  std::string out;
  write(tree, node, out);
  return out;
}

std::string print_tree(Tree const& tree) {
  std::string out;
  for (NodeRef const declaration : tree.declarations()) {
    write(tree, declaration, out);
    out += '\n';
  }
  return out;
}

}  // namespace hjemmel::syntax
