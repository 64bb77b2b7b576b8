// Bytes of names and blanks: where a run of them ends. Every token calls these, so they stand here to be inlined.
//
// In: a place and the end of the text. Out: the place behind. Tested in tests/unit/syntax/token_test.cpp.
#pragma once

#include <array>

namespace hjemmel::syntax::grammar {

using Iterator = char const*;

namespace scan {

// Letters, digits and `_` of ASCII; which letters beyond it a name may hold says base::is_name_letter.
inline constexpr std::array<bool, 256> kNameByte = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    table[c] = true;
    table[c - 'a' + 'A'] = true;
  }
  for (unsigned c = '0'; c <= '9'; ++c) {
    table[c] = true;
  }
  table['_'] = true;
  return table;
}();

[[nodiscard]] constexpr unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }
[[nodiscard]] constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// What begins with anything else than a blank, a line end or a comment goes no further.
[[nodiscard]] Iterator skip_blanks_there(Iterator at, Iterator end);
// Blanks, line ends, comments.
[[nodiscard]] inline Iterator skip_blanks(Iterator at, Iterator end) {
  return at == end || byte_of(*at) > '#' ? at : skip_blanks_there(at, end);
}

// From a letter beyond ASCII on.
[[nodiscard]] Iterator end_of_name_beyond(Iterator at, Iterator end);
// `at` itself: no name begins there.
[[nodiscard]] inline Iterator end_of_name(Iterator at, Iterator end) {
  if (at != end && is_digit(*at)) {
    return at;
  }
  while (at != end && kNameByte[byte_of(*at)]) {
    ++at;
  }
  return at == end || byte_of(*at) < 0x80 ? at : end_of_name_beyond(at, end);
}

}  // namespace scan
}  // namespace hjemmel::syntax::grammar
