// A plugin's file, read once: what is checked is what is loaded.
//
// In: a folder and the plain name of a file in it. Out: its bytes with their hash, and those very bytes as a sealed file in
// memory, which nothing can change any more. Whatever happens to the file on disk behind that, a check of the bytes holds for
// what runs. Tested in tests/plugin/file_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/host/descriptor.h"

namespace hjemmel::host {

inline constexpr std::size_t kMaxPluginBytes = 64U * 1024 * 1024;

struct PluginFile {
  std::string path;  // the folder as it was given, and the name
  std::string bytes;
  std::string sha256;  // of the bytes, 64 hexadecimal digits
};

// A name without `/` that is neither `.` nor `..`.
[[nodiscard]] bool is_plain_file_name(std::string_view name);

// A regular file that stands in the folder itself: a symbolic link is refused, so that nothing outside of the folder is read.
// (The folder may be reached through one.) `most`: the largest size in bytes.
[[nodiscard]] base::Result<PluginFile> read_plugin_file(std::string const& folder, std::string const& name,
                                                        std::size_t most = kMaxPluginBytes);

// The bytes in memory as a file that can be neither written, cut, grown nor unsealed.
[[nodiscard]] base::Result<Descriptor> seal(std::string_view bytes);

}  // namespace hjemmel::host
