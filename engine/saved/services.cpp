// As much of the file as its head says.
#include "engine/saved/services.h"

#include <array>

#include "engine/saved/contents.h"
#include "engine/saved/open_file.h"
#include "engine/saved/services_part.h"

namespace hjemmel::saved {
namespace {

base::Result<SavedServices> read_services(OpenFile file) {
  std::array<char, kHeadBytes> start{};
  file.in.read(start.data(), kHeadBytes);
  Head head;
  std::string const fault = read_head({start.data(), static_cast<std::size_t>(file.in.gcount())}, head);
  if (!fault.empty()) {
    return base::Error{fault};
  }
  if (head.services_bytes > file.size - kHeadBytes) {
    return base::Error{"it is cut short"};
  }
  auto bytes = std::make_unique_for_overwrite<char[]>(head.services_bytes);
  if (!file.in.read(bytes.get(), static_cast<std::streamsize>(head.services_bytes))) {
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

}  // namespace

base::Result<SavedServices> open_services(std::string const& path) {
  auto file = open_file(path);
  auto opened = file ? read_services(*std::move(file)) : file.error();
  return opened ? std::move(opened) : base::Error{"`" + path + "`: " + opened.error().message};
}

}  // namespace hjemmel::saved
