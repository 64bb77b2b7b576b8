// Puts the parts together: head, contents, services by state, duties, questions, sources, foot.
#include "engine/explain/html_entitlements.h"

#include <algorithm>
#include <optional>

#include "engine/explain/html_entitlements_parts.h"
#include "engine/explain/service_words.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

std::string anchor_of_state(eval::ServiceState state) {
  return "state-" + std::string(eval::service_state_name(state));
}

// The date that all packages share; none: they differ, or do not say.
std::optional<std::string> shared(std::optional<std::string> ListedPackage::*date,
                                  EntitlementDocument const& document) {
  if (document.packages.empty()) {
    return std::nullopt;
  }
  std::optional<std::string> const& first = document.packages.front().*date;
  bool const same = std::all_of(document.packages.begin(), document.packages.end(),
                                [&](ListedPackage const& each) { return each.*date == first; });
  return same ? first : std::nullopt;
}

void write_dates(ServicesPage const& page) {
  Words const& words = page.frame.text().words;
  std::string dates;
  if (auto const as_of = shared(&ListedPackage::as_of, page.document)) {
    dates = phrase(words.rules_as_of, *as_of);
  }
  if (auto const decided_on = shared(&ListedPackage::decided_on, page.document)) {
    dates += (dates.empty() ? "" : ", ") + phrase(words.decided_on, *decided_on);
  }
  if (!dates.empty()) {
    page.frame.out.element("p", capitalized(localized(dates, page.frame.text().names.language())), {{"class", "meta"}});
  }
}

void write_link(std::string_view words, std::string const& anchor, ServicesPage const& page) {
  page.frame.out.element("a", words, {{"href", "#" + anchor}});
}

void write_jump(std::string_view words, std::size_t count, std::string const& anchor, ServicesPage const& page) {
  if (count > 0) {
    auto const item = page.frame.out.in("li");
    write_link(counted(words, count), anchor, page);
  }
}

// To each part of the page, with how much stands there.
void write_jumps(ServicesPage const& page) {
  PageWords const& words = page.frame.page;
  auto const list = page.frame.out.in("ul", {{"class", "contents"}});
  for (eval::ServiceState const state : kStatesOnPage) {
    write_jump(state_word(state, page), services_in(state, page).size(), anchor_of_state(state), page);
  }
  write_jump(words.owed_duties, page.document.duties.size(), "duties", page);
  write_jump(words.questions, page.document.questions.size(), "questions", page);
  write_jump(words.packages, page.document.packages.size(), "packages", page);
}

void write_contents(ServicesPage const& page) {
  auto const nav =
      page.frame.out.in("nav", {{"class", "overview"}, {"aria-label", std::string(page.frame.page.contents)}});
  write_jumps(page);
  for (eval::ServiceState const state : kStatesOnPage) {
    std::vector<std::size_t> const services = services_in(state, page);
    if (services.empty()) {
      continue;
    }
    page.frame.out.element("p", capitalized(state_word(state, page)), {{"class", "lead"}});
    auto const list = page.frame.out.in("ul", {{"class", "services"}});
    for (std::size_t const service : services) {
      auto const line = page.frame.out.in("li");
      write_link(capitalized(service_name(service, page)), anchor_of_service(service), page);
    }
  }
}

void write_top(ServicesPage const& page) {
  auto const top = page.frame.out.in("header", {{"class", "top"}});
  page.frame.out.element("h1", page.frame.page.services);
  write_dates(page);
  if (page.document.services.empty() && page.document.duties.empty()) {
    page.frame.out.element("p", page.frame.page.no_service);
    return;
  }
  page.frame.out.element("p", page.frame.page.services_lead);
  write_contents(page);
}

void write_services(eval::ServiceState state, ServicesPage const& page) {
  std::vector<std::size_t> const services = services_in(state, page);
  if (services.empty()) {
    return;
  }
  std::string const anchor = anchor_of_state(state);
  auto const section = page.frame.out.in("section", {{"class", "group"}, {"aria-labelledby", anchor}});
  page.frame.out.element("h2", counted(state_word(state, page), services.size()), {{"id", anchor}});
  for (std::size_t const service : services) {
    write_service(service, page);
  }
}

bool holds_personal(ir::Program const& program, ir::Fact const& fact) {
  if (is_kept_apart(program, fact.info.name)) {
    return true;
  }
  if (fact.info.type.record.index >= program.records.size()) {
    return false;
  }
  std::vector<ir::Field> const& fields = program.records[fact.info.type.record.index].fields;
  return std::any_of(fields.begin(), fields.end(), [&](ir::Field const& field) {
    return is_kept_apart(program, fact.info.name + "[1]." + field.info.name);
  });
}

// What a package may read: that a criterion on it is met or not tells of it.
bool holds_personal(ServicesPage const& page) {
  return std::any_of(page.document.packages.begin(), page.document.packages.end(), [](ListedPackage const& package) {
    return std::any_of(package.program->facts.begin(), package.program->facts.end(),
                       [&](ir::Fact const& fact) { return holds_personal(*package.program, fact); });
  });
}

void write_foot(std::string const& facts_digest, ServicesPage const& page) {
  PageWords const& words = page.frame.page;
  auto const foot = page.frame.out.in("footer");
  page.frame.out.element("h2", words.recompute);
  page.frame.out.element("p", words.recompute_all);
  {
    auto const list = page.frame.out.in("dl", {{"class", "pairs"}});
    if (!facts_digest.empty()) {
      write_pair(words.facts_digest, facts_digest, page.frame);
    }
    auto const decided_on = shared(&ListedPackage::decided_on, page.document);
    write_pair(words.decided_on, decided_on.value_or(std::string(words.not_stated)), page.frame);
  }
  if (!page.document.packages.empty()) {
    page.frame.out.element("h2", counted(words.packages, page.document.packages.size()), {{"id", "packages"}});
    write_packages(page);
  }
  if (holds_personal(page)) {
    page.frame.out.element("p", words.holds_personal);
  }
}

void write_main(ServicesPage const& page) {
  auto const main = page.frame.out.in("main");
  for (eval::ServiceState const state : kStatesOnPage) {
    write_services(state, page);
  }
  write_owed_duties(page);
  write_shared_questions(page);
  write_sources(page.frame);
}

void write_document(std::string const& facts_digest, ServicesPage const& page) {
  auto const root = page.frame.out.in("html", {{"lang", std::string(page.frame.page.language)}});
  write_page_head(page.frame.page.services, page.frame);
  auto const body = page.frame.out.in("body");
  write_top(page);
  write_main(page);
  write_foot(facts_digest, page);
}

}  // namespace

std::string counted(std::string_view what, std::size_t count) {
  return capitalized(what) + " (" + std::to_string(count) + ")";
}

void write_state_and_origin(std::string_view look, std::string_view state, std::size_t package, std::string const& name,
                            ServicesPage const& page) {
  HtmlParts const& parts = page.parts_of(package);
  std::string const title = parts.text().names.title();
  auto const line = parts.out.in("p", {{"class", "meta"}});
  write_badge(look, state, parts);
  parts.out.text(" ");
  parts.out.element("a", title.empty() ? page.document.packages[package].name : title,
                    {{"href", "#" + anchor_of_package(package)}});
  parts.out.text(" ");
  parts.out.element("code", name);
}

std::string anchor_of_service(std::size_t service) { return "service-" + std::to_string(service + 1); }

std::string anchor_of_package(std::size_t package) { return "package-" + std::to_string(package + 1); }

std::string anchor_of_question(std::size_t question) { return "question-" + std::to_string(question + 1); }

std::string service_name(std::size_t service, ServicesPage const& page) {
  ListedService const& listed = page.document.services[service];
  return service_title(listed, page.parts_of(listed.package).text().names);
}

std::vector<std::size_t> services_in(eval::ServiceState state, ServicesPage const& page) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < page.document.services.size(); ++at) {
    if (page.document.services[at].entitlement.state == state) {
      places.push_back(at);
    }
  }
  return places;
}

std::string state_word(eval::ServiceState state, ServicesPage const& page) {
  std::string_view const words = service_state_words(state, page.frame.text().words);
  return std::string(words.substr(0, words.find(": ")));
}

std::string entitlements_page(EntitlementDocument const& document, std::string const& facts_digest, Language language) {
  std::string out;
  HtmlWriter html(out);
  SourceList sources;
  ir::Program const nothing;
  PageVoice const frame(nothing, language, html, sources);
  std::deque<PageVoice> voices;
  for (ListedPackage const& package : document.packages) {
    voices.emplace_back(*package.program, language, html, sources);
  }
  html.doctype();
  write_document(facts_digest, {document, voices, frame.parts});
  return out;
}

}  // namespace hjemmel::explain
