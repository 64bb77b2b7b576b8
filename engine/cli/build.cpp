// hjemmel build: a package as one file that is loaded faster than its texts; with --native its decisions, compiled for this
// machine, so that tables of many cases are written faster.
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

int save(api::Package const& package, BuildOptions const& options) {
  if (!options.compiler.empty() || options.level != 0) {
    write_error("`--compiler` and `--processor` are for native libraries; add `--native`");
    return kWrongUse;
  }
  api::PackageInfo const& about = api::info(package);
  std::string const path = options.output.empty() ? about.name + ".hjc" : options.output;
  if (!path.ends_with(".hjc")) {
    write_error("a saved package is a file that ends in `.hjc`; `" + path + "` would not be taken for one");
    return kWrongUse;
  }
  api::SaveResult const saved = api::save_package(package);
  if (saved.failure != api::Failure::none) {
    return report({}, saved.failure, saved.error, Format::text);
  }
  std::error_code fault;
  std::string const manifest = about.folder + "/package.yaml";
  auto const written = write_file_like(fs::exists(manifest, fault) ? manifest : options.package, path, saved.bytes);
  if (!written) {
    write_error(written.error().message);
    return kWorld;
  }
  return write_out(about.name + " " + about.version + ", saved\nwritten to " + path + "\n", kDone);
}

int build_native(api::Package const& package, BuildOptions const& options) {
  api::NativeBuilt const built = api::build_native(package, {compiler_of(options), options.level});
  for (std::string const& sentence : built.left_out) {
    write_error("not native, " + sentence);
  }
  if (built.failure != api::Failure::none) {
    return report({}, built.failure, built.error, Format::text);
  }
  std::string const path = place_of(package, options);
  if (path.empty()) {
    return kWorld;
  }
  if (int const status = write(path, built.bytes); status != kDone) {
    return status;
  }
  api::PackageInfo const& about = api::info(package);
  std::string text = about.name + " " + about.version + ", native:";
  for (std::string const& question : built.questions) {
    text += (text.ends_with(':') ? " " : ", ") + question;
  }
  return write_out(text + "\n" + (options.output.empty() ? "kept in " : "written to ") + path + "\n", kDone);
}

}  // namespace

int run_build(BuildOptions const& options) {
  api::LoadResult const loaded = load_package(options.package, options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, Format::text);
  }
  return options.native ? build_native(*loaded.package, options) : save(*loaded.package, options);
}

}  // namespace hjemmel::cli
