// By libsodium's functions. SHA-256 needs no initialisation; sodium_init picks the BLAKE2b for this processor, and may be called by
// any thread and any number of times.
#include "engine/base/hash.h"

#include <array>

#include <sodium/core.h>
#include <sodium/crypto_generichash.h>
#include <sodium/crypto_hash_sha256.h>

#include "engine/base/check.h"

namespace hjemmel::base {

std::string sha256(std::string_view bytes) { return sha256(std::span(&bytes, 1)); }

std::string sha256(std::span<std::string_view const> parts) {
  crypto_hash_sha256_state state{};
  crypto_hash_sha256_init(&state);
  for (std::string_view const part : parts) {
    crypto_hash_sha256_update(&state, reinterpret_cast<unsigned char const*>(part.data()), part.size());
  }
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256_final(&state, digest.data());
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (unsigned char const byte : digest) {
    text.push_back(kHex[byte >> 4U]);
    text.push_back(kHex[byte & 15U]);
  }
  return text;
}

std::string blake2b(std::initializer_list<std::string_view> parts) {
  CHECK(sodium_init() >= 0);
  crypto_generichash_state state{};
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  for (std::string_view const part : parts) {
    crypto_generichash_update(&state, reinterpret_cast<unsigned char const*>(part.data()), part.size());
  }
  std::string digest(crypto_generichash_BYTES, '\0');
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(digest.data()), digest.size());
  return digest;
}

}  // namespace hjemmel::base
