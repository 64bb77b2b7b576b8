// Opens a saved file, of which no more than kMaxSavedBytes are read. Private to this folder.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "engine/base/result.h"

namespace hjemmel::saved {

struct OpenFile {
  std::ifstream in;
  std::uintmax_t size = 0;  // bytes
};

// The error says what is wrong, without the path.
[[nodiscard]] base::Result<OpenFile> open_file(std::string const& path);

}  // namespace hjemmel::saved
