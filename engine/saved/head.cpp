// The head of a file, byte by byte: numbers with the lowest byte first.
#include "engine/base/besides.h"
#include "engine/base/hash.h"
#include "engine/saved/contents.h"
#include "engine/saved/services_part.h"
#include "engine/saved/shape.h"

namespace hjemmel::saved {
namespace {

constexpr unsigned kBitsOfAByte = 8;
constexpr std::size_t kManyBytes = 256U * 1024;  // that are worth a thread

std::string bytes_of(std::uint64_t number) {
  std::string bytes;
  for (std::size_t at = 0; at < sizeof(number); ++at) {
    bytes.push_back(static_cast<char>(number & 0xffU));
    number >>= kBitsOfAByte;
  }
  return bytes;
}

std::uint64_t number_of(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t at = bytes.size(); at-- > 0;) {
    number = number << kBitsOfAByte | static_cast<std::uint8_t>(bytes[at]);
  }
  return number;
}

std::string format_bytes() { return bytes_of(Shape::of<package::LoadedPackage, ServicesDirectory>()); }

std::string_view take(std::string_view& rest, std::size_t count) {
  std::string_view const taken = rest.substr(0, count);
  rest.remove_prefix(count);
  return taken;
}

}  // namespace

// The halves of many are hashed at once: to prove them is most of what a host waits for.
std::string digest_of_services(Head const& head, std::string_view services) {
  std::string_view const first = services.substr(0, services.size() / 2);
  std::string_view const second = services.substr(first.size());
  auto besides = std::async(services.size() < kManyBytes ? std::launch::deferred : base::kBesides,
                            [&] { return base::blake2b({second}); });
  std::string const of_first = base::blake2b({first});
  return base::blake2b({head.package, bytes_of(services.size()), of_first, besides.get()});
}

std::string digest_of(Head const& head, std::string_view body) {
  return base::blake2b({head.package, head.services, body});
}

std::string head_bytes(Head const& head) {
  return std::string(kMark) + format_bytes() + head.package + head.contents + head.services +
         bytes_of(head.services_bytes) + std::string(kFill, '\0');
}

std::string read_head(std::string_view bytes, Head& head) {
  if (!bytes.starts_with(kMark)) {
    return "it is no package that `hjemmel build` has saved";
  }
  std::string_view rest = bytes.substr(kMark.size());
  if (rest.substr(0, kFormatBytes) != format_bytes()) {
    return rest.size() < kFormatBytes ? "it is cut short"
                                      : "it was saved by another version of hjemmel; build it anew with this one";
  }
  if (bytes.size() < kHeadBytes) {
    return "it is cut short";
  }
  rest.remove_prefix(kFormatBytes);
  head.package = take(rest, kPackageDigestBytes);
  head.contents = take(rest, kDigestBytes);
  head.services = take(rest, kDigestBytes);
  head.services_bytes = number_of(take(rest, kLengthBytes));
  return take(rest, kFill) == std::string(kFill, '\0') ? "" : std::string(kDamaged);
}

}  // namespace hjemmel::saved
