// Replaces a file's content whole or not at all: a new file beside it, flushed to the disk, then renamed over it.
//
// In: a path and the new bytes. Out: nothing, or why it could not be done; the old content then stands unchanged. A symbolic
// link stays one; the file behind it is replaced. Permissions are kept. Tested in tests/unit/cli/replace_file_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace hjemmel::cli {

struct Replaced {};

[[nodiscard]] base::Result<Replaced> replace_file(std::string const& path, std::string_view bytes);

// Likewise; where there is no such file it is made, for its owner alone to read and write.
[[nodiscard]] base::Result<Replaced> write_file(std::string const& path, std::string_view bytes);

// Likewise; a file that is made has the permissions of the file `like`, which is there.
[[nodiscard]] base::Result<Replaced> write_file_like(std::string const& like, std::string const& path,
                                                     std::string_view bytes);

}  // namespace hjemmel::cli
