// SHA-256 against the examples of FIPS 180-2, BLAKE2b against known digests.
#include "engine/base/hash.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace hjemmel::base {
namespace {

TEST(Hash, agrees_with_the_standard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Hash, takes_parts_one_behind_the_other) {
  constexpr std::array<std::string_view, 4> kParts{"a", "", "b", "c"};
  EXPECT_EQ(sha256(kParts), sha256("abc"));
  EXPECT_EQ(sha256(std::span<std::string_view const>()), sha256(""));
}

TEST(Hash, sees_every_byte) { EXPECT_NE(sha256(std::string("a\0b", 3)), sha256(std::string("a\0c", 3))); }

// The digests of RFC 7693's function with 32 bytes of output, as other programs have them.
TEST(Hash, blake2b_takes_its_parts_one_behind_the_other) {
  auto const hexadecimal = [](std::string const& bytes) {
    std::string text;
    for (char const one : bytes) {
      constexpr std::string_view kDigits = "0123456789abcdef";
      auto const byte = static_cast<unsigned char>(one);
      text += kDigits[byte >> 4U];
      text += kDigits[byte & 15U];
    }
    return text;
  };
  EXPECT_EQ(hexadecimal(blake2b({"abc"})), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  EXPECT_EQ(blake2b({"a", "", "bc"}), blake2b({"abc"}));
}

}  // namespace
}  // namespace hjemmel::base
