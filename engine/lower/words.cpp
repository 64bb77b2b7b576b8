// Two passes, and a look first at whether they would change anything: of most conditions they would not.
#include "engine/lower/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hjemmel::lower {
namespace {

constexpr bool is_operator_sign(char c) {
  return c == '<' || c == '>' || c == '=' || c == '!' || c == '+' || c == '*' || c == '/';
}

// One blank around signs of operators and behind commas, none inside brackets: as `hjemmel format` lays expressions out, so
// that the words of a condition are the same however its author spaced them. `-` stands as it is: it is a sign as well.
std::string with_canonical_blanks(std::string_view words) {
  std::string text;
  bool in_text = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    char const c = words[i];
    in_text = in_text != (c == '"');
    bool const operator_begins = !in_text && is_operator_sign(c) && (i == 0 || !is_operator_sign(words[i - 1]));
    bool const closes = !in_text && (c == ')' || c == '}' || c == ',');
    while (closes && text.ends_with(' ')) {
      text.pop_back();
    }
    if (operator_begins && !text.empty() && !text.ends_with(' ')) {
      text.push_back(' ');
    }
    bool const behind_bracket = text.ends_with('(') || text.ends_with('{');
    if (!(c == ' ' && !in_text && (behind_bracket || text.ends_with(' ')))) {
      text.push_back(c);
    }
    bool const last = i + 1 == words.size();
    bool const operator_ends = !in_text && is_operator_sign(c) && !last && !is_operator_sign(words[i + 1]);
    if (!last && words[i + 1] != ' ' && !in_text && (operator_ends || c == ',')) {
      text.push_back(' ');
    }
  }
  return text;
}

enum class Sort : std::uint8_t { word, beside, blank, sign, comma, closing, other };

// Of a character: words and what else stands well beside anything come first; `other` asks for a second look.
constexpr std::array<Sort, 256> kSorts = [] {
  std::array<Sort, 256> sorts{};
  for (std::size_t code = 0; code < sorts.size(); ++code) {
    auto const c = static_cast<char>(code);
    bool const of_word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || (c >= 'A' && c <= 'Z');
    bool const other = c == '\n' || c == '\t' || c == '\r' || c == '#' || c == '"';
    sorts[code] = of_word                ? Sort::word
                  : c == ' '             ? Sort::blank
                  : is_operator_sign(c)  ? Sort::sign
                  : c == ','             ? Sort::comma
                  : c == ')' || c == '}' ? Sort::closing
                  : other                ? Sort::other
                                         : Sort::beside;
  }
  return sorts;
}();

Sort sort_of(char c) { return kSorts[static_cast<unsigned char>(c)]; }

// Whether `c` stands as the two functions around would leave it, between these two.
bool stands_well(char before, char c, char next) {
  switch (sort_of(c)) {
    case Sort::blank:
      return before != ' ' && before != '(' && before != '{';
    case Sort::sign:
      return (before == ' ' || sort_of(before) == Sort::sign) && (next == ' ' || sort_of(next) == Sort::sign);
    case Sort::comma:
      return before != ' ' && next == ' ';
    case Sort::closing:
      return before != ' ';
    case Sort::other:
      return false;
    case Sort::word:
    case Sort::beside:
      break;
  }
  return true;
}

// Whether the two functions around would give the text as it is: what most authors write needs no second text.
bool has_canonical_blanks(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (sort_of(text[i]) == Sort::word) {
      continue;
    }
    char const before = i == 0 ? ' ' : text[i - 1];
    char const next = i + 1 < text.size() ? text[i + 1] : ' ';
    bool const last_blank = text[i] == ' ' && i + 1 == text.size();
    if (last_blank || !stands_well(before, text[i], next)) {
      return false;
    }
  }
  return true;
}

// Runs of blanks, line ends and comments in between become one blank.
std::string on_one_line(std::string_view text) {
  std::string words;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    in_text = in_text != (c == '"');
    if (c == '#' && !in_text) {
      i = std::min(text.find('\n', i), text.size()) - 1;
      continue;
    }
    bool const blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank || in_text) {
      words.push_back(c);
    } else if (!words.empty() && words.back() != ' ') {
      words.push_back(' ');
    }
  }
  while (!words.empty() && words.back() == ' ') {
    words.pop_back();
  }
  return words;
}

}  // namespace

std::string canonical_words(std::string_view written) {
  std::string text;
  append_canonical_words(text, written);
  return text;
}

void append_canonical_words(std::string& to, std::string_view written) {
  if (has_canonical_blanks(written)) {
    to += written;
  } else {
    to += with_canonical_blanks(on_one_line(written));
  }
}

}  // namespace hjemmel::lower
