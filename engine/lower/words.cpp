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

// Sorts of characters, a bit each: words and what else stands well beside anything come first; `other` asks for a second look.
enum Sort : std::uint8_t { beside = 1, blank = 2, sign = 4, comma = 8, closing = 16, opening = 32, other = 64 };
constexpr std::uint8_t kAnySort = 127;

constexpr Sort sort_of(char c) {
  return c == ' '                                                      ? blank
         : is_operator_sign(c)                                         ? sign
         : c == ','                                                    ? comma
         : c == ')' || c == '}'                                        ? closing
         : c == '(' || c == '{'                                        ? opening
         : c == '\n' || c == '\t' || c == '\r' || c == '#' || c == '"' ? other
                                                                       : beside;
}

// Sorts that do not stand right behind this one where the two functions around have been.
constexpr std::uint8_t barred_behind(Sort sort) {
  switch (sort) {
    case blank:
      return blank | comma | closing | other;
    case sign:
      return kAnySort & ~(blank | sign);
    case comma:
      return kAnySort & ~blank;
    case opening:
      return blank | sign | other;
    case beside:
    case closing:
      return sign | other;
    case other:
      break;
  }
  return kAnySort;
}

// By character.
struct Sorts {
  std::array<std::uint8_t, 256> sort;
  std::array<std::uint8_t, 256> barred;
};
constexpr Sorts kSorts = [] {
  Sorts sorts{};
  for (std::size_t code = 0; code < sorts.sort.size(); ++code) {
    sorts.sort[code] = sort_of(static_cast<char>(code));
    sorts.barred[code] = barred_behind(sort_of(static_cast<char>(code)));
  }
  return sorts;
}();

// Whether the two functions around would give the text as it is: what most authors write needs no second text. Each character
// is held against the one before it, and a blank is thought before the first; the last may be followed by a blank.
bool has_canonical_blanks(std::string_view text) {
  std::uint8_t barred = barred_behind(blank);
  std::uint8_t faults = 0;
  for (char const c : text) {
    auto const code = static_cast<unsigned char>(c);
    faults = static_cast<std::uint8_t>(faults | (barred & kSorts.sort[code]));
    barred = kSorts.barred[code];
  }
  return faults == 0 && !text.ends_with(' ');
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

std::string_view Written::of(ir::ExprId expr) {
  source::Span const& span = program_.exprs[expr.index].span;
  if (span.file != file_) {
    file_ = span.file;
    file_text_ = file_.has_value() ? std::string_view(sources_.file(file_).text) : std::string_view();
  }
  return file_.has_value() ? file_text_.substr(span.begin, span.end - span.begin) : std::string_view();
}

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
