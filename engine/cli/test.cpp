// hjemmel test: the package's own cases, and for each that fails how the outcome differs from what it expects; its properties,
// and for each that fails the cases in which it does.
#include <algorithm>

#include "engine/api/findings_json.h"
#include "engine/base/thousands.h"
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
  std::vector<api::PropertyResult> properties;
  int status = kDone;
  std::size_t unread = 0;        // cases
  std::size_t unread_files = 0;  // of which it is not known how many cases they have

  [[nodiscard]] std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [](api::CaseResult const& one) { return !one.differences.empty(); }));
  }
};

void run_cases(api::Package const& package, Tested& tested) {
  api::CasesResult ran = api::run_cases(package);
  tested.findings.all.insert(tested.findings.all.end(), ran.findings.all.begin(), ran.findings.all.end());
  tested.error = ran.error;
  tested.cases = std::move(ran.cases);
  tested.unread = ran.unread;
  tested.unread_files = ran.unread_files;
  tested.status = std::max(status_of(ran.failure), tested.failed() > 0 ? kFaults : kDone);
  if (tested.cases.empty() && tested.status == kDone) {
    tested.error = "`" + tested.folder +
                   "` has no cases; they stand in its folder `cases`, or where `cases: FOLDER` in `package.yaml` says";
    tested.status = kFaults;
  }
}

void try_properties(api::Package const& package, TestOptions const& options, Tested& tested) {
  api::PropertiesResult tried = api::try_properties(package, {options.properties, options.random, options.seed});
  tested.findings.all.insert(tested.findings.all.end(), tried.findings.all.begin(), tried.findings.all.end());
  tested.error += (tested.error.empty() || tried.error.empty() ? "" : "; ") + tried.error;
  tested.properties = std::move(tried.properties);
  bool const fails =
      std::any_of(tested.properties.begin(), tested.properties.end(), [](auto const& one) { return one.fails; });
  tested.status = std::max({tested.status, status_of(tried.failure), fails ? kFaults : kDone});
}

Tested test_package(std::string const& folder, TestOptions const& options) {
  api::LoadResult const loaded = load_package(folder, options.amendments, options.bundles);
  Tested tested{folder, folder, loaded.findings, loaded.error, {}, {}, status_of(loaded.failure), 0, 0};
  if (!loaded.package) {
    return tested;
  }
  tested.name = api::info(*loaded.package).name;
  if (options.properties.empty()) {
    run_cases(*loaded.package, tested);
  }
  try_properties(*loaded.package, options, tested);
  return tested;
}

// `812 of 1,040 tried say something of it: 12 of its own cases, …`
std::string support(api::PropertyResult const& one, TestOptions const& options) {
  std::string text = "says something of " + base::in_thousands(one.own_counted + one.random_counted) + " of " +
                     base::in_thousands(one.own_tried + one.random_tried) + " tried (from its own cases " +
                     base::in_thousands(one.own_counted) + " of " + base::in_thousands(one.own_tried);
  text +=
      one.own_left_out == 0 ? "" : ", " + counted(one.own_left_out, "case", "cases") + " with unknown facts left out";
  return text + "; made up " + base::in_thousands(one.random_counted) + " of " + base::in_thousands(one.random_tried) +
         ", seed " + std::to_string(options.seed) + ")";
}

std::string property_text(Tested const& tested, TestOptions const& options) {
  std::string text;
  for (api::PropertyResult const& one : tested.properties) {
    text += one.fails
                ? "FAILED property " + one.name + "  " + one.path + ":" + std::to_string(one.line) + "\n" + one.text
                : "property " + one.name + ": no counterexample; " + support(one, options) + "\n";
  }
  return text;
}

std::string as_text(Tested const& tested, TestOptions const& options) {
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
  text += property_text(tested, options);
  if (!options.properties.empty() || (all == 0 && tested.status != kDone)) {
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

void write_property(explain::JsonWriter& writer, api::PropertyResult const& one) {
  writer.begin_object();
  writer.member("name", one.name);
  writer.member("path", one.path);
  writer.key("line");
  writer.integer(one.line);
  writer.key("passed");
  writer.boolean(!one.fails);
  for (auto const& [key, number] :
       {std::pair{"own_counted", one.own_counted}, std::pair{"own_tried", one.own_tried},
        std::pair{"own_left_out", one.own_left_out}, std::pair{"random_counted", one.random_counted},
        std::pair{"random_tried", one.random_tried}}) {
    writer.key(key);
    writer.integer(static_cast<std::int64_t>(number));
  }
  if (one.fails) {
    writer.key("counterexample");
    writer.raw(one.json);
  }
  writer.end_object();
}

void write_properties(explain::JsonWriter& writer, Tested const& tested, TestOptions const& options) {
  if (tested.properties.empty()) {
    return;
  }
  writer.key("seed");
  writer.raw(std::to_string(options.seed));
  writer.key("properties");
  writer.begin_array();
  for (api::PropertyResult const& one : tested.properties) {
    write_property(writer, one);
  }
  writer.end_array();
}

std::string as_json(std::vector<Tested> const& all, TestOptions const& options) {
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
    write_properties(writer, tested, options);
    api::write_findings(tested.findings, tested.error, writer);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return out + "\n";
}

// The lines of a text behind `#`.
std::string as_comment(std::string const& text) {
  std::string comment;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t const end = std::min(text.find('\n', begin), text.size());
    comment += "# " + text.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return comment;
}

// One line a case or property; a package or case file with faults counts as one that failed, so that no plan hides it.
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
    for (api::PropertyResult const& one : tested.properties) {
      lines += (one.fails ? "not ok " : "ok ") + std::to_string(++number) + " - " + tested.name + " property " +
               one.name + "\n" + as_comment(one.text);
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
    Tested const& tested = all.emplace_back(test_package(folder, options));
    status = std::max(status, tested.status);
    text += as_text(tested, options);
    if (options.format != Format::json) {
      report(tested.findings, api::Failure::none, tested.error, Format::text);
    }
  }
  if (options.format == Format::json) {
    return write_out(as_json(all, options), status);
  }
  return write_out(options.format == Format::tap ? as_tap(all) : text, status);
}

}  // namespace hjemmel::cli
