// What is too large is refused before anything of it is read.
#include "engine/saved/open_file.h"

#include <filesystem>
#include <system_error>

#include "engine/saved/saved.h"

namespace hjemmel::saved {

base::Result<OpenFile> open_file(std::string const& path) {
  std::error_code fault;
  std::uintmax_t const size = std::filesystem::file_size(path, fault);
  if (fault) {
    return base::Error{fault.message()};
  }
  if (size > kMaxSavedBytes) {
    return base::Error{"it is larger than 256 MiB"};
  }
  OpenFile file{std::ifstream(path, std::ios::binary), size};
  return file.in ? base::Result<OpenFile>(std::move(file)) : base::Result<OpenFile>(base::Error{"it cannot be opened"});
}

}  // namespace hjemmel::saved
