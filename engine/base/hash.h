// SHA-256 of bytes, as lower-case hexadecimal. The only use of libsodium at this layer.
#pragma once

#include <string>
#include <string_view>

namespace hjemmel::base {

// 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace hjemmel::base
