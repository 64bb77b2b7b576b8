// Where bundles are looked for.
#include "engine/cli/bundles.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace hjemmel::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeySize = 44;

std::string environment(char const* name) {
  char const* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::vector<std::string> split(std::string const& list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    std::size_t const end = std::min(list.find(':', begin), list.size());
    if (end > begin) {
      parts.push_back(list.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return parts;
}

// Those beside the program that are there.
std::vector<std::string> installed() {
  std::error_code fault;
  fs::path const program = fs::read_symlink("/proc/self/exe", fault);
  std::vector<std::string> found;
  for (fs::path const& place :
       {program.parent_path().parent_path() / "share/hjemmel", program.parent_path() / "bundle"}) {
    if (!fault && fs::is_directory(place, fault)) {
      found.push_back(place.string());
    }
    fault.clear();
  }
  return found;
}

api::BundlesResult failed(api::Failure failure, std::string error) {
  api::BundlesResult result;
  result.failure = failure;
  result.error = std::move(error);
  return result;
}

}  // namespace

api::BundlesResult open_bundles(BundleOptions const& options) {
  api::BundleSettings settings;
  settings.bundles = options.bundles;
  for (std::vector<std::string> const& more : {split(environment("HJEMMEL_BUNDLE")), installed()}) {
    settings.bundles.insert(settings.bundles.end(), more.begin(), more.end());
  }
  settings.allow_unlisted = options.allow_unlisted || environment("HJEMMEL_ALLOW_UNLISTED_PLUGINS") == "1";
  std::vector<std::string> files = options.key_files;
  std::vector<std::string> const more = split(environment("HJEMMEL_PLUGIN_KEYS"));
  files.insert(files.end(), more.begin(), more.end());
  for (std::string const& file : files) {
    api::ReadResult const read = api::read_text(file);
    if (!read.text) {
      return failed(api::Failure::world,
                    "the key file `" + file + "` cannot be read" + (read.error.empty() ? "" : ": " + read.error));
    }
    std::string key = *read.text;
    while (!key.empty() && (key.back() == '\n' || key.back() == '\r' || key.back() == ' ')) {
      key.pop_back();
    }
    if (key.size() != kKeySize) {
      return failed(api::Failure::use, "`" + file + "` holds no public key of plugins: that is " +
                                           std::to_string(kKeySize) + " characters of base64, and no PEM file");
    }
    settings.keys.push_back(std::move(key));
  }
  return api::open_bundles(settings);
}

api::LoadResult load_package(std::string const& package, std::vector<std::string> const& amendments,
                             BundleOptions const& options) {
  api::BundlesResult const opened = open_bundles(options);
  if (!opened.bundles) {
    api::LoadResult result;
    result.findings = opened.findings;
    result.failure = opened.failure;
    result.error = opened.error;
    return result;
  }
  std::error_code fault;
  bool const is_there = fs::exists(package, fault);
  auto const found = is_there ? std::nullopt : api::find_package(*opened.bundles, package);
  if (!is_there && !found && package.find('/') == std::string::npos) {
    api::LoadResult result;
    result.failure = api::Failure::world;
    result.error = "there is no folder `" + package +
                   "`, and no bundle has a package of that name; name its bundle with " + "`--bundle DIR`";
    return result;
  }
  return api::load_package(found.value_or(package), amendments, opened.bundles);
}

}  // namespace hjemmel::cli
