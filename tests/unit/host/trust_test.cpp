// Keys, signatures and hashes as texts, and whether a signature fits.
#include "engine/host/trust.h"

#include <gtest/gtest.h>

namespace hjemmel::host {
namespace {

// The first test of RFC 8032, section 7.1: the signature of no bytes at all.
constexpr std::string_view kKey = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
constexpr std::string_view kSignature =
    "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==";

TEST(Trust, a_signature_fits_its_key_and_its_bytes) {
  auto const key = read_public_key(kKey);
  auto const signature = read_signature(kSignature);
  ASSERT_TRUE(key && signature);
  EXPECT_TRUE(is_signed_by_any("", *signature, std::array{*key}));
  EXPECT_TRUE(is_signed_by_any("", *signature, std::array{PublicKey(), *key}));
  EXPECT_FALSE(is_signed_by_any("x", *signature, std::array{*key}));
  EXPECT_FALSE(is_signed_by_any("", PluginSignature(), std::array{*key}));
  EXPECT_FALSE(is_signed_by_any("", *signature, std::array{PublicKey()}));
  EXPECT_FALSE(is_signed_by_any("", *signature, {}));
}

TEST(Trust, base64_is_read_strictly) {
  std::string const key(kKey);
  EXPECT_FALSE(read_public_key(""));
  EXPECT_FALSE(read_public_key(key.substr(0, 43)));
  EXPECT_FALSE(read_public_key(key + "A"));
  EXPECT_FALSE(read_public_key(" " + key));
  EXPECT_FALSE(read_public_key(key + "\n"));
  EXPECT_FALSE(read_public_key(std::string(43, '!') + "="));
  EXPECT_FALSE(read_public_key(kSignature));
  EXPECT_FALSE(read_signature(kKey));
}

TEST(Trust, hashes_are_64_digits_and_become_lower_case) {
  EXPECT_EQ(read_sha256(std::string(32, 'A') + std::string(32, '9')), std::string(32, 'a') + std::string(32, '9'));
  EXPECT_FALSE(read_sha256(std::string(63, 'a')));
  EXPECT_FALSE(read_sha256(std::string(65, 'a')));
  EXPECT_FALSE(read_sha256(std::string(63, 'a') + "g"));
}

TEST(Trust, each_has_a_name) {
  EXPECT_EQ(trust_name(Trust::listed), "listed");
  EXPECT_EQ(trust_name(Trust::signed_by_key), "signed");
  EXPECT_EQ(trust_name(Trust::unlisted), "unlisted");
}

}  // namespace
}  // namespace hjemmel::host
