// One table of words, and three places where they are met.
#include "engine/syntax/borrowed_words.h"

#include <algorithm>
#include <array>

namespace hjemmel::syntax {
namespace {

using grammar::Expectation;
using grammar::Iterator;
using grammar::Session;

std::string quoted(std::string_view words) { return "`" + std::string(words) + "`"; }

std::size_t offset_in(std::string_view text, Iterator at) { return static_cast<std::size_t>(at - text.data()); }

bool expects(std::span<Expectation const> expected, std::string_view words) {
  return std::any_of(expected.begin(), expected.end(), [&](Expectation const& one) { return one.words == words; });
}

// What other texts use, and what stands for it here.
struct Borrowed {
  std::string_view found;
  Keyword written;
};

constexpr std::array kBorrowed{
    Borrowed{"over", Keyword::of_sign(">")},
    Borrowed{"above", Keyword::of_sign(">")},
    Borrowed{"exceeds", Keyword::of_sign(">")},
    Borrowed{"after", Keyword::of_sign(">")},
    Borrowed{"etter", Keyword::of_sign(">")},
    Borrowed{"overstiger", Keyword::of_sign(">")},
    Borrowed{"under", Keyword::of_sign("<")},
    Borrowed{"below", Keyword::of_sign("<")},
    Borrowed{"before", Keyword::of_sign("<")},
    Borrowed{"før", Keyword::of_sign("<")},
    Borrowed{"equals", Keyword::of_sign("=")},
    Borrowed{"max", "at most"},
    Borrowed{"maximum", "at most"},
    Borrowed{"maks", "at most"},
    Borrowed{"min", "at least"},
    Borrowed{"minimum", "at least"},
};

// `is after`, where `is` stands before the word.
std::string_view with_is(std::string_view text, std::string_view word, Language language) {
  std::string_view const is = Keyword("is").in(language);
  std::string_view const front = text.substr(0, offset_in(text, word.data()));
  std::size_t const end = front.find_last_not_of(' ') + 1;
  bool const follows = end >= is.size() && front.substr(end - is.size(), is.size()) == is && end < front.size();
  return follows ? text.substr(end - is.size(), front.size() - end + is.size() + word.size()) : word;
}

// The word that ends where the blanks before `at` begin.
std::string_view word_before(Session const& session, std::string_view text, Iterator at) {
  std::size_t const stop = offset_in(text, session.end_of_token_before(at));
  std::size_t begin = stop;
  while (begin > 0 && static_cast<unsigned char>(text[begin - 1]) > ' ' &&
         std::string_view("{(,").find(text[begin - 1]) == std::string_view::npos) {
    --begin;
  }
  return text.substr(begin, stop - begin);
}

// `must be`, where the grammar looks for the other words that begin so.
bool says_must_be(std::span<Expectation const> expected, std::string_view found, Language language) {
  std::string_view const carry = Keyword("must carry").in(language);
  std::string_view const rest = carry.substr(carry.find(' ') + 1);
  bool const expects_carry = expects(expected, rest) || expects(expected, rest.substr(0, rest.find(' ')));
  return expects_carry && (found == "be" || found == "være");
}

// What is written in another shape: ranges, functions with arguments, counts and groups without their brackets.
std::string_view help_for_shape(std::span<Expectation const> expected, std::string_view before, std::string_view found,
                                Language language) {
  if ((found == "between" || found == "mellom") && expects(expected, "an operator")) {
    return "write both ends: `x >= 3 and x <= 5`";
  }
  if (found == "(" && expects(expected, ":")) {
    return "a definition takes nothing in parentheses: write `define x of c in list: bool` for what holds of each "
           "element of a list, and a `table` for what hangs on a key";
  }
  bool const of = before == Keyword("of").in(language);
  if (of && expects(expected, Keyword("in").in(language))) {
    return "conditions are counted in parentheses: `at least 2 of (a, b, c)`";
  }
  return of && expects(expected, "{") ? "name the groups in braces: `some p of {taxpayer, spouse} has …`"
                                      : std::string_view{};
}

}  // namespace

std::string help_for_borrowed(Session const& session, std::string_view text, std::span<Expectation const> expected,
                              std::string_view found) {
  Language const language = session.language();
  std::string comment = help_for_comment(text, session.furthest());
  if (!comment.empty()) {
    return comment;
  }
  if (says_must_be(expected, found, language)) {
    return "what must be is written with " + quoted(Keyword("is").in(language));
  }
  std::string_view const before = word_before(session, text, session.furthest());
  std::string_view const shape = help_for_shape(expected, before, found, language);
  if (!shape.empty()) {
    return std::string(shape);
  }
  bool const operates = expects(expected, "an operator");
  for (Borrowed const& one : kBorrowed) {
    std::string_view const written = one.written.in(language);
    if (found == one.found && (operates || expects(expected, written))) {
      return "write " + quoted(written) + " for " + quoted(found);
    }
    // Taken for a name, and followed by what no name has.
    if (before == one.found && operates && !found.empty()) {
      return "write " + quoted(written) + " for " + quoted(with_is(text, before, language));
    }
  }
  return "";
}

std::string help_for_comment(std::string_view text, Iterator at) {
  std::size_t const begin = offset_in(text, at);
  std::string_view const here = text.substr(begin, 2);
  bool const second = begin > 0 && here.starts_with('/') && text[begin - 1] == '/';
  return here == "//" || here == "/*" || second ? "a comment begins with `#`" : "";
}

std::string help_for_status(Session const& session, std::string_view text, Iterator at) {
  if (word_before(session, text, at) != Keyword("status").in(session.language())) {
    return "";
  }
  return "write one word, such as `adopted` or `proposed`; a line " +
         quoted(Keyword("in force").in(session.language())) + " says from when it counts";
}

}  // namespace hjemmel::syntax
