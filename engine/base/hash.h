// SHA-256 of bytes, as lower-case hexadecimal, and BLAKE2b where speed counts and nobody reads it. The only use of Nettle, and
// of libsodium at this layer. Tested in tests/unit/base/hash_test.cpp.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace hjemmel::base {

// 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);
// Of the parts one behind the other.
[[nodiscard]] std::string sha256(std::span<std::string_view const> parts);

// 32 bytes, over the parts one behind the other.
[[nodiscard]] std::string blake2b(std::initializer_list<std::string_view> parts);

}  // namespace hjemmel::base
