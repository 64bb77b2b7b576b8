// What several parts of the page write alike: badges, citations, pairs.
#include "engine/explain/html_parts.h"

#include <algorithm>

namespace hjemmel::explain {
namespace {

std::string numbered(std::string_view kind, PageDecision const& decision, std::size_t at) {
  return std::string(kind) + "-" + std::to_string(decision.number) + "-" + std::to_string(at + 1);
}

}  // namespace

std::string anchor_of_rule(PageDecision const& decision, std::size_t at) { return numbered("rule", decision, at); }

std::string anchor_of_rule(PageDecision const& decision, std::string_view name) {
  std::vector<eval::RuleTrace> const& all = decision.trace.rules;
  auto const named = [&](eval::RuleTrace const& each) { return each.rule == name; };
  auto const counts = [&](eval::RuleTrace const& each) {
    return named(each) && each.state != eval::RuleState::guard_false;
  };
  auto found = std::find_if(all.begin(), all.end(), counts);
  found = found == all.end() ? std::find_if(all.begin(), all.end(), named) : found;
  return found == all.end() ? std::string{} : anchor_of_rule(decision, static_cast<std::size_t>(found - all.begin()));
}

std::string anchor_of_term(PageDecision const& decision, std::size_t at) { return numbered("term", decision, at); }

std::string anchor_of_term(PageDecision const& decision, std::string_view name) {
  std::vector<eval::DefinitionTrace> const& all = decision.trace.definitions;
  auto const found =
      std::find_if(all.begin(), all.end(), [&](eval::DefinitionTrace const& each) { return each.name == name; });
  return found == all.end() ? std::string{} : anchor_of_term(decision, static_cast<std::size_t>(found - all.begin()));
}

void write_badge(std::string_view look, std::string_view words, HtmlParts const& parts) {
  parts.out.element("span", words, {{"class", "badge " + std::string(look)}});
}

void write_state(std::string_view look, std::string_view words, std::string_view rest_look, HtmlParts const& parts) {
  std::size_t const colon = words.find(": ");
  {
    auto const line = parts.out.in("p");
    write_badge(look, words.substr(0, colon), parts);
  }
  if (colon != std::string_view::npos) {
    write_paragraph(words.substr(colon + 2), rest_look, parts);
  }
}

void write_clause(std::string_view clause, HtmlParts const& parts) {
  for (;;) {
    std::size_t const begin = clause.find('`');
    std::size_t const end = begin == std::string_view::npos ? begin : clause.find('`', begin + 1);
    if (end == std::string_view::npos) {
      return parts.out.text(clause);
    }
    parts.out.text(clause.substr(0, begin));
    parts.out.element("code", clause.substr(begin + 1, end - begin - 1));
    clause.remove_prefix(end + 1);
  }
}

void write_paragraph(std::string_view clause, std::string_view look, HtmlParts const& parts) {
  auto const paragraph = parts.out.in("p", {{"class", std::string(look)}});
  write_clause(capitalized(clause), parts);
}

void write_law(std::vector<eval::OutcomeCitation> const& citations, PagePlace const& by, HtmlParts const& parts) {
  if (citations.empty()) {
    return;
  }
  auto const list = parts.out.in("ul", {{"class", "law"}});
  parts.out.element("li", std::string(parts.page.law) + ":");
  for (eval::OutcomeCitation const& citation : citations) {
    std::string const name = parts.text().names.citation({citation.source, citation.place, {}});
    std::string const anchor = SourceList::anchor(parts.sources.cite(citation, name, by));
    auto const item = parts.out.in("li");
    // Ids of the catalogue stand in the list of sources; where a citation has nothing else, they are its name.
    bool const has_name = !citation.source.empty() || !citation.place.empty();
    eval::OutcomeCitation const shown{citation.source, citation.place,
                                      has_name ? std::vector<std::string>{} : citation.catalogue};
    parts.out.element("a", parts.text().names.citation(shown), {{"href", "#" + anchor}});
  }
}

void write_pair(std::string_view term, std::string_view what, HtmlParts const& parts) {
  parts.out.element("dt", term);
  parts.out.element("dd", what);
}

}  // namespace hjemmel::explain
