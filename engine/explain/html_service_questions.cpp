// What is not known: of one service its best question and what else is missing, and the questions of all services together.
#include <algorithm>

#include "engine/explain/html_entitlements_parts.h"
#include "engine/explain/service_words.h"

namespace hjemmel::explain {
namespace {

// Among the questions of all services, where each stands once.
std::string anchor_of(eval::Missing const& missing, ServicesPage const& page) {
  std::vector<eval::SharedQuestion> const& all = page.document.questions;
  auto const found = std::find_if(all.begin(), all.end(), [&](eval::SharedQuestion const& each) {
    return each.missing.kind == missing.kind && each.missing.name == missing.name && each.missing.key == missing.key;
  });
  return found == all.end() ? std::string{} : anchor_of_question(static_cast<std::size_t>(found - all.begin()));
}

void write_link(std::string const& words, eval::Missing const& missing, ServicesPage const& page) {
  std::string const anchor = anchor_of(missing, page);
  HtmlWriter& out = page.frame.out;
  out.element(anchor.empty() ? "span" : "a", words, {{"href", anchor.empty() ? anchor : "#" + anchor}});
}

std::string what_is_missing(eval::Missing const& missing, HtmlParts const& parts) {
  if (missing.kind == eval::MissingKind::open_law) {
    std::string const name = parts.text().names.word(missing.name);
    return missing.key.empty()
               ? name
               : phrase(parts.text().words.table_for_key, name, parts.text().names.any_value(missing.key));
  }
  return open_fact(missing.name, parts.text());
}

void write_others(std::vector<eval::Missing> const& missing, HtmlParts const& parts, ServicesPage const& page) {
  if (missing.size() < 2) {
    return;
  }
  parts.out.element("dt", parts.page.also_missing);
  auto const cell = parts.out.in("dd");
  auto const list = parts.out.in("ul", {{"class", "links"}});
  for (std::size_t at = 1; at < missing.size(); ++at) {
    auto const item = parts.out.in("li");
    write_link(what_is_missing(missing[at], parts), missing[at], page);
  }
}

void write_possible(eval::Entitlement const& entitlement, HtmlParts const& parts, ServicesPage const& page) {
  if (entitlement.possible.empty()) {
    return;
  }
  std::vector<std::string> states;
  for (eval::ServiceState const state : kStatesOnPage) {
    if (std::find(entitlement.possible.begin(), entitlement.possible.end(), state) != entitlement.possible.end()) {
      states.push_back(state_word(state, page));
    }
  }
  write_pair(parts.page.may_become, join(states, parts.text().words.or_word), parts);
}

}  // namespace

void write_missing(std::size_t service, ServicesPage const& page) {
  ListedService const& listed = page.document.services[service];
  std::vector<eval::Missing> const& missing = listed.entitlement.missing;
  if (listed.entitlement.state != eval::ServiceState::unknown) {
    return;
  }
  HtmlParts const& parts = page.parts_of(listed.package);
  if (!missing.empty()) {
    parts.out.element("dt", parts.page.best_question);
    auto const cell = parts.out.in("dd");
    write_link(capitalized(question_clause(missing.front(), parts.prose)), missing.front(), page);
  }
  write_others(missing, parts, page);
  write_possible(listed.entitlement, parts, page);
}

// A question reads its labels from the package of the first service that asks it.
void write_shared_questions(ServicesPage const& page) {
  if (page.document.questions.empty()) {
    return;
  }
  HtmlWriter& out = page.frame.out;
  auto const section = out.in("section", {{"class", "group"}, {"aria-labelledby", "questions"}});
  out.element("h2", page.frame.page.questions, {{"id", "questions"}});
  write_paragraph(page.frame.text().words.to_find_out, "quiet said", page.frame);
  auto const list = out.in("ol", {{"class", "questions"}});
  for (std::size_t at = 0; at < page.document.questions.size(); ++at) {
    eval::SharedQuestion const& question = page.document.questions[at];
    std::string const anchor = anchor_of_question(at);
    auto const item = out.in("li", {{"id", anchor}});
    write_question(question.missing, anchor, page.parts_of(page.document.services[question.services.front()].package));
    auto const services = out.in("ul", {{"class", "law"}});
    out.element("li", std::string(page.frame.page.hangs_on_it) + ":");
    for (std::size_t const service : question.services) {
      auto const one = out.in("li");
      out.element("a", capitalized(service_name(service, page)), {{"href", "#" + anchor_of_service(service)}});
    }
  }
}

}  // namespace hjemmel::explain
