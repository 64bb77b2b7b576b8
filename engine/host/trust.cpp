// By libsodium's functions that need no initialisation: nothing here is random or secret.
#include "engine/host/trust.h"

#include <algorithm>

#include <sodium/crypto_sign.h>
#include <sodium/utils.h>

namespace hjemmel::host {
namespace {

template <std::size_t size>
bool read_base64(std::string_view text, std::array<unsigned char, size>& bytes) {
  std::size_t read = 0;
  char const* end = nullptr;
  return sodium_base642bin(bytes.data(), size, text.data(), text.size(), nullptr, &read, &end,
                           sodium_base64_VARIANT_ORIGINAL) == 0 &&
         read == size && end == text.data() + text.size();
}

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_BYTES == 64);

}  // namespace

std::optional<PublicKey> read_public_key(std::string_view base64) {
  PublicKey key;
  return read_base64(base64, key.bytes) ? std::optional(key) : std::nullopt;
}

std::optional<PluginSignature> read_signature(std::string_view base64) {
  PluginSignature signature;
  return read_base64(base64, signature.bytes) ? std::optional(signature) : std::nullopt;
}

std::optional<std::string> read_sha256(std::string_view hexadecimal) {
  std::string digits(hexadecimal);
  for (char& digit : digits) {
    digit = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
  }
  bool const good = digits.size() == 64 && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  return good ? std::optional(std::move(digits)) : std::nullopt;
}

bool is_signed_by_any(std::string_view bytes, PluginSignature const& signature, std::span<PublicKey const> keys) {
  auto const* const text = reinterpret_cast<unsigned char const*>(bytes.data());
  return std::any_of(keys.begin(), keys.end(), [&](PublicKey const& key) {
    return crypto_sign_verify_detached(signature.bytes.data(), text, bytes.size(), key.bytes.data()) == 0;
  });
}

std::string_view trust_name(Trust trust) {
  switch (trust) {
    case Trust::listed:
      return "listed";
    case Trust::signed_by_key:
      return "signed";
    case Trust::unlisted:
      break;
  }
  return "unlisted";
}

}  // namespace hjemmel::host
