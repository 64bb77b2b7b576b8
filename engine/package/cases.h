// A package's own cases: facts in, expected outcome out.
//
// In: a loaded package and its folder of case files. Out: cases ready to run, and after running one result each. Facts under
// `common` lie under every case of their file: mappings merge key by key, anything else is replaced. A file that names
// `amendments` is about the package with these laid on, whatever was laid on the package that is tested.
// Tested in tests/unit/package/cases_test.cpp and tests/golden/package.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/eval/facts.h"
#include "engine/package/duty_expectation.h"
#include "engine/package/expectation.h"
#include "engine/package/loader.h"
#include "engine/package/service_expectation.h"

namespace hjemmel::package {

struct PackageCase {
  std::string name;
  std::string why;    // may be empty
  source::Span span;  // of the name
  eval::Case facts;
  std::vector<std::pair<std::uint32_t, Expectation>> expected;                  // by decision
  std::vector<std::pair<std::uint32_t, ServiceExpectation>> expected_services;  // by service
  std::vector<std::pair<std::uint32_t, DutyExpectation>> expected_duties;       // by duty
  std::vector<diag::Diagnostic> warnings;        // about its facts: shown where the case fails
  std::shared_ptr<LoadedPackage const> amended;  // of a file that names `amendments`: the package with these; else null
};

struct CaseFiles {
  std::vector<std::string> files;  // read
  std::vector<PackageCase> cases;  // the good ones, in the order of the files
  std::size_t unread = 0;          // the faulty ones
  std::size_t unread_files = 0;    // of which it is not known how many cases they have
};

// of_amendments: of an amended package the files that name just the amendments which are laid on; of another one all.
enum class WhichCases : std::uint8_t { all, of_amendments };

// The case files; a faulty case is left out and the sink says why.
[[nodiscard]] base::Result<CaseFiles> read_cases(LoadedPackage const& package, source::Sources& sources,
                                                 diag::Sink& sink, WhichCases which = WhichCases::all);

// The lines of `differences` for every decision of the case; empty when it passes.
[[nodiscard]] std::vector<std::string> run_case(LoadedPackage const& package, PackageCase const& one);

// `over` laid over `under`.
[[nodiscard]] document::Node merge(document::Node const& under, document::Node const& over);

}  // namespace hjemmel::package
