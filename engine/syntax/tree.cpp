// Linking the postorder table: one pass with a stack of the nodes that have no parent yet.
#include "engine/syntax/tree.h"

#include <algorithm>
#include <array>

#include "engine/base/large_pages.h"

namespace hjemmel::syntax {
namespace {

struct KindInfo {
  std::string_view name;
  NodeGroup group;
};

constexpr std::array kKinds{
#define NODE(name, group) KindInfo{#name, NodeGroup::group},
#include "engine/syntax/node_kind.def"
#undef NODE
};

}  // namespace

std::string_view kind_name(NodeKind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }

NodeGroup group_of(NodeKind kind) { return kKinds[static_cast<std::size_t>(kind)].group; }

bool is_expression(NodeKind kind) {
  return group_of(kind) == NodeGroup::expr || kind == NodeKind::path || kind == NodeKind::number ||
         kind == NodeKind::text || kind == NodeKind::date || kind == NodeKind::moment;
}

NodeRange::Iterator::Iterator(Tree const* tree, NodeRef at, bool filtered, NodeKind kind)
    : tree_(tree), at_(at), filtered_(filtered), kind_(kind) {
  skip_other_kinds();
}

NodeRange::Iterator& NodeRange::Iterator::operator++() {
  at_ = tree_->next_sibling(at_);
  skip_other_kinds();
  return *this;
}

void NodeRange::Iterator::skip_other_kinds() {
  while (filtered_ && at_.has_value() && tree_->kind(at_) != kind_) {
    at_ = tree_->next_sibling(at_);
  }
}

std::size_t NodeRange::size() const {
  std::size_t count = 0;
  for ([[maybe_unused]] NodeRef const node : *this) {
    ++count;
  }
  return count;
}

Tree::Tree(source::FileId file, std::string_view text, std::vector<Node> nodes, std::vector<KeywordPlace> keywords)
    : file_(file), text_(text), nodes_(std::move(nodes)), keywords_(std::move(keywords)) {
  link();
}

NodeRef Tree::child(NodeRef node, NodeKind kind) const {
  NodeRange const found = children(node, kind);
  return found.empty() ? NodeRef{} : *found.begin();
}

NodeRef Tree::child_at(NodeRef node, std::size_t place) const {
  for (NodeRef const child : children(node)) {
    if (place-- == 0) {
      return child;
    }
  }
  return {};
}

NodeRef Tree::first_expression(NodeRef node) const {
  for (NodeRef const child : children(node)) {
    if (is_expression(kind(child))) {
      return child;
    }
  }
  return {};
}

NodeRef Tree::last_expression(NodeRef node) const {
  NodeRef last;
  for (NodeRef const child : children(node)) {
    if (is_expression(kind(child))) {
      last = child;
    }
  }
  return last;
}

source::Span Tree::origin_of(source::Span here) const {
  auto const starts_later = [](std::uint32_t at, Origin const& origin) { return at < origin.at; };
  auto const next = std::upper_bound(origins_.begin(), origins_.end(), here.begin, starts_later);
  Origin const& from = *(next - 1);
  auto const inside = [&](std::uint32_t at) { return std::min(from.end, from.begin + (at - from.at)); };
  return {from.file, inside(here.begin), inside(next == origins_.end() ? here.end : std::min(here.end, next->at))};
}

// A parent takes every node before it that begins inside it and has no parent yet. Until it has one, a node's next sibling is
// the node before it without a parent: the stack of these is threaded through the list itself.
void Tree::link() {
  base::reserve_large(links_, nodes_.size());
  links_.resize(nodes_.size());
  std::span<Node const> const nodes(nodes_);  // spans, so that no store seems to move a list
  std::span<Links> const links(links_);
  NodeRef open;  // the last one without a parent
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    NodeRef next;
    std::uint32_t const begin = nodes[i].begin;
    while (open.has_value() && nodes[open.index].begin >= begin) {
      NodeRef const before = links[open.index].next_sibling;
      links[open.index].next_sibling = next;
      next = open;
      open = before;
    }
    links[i] = {next, open};
    open = NodeRef(i);
  }
  list_declarations(open);
}

// The nodes that have no parent, from the last one on.
void Tree::list_declarations(NodeRef last) {
  while (last.has_value()) {
    (kind(last) == NodeKind::broken ? broken_ : declarations_).push_back(last);
    NodeRef const before = links_[last.index].next_sibling;
    links_[last.index].next_sibling = {};
    last = before;
  }
  std::reverse(declarations_.begin(), declarations_.end());
  std::reverse(broken_.begin(), broken_.end());
}

}  // namespace hjemmel::syntax
