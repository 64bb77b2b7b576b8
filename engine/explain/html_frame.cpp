// What every page has around its own parts: the head, the list of sources, and the words of one program.
#include "engine/explain/html_parts.h"
#include "engine/explain/html_style.h"

namespace hjemmel::explain {
namespace {

// Whatever a browser could be talked into loading, it may not.
std::string content_policy() {
  return "default-src 'none'; style-src " + page_style_source() + "; base-uri 'none'; form-action 'none'";
}

void write_source(CitedSource const& source, std::size_t number, HtmlParts const& parts) {
  auto const item = parts.out.in("li", {{"id", SourceList::anchor(number)}});
  if (!source.name.empty()) {
    parts.out.element("p", source.name);
  }
  // The package's own words for the place, where the page says it in another language.
  if (source.name.find(source.citation.place) == std::string::npos) {
    parts.out.element("p", source.citation.place, {{"class", "small quiet"}});
  }
  if (!source.citation.catalogue.empty()) {
    auto const line = parts.out.in("p", {{"class", "small"}});
    parts.out.text(std::string(parts.page.catalogue) + ":");
    for (std::string const& id : source.citation.catalogue) {
      parts.out.text(" ");
      parts.out.element("code", id);
    }
  }
  if (source.cited_by.empty()) {
    return;
  }
  auto const line = parts.out.in("p", {{"class", "small quiet"}});
  parts.out.text(std::string(parts.page.cited_by) + ": ");
  for (std::size_t at = 0; at < source.cited_by.size(); ++at) {
    parts.out.text(at == 0 ? "" : ", ");
    parts.out.element("a", source.cited_by[at].name, {{"href", "#" + source.cited_by[at].anchor}});
  }
}

}  // namespace

PageVoice::PageVoice(ir::Program const& program, Language language, HtmlWriter& out, SourceList& sources)
    : lines(unused),
      names(&program, language),
      text{names, words_in(language), lines},
      conditions(program, language),
      prose{program, conditions, phrases_in(language), text},
      parts{prose, page_words_in(language), out, sources} {}

void write_page_head(std::string_view title, HtmlParts const& parts) {
  auto const head = parts.out.in("head");
  parts.out.empty("meta", {{"charset", "utf-8"}});
  parts.out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy()}});
  parts.out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  parts.out.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  parts.out.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
  parts.out.element("title", title);
  parts.out.style(page_style());
}

void write_sources(HtmlParts const& parts) {
  if (parts.sources.all().empty()) {
    return;
  }
  auto const section = parts.out.in("section", {{"class", "sources"}, {"aria-labelledby", "sources"}});
  parts.out.element("h2", parts.page.sources, {{"id", "sources"}});
  auto const list = parts.out.in("ol", {{"class", "notes"}});
  std::size_t number = 0;
  for (CitedSource const& source : parts.sources.all()) {
    write_source(source, ++number, parts);
  }
}

}  // namespace hjemmel::explain
