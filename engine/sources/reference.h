// A place in an act, as a citation names it: `§ 37 first paragraph letter j`.
//
// Data only. Made by read_reference.h, looked up by resolve.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace hjemmel::sources {

// All counts from 1.
struct Reference {
  std::string section;                     // as section_number.h spells it
  std::optional<std::uint32_t> paragraph;  // «ledd»; none: the section as a whole, or its only paragraph
  std::optional<std::uint32_t> item;       // of the paragraph's list: «bokstav», «nr.»
  bool numbered = false;                   // the item was cited by a number, not by a letter
  std::optional<std::uint32_t> sentence;   // «punktum», of the item or of the paragraph

  friend bool operator==(Reference const&, Reference const&) = default;
};

// In English, one spelling a place: `§ 37 first paragraph letter j`, `§ 3-9 c`, `§ 2 number 3`.
[[nodiscard]] std::string to_text(Reference const& reference);

}  // namespace hjemmel::sources
