// Whether bytes are a shared library that the system's loader may be given.
//
// In: the whole file. Out: nothing, or why it is refused: no ELF file, of another machine, no library, or cut off. The loader
// maps what the headers say without a look at the file's size, and a page that the file does not have ends the process; so
// headers, segments and sections must lie within the file. What they hold is not looked at: the hash vouches for that.
// Tested in tests/plugin/file_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/result.h"

namespace hjemmel::host {

[[nodiscard]] std::optional<base::Error> elf_fault(std::string_view bytes);

}  // namespace hjemmel::host
