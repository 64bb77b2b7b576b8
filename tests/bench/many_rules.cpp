// Copies declarations by their spans; whole words that name a repeated declaration get the number of the copy.
#include "tests/bench/many_rules.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "engine/base/check.h"
#include "engine/syntax/ast.h"
#include "engine/syntax/parse.h"

namespace hjemmel::bench {
namespace {

using syntax::NodeKind;
using syntax::NodeRef;
using syntax::Tree;

bool is_repeated(NodeKind kind) {
  return kind == NodeKind::decision_declaration || kind == NodeKind::group_declaration ||
         kind == NodeKind::rule_declaration;
}

bool is_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '_' || static_cast<unsigned char>(letter) >= 0x80;
}

// Where the run that begins at `at` ends: a text in quotes, a word, or one other character.
std::size_t end_of_run(std::string_view text, std::size_t at) {
  if (text[at] == '"') {
    return std::min(text.find('"', at + 1), text.size() - 1) + 1;
  }
  std::size_t end = at + 1;
  while (is_word(text[at]) && end < text.size() && is_word(text[end])) {
    ++end;
  }
  return end;
}

std::string renamed(std::string_view text, std::set<std::string_view> const& names, std::string const& suffix) {
  std::string copy;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view const run = text.substr(at, end_of_run(text, at) - at);
    copy += run;
    copy += names.count(run) != 0 ? suffix : "";
    at += run.size();
  }
  return copy;
}

}  // namespace

std::string many_rules(source::FileId file, source::Sources const& sources, std::size_t rules) {
  diag::Sink sink;
  auto const tree = syntax::parse(file, sources, sink);
  CHECK(tree && sink.errors() == 0);
  std::string text;
  std::vector<NodeRef> repeated;
  std::set<std::string_view> names;
  for (NodeRef const declaration : tree->declarations()) {
    if (tree->kind(declaration) == NodeKind::property_declaration) {
      continue;  // it speaks of the decision, which is there many times over
    }
    if (is_repeated(tree->kind(declaration))) {
      repeated.push_back(declaration);
      names.insert(tree->text(tree->child(declaration, NodeKind::name)));
    } else {
      text += std::string(tree->text(declaration)) + "\n\n";
    }
  }
  for (std::size_t copy = 1, made = 0; made < rules; ++copy) {
    for (NodeRef const declaration : repeated) {
      bool const is_rule = tree->kind(declaration) == NodeKind::rule_declaration;
      if (!is_rule || made < rules) {
        text += renamed(tree->text(declaration), names, "_" + std::to_string(copy)) + "\n\n";
      }
      made += is_rule ? 1 : 0;
    }
  }
  return text;
}

}  // namespace hjemmel::bench
