// The syntax tree of one file: a flat table of nodes in postorder, each a kind and a stretch of the text.
//
// In: the nodes that the grammar appended (children before parents, a parent's span around its children's). Out: a cursor
// over them. Nothing is copied from the text: a name is the text of its span. The kinds and their children stand in
// node_kind.def; typed views over this tree in ast.h. Tested in tests/unit/syntax/tree_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/id.h"
#include "engine/source/span.h"
#include "engine/syntax/keyword.h"

namespace hjemmel::syntax {

enum class NodeGroup : std::uint8_t { token, part, declaration, clause, type, expr };

enum class NodeKind : std::uint32_t {
#define NODE(name, group) name,
#include "engine/syntax/node_kind.def"
#undef NODE
};

[[nodiscard]] std::string_view kind_name(NodeKind kind);
[[nodiscard]] NodeGroup group_of(NodeKind kind);
// May stand where node_kind.def says `expr`.
[[nodiscard]] bool is_expression(NodeKind kind);

// Bytes [begin, end) of the file, never empty.
struct Node {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeKind kind = NodeKind::name;
};
static_assert(sizeof(Node) == 12);

// A word of the language where it stands; its blanks may be any in the text.
struct KeywordPlace {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Keyword keyword;
};

using NodeRef = base::Id<struct NodeTag>;

class Tree;

// The children of one node in written order; with a filter, those of one kind.
class NodeRange {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = NodeRef;
    using difference_type = std::ptrdiff_t;
    using pointer = NodeRef const*;
    using reference = NodeRef;

    Iterator() = default;
    NodeRef operator*() const { return at_; }
    Iterator& operator++();
    Iterator operator++(int) {
      Iterator const before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(Iterator const& a, Iterator const& b) { return a.at_ == b.at_; }

   private:
    friend class NodeRange;
    Iterator(Tree const* tree, NodeRef at, bool filtered, NodeKind kind);
    void skip_other_kinds();

    Tree const* tree_ = nullptr;
    NodeRef at_;
    bool filtered_ = false;
    NodeKind kind_ = NodeKind::name;
  };

  NodeRange(Tree const& tree, NodeRef first) : begin_(&tree, first, false, NodeKind::name) {}
  NodeRange(Tree const& tree, NodeRef first, NodeKind kind) : begin_(&tree, first, true, kind) {}

  [[nodiscard]] Iterator begin() const { return begin_; }
  [[nodiscard]] Iterator end() const { return {}; }
  [[nodiscard]] bool empty() const { return begin() == end(); }
  [[nodiscard]] std::size_t size() const;  // counts

 private:
  Iterator begin_;
};

// A stretch of a text that was put together from several files: what stands from `at` on came from `begin` in `file`.
struct Origin {
  std::uint32_t at = 0;
  source::FileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // in `file`; joining words that follow in the text came from nowhere
};

class Tree {
 public:
  // `nodes` in postorder. `text` is the file's, owned by the Sources that read it and in place for as long as that lives.
  Tree(source::FileId file, std::string_view text, std::vector<Node> nodes, std::vector<KeywordPlace> keywords = {});

  [[nodiscard]] source::FileId file() const { return file_; }
  [[nodiscard]] std::string_view source_text() const { return text_; }

  [[nodiscard]] NodeKind kind(NodeRef node) const { return nodes_[node.index].kind; }
  // In the file that the author wrote: of a node from several files, the part in the one where it begins.
  [[nodiscard]] source::Span span(NodeRef node) const {
    source::Span const here{file_, nodes_[node.index].begin, nodes_[node.index].end};
    return origins_.empty() ? here : origin_of(here);
  }
  // For a text put together from several files: where its stretches came from, by place, the first at 0.
  void set_origins(std::vector<Origin> origins) { origins_ = std::move(origins); }
  [[nodiscard]] std::string_view text(NodeRef node) const {
    return text_.substr(nodes_[node.index].begin, nodes_[node.index].end - nodes_[node.index].begin);
  }

  // None: a leaf, or the last child.
  [[nodiscard]] NodeRef first_child(NodeRef node) const { return links_[node.index].first_child; }
  [[nodiscard]] NodeRef next_sibling(NodeRef node) const { return links_[node.index].next_sibling; }
  [[nodiscard]] NodeRange children(NodeRef node) const { return {*this, first_child(node)}; }
  [[nodiscard]] NodeRange children(NodeRef node, NodeKind kind) const { return {*this, first_child(node), kind}; }
  // The first child of that kind, or none.
  [[nodiscard]] NodeRef child(NodeRef node, NodeKind kind) const;
  // The child at that place, counted from 0, or none.
  [[nodiscard]] NodeRef child_at(NodeRef node, std::size_t place) const;
  // The first, or last, child that is an expression, or none. `text` and `path` count as such: not for a declaration's own node.
  [[nodiscard]] NodeRef first_expression(NodeRef node) const;
  [[nodiscard]] NodeRef last_expression(NodeRef node) const;

  // The good declarations, in written order, and the ones with a fault (kind `broken`).
  [[nodiscard]] std::span<NodeRef const> declarations() const { return declarations_; }
  [[nodiscard]] std::span<NodeRef const> broken() const { return broken_; }

  // In the order of the text.
  [[nodiscard]] std::span<KeywordPlace const> keywords() const { return keywords_; }
  // All nodes in postorder; NodeRef::index counts in it.
  [[nodiscard]] std::span<Node const> nodes() const { return nodes_; }

 private:
  struct Links {
    NodeRef first_child;
    NodeRef next_sibling;
  };

  void link();
  void list_declarations(NodeRef last);
  [[nodiscard]] source::Span origin_of(source::Span here) const;

  source::FileId file_;
  std::string_view text_;  // owned by the Sources
  std::vector<Node> nodes_;
  std::vector<KeywordPlace> keywords_;
  std::vector<Links> links_;  // by node
  std::vector<NodeRef> declarations_;
  std::vector<NodeRef> broken_;
  std::vector<Origin> origins_;  // empty: all of it is `file_`
};

}  // namespace hjemmel::syntax
