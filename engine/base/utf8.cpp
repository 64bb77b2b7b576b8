// UTF-8 decoding after the table of well-formed byte sequences (Unicode 15, table 3-7).
#include "engine/base/utf8.h"

#include <array>
#include <cstdio>
#include <cstring>

namespace hjemmel::base {
namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

// The allowed range of the second byte, and how many bytes the sequence has; length 0 is never valid as a lead.
struct Lead {
  std::uint32_t length;
  unsigned char second_low;
  unsigned char second_high;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF)
    return {2, 0x80, 0xBF};
  if (byte == 0xE0)
    return {3, 0xA0, 0xBF};
  if (byte == 0xED)
    return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF)
    return {3, 0x80, 0xBF};
  if (byte == 0xF0)
    return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3)
    return {4, 0x80, 0xBF};
  if (byte == 0xF4)
    return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool is_sequence(std::string_view bytes, std::size_t at, Lead lead) {
  if (lead.length == 0 || at + lead.length > bytes.size())
    return false;
  unsigned char const second = byte_at(bytes, at + 1);
  if (second < lead.second_low || second > lead.second_high)
    return false;
  for (std::size_t i = 2; i < lead.length; ++i) {
    if ((byte_at(bytes, at + i) & 0xC0U) != 0x80U)
      return false;
  }
  return true;
}

// The next place, from `at` on, that is not the beginning of eight bytes of ASCII without a NUL.
std::size_t skip_plain(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  constexpr std::uint64_t kLow = 0x0101010101010101U;
  for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (((eight | (eight - kLow)) & kHigh) != 0) {
      break;
    }
  }
  return at;
}

}  // namespace

std::optional<std::size_t> find_utf8_fault(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    unsigned char const byte = byte_at(bytes, at);
    if (byte == 0)
      return at;
    if (byte < 0x80) {
      at = skip_plain(bytes, at + 1);
      continue;
    }
    Lead const lead = lead_of(byte);
    if (!is_sequence(bytes, at, lead))
      return at;
    at += lead.length;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size())
    return {};
  unsigned char const byte = byte_at(text, offset);
  if (byte < 0x80)
    return {byte, 1};
  Lead const lead = lead_of(byte);
  if (!is_sequence(text, offset, lead))
    return {byte, 1};
  char32_t value = byte & (0x7FU >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    value = (value << 6U) | (byte_at(text, offset + i) & 0x3FU);
  }
  return {value, lead.length};
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (char const c : text) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

bool is_name_letter(char32_t code_point) {
  constexpr std::u32string_view kLetters = U"æøåÆØÅéèêëÉÈÊËòóôÒÓÔäöüÄÖÜàÀáÁčČđĐŋŊšŠŧŦžŽïÏ";
  return kLetters.find(code_point) != std::u32string_view::npos;
}

bool is_combining_mark(char32_t code_point) { return code_point >= 0x300 && code_point <= 0x36F; }

bool is_hidden_space(char32_t code_point) {
  constexpr std::u32string_view kSpaces = U"\u00A0\u00AD\u1680\u3000\uFEFF";
  bool const general = code_point >= 0x2000 && code_point <= 0x200F;  // en quad to the direction marks
  bool const breaks =
      code_point >= 0x2028 && code_point <= 0x202F;  // line separators, bidirectional overrides, narrow space
  bool const joins = code_point >= 0x205F && code_point <= 0x206F;  // word joiner, invisible operators, isolates
  return general || breaks || joins || kSpaces.find(code_point) != std::u32string_view::npos;
}

std::string code_point_name(char32_t code_point) {
  std::array<char, 16> text{};
  int const length = std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(code_point));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace hjemmel::base
