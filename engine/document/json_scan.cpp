// Short walks over bytes; the escapes of section 7, the numbers of section 6.
#include "engine/document/json_scan.h"

#include <algorithm>

namespace hjemmel::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The four hexadecimal digits at `at`.
std::optional<char32_t> hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) {
    return std::nullopt;
  }
  char32_t value = 0;
  for (char const c : text.substr(at, 4)) {
    bool const upper = c >= 'A' && c <= 'F';
    bool const lower = c >= 'a' && c <= 'f';
    if (!is_digit(c) && !upper && !lower) {
      return std::nullopt;
    }
    int const digit = is_digit(c) ? c - '0' : (upper ? c - 'A' : c - 'a') + 10;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

void append_utf8(std::string& out, char32_t code_point) {
  auto const push = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0U | (code_point >> 6U));
    push(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    push(0xE0U | (code_point >> 12U));
    push(0x80U | ((code_point >> 6U) & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  } else {
    push(0xF0U | (code_point >> 18U));
    push(0x80U | ((code_point >> 12U) & 0x3FU));
    push(0x80U | ((code_point >> 6U) & 0x3FU));
    push(0x80U | (code_point & 0x3FU));
  }
}

// \uXXXX at `at` (its backslash), or a pair of them; the bytes it takes, 0 when it names no character.
std::size_t append_unicode(std::string& out, std::string_view text, std::size_t at) {
  auto const first = hex4(text, at + 2);
  if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) {
    return 0;
  }
  if (*first < 0xD800 || *first > 0xDBFF) {
    append_utf8(out, *first);
    return 6;
  }
  auto const second = text.substr(at + 6).starts_with("\\u") ? hex4(text, at + 8) : std::nullopt;
  if (!second || *second < 0xDC00 || *second > 0xDFFF) {
    return 0;
  }
  append_utf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
  return 12;
}

// The escape at `at`; the bytes it takes, 0 when it is none.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
  char const name = at + 1 < text.size() ? text[at + 1] : '\0';
  if (name == 'u') {
    return append_unicode(out, text, at);
  }
  auto const place = kNames.find(name);
  if (place == std::string_view::npos) {
    return 0;
  }
  out.push_back(kValues[place]);
  return 2;
}

std::size_t skip_digits(std::string_view token, std::size_t at) {
  while (at < token.size() && is_digit(token[at])) {
    ++at;
  }
  return at;
}

}  // namespace

JsonString read_json_string(std::string_view text, std::size_t begin) {
  JsonString result;
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"') {
    if (text[at] != '\\') {
      result.value.push_back(text[at++]);
      continue;
    }
    std::size_t const taken = append_escape(result.value, text, at);
    if (taken == 0) {
      result.fault = std::min(result.fault, at);
    }
    at += taken == 0 ? 2 : taken;
  }
  result.end = std::min(at + 1, text.size());
  return result;
}

std::optional<StringFault> find_string_fault(std::string_view text, std::size_t begin) {
  constexpr std::size_t kOutside = std::string_view::npos;
  std::size_t opened = kOutside;
  for (std::size_t at = begin; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '"') {
      opened = opened == kOutside ? at : kOutside;
    } else if (opened != kOutside && c == '\\') {
      ++at;
    } else if (opened != kOutside && static_cast<unsigned char>(c) < 0x20U) {
      return StringFault{at, false};
    }
  }
  return opened == kOutside ? std::nullopt : std::optional(StringFault{opened, true});
}

bool is_json_number(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  std::size_t const whole = skip_digits(token, at);
  if (whole == at || (token[at] == '0' && whole > at + 1)) {
    return false;
  }
  at = whole;
  if (at < token.size() && token[at] == '.') {
    std::size_t const part = skip_digits(token, at + 1);
    if (part == at + 1) {
      return false;
    }
    at = part;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    at += at + 1 < token.size() && (token[at + 1] == '+' || token[at + 1] == '-') ? 2 : 1;
    std::size_t const exponent = skip_digits(token, at);
    if (exponent == at) {
      return false;
    }
    at = exponent;
  }
  return at == token.size();
}

std::size_t skip_json_blank(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(" \t\r\n", from), text.size());
}

std::size_t json_token_end(std::string_view text, std::size_t from) {
  std::size_t const end = std::min(text.find_first_of(" \t\r\n,:[]{}\"", from), text.size());
  return end == from && from < text.size() ? from + 1 : end;
}

}  // namespace hjemmel::document
