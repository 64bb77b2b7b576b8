// The packages of a page with what it takes to find the very same again: version, digest, packages and code that they use.
#include "engine/explain/html_entitlements_parts.h"
#include "engine/explain/place_words.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {
namespace {

void write_version(ListedPackage const& package, HtmlParts const& parts) {
  auto const line = parts.out.in("p");
  parts.out.element("code", package.name);
  std::string rest = " " + package.version;
  if (!package.program->status.empty()) {
    std::string const status = status_words(package.program->status, parts.text().names.language());
    rest += ", " + (package.program->status_by.empty()
                        ? status
                        : phrase(parts.text().words.proposed_by, status, package.program->status_by));
  }
  if (package.as_of) {
    rest += ", " + localized(phrase(parts.text().words.rules_as_of, *package.as_of), parts.text().names.language());
  }
  parts.out.text(rest);
}

void write_digests(ListedPackage const& package, HtmlParts const& parts) {
  PageWords const& page = parts.page;
  auto const list = parts.out.in("dl", {{"class", "pairs"}});
  write_pair(page.digest, package.digest, parts);
  for (UsedPackage const& one : package.used) {
    write_pair(page.uses, one.alias + ": " + one.package + " " + one.version + ", " + one.digest, parts);
  }
  for (UsedJurisdiction const& one : package.jurisdictions) {
    std::string const code =
        one.unlisted ? phrase(parts.text().words.unlisted_code, one.id, one.version) : one.id + " " + one.version;
    write_pair(page.jurisdiction, code + ", " + one.digest, parts);
  }
  for (HealthFact const& read : package.health_facts) {
    write_pair(page.health_fact, health_fact_phrase(read, parts.text()), parts);
  }
}

}  // namespace

void write_packages(ServicesPage const& page) {
  auto const list = page.frame.out.in("ol", {{"class", "notes"}});
  for (std::size_t at = 0; at < page.document.packages.size(); ++at) {
    HtmlParts const& parts = page.parts_of(at);
    auto const item = parts.out.in("li", {{"id", anchor_of_package(at)}});
    if (std::string const title = parts.text().names.title(); !title.empty()) {
      parts.out.element("p", title, {{"class", "option"}});
    }
    write_version(page.document.packages[at], parts);
    write_digests(page.document.packages[at], parts);
  }
}

}  // namespace hjemmel::explain
