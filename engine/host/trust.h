// Who vouches for a plugin: the hash in the list of its folder, and signatures by keys that the host's administrator chose.
//
// In: hexadecimal and base64 texts, and a plugin's bytes. Out: whether they fit. Signatures are Ed25519 over the bytes of the
// file. Tested in tests/unit/host/trust_test.cpp.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hjemmel::host {

struct PublicKey {
  std::array<unsigned char, 32> bytes{};

  friend bool operator==(PublicKey const&, PublicKey const&) = default;
};

struct PluginSignature {
  std::array<unsigned char, 64> bytes{};
};

// Standard base64 with its `=` at the end: 44 characters of a key, 88 of a signature. Nothing for any other text.
[[nodiscard]] std::optional<PublicKey> read_public_key(std::string_view base64);
[[nodiscard]] std::optional<PluginSignature> read_signature(std::string_view base64);

// 64 hexadecimal digits, in lower case; capitals are read as well. Nothing for any other text.
[[nodiscard]] std::optional<std::string> read_sha256(std::string_view hexadecimal);

// Whether one of the keys made the signature.
[[nodiscard]] bool is_signed_by_any(std::string_view bytes, PluginSignature const& signature,
                                    std::span<PublicKey const> keys);

enum class Trust {
  listed,         // the file has the hash that the list of its folder gives
  signed_by_key,  // and a configured key has signed it
  unlisted,       // nobody vouches for it; accepted in development only
};

// `listed`, `signed`, `unlisted`
[[nodiscard]] std::string_view trust_name(Trust trust);

}  // namespace hjemmel::host
