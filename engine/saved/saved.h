// A loaded package as one file, and back: so that many services are ready without their texts being read again.
//
// In: a package as engine/package loaded it, with the texts that its spans point into and the warnings that were found. Out:
// bytes; and from bytes the same package, texts and warnings. What is restored is the same in everything that is decided, told
// and printed. The bytes begin with a mark, the format (shape.h), the package's digest and a digest over all of it. A file that
// is cut short or changed is refused, and so is one whose digest is right and whose indexes point at nothing: what is restored
// has been verified as what is loaded is. Tested in tests/unit/saved and tests/golden/saved.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/package/loader.h"
#include "engine/source/source_file.h"

namespace hjemmel::saved {

inline constexpr std::string_view kEnding = ".hjc";
inline constexpr std::size_t kMaxSavedBytes = 256U * 1024 * 1024;  // of a file

struct Restored {
  source::Sources sources;
  diag::Sink found;  // the warnings
  package::LoadedPackage package;
};

[[nodiscard]] std::string save(package::LoadedPackage const& package, source::Sources const& sources,
                               diag::Sink const& found);

// `jurisdictions` has the code that the package calls, of the digest that it had when it was saved, and outlives the package.
[[nodiscard]] base::Result<Restored> restore(std::string_view bytes, base::ForeignFinder const* jurisdictions);
// The file at `path`.
[[nodiscard]] base::Result<Restored> restore_file(std::string const& path, base::ForeignFinder const* jurisdictions);

// Whether a path is that of a saved package: a file whose name ends in kEnding.
[[nodiscard]] bool is_saved(std::string const& path);

}  // namespace hjemmel::saved
