// Builders of the syntax tests: a text parsed as a file, its tree as text, and its messages as `line:column [kind]` lines.
#pragma once

#include <string>
#include <utility>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/syntax/parse.h"
#include "engine/syntax/print_tree.h"

namespace hjemmel::syntax::test {

struct Parsed {
  explicit Parsed(std::string text)
      : file(sources.add("test.rules", std::move(text))), tree(parse(file, sources, sink)) {}
  Parsed(Parsed const&) = delete;
  Parsed& operator=(Parsed const&) = delete;

  // `2:8 [unexpected]` a line.
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (diag::Diagnostic const& one : sink.all()) {
      source::LineCol const at = source::locate(sources.file(file).text, one.span.begin);
      all += std::to_string(at.line) + ":" + std::to_string(at.column) + " [" + std::string(diag::kind_name(one.kind)) +
             "]" + "\n";
    }
    return all;
  }
  [[nodiscard]] std::string printed() const { return tree ? print_tree(*tree) : "no tree"; }

  source::Sources sources;
  diag::Sink sink;
  source::FileId file;
  std::optional<Tree> tree;
};

// The tree of `define x: bool = EXPRESSION` from the expression on, or its messages.
[[nodiscard]] inline std::string expression_tree(std::string const& expression) {
  Parsed const parsed("define x: bool = " + expression + "\n");
  if (!parsed.messages().empty()) {
    return parsed.messages();
  }
  NodeRef const value = parsed.tree->child(parsed.tree->declarations().front(), NodeKind::value);
  return print_tree(*parsed.tree, parsed.tree->first_child(value));
}

// The first message of a text: kind, the marked part, message and help, each on a line.
[[nodiscard]] inline std::string first_message(std::string text) {
  Parsed const parsed(std::move(text));
  if (parsed.sink.all().empty()) {
    return "no message";
  }
  diag::Diagnostic const& first = parsed.sink.all().front();
  return "[" + std::string(diag::kind_name(first.kind)) + "]\n" + std::string(parsed.sources.text(first.span)) + "\n" +
         first.message + "\n" + first.help;
}

}  // namespace hjemmel::syntax::test
