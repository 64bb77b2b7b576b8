// hjemmel test: the package's own cases, and for each that fails how the outcome differs from what it expects.
#include <algorithm>

#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

// One package as it was tested.
struct Tested {
  std::string folder;
  std::string name;  // of the package; the folder where it did not load
  api::Findings findings;
  std::string error;
  std::vector<api::CaseResult> cases;
  int status = kDone;
  std::size_t unread = 0;        // cases
  std::size_t unread_files = 0;  // of which it is not known how many cases they have

  [[nodiscard]] std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [](api::CaseResult const& one) { return !one.differences.empty(); }));
  }
};

Tested test_package(std::string const& folder, std::vector<std::string> const& amendments) {
  api::LoadResult const loaded = api::load_package(folder, amendments);
  Tested tested{folder, folder, loaded.findings, loaded.error, {}, status_of(loaded.failure), 0, 0};
  if (!loaded.package) {
    return tested;
  }
  tested.name = api::info(*loaded.package).name;
  api::CasesResult ran = api::run_cases(*loaded.package);
  tested.findings.all.insert(tested.findings.all.end(), ran.findings.all.begin(), ran.findings.all.end());
  tested.error = ran.error;
  tested.cases = std::move(ran.cases);
  tested.unread = ran.unread;
  tested.unread_files = ran.unread_files;
  tested.status = std::max(status_of(ran.failure), tested.failed() > 0 ? kFaults : kDone);
  if (tested.cases.empty() && tested.status == kDone) {
    tested.error = "`" + folder +
                   "` has no cases; they stand in its folder `cases`, or where `cases: FOLDER` in `package.yaml` says";
    tested.status = kFaults;
  }
  return tested;
}

std::string as_text(Tested const& tested) {
  std::string text;
  for (api::CaseResult const& one : tested.cases) {
    if (one.differences.empty()) {
      continue;
    }
    text += "FAILED " + one.name + "  " + one.path + ":" + std::to_string(one.line) + "\n";
    text += one.why.empty() ? "" : "  (" + one.why + ")\n";
    for (std::string const& line : one.differences) {
      text += "  " + line + "\n";
    }
    for (api::Finding const& warning : one.warnings) {
      text += warning.text;
    }
  }
  std::size_t const all = tested.cases.size() + tested.unread;
  if (all == 0 && tested.status != kDone) {
    return text;
  }
  text += tested.name + ": " + std::to_string(tested.cases.size() - tested.failed()) + " of " +
          counted(all, "case", "cases") + " passed";
  text += tested.unread == 0 ? "" : "; " + std::to_string(tested.unread) + " could not be read";
  text += tested.unread_files == 0
              ? ""
              : "; " + counted(tested.unread_files, "whole file", "whole files") + " could not be read";
  return text + "\n";
}

void write_case(explain::JsonWriter& writer, api::CaseResult const& one) {
  writer.begin_object();
  writer.member("name", one.name);
  writer.member("path", one.path);
  writer.key("line");
  writer.integer(one.line);
  writer.key("passed");
  writer.boolean(one.differences.empty());
  writer.member("differences", one.differences);
  writer.end_object();
}

std::string as_json(std::vector<Tested> const& all) {
  std::string out;
  explain::JsonWriter writer(out, explain::Layout::indented);
  writer.begin_object();
  writer.key("packages");
  writer.begin_array();
  for (Tested const& tested : all) {
    writer.begin_object();
    writer.member("folder", tested.folder);
    writer.member("package", tested.name);
    writer.key("passed");
    writer.integer(static_cast<std::int64_t>(tested.cases.size() - tested.failed()));
    writer.key("failed");
    writer.integer(static_cast<std::int64_t>(tested.failed()));
    writer.key("not_read");
    writer.integer(static_cast<std::int64_t>(tested.unread));
    writer.key("cases");
    writer.begin_array();
    for (api::CaseResult const& one : tested.cases) {
      write_case(writer, one);
    }
    writer.end_array();
    write_findings(writer, tested.findings, tested.error);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return out + "\n";
}

// One line a case; a package or case file with faults counts as one that failed, so that no plan hides it.
std::string as_tap(std::vector<Tested> const& all) {
  std::string lines;
  std::size_t number = 0;
  for (Tested const& tested : all) {
    for (api::CaseResult const& one : tested.cases) {
      lines += (one.differences.empty() ? "ok " : "not ok ") + std::to_string(++number) + " - " + tested.name + " " +
               one.name + "\n";
      for (std::string const& line : one.differences) {
        lines += "# " + line + "\n";
      }
    }
    if (tested.findings.has_errors() || !tested.error.empty()) {
      lines += "not ok " + std::to_string(++number) + " - " + tested.name + " is without faults\n";
    }
  }
  return "TAP version 13\n1.." + std::to_string(number) + "\n" + lines;
}

}  // namespace

int run_test(TestOptions const& options) {
  std::vector<Tested> all;
  std::string text;
  int status = kDone;
  for (std::string const& folder : options.packages) {
    Tested const& tested = all.emplace_back(test_package(folder, options.amendments));
    status = std::max(status, tested.status);
    text += as_text(tested);
    if (options.format != Format::json) {
      report(tested.findings, api::Failure::none, tested.error, Format::text);
    }
  }
  if (options.format == Format::json) {
    return write_out(as_json(all), status);
  }
  return write_out(options.format == Format::tap ? as_tap(all) : text, status);
}

}  // namespace hjemmel::cli
