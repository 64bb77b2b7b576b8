// UTF-8: proof that bytes are valid, code points one by one, and which of them a name may hold.
//
// Everything above this layer works on bytes that passed `find_utf8_fault`. Tested in tests/unit/base/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hjemmel::base {

// The offset of the first byte that is not part of valid UTF-8 (overlong forms, surrogates and NUL count as invalid).
[[nodiscard]] std::optional<std::size_t> find_utf8_fault(std::string_view bytes);

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  // bytes; 0 at the end of the text
};

// The code point that starts at `offset` of valid UTF-8.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Letters beyond ASCII that names may hold: æøå, é, è, ê, ë, ò, ó, ô, ä, ö, ü and the Sámi letters, in both cases. Composed only.
[[nodiscard]] bool is_name_letter(char32_t code_point);
// U+0300 to U+036F: the second half of a decomposed å.
[[nodiscard]] bool is_combining_mark(char32_t code_point);
// What is copied from a web page with the text and cannot be seen: no-break and other wide or narrow spaces (U+00A0, U+202F, …),
// zero-width characters, line separators, the soft hyphen, and the marks that turn the direction of writing.
[[nodiscard]] bool is_hidden_space(char32_t code_point);
// `U+00A0`
[[nodiscard]] std::string code_point_name(char32_t code_point);

}  // namespace hjemmel::base
