// hjemmel entitlements: every service of many packages for one person.
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

constexpr char const* kRulesRoot = "rules";  // in the folder where the program is started

}  // namespace

int load_packages(std::vector<std::string> folders, BundleOptions const& bundles, Format format,
                  std::vector<std::shared_ptr<api::Package const>>& packages) {
  if (folders.empty()) {
    api::FoldersResult found = api::find_packages(kRulesRoot);
    if (found.failure != api::Failure::none) {
      return report({}, found.failure, found.error, format);
    }
    folders = std::move(found.folders);
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
