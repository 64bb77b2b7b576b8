// One walk over the tree that notes line kinds and gaps.
#include "engine/syntax/format_layout.h"

#include <optional>

namespace hjemmel::syntax {
namespace {

constexpr std::uint32_t kGoingOn = 6;  // how much further a line that goes on is indented

class Walk {
 public:
  explicit Walk(Tree const& tree) : tree_(tree) {}

  Layout run() {
    for (NodeRef const declaration : tree_.declarations()) {
      visit(declaration, NodeKind::broken, {});
    }
    return std::move(layout_);
  }

 private:
  void visit(NodeRef root, NodeKind parent_kind, NodeRef parent);
  void note_mark(NodeRef node, NodeKind parent_kind, NodeRef parent);
  void note_gaps(NodeRef node, NodeKind parent_kind);
  void note_columns(NodeRef node);
  void note_keys(NodeRef row);
  void add_mark(NodeRef node, std::uint32_t indent, std::uint64_t block = 0) {
    source::Span const span = tree_.span(node);
    layout_.marks.push_back({span.begin, span.end, indent, indent + kGoingOn, block});
  }
  [[nodiscard]] bool first_on_line(std::uint32_t at) const {
    std::size_t const before = tree_.source_text().substr(0, at).find_last_not_of(" \t");
    return before == std::string_view::npos || tree_.source_text()[before] == '\n';
  }
  [[nodiscard]] std::uint32_t begin_of(NodeRef node) const { return tree_.span(node).begin; }
  // Children of the same parent share a block: the parent's place, told from the kinds that form blocks across declarations.
  [[nodiscard]] std::uint64_t block_in(NodeRef parent) const { return 1000 + std::uint64_t{parent.index}; }

  Tree const& tree_;
  Layout layout_;
};

bool is_row(NodeKind kind) {
  return kind == NodeKind::enum_row || kind == NodeKind::table_row || kind == NodeKind::table_otherwise ||
         kind == NodeKind::table_undetermined || kind == NodeKind::reading_choice;
}

bool is_head_line(NodeKind kind) { return kind >= NodeKind::head_title && kind <= NodeKind::head_law_known_on; }

// Clauses that stand on the head's line with one blank before them.
bool is_close_to_head(NodeKind kind) {
  return kind == NodeKind::overrides || kind == NodeKind::disapplies || kind == NodeKind::value ||
         kind == NodeKind::for_all_cases || kind == NodeKind::suspended_during || kind == NodeKind::then_holds ||
         kind == NodeKind::within;
}

// Labels are clauses of a service: it has many, and they may stand on lines of their own.
bool stands_as_clause(NodeKind kind, NodeKind parent_kind) {
  bool const label = kind == NodeKind::label_nb || kind == NodeKind::label_en;
  return group_of(kind) == NodeGroup::clause || kind == NodeKind::authorities ||
         (label && parent_kind == NodeKind::service_declaration);
}

// Without recursion: expressions may be high.
void Walk::visit(NodeRef root, NodeKind parent_kind, NodeRef parent) {
  struct Visit {
    NodeRef node;
    NodeRef parent;
    NodeKind parent_kind;
  };
  std::vector<Visit> open{{root, parent, parent_kind}};
  std::vector<Visit> children;
  while (!open.empty()) {
    Visit const now = open.back();
    open.pop_back();
    note_mark(now.node, now.parent_kind, now.parent);
    note_gaps(now.node, now.parent_kind);
    note_columns(now.node);
    children.clear();
    for (NodeRef const child : tree_.children(now.node)) {
      children.push_back({child, now.node, tree_.kind(now.node)});
    }
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

void Walk::note_mark(NodeRef node, NodeKind parent_kind, NodeRef parent) {
  NodeKind const kind = tree_.kind(node);
  bool const in_declaration = group_of(parent_kind) == NodeGroup::declaration;
  if (kind == NodeKind::source_declaration || kind == NodeKind::unit_declaration ||
      kind == NodeKind::money_declaration) {
    add_mark(node, 0, kind == NodeKind::source_declaration ? 1 : 2);
  } else if (group_of(kind) == NodeGroup::declaration) {
    add_mark(node, 0);
  } else if (is_row(kind) || is_head_line(kind)) {
    add_mark(node, 2, block_in(parent));
  } else if (kind == NodeKind::ground || kind == NodeKind::open_ground) {
    bool const of_service = parent_kind == NodeKind::criteria || parent_kind == NodeKind::excludes;
    add_mark(node, of_service ? 4 : 6, block_in(parent));
  } else if (kind == NodeKind::with) {
    add_mark(node, 8);
  } else if (in_declaration && stands_as_clause(kind, parent_kind)) {
    add_mark(node, 2);
    layout_.gap_before[begin_of(node)] = is_close_to_head(kind) ? Gap::normal : Gap::wide;
  } else if (kind == NodeKind::parameter || group_of(kind) == NodeGroup::part) {
    layout_.in_braces[begin_of(node)] =
        parent_kind == NodeKind::parameters || parent_kind == NodeKind::bounds || parent_kind == NodeKind::given;
  }
}

void Walk::note_gaps(NodeRef node, NodeKind parent_kind) {
  NodeKind const kind = tree_.kind(node);
  bool const opens_bracket =
      kind == NodeKind::name && (parent_kind == NodeKind::call || parent_kind == NodeKind::table_declaration);
  if (opens_bracket || kind == NodeKind::type_money || kind == NodeKind::minus) {
    layout_.gap_after[begin_of(node)] = Gap::none;
  }
  bool const in_row = is_row(parent_kind) || parent_kind == NodeKind::ground || parent_kind == NodeKind::open_ground;
  if (kind == NodeKind::in_force && in_row) {
    layout_.gap_before[begin_of(node)] = Gap::wide;
  }
  if (kind == NodeKind::citation && in_row) {
    layout_.gap_before[begin_of(node)] = parent_kind == NodeKind::table_row ? Gap::column : Gap::wide;
  }
  if (kind == NodeKind::label_nb && parent_kind == NodeKind::head_title) {
    layout_.gap_before[begin_of(node)] = Gap::wide;
  }
}

// Behind the last token of each key: the keys of a row are all its parts before the value.
void Walk::note_keys(NodeRef row) {
  NodeRef last;
  for (NodeRef const child : tree_.children(row)) {
    if (tree_.kind(child) == NodeKind::citation) {
      return;
    }
    if (last.has_value()) {
      layout_.gap_after[begin_of(last)] = Gap::column;
    }
    last = child;
    while (tree_.first_child(last).has_value()) {
      for (NodeRef const part : tree_.children(last)) {
        last = part;
      }
    }
  }
}

// Where columns of neighbouring rows begin.
void Walk::note_columns(NodeRef node) {
  NodeKind const kind = tree_.kind(node);
  auto const column_before = [&](NodeRef child) { layout_.gap_before[begin_of(child)] = Gap::column; };
  if (is_head_line(kind)) {
    column_before(tree_.first_child(node));
  } else if (kind == NodeKind::table_row) {
    note_keys(node);
  } else if (kind == NodeKind::table_otherwise || kind == NodeKind::table_undetermined ||
             kind == NodeKind::reading_choice) {
    layout_.gap_after[begin_of(node)] = Gap::column;
  } else if (kind == NodeKind::ground || kind == NodeKind::open_ground) {
    layout_.gap_after[begin_of(tree_.child(node, NodeKind::name))] = Gap::column;
  } else if (kind == NodeKind::enum_row && !first_on_line(begin_of(node))) {
    layout_.gap_before[begin_of(node)] = Gap::wide;
  } else if (kind == NodeKind::source_declaration || kind == NodeKind::unit_declaration ||
             kind == NodeKind::money_declaration || kind == NodeKind::enum_row) {
    for (NodeRef const child : tree_.children(node)) {
      if (tree_.kind(child) != NodeKind::name) {
        column_before(child);
      }
    }
  }
}

}  // namespace

Layout layout_of(Tree const& tree) { return Walk(tree).run(); }

}  // namespace hjemmel::syntax
