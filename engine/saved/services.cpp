// As much of the file as its head says.
#include "engine/saved/services.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "engine/saved/contents.h"
#include "engine/saved/saved.h"
#include "engine/saved/services_part.h"

namespace hjemmel::saved {
namespace {

base::Result<SavedServices> read_services(std::ifstream& in, std::uintmax_t size) {
  std::array<char, kHeadBytes> start{};
  in.read(start.data(), kHeadBytes);
  Head head;
  std::string const fault = read_head({start.data(), static_cast<std::size_t>(in.gcount())}, head);
  if (!fault.empty()) {
    return base::Error{fault};
  }
  if (head.services_bytes > size - kHeadBytes) {
    return base::Error{"it is cut short"};
  }
  auto bytes = std::make_unique_for_overwrite<char[]>(head.services_bytes);
  if (!in.read(bytes.get(), static_cast<std::streamsize>(head.services_bytes))) {
    return base::Error{"it cannot be read to its end"};
  }
  std::string_view const services(bytes.get(), head.services_bytes);
  bool const proven = digest_of_services(head, services) == head.services;
  auto view = proven ? read_services_part(services) : std::nullopt;
  if (!view) {
    return base::Error{std::string(kDamaged)};
  }
  return SavedServices(std::move(bytes), std::move(head.package), *std::move(view));
}

base::Result<SavedServices> read_file_of(std::string const& path) {
  std::error_code fault;
  std::uintmax_t const size = std::filesystem::file_size(path, fault);
  if (fault) {
    return base::Error{fault.message()};
  }
  if (size > kMaxSavedBytes) {
    return base::Error{"it is larger than 256 MiB"};
  }
  std::ifstream in(path, std::ios::binary);
  return in ? read_services(in, size) : base::Result<SavedServices>(base::Error{"it cannot be opened"});
}

}  // namespace

base::Result<SavedServices> open_services(std::string const& path) {
  auto opened = read_file_of(path);
  return opened ? std::move(opened) : base::Error{"`" + path + "`: " + opened.error().message};
}

}  // namespace hjemmel::saved
