// hjemmel check: everything about a package that can be wrong before a case is decided, its case files included.
#include <algorithm>
#include <map>
#include <tuple>

#include "engine/api/findings_json.h"
#include "engine/base/thousands.h"
#include "engine/cli/each_package.h"
#include "engine/cli/sarif.h"
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

// One package as it was checked.
struct Checked {
  std::string folder;
  api::LoadResult loaded;
  api::CasesResult cases;               // empty when the package did not load
  std::vector<std::string> amendments;  // in its folder; empty where some are laid on
  api::Findings findings;               // of all of them
  std::string error;
  int status = kDone;
};

// Each once: a case file that names an amendment finds the faults that it has by itself.
void add_findings(api::Findings const& more, Checked& checked) {
  for (api::Finding const& one : more.all) {
    bool const told = std::any_of(checked.findings.all.begin(), checked.findings.all.end(),
                                  [&](api::Finding const& other) { return other.text == one.text; });
    if (!told) {
      checked.findings.all.push_back(one);
    }
  }
  checked.findings.not_shown += more.not_shown;
}

// Files stay in the order in which they were first spoken of.
void sort_by_place(std::vector<api::Finding>& findings) {
  std::map<std::string, std::size_t> files;
  for (api::Finding const& one : findings) {
    files.try_emplace(one.path, files.size());
  }
  std::vector<std::pair<std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::size_t>, api::Finding>> placed;
  for (api::Finding& one : findings) {
    placed.emplace_back(std::tuple(files.at(one.path), one.line, one.column, placed.size()), std::move(one));
  }
  std::sort(placed.begin(), placed.end(), [](auto const& left, auto const& right) { return left.first < right.first; });
  for (std::size_t at = 0; at < findings.size(); ++at) {
    findings[at] = std::move(placed[at].second);
  }
}

Checked check_package(std::string const& folder, std::vector<std::string> const& amendments,
                      BundleOptions const& bundles) {
  Checked checked;
  checked.folder = folder;
  checked.loaded = load_package(folder, amendments, bundles);
  checked.findings = checked.loaded.findings;
  checked.error = checked.loaded.error;
  checked.status = status_of(checked.loaded.failure);
  if (!checked.loaded.package) {
    return checked;
  }
  api::LintResult const lint = api::lint_package(*checked.loaded.package);
  add_findings(lint.findings, checked);
  sort_by_place(checked.findings.all);
  checked.error = lint.error;
  checked.status = std::max(checked.status, status_of(lint.failure));
  if (amendments.empty()) {
    api::AmendmentsResult own = api::check_amendments(*checked.loaded.package);
    add_findings(own.findings, checked);
    checked.error += (checked.error.empty() || own.error.empty() ? "" : "; ") + own.error;
    checked.status = std::max(checked.status, status_of(own.failure));
    checked.amendments = std::move(own.names);
  }
  checked.cases = api::read_cases(*checked.loaded.package);
  add_findings(checked.cases.findings, checked);
  checked.error += (checked.error.empty() || checked.cases.error.empty() ? "" : "; ") + checked.cases.error;
  checked.status = std::max(checked.status, status_of(checked.cases.failure));
  return checked;
}

std::string joined(std::vector<std::string> const& words) {
  std::string text;
  for (std::string const& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

std::string as_text(Checked const& checked) {
  if (checked.status != kDone) {
    return "";
  }
  api::PackageInfo const& about = api::info(*checked.loaded.package);
  std::size_t const warnings = checked.findings.all.size();
  std::string text = about.name + " " + about.version + ": ";
  text += warnings == 0 ? "no findings\n" : counted(warnings, "warning", "warnings") + "\n";
  for (api::AmendmentInfo const& one : about.amendments) {
    text += "  with the amendment " + one.name + " " + one.digest + "\n";
  }
  text += "  " + counted(about.files.size(), "file", "files") + ": " + joined(about.files) + "\n";
  text += "  " + counted(about.rules, "rule", "rules") + ", " +
          counted(about.definitions, "definition", "definitions") + ", " + counted(about.tables, "table", "tables") +
          ", " + counted(about.facts, "fact", "facts") + "; " +
          counted(about.decisions.size(), "decision", "decisions") +
          (about.decisions.empty() ? "" : ": " + joined(about.decisions)) + "\n";
  if (!about.services.empty()) {
    text += "  " + counted(about.services.size(), "service", "services") + ": " + joined(about.services) + "\n";
  }
  if (!about.duties.empty()) {
    text += "  " + counted(about.duties.size(), "duty", "duties") + ": " + joined(about.duties) + "\n";
  }
  if (!about.properties.empty()) {
    text += "  " + counted(about.properties.size(), "property", "properties") +
            ", tried by `hjemmel test`: " + joined(about.properties) + "\n";
  }
  if (!checked.amendments.empty()) {
    text += "  " + counted(checked.amendments.size(), "amendment", "amendments") +
            " in its folder: " + joined(checked.amendments) + "\n";
  }
  text += "  at most " + base::in_thousands(about.steps) + (about.steps == 1 ? " step" : " steps") + " a case\n";
  text += "  " + counted(checked.cases.cases.size(), "case", "cases") + " in " +
          counted(checked.cases.files.size(), "file", "files") + "\n";
  return text + "  " + about.digest + "\n";
}

void write_count(explain::JsonWriter& writer, std::string_view key, std::size_t count) {
  writer.key(key);
  writer.integer(static_cast<std::int64_t>(count));
}

void write_amendments(explain::JsonWriter& writer, std::vector<api::AmendmentInfo> const& amendments) {
  if (amendments.empty()) {
    return;
  }
  writer.key("amendments");
  writer.begin_array();
  for (api::AmendmentInfo const& one : amendments) {
    writer.begin_object();
    writer.member("name", one.name);
    writer.member("digest", one.digest);
    writer.end_object();
  }
  writer.end_array();
}

void write_steps(explain::JsonWriter& writer, api::PackageInfo const& about) {
  writer.key("steps");
  writer.begin_object();
  writer.key("a_case");
  writer.integer(static_cast<std::int64_t>(about.steps));
  writer.key("decisions");
  writer.begin_object();
  for (api::DecisionSteps const& one : about.decision_steps) {
    writer.key(one.decision);
    writer.integer(static_cast<std::int64_t>(one.steps));
  }
  writer.end_object();
  writer.end_object();
}

void write_package(explain::JsonWriter& writer, Checked const& checked) {
  writer.begin_object();
  writer.member("folder", checked.folder);
  if (checked.loaded.package) {
    api::PackageInfo const& about = api::info(*checked.loaded.package);
    writer.member("package", about.name);
    writer.member("version", about.version);
    writer.member("digest", about.digest);
    write_amendments(writer, about.amendments);
    writer.member("schema", about.schema);
    writer.member("files", about.files);
    writer.member("decisions", about.decisions);
    writer.member("services", about.services);
    writer.member("duties", about.duties);
    write_count(writer, "rules", about.rules);
    write_count(writer, "definitions", about.definitions);
    write_count(writer, "tables", about.tables);
    write_count(writer, "facts", about.facts);
    write_steps(writer, about);
    writer.member("amendment_files", checked.amendments);
    writer.member("case_files", checked.cases.files);
    write_count(writer, "cases", checked.cases.cases.size());
  }
  api::write_findings(checked.findings, checked.error, writer);
  writer.end_object();
}

int check_as_sarif(CheckOptions const& options) {
  api::Findings findings;
  std::vector<std::string> errors;
  int status = kDone;
  for (std::string const& folder : options.packages) {
    Checked const checked = check_package(folder, options.amendments, options.bundles);
    status = std::max(status, checked.status);
    findings.all.insert(findings.all.end(), checked.findings.all.begin(), checked.findings.all.end());
    findings.not_shown += checked.findings.not_shown;
    if (!checked.error.empty()) {
      errors.push_back(checked.error);
    }
  }
  return write_out(sarif_of(findings, errors), status);
}

}  // namespace

int run_check(CheckOptions const& options) {
  if (options.format == Format::sarif) {
    return check_as_sarif(options);
  }
  return each_package(
      options.packages, options.format,
      [&](std::string const& folder) { return check_package(folder, options.amendments, options.bundles); },
      write_package, as_text);
}

}  // namespace hjemmel::cli
