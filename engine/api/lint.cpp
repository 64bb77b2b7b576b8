// The lints over a loaded package.
#include "engine/lint/lint.h"

#include "engine/api/package_data.h"
#include "engine/package/catalogue.h"

namespace hjemmel::api {
namespace {

std::vector<lint::Named> named(std::vector<package::Word> const& words) {
  std::vector<lint::Named> result;
  for (package::Word const& word : words) {
    result.push_back({word.text, word.span});
  }
  return result;
}

LintResult lint_all(Package const& package) {
  package::LoadedPackage const& loaded = package.loaded();
  package::Manifest const& manifest = loaded.manifest;
  source::Sources sources = package.sources();
  diag::Sink sink;
  lint::Subject subject{
      loaded.program, loaded.plan, sources, manifest.name.span, named(manifest.offers), {}, {}, {}, {}};
  for (package::HealthGround const& one : manifest.health) {
    subject.health_grounds.push_back({one.fact.text, one.fact.span});
    for (package::Word const& entry : one.cites) {
      subject.health_citations.push_back({entry.text, entry.span});
    }
  }
  if (manifest.catalogue) {
    auto entries = package::read_catalogue(loaded.folder, *manifest.catalogue, sources, sink);
    if (!entries) {
      return failed<LintResult>(Failure::world, "reading the law catalogue: " + entries.error().message);
    }
    subject.entries = *std::move(entries);
    subject.catalogue = manifest.catalogue->text;
  }
  lint::lint(subject, sink);
  LintResult result;
  result.findings = to_findings(sink, sources);
  result.failure = result.findings.has_errors() ? Failure::input : Failure::none;
  return result;
}

}  // namespace

LintResult lint_package(Package const& package) {
  return guarded<LintResult>([&] { return lint_all(package); });
}

}  // namespace hjemmel::api
