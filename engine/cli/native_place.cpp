// Silent where a library is found by itself: it changes nothing of what comes out.
#include "engine/cli/native_place.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace hjemmel::cli {
namespace {

std::string environment(char const* name) {
  char const* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::string native_folder() {
  if (std::string folder = environment("HJEMMEL_NATIVE"); !folder.empty()) {
    return folder;
  }
  std::string const cache = environment("XDG_CACHE_HOME");
  std::string const home = environment("HOME");
  if (!cache.empty()) {
    return cache + "/hjemmel/native";
  }
  return home.empty() ? "" : home + "/.cache/hjemmel/native";
}

api::NativeResult find_native(api::Package const& package, api::BatchQuestion const& question,
                              std::string const& named) {
  if (!named.empty()) {
    api::NativeResult opened = api::open_native(package, named);
    std::string const why = opened.library ? api::refuse_native(*opened.library, package, question) : "";
    if (!why.empty()) {
      opened = {nullptr, api::Failure::use, why};
    }
    return opened;
  }
  std::string const folder = native_folder();
  std::string const path = folder + "/" + api::native_file_name(package);
  std::error_code fault;
  if (folder.empty() || question.write != api::BatchWrite::table || !std::filesystem::exists(path, fault)) {
    return {};
  }
  return {api::open_native(package, path).library, api::Failure::none, ""};
}

}  // namespace hjemmel::cli
