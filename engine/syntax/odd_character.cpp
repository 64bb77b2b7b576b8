// A table of characters with what to write instead, and the ones that cannot be seen.
#include "engine/syntax/odd_character.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/base/utf8.h"

namespace hjemmel::syntax {
namespace {

using diag::Diagnostic;
using diag::Kind;

struct OddCharacter {
  char32_t code_point;
  Kind kind;
  std::string_view help;
};

constexpr std::string_view kQuoteHelp = "write texts in straight quotes: `\"…\"`";
constexpr std::string_view kDashHelp =
    "write `-` for minus, `..` between the first and the last of several catalogue ids, and a range in words: `from 12 "
    "g to 14 g`";
constexpr std::string_view kSectionHelp = "a section's number stands in a text: `\"§ 232 a\"`";

constexpr std::array kOddCharacters{
    OddCharacter{U'«', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'»', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'“', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'”', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'„', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'‘', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'’', Kind::typographic_quote, kQuoteHelp},
    OddCharacter{U'–', Kind::typographic_dash, kDashHelp},
    OddCharacter{U'—', Kind::typographic_dash, kDashHelp},
    OddCharacter{U'−', Kind::typographic_dash, kDashHelp},
    OddCharacter{U'‐', Kind::typographic_dash, kDashHelp},
    OddCharacter{U'‑', Kind::typographic_dash, kDashHelp},
    OddCharacter{U'≤', Kind::unlisted_character, "write `<=` or `at most`"},
    OddCharacter{U'≥', Kind::unlisted_character, "write `>=` or `at least`"},
    OddCharacter{U'≠', Kind::unlisted_character, "write `!=` or `is not`"},
    OddCharacter{U'×', Kind::unlisted_character, "write `*`"},
    OddCharacter{U'·', Kind::unlisted_character, "write `*`"},
    OddCharacter{U'÷', Kind::unlisted_character, "write `/`"},
    OddCharacter{U'…', Kind::unlisted_character, "write `..` between the first and the last of several catalogue ids"},
    OddCharacter{U'§', Kind::unlisted_character, kSectionHelp},
};

struct HiddenCharacter {
  char32_t code_point;
  std::string_view name;
  bool has_width;  // a blank takes its place; else nothing does
};

constexpr std::array kHiddenCharacters{
    HiddenCharacter{U'\u00A0', "a no-break space", true},
    HiddenCharacter{U'\u202F', "a narrow no-break space", true},
    HiddenCharacter{U'\u2009', "a thin space", true},
    HiddenCharacter{U'\u00AD', "a soft hyphen", false},
    HiddenCharacter{U'\u200B', "a zero-width space", false},
    HiddenCharacter{U'\u200C', "a zero-width mark", false},
    HiddenCharacter{U'\u200D', "a zero-width mark", false},
    HiddenCharacter{U'\u2060', "a zero-width mark", false},
    HiddenCharacter{U'\uFEFF', "a byte order mark", false},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Diagnostic describe_hidden(std::string_view text, source::Span span, char32_t code_point) {
  auto const at = std::find_if(kHiddenCharacters.begin(), kHiddenCharacters.end(),
                               [&](HiddenCharacter const& one) { return one.code_point == code_point; });
  bool const known = at != kHiddenCharacters.end();
  std::string const name = base::code_point_name(code_point);
  bool const in_number =
      span.begin > 0 && is_digit(text[span.begin - 1]) && span.end < text.size() && is_digit(text[span.end]);
  std::string help = known && !at->has_width ? "take it away" : "write an ordinary blank in its place";
  help = in_number ? "take it away: a number is written without anything between its digits" : help;
  return {Kind::hidden_character,
          span,
          known ? "a character that cannot be seen stands here: " + std::string(at->name) + " (" + name + ")"
                : "a character that cannot be seen stands here: " + name,
          help + "; it often comes with text copied from a web page",
          {}};
}

Diagnostic describe_combining(source::Span span, char32_t code_point) {
  return {Kind::decomposed_letter,
          {span.file, span.begin > 0 ? span.begin - 1 : 0, span.end},
          "the letter is written as two characters, the second of them " + base::code_point_name(code_point),
          "type it anew as one character, for example `å`",
          {}};
}

Diagnostic describe_odd_letter(std::string_view text, source::Span span, char32_t code_point, bool name_wanted) {
  if (base::is_hidden_space(code_point)) {
    return describe_hidden(text, span, code_point);
  }
  if (base::is_combining_mark(code_point)) {
    return describe_combining(span, code_point);
  }
  std::string const shown = "`" + std::string(text.substr(span.begin, span.end - span.begin)) + "` (" +
                            base::code_point_name(code_point) + ")";
  for (OddCharacter const& odd : kOddCharacters) {
    if (odd.code_point == code_point) {
      bool const section = code_point == U'§' && name_wanted;
      return {odd.kind,
              span,
              shown + " is not part of the language",
              section
                  ? "a name is written with letters, digits and `_`, such as `s20`; the section itself stands in a text"
                  : std::string(odd.help),
              {}};
    }
  }
  return {Kind::unlisted_character,
          span,
          shown + " cannot stand outside texts and comments",
          "names hold the letters a to z, æøå and other listed ones, digits and `_`",
          {}};
}

}  // namespace

std::optional<Diagnostic> describe_odd_character(source::FileId file, std::string_view text, std::uint32_t at,
                                                 bool name_wanted) {
  base::CodePoint const point = base::code_point_at(text, at);
  if (point.length == 0) {
    return std::nullopt;
  }
  bool const line_end = point.value == '\n' || (point.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
  if (line_end || point.value == '\t') {
    return std::nullopt;
  }
  source::Span const span{file, at, at + point.length};
  if (point.value < 0x20 || point.value == 0x7F) {
    return Diagnostic{Kind::control_character,
                      span,
                      "a control character stands here: " + base::code_point_name(point.value),
                      "take it away",
                      {}};
  }
  if (point.value < 0x80 || base::is_name_letter(point.value) || point.value == 0xB5 || point.value == 0x3BC) {
    return std::nullopt;
  }
  return describe_odd_letter(text, span, point.value, name_wanted);
}

}  // namespace hjemmel::syntax
