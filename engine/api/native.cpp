// One unit a question; a unit is known by the digest of its text, which the engine at hand writes anew.
#include "engine/api/native.h"

#include <algorithm>

#include "engine/api/bundles_data.h"
#include "engine/api/native_data.h"
#include "engine/columns/build.h"
#include "engine/host/listed_file.h"
#include "engine/native/compile.h"
#include "engine/native/library_text.h"

namespace hjemmel::api {
namespace {

constexpr std::string_view kId = "native";  // in a list
constexpr std::size_t kMostAlone = 16;      // decisions that have code of their own besides that of all
constexpr std::string_view kHashName = "sha256:";

std::string hash_of(Package const& package) {
  std::string const& digest = package.about().digest;
  return digest.starts_with(kHashName) ? digest.substr(kHashName.size()) : digest;
}

struct Asked {
  std::string name;
  BatchQuestion question;
};

std::vector<Asked> questions_of(Package const& package) {
  BatchQuestion question;
  question.write = BatchWrite::table;
  std::vector<Asked> all;
  PackageInfo const& about = package.about();
  if (!about.decisions.empty()) {
    all.push_back({"all decisions", question});
  }
  for (std::size_t at = 0; about.decisions.size() > 1 && at < std::min(about.decisions.size(), kMostAlone); ++at) {
    question.decide.decision = about.decisions[at];
    all.push_back({"decision " + about.decisions[at], question});
  }
  question.decide.decision = std::nullopt;
  question.services = true;
  if (!about.services.empty()) {
    all.push_back({"services", question});
  }
  return all;
}

// Why columns do not answer it.
std::string why_not(Package const& package, columns::Kernel const& kernel, BatchQuestion const& question) {
  eval::Plan const& plan = package.loaded().plan;
  if (!plan.duties.empty()) {
    return "the package has duties";
  }
  for (std::size_t at = 0; at < plan.decisions.size(); ++at) {
    bool const asked = !question.decide.decision || plan.decisions[at].name == *question.decide.decision;
    if (asked && !kernel.decisions[at].refused.empty()) {
      return "`" + plan.decisions[at].name + "`: " + kernel.decisions[at].refused;
    }
  }
  return "a criterion of a service is not for columns";
}

struct Written {
  std::vector<native::Unit> units;
  std::vector<native::RowUnit>
      rows;  // of decisions, for a host's struct of any layout; no question of a batch needs them
  std::vector<std::string> questions;
  std::vector<std::string> left_out;
};

Written write_units(Package const& package) {
  Written written;
  columns::Kernel const kernel = columns::build(package.loaded().plan);
  for (Asked const& one : questions_of(package)) {
    auto const asked = columns_of(package, one.question);
    if (!asked) {
      written.left_out.push_back(one.name + ": " + why_not(package, kernel, one.question));
      continue;
    }
    auto unit = native::write_unit(asked->kernel, asked->schedule);
    if (!unit) {
      written.left_out.push_back(one.name + ": " + unit.error().message);
      continue;
    }
    written.units.push_back(*std::move(unit));
    written.questions.push_back(one.name);
  }
  for (std::uint32_t decision = 0; decision < std::min(kernel.decisions.size(), kMostAlone); ++decision) {
    if (auto row = native::write_row(kernel, decision)) {
      written.rows.push_back(*std::move(row));
    }
  }
  return written;
}

NativeBuilt build(Package const& package, NativeBuildOptions const& options) {
  Written written = write_units(package);
  NativeBuilt built;
  built.left_out = std::move(written.left_out);
  if (written.units.empty()) {
    built.failure = Failure::use;
    built.error = "nothing of `" + package.about().name + "` can be native" +
                  (built.left_out.empty() ? ": it has neither a decision nor a service" : "");
    return built;
  }
  native::Compiler const compiler{options.compiler, options.level != 0 ? options.level : native::processor_level()};
  auto bytes = native::compile(native::library_text(written.units, hash_of(package), written.rows), compiler);
  if (!bytes) {
    built.failure = Failure::world;
    built.error = bytes.error().message;
    return built;
  }
  built.bytes = *std::move(bytes);
  built.questions = std::move(written.questions);
  return built;
}

NativeResult open(Package const& package, std::string const& path) {
  auto const refuse = [&](Failure failure, std::string const& why) {
    return failed<NativeResult>(failure, "native library `" + path + "`: " + why);
  };
  host::PluginSettings const none;
  host::PluginSettings const& settings = package.bundles() == nullptr ? none : package.bundles()->plugins().settings();
  auto const file = host::read_listed_file(path, kId, settings.keys, settings.allow_unlisted);
  if (!file) {
    return refuse(Failure::world, file.error().message);
  }
  auto const loaded = native::load_library(file->file.bytes);
  if (!loaded) {
    return refuse(Failure::world, loaded.error().message);
  }
  if ((*loaded)->package() != hash_of(package)) {
    return refuse(Failure::use, "it was built of another package, or of another version of this one; build it anew");
  }
  Written const written = write_units(package);
  bool const current =
      std::all_of(written.units.begin(), written.units.end(),
                  [&](native::Unit const& unit) { return (*loaded)->code(native::code_digest(unit)) != nullptr; }) &&
      std::all_of(written.rows.begin(), written.rows.end(),
                  [&](native::RowUnit const& row) { return (*loaded)->row_code(native::code_digest(row)) != nullptr; });
  if (!current) {
    return refuse(Failure::use, "it was built by another version of hjemmel; build it anew");
  }
  NativeResult result;
  result.library = std::make_shared<NativeLibrary const>(*loaded);
  return result;
}

}  // namespace

std::optional<NativeCode> native_code(NativeLibrary const& library, ColumnsOfQuestion const& asked) {
  auto unit = native::write_unit(asked.kernel, asked.schedule);
  auto const code = unit ? library.loaded().code(native::code_digest(*unit)) : nullptr;
  return code != nullptr ? std::optional(NativeCode{*std::move(unit), code}) : std::nullopt;
}

NativeBuilt build_native(Package const& package, NativeBuildOptions const& options) {
  return guarded<NativeBuilt>([&] { return build(package, options); });
}

std::string native_list_of(std::string const& path) { return host::list_of(path); }

std::string native_list_text(std::string const& path, std::string_view bytes) {
  return host::list_text(path, kId, bytes);
}

std::string native_file_name(Package const& package) { return hash_of(package) + ".so"; }

NativeResult open_native(Package const& package, std::string const& path) {
  return guarded<NativeResult>([&] { return open(package, path); });
}

std::string refuse_native(NativeLibrary const& library, Package const& package, BatchQuestion const& question) {
  if (question.write != BatchWrite::table) {
    return "native code writes tables only: it is for `--write table`";
  }
  auto const asked = columns_of(package, question);
  return asked && native_code(library, *asked) ? "" : "the native library has no code for what is asked";
}

}  // namespace hjemmel::api
