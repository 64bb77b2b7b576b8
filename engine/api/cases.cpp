// The package's own cases, read or run.
#include "engine/package/cases.h"

#include "engine/api/package_data.h"

namespace hjemmel::api {
namespace {

CaseResult describe(package::PackageCase const& one, source::Sources const& sources) {
  source::SourceFile const& file = sources.file(one.span.file);
  return {one.name, one.why, file.path, source::locate(file.text, one.span.begin).line, {}, {}};
}

CasesResult go_through(Package const& package, bool run) {
  source::Sources sources = package.sources();  // spans of the manifest stay valid
  diag::Sink sink;
  bool const amended = !package.loaded().amendments.empty();
  auto const which = amended && !run ? package::WhichCases::of_amendments : package::WhichCases::all;
  auto const read = package::read_cases(package.loaded(), sources, sink, which);
  CasesResult result;
  result.findings = to_findings(sink, sources);
  if (!read) {
    result.failure = Failure::world;
    result.error = read.error().message;
    return result;
  }
  result.failure = result.findings.has_errors() ? Failure::input : Failure::none;
  result.files = read->files;
  result.unread = read->unread;
  result.unread_files = read->unread_files;
  for (package::PackageCase const& one : read->cases) {
    CaseResult& done = result.cases.emplace_back(describe(one, sources));
    if (run) {
      done.differences = package::run_case(package.loaded(), one);
    }
    for (diag::Diagnostic const& warning : one.warnings) {
      if (!done.differences.empty()) {
        done.warnings.push_back(to_finding(warning, sources));
      }
    }
  }
  return result;
}

}  // namespace

CasesResult run_cases(Package const& package) {
  return guarded<CasesResult>([&] { return go_through(package, true); });
}

CasesResult read_cases(Package const& package) {
  return guarded<CasesResult>([&] { return go_through(package, false); });
}

}  // namespace hjemmel::api
