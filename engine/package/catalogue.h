// The law catalogue that a package cites: the ids of its entries, one a line, `#` begins a comment.
//
// In: the name in package.yaml, `no/drug_policy`. Out: the ids, from `catalogue/NAME.txt` in the nearest folder, from the
// package's own upwards, that has one. It says nothing about a case, so it is no part of the package's digest, and only
// `hjemmel check` reads it. Tested in tests/golden/lint.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/package/folder.h"

namespace hjemmel::package {

// Ascending. Nothing, with a diagnostic, when it is not there, leads elsewhere, or has a line that is no id.
[[nodiscard]] base::Result<std::optional<std::vector<std::string>>> read_catalogue(Folder const& folder,
                                                                                   Word const& name,
                                                                                   source::Sources& sources,
                                                                                   diag::Sink& sink);

}  // namespace hjemmel::package
