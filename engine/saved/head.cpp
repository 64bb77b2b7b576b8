// The head of a file, byte by byte: numbers with the lowest byte first.
#include "engine/base/hash.h"
#include "engine/saved/contents.h"
#include "engine/saved/shape.h"

namespace hjemmel::saved {
namespace {

constexpr unsigned kBitsOfAByte = 8;

std::string format_bytes() {
  std::uint64_t format = Shape::of<package::LoadedPackage>();
  std::string bytes;
  for (std::size_t at = 0; at < kFormatBytes; ++at) {
    bytes.push_back(static_cast<char>(format & 0xffU));
    format >>= kBitsOfAByte;
  }
  return bytes;
}

}  // namespace

std::string digest_of(Head const& head, std::string_view body) { return base::blake2b({head.package, body}); }

std::string head_bytes(Head const& head) { return std::string(kMark) + format_bytes() + head.package + head.contents; }

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
  head.package = rest.substr(0, kPackageDigestBytes);
  head.contents = rest.substr(kPackageDigestBytes, kDigestBytes);
  return "";
}

}  // namespace hjemmel::saved
