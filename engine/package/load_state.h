// What one load of a package carries from stage to stage, and the stages that stand in files of their own: private to loader.cpp
// and these.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/helper.h"
#include "engine/check/check.h"
#include "engine/package/loader.h"
#include "engine/syntax/tree.h"

namespace hjemmel::package {

// What one load carries from stage to stage.
struct Load {
  source::Sources& sources;
  diag::Sink& sink;
  Folder folder;
  Manifest manifest;
  std::vector<PackageFile> files;
  std::vector<syntax::Tree> trees;
  std::vector<std::string> chain;  // of packages that use one another, down to this one
  base::ForeignFinder const* jurisdictions;
  std::size_t errors_before;
  base::Helper helper = {};                               // of a large package
  std::optional<base::Pending<std::string>> digest = {};  // of its own files, where it is being made already

  [[nodiscard]] bool is_good() const { return sink.errors() == errors_before; }
};

// The packages that `uses` lines name, loaded.
struct Uses {
  std::vector<std::unique_ptr<LoadedPackage>> packages;
  std::vector<check::UsedProgram> programs;
  std::vector<UsedPackage> described;
};

using MaybeLoaded = base::Result<std::optional<LoadedPackage>>;

[[nodiscard]] MaybeLoaded load_in_chain(std::string const& path, source::Sources& sources, diag::Sink& sink,
                                        std::span<std::string const> amendments,
                                        base::ForeignFinder const* jurisdictions, std::vector<std::string> chain);

[[nodiscard]] base::Result<std::optional<schema::FactSchema>> read_facts_schema(Load& load);  // schema_file.cpp
[[nodiscard]] base::Result<Uses> load_used(Load& load);                                       // used.cpp
// The code that `uses jurisdiction` lines ask for; what is not there is told.
[[nodiscard]] std::vector<base::Foreign const*> find_jurisdictions(Load const& load, diag::Sink& sink);

}  // namespace hjemmel::package
