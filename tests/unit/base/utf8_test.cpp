// UTF-8: the table of what is well-formed, letter by letter.
#include "engine/base/utf8.h"

#include <array>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hjemmel::base {
namespace {

using namespace std::string_view_literals;

// A second way to UTF-8, by arithmetic on the code point.
std::string encode(char32_t c) {
  if (c < 0x80)
    return {static_cast<char>(c)};
  std::string tail;
  char32_t limit = 0x40;
  while (c >= limit) {
    tail.insert(tail.begin(), static_cast<char>(0x80 | (c % 64)));
    c /= 64;
    limit = tail.size() == 1 ? 0x20 : limit / 2;
  }
  unsigned const marks = tail.size() == 1 ? 0xC0U : tail.size() == 2 ? 0xE0U : 0xF0U;
  return static_cast<char>(marks | static_cast<unsigned>(c)) + tail;
}

TEST(Utf8, finds_the_first_bad_byte) {
  struct Row {
    std::string_view bytes;
    std::optional<std::size_t> fault;
  };
  std::array const rows{
      Row{"", std::nullopt},
      Row{"bl\xC3\xA5", std::nullopt},
      Row{"\xF0\x9F\x98\x80", std::nullopt},
      Row{"\xF4\x8F\xBF\xBF", std::nullopt},
      Row{"ab\xE5z", 2},           // Latin-1 å
      Row{"a\x80", 1},             // a continuation alone
      Row{"a\xC3", 1},             // cut off
      Row{"\xE2\x82", 0},          // cut off after two of three
      Row{"\xC0\xAF", 0},          // overlong
      Row{"\xE0\x80\xAF", 0},      // overlong
      Row{"\xF0\x80\x80\xAF", 0},  // overlong
      Row{"\xED\xA0\x80", 0},      // surrogate
      Row{"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
      Row{"\xFF\xFE", 0},          // UTF-16 mark
      Row{"a\0b"sv, 1},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(find_utf8_fault(row.bytes), row.fault) << testing::PrintToString(row.bytes);
  }
}

TEST(Utf8, counts_letters_not_bytes) {
  EXPECT_EQ(count_code_points("bl\xC3\xA5 b\xC3\xA6r"), 7U);
  EXPECT_EQ(code_point_at("\xC3\xB8l", 0).value, U'ø');
  EXPECT_EQ(code_point_at("\xC3\xB8l", 0).length, 2U);
  EXPECT_EQ(code_point_at("", 0).length, 0U);
  EXPECT_EQ(code_point_at("a", 7).length, 0U);
  EXPECT_EQ(code_point_at("\xE5", 0).length, 1U);  // broken, still one step on
}

TEST(Utf8, tells_letters_marks_and_hidden_spaces_apart) {
  EXPECT_TRUE(is_name_letter(U'å'));
  EXPECT_TRUE(is_name_letter(U'Ŋ'));
  EXPECT_FALSE(is_name_letter(U'a'));  // ASCII is not this function's business
  EXPECT_FALSE(is_name_letter(U'§'));
  EXPECT_TRUE(is_combining_mark(0x30A));
  EXPECT_FALSE(is_combining_mark(0x2FF));
  EXPECT_FALSE(is_combining_mark(0x370));
  for (char32_t const hidden : U"\u00A0\u00AD\u2007\u200B\u200D\u2028\u202E\u202F\u2060\u2066\u3000\uFEFF"sv) {
    EXPECT_TRUE(is_hidden_space(hidden)) << code_point_name(hidden);
  }
  for (char32_t const shown : U" \ta\u00E5\u00A7\u2010\u2013\u2026\u2030\u20AC"sv) {
    EXPECT_FALSE(is_hidden_space(shown)) << code_point_name(shown);
  }
  EXPECT_EQ(code_point_name(0xA0), "U+00A0");
  EXPECT_EQ(code_point_name(0x1F600), "U+1F600");
}

RC_GTEST_PROP(Utf8Property, takes_every_character_and_gives_it_back, ()) {
  auto const c = static_cast<char32_t>(*rc::gen::inRange(1, 0x110000));
  bool const surrogate = c >= 0xD800 && c <= 0xDFFF;
  std::string const bytes = encode(c);
  RC_ASSERT(find_utf8_fault(bytes).has_value() == surrogate);
  if (!surrogate) {
    CodePoint const again = code_point_at(bytes, 0);
    RC_ASSERT(again.value == c);
    RC_ASSERT(again.length == bytes.size());
    RC_ASSERT(count_code_points(bytes) == 1U);
  }
}

RC_GTEST_PROP(Utf8Property, steps_through_any_bytes, (std::string const& bytes)) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    CodePoint const step = code_point_at(bytes, at);
    RC_ASSERT(step.length > 0U);
    at += step.length;
  }
  RC_ASSERT(at == bytes.size());
}

}  // namespace
}  // namespace hjemmel::base
