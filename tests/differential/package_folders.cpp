// Found by their package.yaml.
#include "tests/differential/package_folders.h"

#include <algorithm>
#include <filesystem>

namespace hjemmel::differential {

std::vector<std::string> package_folders() {
  std::vector<std::string> folders;
  for (auto const& entry : std::filesystem::recursive_directory_iterator("rules")) {
    if (entry.path().filename() == "package.yaml") {
      folders.push_back(entry.path().parent_path().generic_string());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::shared_ptr<api::Bundles const> bundles() {
  api::BundleSettings settings;
  settings.bundles = {(std::filesystem::read_symlink("/proc/self/exe").parent_path() / "bundle").string()};
  return api::open_bundles(settings).bundles;
}

std::string name_of_folder(testing::TestParamInfo<std::string> const& info) {
  std::string name = info.param.substr(std::string("rules/").size());
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

}  // namespace hjemmel::differential
