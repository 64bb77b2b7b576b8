// One pass over the places of the words, then a second reading of what came of it.
#include "engine/syntax/translate.h"

#include <algorithm>

#include "engine/base/unit.h"
#include "engine/source/source_file.h"
#include "engine/syntax/format.h"
#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"
#include "engine/syntax/parse.h"

namespace hjemmel::syntax {
namespace {

struct Replacement {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

std::string_view code_of(Language language) { return language == Language::nb ? "nb" : "en"; }

// Comments and line ends that stand between the words of one phrase, to follow it.
std::string kept_between(std::string_view phrase) {
  std::string kept;
  char const* const end = phrase.data() + phrase.size();
  char const* at = grammar::scan::end_of_name(phrase.data(), end);
  while (at != end) {
    char const* const next = grammar::scan::skip_blanks(at, end);
    std::string_view const gap(at, static_cast<std::size_t>(next - at));
    kept += gap.find_first_of("#\n") != std::string_view::npos ? gap : std::string_view{};
    at = grammar::scan::end_of_name(next, end);
  }
  while (!kept.empty() && kept.back() == ' ') {
    kept.pop_back();
  }
  return kept;
}

std::vector<Replacement> replacements(Tree const& tree, Language language) {
  std::vector<Replacement> all;
  std::string_view const text = tree.source_text();
  for (KeywordPlace const& place : tree.keywords()) {
    std::string_view const written = text.substr(place.begin, place.end - place.begin);
    all.push_back({place.begin, place.end, std::string(place.keyword.in(language)) + kept_between(written)});
  }
  for (NodeRef const declaration : tree.declarations()) {
    NodeRef const line = tree.child(declaration, NodeKind::head_language);
    std::string_view const named = line.has_value() ? tree.text(tree.first_child(line)) : std::string_view{};
    if (named == "nb" || named == "en") {
      source::Span const name = tree.span(tree.first_child(line));
      all.push_back({name.begin, name.end, std::string(code_of(language))});
    }
  }
  std::sort(all.begin(), all.end(), [](Replacement const& a, Replacement const& b) { return a.begin < b.begin; });
  return all;
}

std::string rewritten(Tree const& tree, Language language) {
  std::string out;
  std::uint32_t at = 0;
  for (Replacement const& one : replacements(tree, language)) {
    out += tree.source_text().substr(at, one.begin - at);
    out += one.text;
    at = one.end;
  }
  return out.append(tree.source_text().substr(at));
}

// `år` and `years` are one unit.
bool same_words(NodeKind kind, std::string_view a, std::string_view b) {
  auto const unit = kind == NodeKind::unit ? base::find_unit(a) : std::nullopt;
  auto const other = unit ? base::find_unit(b) : std::nullopt;
  return a == b || (unit && other && unit->dimension == other->dimension && unit->multiple == other->multiple &&
                    unit->power == other->power);
}

// The first node of `a` that `b` has otherwise; a `language` line's word counts as the same. None: the same trees.
NodeRef first_difference(Tree const& a, Tree const& b) {
  std::size_t const shared = std::min(a.nodes().size(), b.nodes().size());
  for (std::size_t i = 0; i < shared; ++i) {
    NodeRef const node{static_cast<std::uint32_t>(i)};
    bool const token = (group_of(a.kind(node)) == NodeGroup::token && a.kind(node) != NodeKind::declared_kind) ||
                       a.kind(node) == NodeKind::type_name;
    bool const in_language_line = i + 1 < shared && a.nodes()[i + 1].kind == NodeKind::head_language;
    if (a.kind(node) != b.kind(node) ||
        (token && !in_language_line && !same_words(a.kind(node), a.text(node), b.text(node)))) {
      return node;
    }
  }
  return a.nodes().size() == b.nodes().size() ? NodeRef{} : NodeRef{0};
}

// A name that the other language keeps for itself; else `fallback`.
NodeRef clashing_name(Tree const& tree, Language language, NodeRef fallback) {
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    NodeRef const node{static_cast<std::uint32_t>(i)};
    NodeKind const kind = tree.kind(node);
    std::string_view const name = tree.text(node).substr(0, tree.text(node).find('.'));
    bool const named = kind == NodeKind::name || kind == NodeKind::path || kind == NodeKind::decision_name;
    bool const taken = grammar::is_reserved(name, language) || grammar::begins_clause(name, language) ||
                       grammar::is_effect_word(name, language);
    if (named && taken) {
      return node;
    }
  }
  return fallback;
}

void report_clash(Tree const& tree, Language language, NodeRef node, diag::Sink& sink) {
  std::string const other = language == Language::nb ? "bokmål" : "English";
  sink.add(diag::Kind::reserved_word, tree.span(node),
           "`" + std::string(tree.text(node)) + "` cannot stay as it is in " + other +
               ": it would be read as a word of the language",
           "give it another name first");
}

}  // namespace

std::optional<std::string> translate(Tree const& tree, Language language, diag::Sink& sink) {
  if (!tree.broken().empty() || tree.declarations().empty()) {
    return std::nullopt;
  }
  source::Sources sources;
  diag::Sink faults;
  source::FileId const file = sources.add("translated", rewritten(tree, language));
  auto const other = parse(file, sources, faults);
  NodeRef const difference = other ? first_difference(tree, *other) : NodeRef{0};
  if (faults.errors() > 0 || difference.has_value()) {
    report_clash(tree, language, clashing_name(tree, language, difference.has_value() ? difference : NodeRef{0}), sink);
    return std::nullopt;
  }
  return format(*other);
}

}  // namespace hjemmel::syntax
