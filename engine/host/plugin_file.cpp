// openat with O_NOFOLLOW below the folder, one read to the end, and a memfd with every seal.
#include "engine/host/plugin_file.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/hash.h"

namespace hjemmel::host {
namespace {

base::Error system_error(std::string const& what, std::string const& help = "") {
  return base::Error{what + ": " + std::strerror(errno) + help};
}

// O_NONBLOCK: a pipe in the place of the file must not hold the host up.
base::Result<Descriptor> open_in(std::string const& folder, std::string const& name) {
  Descriptor const place(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!place.is_open()) {
    return system_error("the folder cannot be opened", "; make it, readable for this host");
  }
  Descriptor file(::openat(place.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open() && errno == ELOOP) {
    return base::Error{"it is a symbolic link, which is not followed; put the file itself into the folder"};
  }
  if (!file.is_open()) {
    return system_error("it cannot be opened", "; put it there, readable for this host");
  }
  return file;
}

base::Error too_large(std::size_t most) {
  return base::Error{"it is larger than the " + std::to_string(most) +
                     " bytes that a plugin may have; build it without debug symbols"};
}

base::Result<std::size_t> size_of(Descriptor const& file, std::size_t most) {
  struct stat state {};
  if (::fstat(file.number(), &state) != 0) {
    return system_error("it cannot be looked at");
  }
  if (!S_ISREG(state.st_mode)) {
    return base::Error{"it is not a regular file; put the file itself into the folder"};
  }
  auto const size = static_cast<std::size_t>(state.st_size);
  return size > most ? base::Result<std::size_t>(too_large(most)) : size;
}

// At most `size` + 1 bytes: one more than was promised tells of a file that grows.
base::Result<std::string> read_bytes(Descriptor const& file, std::size_t size) {
  std::string bytes(size + 1, '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    ssize_t const got = ::read(file.number(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      return system_error("it cannot be read to its end");
    }
    if (got == 0) {
      break;
    }
    have += static_cast<std::size_t>(got);
  }
  if (have != size) {
    return base::Error{"it changed while it was read; try again when nobody writes it"};
  }
  bytes.resize(size);
  return bytes;
}

bool write_all(Descriptor const& file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const put = ::write(file.number(), bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(put < 0 ? 0 : static_cast<std::size_t>(put));
  }
  return true;
}

base::Result<PluginFile> read_from(Descriptor const& file, std::string path, std::size_t most) {
  auto const size = size_of(file, most);
  if (!size) {
    return size.error();
  }
  auto bytes = read_bytes(file, *size);
  if (!bytes) {
    return bytes.error();
  }
  std::string digest = base::sha256(*bytes);
  return PluginFile{std::move(path), *std::move(bytes), std::move(digest)};
}

}  // namespace

Descriptor::~Descriptor() {
  if (is_open()) {
    ::close(number_);
  }
}

bool is_plain_file_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         name.find_first_of(std::string_view("/\0", 2)) == std::string_view::npos;
}

base::Result<PluginFile> read_plugin_file(std::string const& folder, std::string const& name, std::size_t most) {
  if (!is_plain_file_name(name)) {
    return base::Error{"`" + name +
                       "` is not the plain name of a file; write the name alone, of a file in the plugins folder"};
  }
  auto const file = open_in(folder, name);
  return file ? read_from(*file, folder + "/" + name, most) : file.error();
}

namespace {

// The kernel may hold a page for a moment, to move it for example; then it says that it is busy.
bool add_seals(Descriptor const& file) {
  constexpr int kMostTries = 100;
  constexpr std::chrono::milliseconds kPause(5);
  int const seals = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
  for (int tries = 1; ::fcntl(file.number(), F_ADD_SEALS, seals) != 0; ++tries) {
    if (errno != EBUSY || tries == kMostTries) {
      return false;
    }
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

}  // namespace

base::Result<Descriptor> seal(std::string_view bytes) {
  Descriptor file(::memfd_create("hjemmel_plugin", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!file.is_open() || !write_all(file, bytes)) {
    return system_error("there is no memory to load it into");
  }
  if (!add_seals(file)) {
    return system_error("its copy in memory cannot be sealed");
  }
  return file;
}

}  // namespace hjemmel::host
