// Two passes, and a look first at whether they would change anything: of most conditions they would not.
#include "engine/lower/words.h"

#include <algorithm>

namespace hjemmel::lower {
namespace {

bool is_operator_sign(char c) {
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

// Stands well beside anything.
bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || (c >= 'A' && c <= 'Z');
}

// Whether the two functions around would give the text as it is: what most authors write needs no second text.
bool has_canonical_blanks(std::string_view text) {
  char before = ' ';
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (is_of_word(c)) {
      before = c;
      continue;
    }
    char const next = i + 1 < text.size() ? text[i + 1] : ' ';
    bool const sign = is_operator_sign(c);
    bool const apart = !(sign || c == ',') || next == ' ' || (sign && is_operator_sign(next));
    bool const begins_apart = !sign || before == ' ' || is_operator_sign(before);
    bool const closes = c == ')' || c == '}' || c == ',';
    bool const blank = c == ' ' && (before == ' ' || before == '(' || before == '{' || i + 1 == text.size());
    bool const other = c == '\n' || c == '\t' || c == '\r' || c == '#' || c == '"';
    if (!apart || !begins_apart || (closes && before == ' ') || blank || other) {
      return false;
    }
    before = c;
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
  return has_canonical_blanks(written) ? std::string(written) : with_canonical_blanks(on_one_line(written));
}

}  // namespace hjemmel::lower
