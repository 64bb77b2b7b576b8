// Operation: one thing that an amendment does to one thing of the package, as data.
//
// In: the tree of an amendment file. Out: its head and its operations in written order. A target is a declaration, by the word
// that begins it and its name, or one row or member of it. Tested through tests/golden/amend.
#pragma once

#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/syntax/ast.h"

namespace hjemmel::amend {

enum class Action { add, replace, repeal, change_period };

// What an operation is on. `part` is the key of a row or the name of a member; empty: the whole declaration.
struct Target {
  std::string kind;  // `rule`, `define`, …
  std::string name;
  std::string part;

  [[nodiscard]] bool same_declaration(Target const& other) const { return kind == other.kind && name == other.name; }
};

struct Operation {
  Action action = Action::add;
  Target target;
  syntax::View
      body;  // the declaration or row that is laid in, or the `in force` of a change; none: repealed, a member added
  source::Span span;          // of the name, for messages
  syntax::View version_on{};  // of a change: the day on which the version that is meant is in force; may be none
};

struct Amendment {
  std::string name;
  std::string package;
  source::Span span;  // of the name
  source::Span package_span;
  std::vector<syntax::NameView> after;
  std::vector<syntax::View> citations;  // of the head: for what the amendment lays in and that cites nothing itself
  std::vector<Operation> operations;
};

// Nothing, with a message, when the head is missing or stands twice, or the file does something to the package's head.
[[nodiscard]] std::optional<Amendment> read_amendment(syntax::Tree const& tree, diag::Sink& sink);

// The word that begins a declaration, and the name that it declares.
[[nodiscard]] Target target_of(syntax::View declaration);
[[nodiscard]] bool is_row(syntax::NodeKind kind);
// The keys of a row: several for `cocaine, heroin in g`.
[[nodiscard]] std::vector<std::string> row_keys(syntax::View row);
// `rule `x``, `row `x` of table `t``, `member `x` of group `g``.
[[nodiscard]] std::string described(Target const& target);

}  // namespace hjemmel::amend
