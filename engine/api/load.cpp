// Loading a package, and reading single files for the callers of the face.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/api/package_data.h"
#include "engine/saved/saved.h"

namespace hjemmel::api {
namespace {

PackageInfo describe(package::LoadedPackage const& loaded) {
  ir::Program const& program = loaded.program;
  PackageInfo about;
  about.name = program.name;
  about.version = loaded.manifest.version.text;
  about.digest = loaded.digest;
  about.folder = loaded.folder.path;
  about.schema = program.schema;
  for (package::LaidAmendment const& one : loaded.amendments) {
    about.amendments.push_back({one.name, one.digest});
  }
  for (package::UsedPackage const& one : loaded.used) {
    about.used.push_back({one.alias, one.name, one.version, one.digest});
  }
  for (base::Foreign const* const one : program.jurisdictions) {
    about.jurisdictions.push_back({one->id(), one->version(), one->digest(), one->is_unlisted()});
  }
  for (package::PackageFile const& file : loaded.files) {
    about.files.push_back(file.name);
  }
  for (ir::Decision const& decision : program.decisions) {
    if (!decision.of_service && !decision.of_duty && decision.name.find('.') == std::string::npos) {
      about.decisions.push_back(decision.name);
    }
  }
  for (ir::Service const& service : program.services) {
    about.services.push_back(service.name);
  }
  for (ir::Duty const& duty : program.duties) {
    about.duties.push_back(duty.name);
  }
  for (ir::Property const& property : program.properties) {
    about.properties.push_back(property.name);
  }
  about.rules =
      static_cast<std::size_t>(std::count_if(program.rules.begin(), program.rules.end(), [&](auto const& rule) {
        ir::Decision const& decision = program.decisions[rule.decision.index];
        return !decision.of_service && !decision.of_duty;
      }));
  about.definitions = program.definitions.size();
  about.tables = program.tables.size();
  about.facts = program.facts.size();
  about.steps = loaded.cost.in_all;
  for (std::size_t i = 0; i < program.decisions.size(); ++i) {
    about.decision_steps.push_back({program.decisions[i].name, loaded.cost.decisions[i]});
  }
  return about;
}

LoadResult restore(std::string const& path, std::shared_ptr<Bundles const> bundles) {
  auto restored = saved::restore_file(path, bundles.get());
  if (!restored) {
    return failed<LoadResult>(Failure::world, restored.error().message);
  }
  LoadResult result;
  result.findings = to_findings(restored->found, restored->sources);
  PackageInfo about = describe(restored->package);
  result.package = std::make_shared<Package const>(std::move(restored->sources), std::move(restored->package),
                                                   std::move(about), std::move(restored->found), std::move(bundles));
  return result;
}

LoadResult load(std::string const& folder, std::vector<std::string> const& amendments,
                std::shared_ptr<Bundles const> bundles) {
  if (saved::is_saved(folder) && !amendments.empty()) {
    return failed<LoadResult>(Failure::use, "`" + folder +
                                                "` is a saved package, and amendments are laid on the texts: "
                                                "build it with `--amend`");
  }
  if (saved::is_saved(folder)) {
    return restore(folder, std::move(bundles));
  }
  source::Sources sources;
  diag::Sink sink;
  auto loaded = package::load(folder, sources, sink, amendments, bundles.get());
  LoadResult result;
  result.findings = to_findings(sink, sources);
  if (!loaded) {
    result.failure = Failure::world;
    result.error = loaded.error().message;
  } else if (!*loaded) {
    result.failure = Failure::input;
  } else {
    PackageInfo about = describe(**loaded);
    result.package = std::make_shared<Package const>(std::move(sources), **std::move(loaded), std::move(about),
                                                     std::move(sink), std::move(bundles));
  }
  return result;
}

ReadResult read(std::string const& path) {
  ReadResult result;
  std::error_code fault;
  if (path != "-" && std::filesystem::is_directory(path, fault)) {
    source::Sources sources;
    diag::Sink sink;
    sink.add(diag::Kind::not_a_file, {}, "`" + path + "` is a folder, not a file", "name the file itself");
    result.findings = to_findings(sink, sources);
    result.failure = Failure::input;
    return result;
  }
  auto bytes = source::read_file(path);
  if (!bytes) {
    return failed<ReadResult>(Failure::world, bytes.error().message);
  }
  result.text = *std::move(bytes);
  return result;
}

}  // namespace

LoadResult load_package(std::string const& folder, std::vector<std::string> const& amendments,
                        std::shared_ptr<Bundles const> bundles) {
  return guarded<LoadResult>([&] { return load(folder, amendments, std::move(bundles)); });
}

SaveResult save_package(Package const& package) {
  return guarded<SaveResult>([&] {
    SaveResult result;
    result.bytes = saved::save(package.loaded(), package.sources(), package.found());
    if (result.bytes.size() > saved::kMaxSavedBytes) {
      return failed<SaveResult>(Failure::use,
                                "`" + package.about().name + "` is too large to be saved: it takes more than 256 MiB");
    }
    return result;
  });
}

PackageInfo const& info(Package const& package) { return package.about(); }

ReadResult read_text(std::string const& path) {
  return guarded<ReadResult>([&] { return read(path); });
}

}  // namespace hjemmel::api
