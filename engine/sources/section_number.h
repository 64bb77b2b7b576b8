// The number of a section as acts and citations write it: `20`, `9 a`, `2a`, `3-1a`, `7A-1`, `7 A-1`, `3-9 c`.
//
// In: the text behind `§`. Out: the number in one spelling, so that `9 a` and `9a` are the same section. Tested in
// tests/unit/sources/section_number_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hjemmel::sources {

struct SectionNumber {
  std::string text;  // digits, a capital letter of the chapter, `-` and digits, a blank and a small letter: `7A-1 b`
  std::size_t length = 0;  // bytes of what was read; a point behind it is not read

  friend bool operator==(SectionNumber const&, SectionNumber const&) = default;
};

// Of the number that `text` begins with. A letter behind a blank belongs to it where it is a small one and stands alone: the `I` of
// `5 I tillegg` begins the title.
[[nodiscard]] std::optional<SectionNumber> read_section_number(std::string_view text);

}  // namespace hjemmel::sources
