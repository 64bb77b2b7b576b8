// Code point by code point.
#include "engine/sources/plain_text.h"

#include "engine/base/utf8.h"

namespace hjemmel::sources {
namespace {

bool has_no_width(char32_t one) {
  return one == 0x00AD || (one >= 0x200B && one <= 0x200F) || (one >= 0x202A && one <= 0x202E) ||
         (one >= 0x2060 && one <= 0x206F) || one == 0xFEFF;
}

bool is_blank(char32_t one) { return one <= 0x20 || (base::is_hidden_space(one) && !has_no_width(one)); }

// `joint` stands for each stretch of blanks inside the text.
std::string with_joints(std::string_view text, std::string_view joint) {
  std::string plain;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const one = base::code_point_at(text, at);
    std::string_view const bytes = text.substr(at, one.length);
    at += one.length;
    if (has_no_width(one.value)) {
      continue;
    }
    if (is_blank(one.value)) {
      pending = !plain.empty();
      continue;
    }
    plain += pending ? joint : std::string_view();
    plain += bytes;
    pending = false;
  }
  return plain;
}

}  // namespace

std::string one_blank(std::string_view text) { return with_joints(text, " "); }

std::string without_blanks(std::string_view text) { return with_joints(text, ""); }

}  // namespace hjemmel::sources
