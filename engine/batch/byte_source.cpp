// What the C library says of a stream.
#include "engine/batch/byte_source.h"

#include <cerrno>
#include <cstring>

namespace hjemmel::batch {

std::size_t FileSource::read(char* into, std::size_t size) {
  errno = 0;
  std::size_t const got = std::fread(into, 1, size, stream_);
  if (got < size && std::ferror(stream_) != 0) {
    set_fault(std::strerror(errno != 0 ? errno : EIO));
  }
  return got;
}

}  // namespace hjemmel::batch
