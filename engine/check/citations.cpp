// Citations: the source, the place in it and the entries of the catalogue; a range of entries is written out.
#include "engine/check/workbench.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

constexpr std::size_t kLongestRange = 500;  // catalogue entries in one `A .. B`

// `M5-1.5-25 .. M5-1.5-28`: the ids differ in the number at their end only.
void add_range(Workbench& bench, syntax::View range, std::vector<std::string>& ids) {
  std::string const first(syntax::operand(range, 0).text());
  std::string const last(syntax::operand(range, 1).text());
  std::size_t const cut = first.find_last_not_of("0123456789") + 1;
  std::size_t const other = last.find_last_not_of("0123456789") + 1;
  auto const from =
      base::parse_decimal(std::to_string(std::strtoull(first.c_str() + cut, nullptr, 10))).value.coefficient();
  auto const to =
      base::parse_decimal(std::to_string(std::strtoull(last.c_str() + other, nullptr, 10))).value.coefficient();
  bool const same_form = cut < first.size() && other < last.size() && first.substr(0, cut) == last.substr(0, other);
  if (!same_form || from > to || static_cast<std::size_t>(to - from) >= kLongestRange) {
    bench.sink.add(
        diag::Kind::bad_citation_range, range.span(), "`" + first + " .. " + last + "` is not a range of entries",
        "both ends must be alike but for the number at the end, the smaller first; or list the entries one by one");
    return;
  }
  for (auto number = from; number <= to; ++number) {
    std::string digits = std::to_string(number);
    std::size_t const width = first.size() - cut;
    digits.insert(0, digits.size() < width ? width - digits.size() : 0, '0');
    ids.push_back(first.substr(0, cut) + digits);
  }
}

void read_citation(Workbench& bench, syntax::View view, ir::Citation& citation) {
  citation.span = view.span();
  bool has_source = false;
  bool has_place = false;
  syntax::Tree const& tree = *view.tree;
  for (syntax::NodeRef at = tree.first_child(view.node); at.has_value(); at = tree.next_sibling(at)) {
    syntax::View const part{&tree, at};
    NodeKind const kind = part.kind();
    if (kind == NodeKind::name && !has_source) {
      has_source = true;
      if (auto const source = bench.source_names.resolve(part.text(), part.span(), bench.sink)) {
        citation.source = ir::SourceId(*source);
      }
    } else if (kind == NodeKind::text && !has_place) {
      has_place = true;
      citation.place = syntax::view<syntax::TextLiteral>(&tree, at).value();
    } else if (kind == NodeKind::entry_id) {
      citation.catalogue.emplace_back(part.text());
    } else if (kind == NodeKind::entry_range) {
      add_range(bench, part, citation.catalogue);
    }
  }
}

}  // namespace

ir::Citations read_citations(Workbench& bench, syntax::View declaration) {
  std::vector<ir::Citation> citations;
  syntax::Tree const& tree = *declaration.tree;
  for (syntax::NodeRef at = tree.first_child(declaration.node); at.has_value(); at = tree.next_sibling(at)) {
    if (tree.kind(at) == NodeKind::citation) {
      read_citation(bench, {&tree, at}, citations.emplace_back());
    }
  }
  return citations;
}

}  // namespace hjemmel::check
