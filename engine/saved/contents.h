// What stands in a saved file before the package itself. Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"

namespace hjemmel::saved {

// Code that the package calls: it is found again by its id, and has to be the same.
struct SavedJurisdiction {
  std::string id;
  std::string version;
  std::string digest;
};

struct Contents {
  std::vector<source::SourceFile> texts;
  std::vector<SavedJurisdiction> jurisdictions;
  std::vector<diag::Diagnostic> warnings;
  std::uint64_t warnings_dropped = 0;
};

inline constexpr std::string_view kDamaged = "it is damaged: build it anew";

// The beginning of a file, always of one length. Behind it stand the services (services_part.h), then all else, its body.
struct Head {
  std::string package;   // the package's digest, `sha256:…`
  std::string contents;  // digest_of
  std::string services;  // digest_of_services
  std::uint64_t services_bytes = 0;
};

inline constexpr std::string_view kMark{"hjemmel\x1a", 8};  // no text begins so
inline constexpr std::size_t kFormatBytes = 8;
inline constexpr std::size_t kPackageDigestBytes = 71;  // `sha256:` and 64 digits
inline constexpr std::size_t kDigestBytes = 32;
inline constexpr std::size_t kLengthBytes = 8;
inline constexpr std::size_t kFill = 1;  // so that what follows may hold numbers of eight bytes
inline constexpr std::size_t kHeadBytes =
    kMark.size() + kFormatBytes + kPackageDigestBytes + 2 * kDigestBytes + kLengthBytes + kFill;
static_assert(kHeadBytes % alignof(std::uint64_t) == 0);

// Over the package's digest, how many bytes the services are, and the digests of their halves. It is proven by itself, so that they
// can be read without the rest.
[[nodiscard]] std::string digest_of_services(Head const& head, std::string_view services);
// Over the package's digest, that of the services and the body.
[[nodiscard]] std::string digest_of(Head const& head, std::string_view body);
[[nodiscard]] std::string head_bytes(Head const& head);
// What is read of a file that may be anything: a sentence on what is wrong with it, or nothing. The digest is not looked at.
[[nodiscard]] std::string read_head(std::string_view bytes, Head& head);

}  // namespace hjemmel::saved
