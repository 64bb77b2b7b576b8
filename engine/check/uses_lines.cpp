// Reads the lines of a package that name the packages it uses, before anything is checked: the loader needs them to find these
// packages. Each line gives the name, the version (empty where none is written) and the name by which the package is read.
#include "engine/check/uses.h"
#include "engine/syntax/ast.h"

namespace hjemmel::check {

std::vector<UsesLine> uses_lines(std::span<syntax::Tree const> files) {
  std::vector<UsesLine> lines;
  for (syntax::Tree const& tree : files) {
    for (syntax::NodeRef const node : tree.declarations()) {
      if (tree.kind(node) != syntax::NodeKind::uses_declaration) {
        continue;
      }
      auto const view = syntax::view<syntax::UsesView>(&tree, node);
      lines.push_back({std::string(view.package().text()), view.version() ? view.version().value() : "",
                       std::string(view.alias().text()), view.package().span(),
                       view.version() ? view.version().span() : source::Span{}, view.alias().span()});
    }
  }
  return lines;
}

}  // namespace hjemmel::check
