// hjemmel entitlements: every service of many packages for one person.
#include <filesystem>
#include <system_error>

#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

namespace fs = std::filesystem;

constexpr char const* kRulesRoot = "rules";  // in the folder where the program is started

// A package by its folder or its name, or a folder that holds packages.
bool holds_packages(std::string const& named) {
  std::error_code fault;
  return fs::is_directory(named, fault) && !fs::exists(fs::path(named) / "package.yaml", fault);
}

// Adds the packages in and below a folder; the status where that cannot be searched.
int add_packages_below(std::string const& root, Format format, std::vector<std::string>& folders) {
  api::FoldersResult const found = api::find_packages(root);
  if (found.failure != api::Failure::none) {
    return report({}, found.failure, found.error, format);
  }
  if (found.folders.empty()) {
    return report({}, api::Failure::input, "there is no `package.yaml` in `" + root + "`, nor in a folder below it",
                  format);
  }
  folders.insert(folders.end(), found.folders.begin(), found.folders.end());
  return kDone;
}

int find_folders(std::vector<std::string> const& named, Format format, std::vector<std::string>& folders) {
  int status = named.empty() ? add_packages_below(kRulesRoot, format, folders) : kDone;
  for (std::size_t at = 0; at < named.size() && status == kDone; ++at) {
    if (holds_packages(named[at])) {
      status = add_packages_below(named[at], format, folders);
    } else {
      folders.push_back(named[at]);
    }
  }
  return status;
}

}  // namespace

int load_packages(std::vector<std::string> const& named, BundleOptions const& bundles, Format format,
                  std::vector<std::shared_ptr<api::Package const>>& packages) {
  std::vector<std::string> folders;
  if (int const status = find_folders(named, format, folders); status != kDone) {
    return status;
  }
  for (std::string const& folder : folders) {
    api::LoadResult const loaded = load_package(folder, {}, bundles);
    if (!loaded.package) {  // an answer that leaves a package out would pass for the whole answer
      return report(loaded.findings, loaded.failure, loaded.error, format);
    }
    packages.push_back(loaded.package);
  }
  return kDone;
}

int run_entitlements(EntitlementsOptions const& options) {
  std::vector<std::shared_ptr<api::Package const>> packages;
  if (int const status = load_packages(options.packages, options.bundles, options.format, packages); status != kDone) {
    return status;
  }
  api::ReadResult const read = api::read_text(options.facts);
  if (!read.text) {
    return report(read.findings, read.failure, read.error, options.format);
  }
  api::FactsText const facts{*read.text, options.facts, api::FactsFormat::guess};
  api::EntitlementsResult const asked = api::entitlements(packages, facts, options.question);
  int const status = report(asked.findings, asked.failure, asked.error, options.format);
  if (!asked.answer) {
    return status;
  }
  api::Entitlements const& answer = *asked.answer;
  std::string const& form = options.question.page            ? answer.page
                            : options.format == Format::json ? answer.json
                            : options.summary                ? answer.summary
                                                             : answer.text;
  return write_out(form, answer.rules_at_fault ? kFaults : kDone);
}

}  // namespace hjemmel::cli
