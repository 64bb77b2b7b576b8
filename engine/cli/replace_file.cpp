// POSIX: mkstemp, write, fsync, rename.
#include "engine/cli/replace_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hjemmel::cli {
namespace {

base::Error from_errno(std::string const& what) { return base::Error{what + ": " + std::strerror(errno)}; }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A new file that is gone again unless it is renamed.
class NewFile {
 public:
  explicit NewFile(std::string const& beside) : name_(beside + ".XXXXXX"), file_(::mkstemp(name_.data())) {}
  NewFile(NewFile const&) = delete;
  NewFile& operator=(NewFile const&) = delete;
  ~NewFile() {
    close();
    if (!name_.empty() && opened_) {
      ::unlink(name_.c_str());
    }
  }

  [[nodiscard]] bool is_open() const { return file_ >= 0; }
  [[nodiscard]] bool fill(std::string_view bytes, ::mode_t mode) {
    return ::fchmod(file_, mode) == 0 && write_all(file_, bytes) && ::fsync(file_) == 0 && close();
  }
  [[nodiscard]] bool rename_to(std::string const& path) {
    if (::rename(name_.c_str(), path.c_str()) != 0) {
      return false;
    }
    name_.clear();
    return true;
  }

 private:
  bool close() {
    int const file = file_;
    file_ = -1;
    return file < 0 || ::close(file) == 0;
  }

  std::string name_;  // mkstemp writes its last letters
  int file_;
  bool opened_ = file_ >= 0;
};

}  // namespace

base::Result<Replaced> replace_file(std::string const& path, std::string_view bytes) {
  std::error_code fault;
  std::string const target = std::filesystem::canonical(path, fault).string();
  if (fault) {
    return base::Error{"`" + path + "`: " + fault.message()};
  }
  struct ::stat old {};
  if (::stat(target.c_str(), &old) != 0) {
    return from_errno("`" + path + "`");
  }
  if (::access(target.c_str(), W_OK) != 0) {
    return from_errno("`" + path + "` cannot be written");
  }
  NewFile file(target);
  if (!file.is_open()) {
    return from_errno("no new file can be made beside `" + path + "`");
  }
  if (!file.fill(bytes, old.st_mode & 07777U) || !file.rename_to(target)) {
    return from_errno("`" + path + "` cannot be replaced");
  }
  return Replaced{};
}

namespace {

base::Result<Replaced> make_file(std::string const& path, std::string_view bytes, ::mode_t mode) {
  std::error_code fault;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, fault))) {
    return replace_file(path, bytes);
  }
  NewFile file(path);
  if (!file.is_open()) {
    return from_errno("`" + path + "` cannot be made");
  }
  if (!file.fill(bytes, mode) || !file.rename_to(path)) {
    return from_errno("`" + path + "` cannot be written");
  }
  return Replaced{};
}

}  // namespace

base::Result<Replaced> write_file(std::string const& path, std::string_view bytes) {
  return make_file(path, bytes, S_IRUSR | S_IWUSR);
}

base::Result<Replaced> write_file_like(std::string const& like, std::string const& path, std::string_view bytes) {
  struct ::stat model {};
  if (::stat(like.c_str(), &model) != 0) {
    return from_errno("`" + like + "`");
  }
  return make_file(path, bytes, model.st_mode & 0666U);
}

}  // namespace hjemmel::cli
