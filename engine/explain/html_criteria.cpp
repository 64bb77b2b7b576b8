// The criteria of a service: those it fails on in the open, the others folded under how they stand.
#include <algorithm>

#include "engine/explain/html_entitlements_parts.h"
#include "engine/explain/service_words.h"

namespace hjemmel::explain {
namespace {

using Lines = std::vector<eval::CriterionTrace const*>;

// An exclusion that is met stands against the service.
std::string_view look_of(eval::CriterionTrace const& criterion) {
  if (criterion.truth == eval::Truth::unknown) {
    return "open";
  }
  return criterion.fails() || criterion.truth == eval::Truth::error ? "bad" : "good";
}

bool is_told_failed(eval::CriterionTrace const& criterion, eval::Entitlement const& entitlement) {
  return std::find(entitlement.failed.begin(), entitlement.failed.end(), criterion.name) != entitlement.failed.end();
}

Lines lines_of(eval::Entitlement const& entitlement, bool failed, bool exclusion) {
  Lines lines;
  for (eval::CriterionTrace const& criterion : entitlement.criteria) {
    if (criterion.exclusion == exclusion && is_told_failed(criterion, entitlement) == failed) {
      lines.push_back(&criterion);
    }
  }
  return lines;
}

void write_unknowns(eval::CriterionTrace const& criterion, HtmlParts const& parts) {
  if (criterion.unknowns.empty()) {
    return;
  }
  auto const line = parts.out.in("p", {{"class", "small quiet"}});
  parts.out.text(std::string(parts.page.depends_on) + " ");
  for (std::size_t at = 0; at < criterion.unknowns.size(); ++at) {
    parts.out.text(at == 0 ? "" : ", ");
    std::string const label = open_fact(criterion.unknowns[at], parts.text());
    if (label != criterion.unknowns[at]) {
      parts.out.text(label + " ");
    }
    parts.out.element("code", criterion.unknowns[at]);
  }
}

void write_line(eval::CriterionTrace const& criterion, std::vector<eval::OutcomeCitation> const& law,
                PagePlace const& service, HtmlParts const& parts) {
  auto const item = parts.out.in("li");
  auto const line = parts.out.in("div", {{"class", "line"}});
  write_badge(look_of(criterion), truth_words(criterion.truth, parts.text().words), parts);
  auto const words = parts.out.in("div");
  {
    auto const said = parts.out.in("p");
    parts.out.text(capitalized(parts.text().names.word(criterion.name)) + " ");
    parts.out.element("code", criterion.name, {{"class", "quiet"}});
  }
  write_unknowns(criterion, parts);
  write_law(law, service, parts);
}

// A line without an authority of its own has `law`.
void write_lines(Lines const& lines, std::string_view lead, std::vector<eval::OutcomeCitation> const& law,
                 std::size_t service, ServicesPage const& page) {
  if (lines.empty()) {
    return;
  }
  HtmlParts const& parts = page.parts_of(page.document.services[service].package);
  parts.out.element("p", lead, {{"class", "lead"}});
  auto const list = parts.out.in("ul", {{"class", "tree"}, {"aria-label", std::string(lead)}});
  for (eval::CriterionTrace const* const criterion : lines) {
    write_line(*criterion, criterion->citations.empty() ? law : criterion->citations,
               {anchor_of_service(service), service_name(service, page)}, parts);
  }
}

// `4 met, 1 open`, in the order in which they first stand.
std::string tally(Lines const& lines, Words const& words) {
  std::vector<std::pair<eval::Truth, std::size_t>> counts;
  for (eval::CriterionTrace const* const line : lines) {
    auto const found =
        std::find_if(counts.begin(), counts.end(), [&](auto const& each) { return each.first == line->truth; });
    if (found == counts.end()) {
      counts.emplace_back(line->truth, 1);
    } else {
      ++found->second;
    }
  }
  std::string text;
  for (auto const& [truth, count] : counts) {
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(truth_words(truth, words));
  }
  return text;
}

std::string summary_of(Lines const& criteria, Lines const& exclusions, HtmlParts const& parts) {
  Words const& words = parts.text().words;
  std::string text = criteria.empty() ? std::string{} : std::string(words.criteria) + ": " + tally(criteria, words);
  if (!exclusions.empty()) {
    text += (text.empty() ? "" : "; ") + std::string(parts.page.exclusions) + ": " + tally(exclusions, words);
  }
  return capitalized(text);
}

}  // namespace

bool refusal_rests_on_service(eval::Entitlement const& entitlement) {
  return entitlement.state == eval::ServiceState::refused &&
         std::any_of(entitlement.criteria.begin(), entitlement.criteria.end(),
                     [&](auto const& each) { return each.citations.empty() && is_told_failed(each, entitlement); });
}

void write_refusal(std::size_t service, ServicesPage const& page) {
  eval::Entitlement const& entitlement = page.document.services[service].entitlement;
  if (entitlement.state != eval::ServiceState::refused) {
    return;
  }
  Lines lines = lines_of(entitlement, true, false);
  Lines const exclusions = lines_of(entitlement, true, true);
  lines.insert(lines.end(), exclusions.begin(), exclusions.end());
  bool const surely = std::any_of(lines.begin(), lines.end(), [](auto const* line) { return line->fails(); });
  PageWords const& words = page.frame.page;
  write_lines(lines, surely ? words.refused_for : words.refused_anyhow, entitlement.citations, service, page);
}

void write_criteria(std::size_t service, ServicesPage const& page) {
  ListedService const& listed = page.document.services[service];
  bool const refused = listed.entitlement.state == eval::ServiceState::refused;
  Lines criteria = lines_of(listed.entitlement, false, false);
  Lines exclusions = lines_of(listed.entitlement, false, true);
  if (!refused) {  // what fails was not told of
    for (auto* const all : {&criteria, &exclusions}) {
      Lines const failed = lines_of(listed.entitlement, true, all == &exclusions);
      all->insert(all->end(), failed.begin(), failed.end());
    }
  }
  if (criteria.empty() && exclusions.empty()) {
    return;
  }
  HtmlParts const& parts = page.parts_of(listed.package);
  auto const details = parts.out.in("details", {{"class", "rule"}});
  parts.out.element("summary", summary_of(criteria, exclusions, parts));
  auto const inside = parts.out.in("div", {{"class", "inside"}});
  write_lines(criteria, page.frame.page.all_criteria, {}, service, page);
  write_lines(exclusions, page.frame.page.no_exclusion, {}, service, page);
}

}  // namespace hjemmel::explain
