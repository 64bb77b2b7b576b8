// hjemmel build --native: a package's decisions, compiled for this machine, so that tables of many cases are written faster.
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "engine/api/native.h"
#include "engine/cli/native_place.h"
#include "engine/cli/replace_file.h"
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

namespace fs = std::filesystem;

std::string compiler_of(BuildOptions const& options) {
  char const* const named = std::getenv("CXX");
  if (!options.compiler.empty()) {
    return options.compiler;
  }
  return named == nullptr || *named == '\0' ? "c++" : named;
}

// Empty, with a message, where there is none.
std::string place_of(api::Package const& package, BuildOptions const& options) {
  if (!options.output.empty()) {
    return options.output;
  }
  std::string const folder = native_folder();
  std::error_code fault;
  if (folder.empty()) {
    write_error("there is no folder to keep native libraries in: name a file after `--output`, or set HJEMMEL_NATIVE");
    return "";
  }
  if (fs::create_directories(folder, fault)) {
    fs::permissions(folder, fs::perms::owner_all, fault);
  }
  if (fault) {
    write_error("the folder `" + folder + "` cannot be made: " + fault.message());
    return "";
  }
  return folder + "/" + api::native_file_name(package);
}

int write(std::string const& path, std::string const& bytes) {
  for (auto const& [name, text] :
       {std::pair(path, bytes), std::pair(api::native_list_of(path), api::native_list_text(path, bytes))}) {
    auto const written = write_file(name, text);
    if (!written) {
      write_error(written.error().message);
      return kWorld;
    }
  }
  return kDone;
}

}  // namespace

int run_build(BuildOptions const& options) {
  if (!options.native) {
    write_error("`build` makes native libraries; write `build PACKAGE --native`");
    return kWrongUse;
  }
  api::LoadResult const loaded = load_package(options.package, options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, Format::text);
  }
  api::NativeBuilt const built = api::build_native(*loaded.package, {compiler_of(options), options.level});
  for (std::string const& sentence : built.left_out) {
    write_error("not native, " + sentence);
  }
  if (built.failure != api::Failure::none) {
    return report({}, built.failure, built.error, Format::text);
  }
  std::string const path = place_of(*loaded.package, options);
  if (path.empty()) {
    return kWorld;
  }
  if (int const status = write(path, built.bytes); status != kDone) {
    return status;
  }
  api::PackageInfo const& about = api::info(*loaded.package);
  std::string text = about.name + " " + about.version + ", native:";
  for (std::string const& question : built.questions) {
    text += (text.ends_with(':') ? " " : ", ") + question;
  }
  return write_out(text + "\n" + (options.output.empty() ? "kept in " : "written to ") + path + "\n", kDone);
}

}  // namespace hjemmel::cli
