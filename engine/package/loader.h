// A folder to a package that can decide: manifest, rules files, fact schema, check, lower.
//
// In: the folder's path. Out: the checked program, its plan, and the digest over all that its decisions depend on. The author's
// mistakes are in the sink, the world's are an Error. Nothing is read from outside the folder but the fact schema.
// Tested in tests/unit/package/loader_test.cpp and tests/golden/package.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/cost.h"
#include "engine/package/folder.h"
#include "engine/package/manifest.h"
#include "engine/source/source_file.h"

namespace hjemmel::package {

// An amendment that was laid on the package.
struct LaidAmendment {
  std::string name;
  std::string digest;  // `sha256:` over its file
  std::string file;    // `NAME` of `amendments/NAME.rules` in the package's folder; empty: it stands elsewhere
};

// A package that this one uses.
struct UsedPackage {
  std::string alias;
  std::string name;
  std::string version;
  std::string digest;
};

struct LoadedPackage {
  Folder folder;
  Manifest manifest;
  ir::Program program;  // its spans point into the Sources that `load` was given
  eval::Plan plan;
  lower::Cost cost;
  std::string digest;  // see digest_of; of an amended package: over the package's and the amendments' digests
  std::vector<UsedPackage> used;          // in the order of its `uses` lines; their digests are part of its digest
  std::vector<LaidAmendment> amendments;  // in the order in which they were laid on
  std::vector<PackageFile> files;         // read, by name: manifest, rules files, fact schema
  base::ForeignFinder const* jurisdictions = nullptr;  // as `load` got it: for the same package with amendments
};

// Nothing when the package has a fault; the sink then says which and where. An amendment is named by the path of its file, which
// ends in `.rules`, or by its name alone: the file `amendments/NAME.rules` in the package's folder.
// `jurisdictions` finds the code that `uses jurisdiction` lines ask for, and outlives the package; without it there is none.
[[nodiscard]] base::Result<std::optional<LoadedPackage>> load(std::string const& path, source::Sources& sources,
                                                              diag::Sink& sink,
                                                              std::span<std::string const> amendments = {},
                                                              base::ForeignFinder const* jurisdictions = nullptr);

// How many packages may use one another in a row.
inline constexpr std::size_t kMaxUses = 16;

// `sha256:` and the hash over, for each file by name: name, a zero byte, the number of bytes in decimal, a zero byte, the bytes.
[[nodiscard]] std::string digest_of(std::vector<PackageFile> files, source::Sources const& sources);

}  // namespace hjemmel::package
