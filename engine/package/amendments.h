// Amendments: the files in a package's folder `amendments`, each a patch on the package.
//
// In: a loaded package. Out: the names of these files, and what is wrong in them. Each is laid on the package alone, or on top of
// those that its head says it comes `after`: that every pair of them fits is nobody's promise. Tested in tests/golden/amend.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/package/loader.h"

namespace hjemmel::package {

inline constexpr std::string_view kAmendmentsFolder = "amendments";

// `NAME` of each `amendments/NAME.rules`; none where there is no such folder.
[[nodiscard]] base::Result<std::vector<std::string>> amendment_names(Folder const& folder, diag::Sink& sink);

// Every name and every text that stands in an amendment of the folder: what labels may name besides the package's own names.
[[nodiscard]] std::set<std::string> words_of_amendments(Folder const& folder, source::Sources& sources);

// Whether `amendments/NAME.rules` is there; with a message that suggests the nearest one where it is not.
[[nodiscard]] bool has_amendment(Folder const& folder, Word const& name, diag::Sink& sink);

// Lays on each and calls `visit` with what comes of it where that has no fault; the errors are in the sink, each once. Gives the
// names.
[[nodiscard]] base::Result<std::vector<std::string>> lay_on_each(
    LoadedPackage const& package, source::Sources& sources, diag::Sink& sink,
    std::function<void(LoadedPackage const&)> const& visit);

// Adds the errors of `from` that `to` does not have. One file may have been read several times: places are compared by path.
void forward_errors(diag::Sink const& from, source::Sources const& sources, diag::Sink& to);

}  // namespace hjemmel::package
