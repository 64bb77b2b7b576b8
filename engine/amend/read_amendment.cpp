// Reads an amendment file: its head, and what each declaration and each line of an operation does.
#include <algorithm>
#include <optional>

#include "engine/amend/amend.h"
#include "engine/amend/operation.h"

namespace hjemmel::amend {
namespace {

using diag::Kind;
using syntax::NodeKind;
using syntax::View;

// In English; words that mean the same in `repeal` are one.
std::string declaring_word(View kind) {
  std::string_view const word =
      syntax::declaring_word_in_english(kind.text(), syntax::language_of(kind.tree->source_text()));
  if (word == "definition") {
    return "define";
  }
  return word == "presumption" ? "presume" : std::string(word);
}

// Blanks, line ends and the commas between several keys become one blank each; what follows the key's last word goes.
std::string plain_key(std::string_view written) {
  std::string key;
  for (char const byte : written) {
    bool const blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == ',';
    if (!blank) {
      key += byte;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  while (!key.empty() && (key.back() == ' ' || key.back() == '(')) {
    key.pop_back();
  }
  return key;
}

bool is_head(NodeKind kind) { return kind == NodeKind::amendment_declaration; }

View child(View parent, NodeKind kind) { return {parent.tree, parent.tree->child(parent.node, kind)}; }

View first_child(View parent) { return {parent.tree, parent.tree->first_child(parent.node)}; }

// The name that a declaration declares: its first name or path (a presumption may have `not` before it).
View name_in(View declaration) {
  for (syntax::NodeRef const node : declaration.children()) {
    NodeKind const kind = declaration.tree->kind(node);
    if (kind == NodeKind::name || kind == NodeKind::path) {
      return {declaration.tree, node};
    }
  }
  return first_child(declaration);
}

class Reader {
 public:
  Reader(syntax::Tree const& tree, diag::Sink& sink) : tree_(tree), sink_(sink) {}

  std::optional<Amendment> run() {
    auto const head = find_head();
    if (!head) {
      return std::nullopt;
    }
    read_head(*head);
    for (syntax::NodeRef const node : tree_.declarations()) {
      if (!is_head(tree_.kind(node))) {
        read_declaration({&tree_, node});
      }
    }
    // A period is changed before a version is set beside it.
    std::stable_partition(amendment_.operations.begin(), amendment_.operations.end(),
                          [](Operation const& one) { return one.action == Action::change_period; });
    return good_ ? std::optional(std::move(amendment_)) : std::nullopt;
  }

 private:
  std::optional<View> find_head() {
    std::optional<View> head;
    for (syntax::NodeRef const node : tree_.declarations()) {
      if (!is_head(tree_.kind(node))) {
        continue;
      }
      View const found{&tree_, node};
      if (head) {
        sink_.add({Kind::amendment_head,
                   first_child(found).span(),
                   "the file has a second head of an amendment",
                   "give each amendment a file of its own",
                   {{first_child(*head).span(), "the first one is here"}}});
        return std::nullopt;
      }
      head = found;
    }
    if (!head) {
      sink_.add(Kind::amendment_head, {tree_.file(), 0, 0}, "the file is not an amendment",
                "an amendment begins with `amendment`, its name, `to` and the name of the package");
    }
    return head;
  }

  void read_head(View view) {
    auto const head = syntax::view<syntax::AmendmentView>(view.tree, view.node);
    amendment_.name = std::string(head.name().text());
    amendment_.span = head.name().span();
    amendment_.package = std::string(head.package().text());
    amendment_.package_span = head.package().span();
    for (syntax::NodeRef const clause : view.children(NodeKind::after)) {
      for (syntax::NodeRef const name : tree_.children(clause, NodeKind::name)) {
        amendment_.after.push_back({&tree_, name});
      }
    }
    for (syntax::NodeRef const citation : view.children(NodeKind::citation)) {
      amendment_.citations.push_back({&tree_, citation});
    }
  }

  void add(Action action, Target target, View body, source::Span span) {
    amendment_.operations.push_back({action, std::move(target), body, span});
  }

  void read_declaration(View view) {
    switch (view.kind()) {
      case NodeKind::package_declaration:
        sink_.add(Kind::amendment_head, first_child(view).span(), "an amendment cannot have the head of a package",
                  "take it away; what the head says is the package's own");
        good_ = false;
        return;
      case NodeKind::replace_declaration: {
        View const body = first_child(view);
        add(Action::replace, target_of(body), body, name_in(body).span());
        return;
      }
      case NodeKind::repeal_declaration:
        return read_repeal(view);
      case NodeKind::add_rows:
        return read_rows(Action::add, view);
      case NodeKind::replace_rows:
        return read_rows(Action::replace, view);
      case NodeKind::repeal_row: {
        View const key = child(view, NodeKind::row_key);
        add(Action::repeal, container(view, plain_key(key.text())), {}, key.span());
        return;
      }
      case NodeKind::change_period:
        return read_change(view);
      case NodeKind::add_members:
        return read_members(Action::add, view);
      case NodeKind::repeal_members:
        return read_members(Action::repeal, view);
      default:
        add(Action::add, target_of(view), view, name_in(view).span());
    }
  }

  void read_repeal(View view) {
    std::string const kind = declaring_word(child(view, NodeKind::declared_kind));
    for (syntax::NodeRef const node : view.children(NodeKind::path)) {
      View const name{view.tree, node};
      add(Action::repeal, {kind, std::string(name.text()), ""}, {}, name.span());
    }
  }

  Target container(View view, std::string part) {
    return {declaring_word(child(view, NodeKind::declared_kind)), std::string(child(view, NodeKind::name).text()),
            std::move(part)};
  }

  void read_change(View view) {
    View const key = child(view, NodeKind::row_key);
    View name = child(view, NodeKind::name);
    name = name ? name : child(view, NodeKind::path);
    std::string const kind = declaring_word(child(view, NodeKind::declared_kind));
    Target target{kind, name ? std::string(name.text()) : amendment_.package, key ? plain_key(key.text()) : ""};
    source::Span const span = key ? key.span() : (name ? name : child(view, NodeKind::declared_kind)).span();
    add(Action::change_period, std::move(target), child(view, NodeKind::in_force), span);
    View const version = child(view, NodeKind::version_on);
    amendment_.operations.back().version_on = version ? first_child(version) : View{};
  }

  void read_rows(Action action, View view) {
    for (syntax::NodeRef const node : view.children()) {
      View const row{view.tree, node};
      if (!is_row(row.kind())) {
        continue;
      }
      for (std::string const& key : row_keys(row)) {
        add(action, container(view, key), row, row.span());
      }
    }
  }

  void read_members(Action action, View view) {
    View const members = child(view, NodeKind::members);
    std::string const group(child(view, NodeKind::name).text());
    for (syntax::NodeRef const node : members.children(NodeKind::name)) {
      View const member{view.tree, node};
      add(action, {"group", group, std::string(member.text())}, action == Action::add ? member : View{}, member.span());
    }
  }

  syntax::Tree const& tree_;
  diag::Sink& sink_;
  Amendment amendment_;
  bool good_ = true;
};

}  // namespace

bool is_row(NodeKind kind) {
  return kind == NodeKind::table_row || kind == NodeKind::table_otherwise || kind == NodeKind::table_undetermined ||
         kind == NodeKind::enum_row;
}

Target target_of(View declaration) {
  if (declaration.kind() == NodeKind::package_declaration) {
    return {"package", std::string(name_in(declaration).text()), ""};
  }
  std::string_view const text = declaration.text();
  std::string_view const word = text.substr(0, text.find_first_of(" \t\r\n"));
  syntax::Language const language = syntax::language_of(declaration.tree->source_text());
  return {std::string(syntax::declaring_word_in_english(word, language)), std::string(name_in(declaration).text()), ""};
}

std::vector<std::string> row_keys(View row) {
  if (row.kind() == NodeKind::table_otherwise || row.kind() == NodeKind::table_undetermined) {
    return {"otherwise"};
  }
  std::vector<std::string> keys;
  if (row.kind() == NodeKind::enum_row) {
    for (syntax::NodeRef const name : row.children(NodeKind::name)) {
      keys.emplace_back(row.tree->text(name));
    }
    return keys;
  }
  View const value{row.tree, row.tree->last_expression(row.node)};
  return {plain_key(row.text().substr(0, value.span().begin - row.span().begin))};
}

std::string described(Target const& target) {
  if (target.kind == "package") {
    return "the package";
  }
  std::string whole = target.kind + " `" + target.name + "`";
  if (target.part.empty()) {
    return whole;
  }
  return (target.kind == "group" ? "member `" : "row `") + target.part + "` of " + whole;
}

std::optional<Amendment> read_amendment(syntax::Tree const& tree, diag::Sink& sink) { return Reader(tree, sink).run(); }

AmendmentHead head_of(syntax::Tree const& amendment) {
  AmendmentHead head;
  for (syntax::NodeRef const node : amendment.declarations()) {
    if (!is_head(amendment.kind(node))) {
      continue;
    }
    View const view{&amendment, node};
    head.name = std::string(syntax::view<syntax::AmendmentView>(&amendment, node).name().text());
    for (syntax::NodeRef const clause : view.children(NodeKind::after)) {
      for (syntax::NodeRef const name : amendment.children(clause, NodeKind::name)) {
        head.after.emplace_back(amendment.text(name));
      }
    }
  }
  return head;
}

std::optional<std::string> amendment_name(syntax::Tree const& amendment, diag::Sink& sink) {
  auto const read = read_amendment(amendment, sink);
  return read ? std::optional(read->name) : std::nullopt;
}

void refuse_operations(std::span<syntax::Tree const> package, diag::Sink& sink) {
  for (syntax::Tree const& tree : package) {
    for (syntax::NodeRef const node : tree.declarations()) {
      NodeKind const kind = tree.kind(node);
      bool const operation = kind == NodeKind::replace_declaration || kind == NodeKind::repeal_declaration ||
                             kind == NodeKind::add_rows || kind == NodeKind::replace_rows ||
                             kind == NodeKind::repeal_row || kind == NodeKind::change_period ||
                             kind == NodeKind::add_members || kind == NodeKind::repeal_members || is_head(kind);
      if (operation) {
        std::string_view const text = tree.text(node);
        source::Span span = tree.span(node);
        span.end = span.begin + static_cast<std::uint32_t>(text.find_first_of(" \t\r\n"));
        sink.add(
            Kind::amendment_outside, span,
            "`" + std::string(text.substr(0, span.end - span.begin)) + "` belongs to an amendment, not to a package",
            "write it in a file of its own, under `amendment NAME to` and the name of this package");
      }
    }
  }
}

}  // namespace hjemmel::amend
