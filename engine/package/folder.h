// The package's folder on disk: reading files that the manifest names, and only from inside the folder.
//
// In: a folder as the user wrote it, and names from the manifest. Out: file texts in Sources, each with its name inside the
// package and its bytes for the digest. What the manifest names and is not there is the author's mistake; a file that is
// there and cannot be read is the world's. Tested in tests/unit/package/loader_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/package/mapping.h"
#include "engine/source/source_file.h"

namespace hjemmel::package {

struct PackageFile {
  std::string name;  // inside the package; of the fact schema: from the folder that holds `schemas`
  source::FileId file;
};

struct Folder {
  std::string path;       // as the user wrote it: what messages show
  std::string canonical;  // absolute, without symbolic links
};

// Nothing, with a diagnostic, when the path is there but is no folder; an Error when it is not there.
[[nodiscard]] base::Result<std::optional<Folder>> open_folder(std::string const& path, diag::Sink& sink);

// One file by its name inside the folder; `named_at` is where the manifest names it (a span of nothing: the manifest itself).
[[nodiscard]] base::Result<std::optional<PackageFile>> read_inside(Folder const& folder, Word const& name,
                                                                   source::Sources& sources, diag::Sink& sink);

// `NAME`, where `path` is the file `FOLDER/NAME.rules` in the package's folder; else empty.
[[nodiscard]] std::string name_in(Folder const& folder, std::string_view inside, std::string const& path);

[[nodiscard]] bool has_folder(Folder const& folder, std::string_view name);

// The files in a folder inside the package that end in one of `endings`, by name. Folders in it are not entered.
[[nodiscard]] base::Result<std::vector<std::string>> list_inside(Folder const& folder, Word const& name,
                                                                 std::vector<std::string_view> const& endings,
                                                                 diag::Sink& sink);

// `schemas/NAME.schema.yaml` or `.json` in the nearest folder, from the package's own upwards, that has `schemas`.
// Nothing, with a diagnostic that says where it was looked for, when there is none.
[[nodiscard]] base::Result<std::optional<PackageFile>> read_schema(Folder const& folder, Word const& name,
                                                                   source::Sources& sources, diag::Sink& sink);

// The file `inside`, `catalogue/no/drug_policy.txt`, in the nearest folder from the package's own upwards that has it; as a user
// would write it. Nothing, with a diagnostic, when there is none and when a link leads from there to somewhere else.
[[nodiscard]] std::optional<std::string> find_above(Folder const& folder, std::string const& inside, Word const& name,
                                                    diag::Sink& sink);

// The folder of the package `name`: the nearest, from this package's folder upwards, that lies there as `no/health/lar` or
// `rules/no/health/lar` with a manifest in it; as a user would write it. Nothing, with a diagnostic, when there is none and
// when a link leads from there to somewhere else.
[[nodiscard]] std::optional<std::string> find_package(Folder const& folder, Word const& name, diag::Sink& sink);

}  // namespace hjemmel::package
