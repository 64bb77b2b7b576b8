// From the furthest place reached to a sentence: odd characters first, then words that cannot stand there, then the list
// of what could.
#include "engine/syntax/describe_failure.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "engine/base/nearest_name.h"
#include "engine/base/utf8.h"
#include "engine/syntax/borrowed_words.h"
#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"
#include "engine/syntax/odd_character.h"

namespace hjemmel::syntax {
namespace {

using diag::Diagnostic;
using diag::Kind;
using grammar::Expectation;
using grammar::Iterator;
using grammar::Session;

constexpr std::size_t kMostListed = 8;
constexpr std::size_t kLongestShown = 40;  // bytes of the author's text in a message
constexpr std::string_view kEnd = "the end of the declaration";
std::string quoted(std::string_view words) { return "`" + std::string(words) + "`"; }

// What an expectation's words for people stand for: the words of the language, for a suggestion and the help.
struct LabelWords {
  std::string_view label;
  std::array<Keyword, 9> words;
};

constexpr std::array kLabelWords{
    LabelWords{"another clause of the rule",
               {"overrides", "disapplies", "cites", "when", "unless", "then", "in force"}},
    LabelWords{
        "another line of the package's head",
        {"title", "jurisdiction", "status", "facts", "language", "as of", "decided on", "law known on", "in force"}},
    LabelWords{"another clause of the decision", {"by", "when", "otherwise", "cites"}},
    LabelWords{"another clause of the amendment", {"cites", "after"}},
    LabelWords{"another clause of the assessment", {"by", "weighing", "cites"}},
    LabelWords{"another clause of the service",
               {"offered in", "in force", "criteria", "excludes", "gives", "may be given", "as of right", "provider",
                "cites"}},
    LabelWords{"another clause of the duty", {"due", "done", "when", "suspended during", "cites"}},
    LabelWords{"a type", {"bool", "int", "decimal", "text", "date", "period", "mass", "volume"}},
    LabelWords{"an operator", {"and", "or", "at most", "at least", "is", "may be", "in", "not in"}},
    LabelWords{"a value", {"every", "some", "total", "count", "if", "true", "false", "age of"}},
};

struct Place {
  source::FileId file;
  std::string_view text;

  [[nodiscard]] std::uint32_t offset(Iterator at) const { return static_cast<std::uint32_t>(at - text.data()); }
  [[nodiscard]] source::Span span(Iterator begin, Iterator end) const { return {file, offset(begin), offset(end)}; }
};

// The author's next word, number or sign.
std::string_view token_at(Place const& place, Iterator at) {
  Iterator const end = place.text.data() + place.text.size();
  Iterator stop = at;
  if (*at == '"') {
    Iterator const closing = grammar::scan::end_of_text(at, end);
    stop = closing != nullptr ? closing : at + 1;
  } else {
    stop = std::max(grammar::scan::end_of_path(at, end), grammar::scan::end_of_entry_id(at, end));
  }
  if (stop == at) {
    stop = at + std::max<std::uint32_t>(1, base::code_point_at(place.text, place.offset(at)).length);
  }
  return {at, static_cast<std::size_t>(stop - at)};
}

std::string shown_token(std::string_view token) {
  if (token.size() <= kLongestShown) {
    return quoted(token);
  }
  std::size_t cut = kLongestShown;
  while ((static_cast<unsigned char>(token[cut]) & 0xC0U) == 0x80U) {
    --cut;
  }
  return quoted(std::string(token.substr(0, cut)) + "…");
}

std::vector<Expectation> distinct(std::span<Expectation const> all) {
  std::vector<Expectation> kept;
  for (Expectation const& one : all) {
    auto const same = [&](Expectation const& other) { return other.words == one.words; };
    if (one.words != kEnd && std::none_of(kept.begin(), kept.end(), same)) {
      kept.push_back(one);
    }
  }
  if (kept.empty()) {
    kept.push_back({kEnd});
  }
  kept.resize(std::min(kept.size(), kMostListed));
  return kept;
}

std::string list_of(std::vector<Expectation> const& expected) {
  std::string list;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (i > 0) {
      list += i + 1 == expected.size() ? " or " : ", ";
    }
    list += expected[i].literal ? quoted(expected[i].words) : std::string(expected[i].words);
  }
  return list;
}

LabelWords const* words_behind(std::string_view label) {
  auto const found =
      std::find_if(kLabelWords.begin(), kLabelWords.end(), [&](LabelWords const& l) { return l.label == label; });
  return found == kLabelWords.end() ? nullptr : &*found;
}

std::string list_words(LabelWords const& label, Language language) {
  std::string list;
  for (Keyword const& keyword : label.words) {
    std::string_view const word = keyword.in(language);
    list += word.empty() ? "" : (list.empty() ? "" : ", ") + quoted(word);
  }
  return list;
}

// The words of the language that could stand there.
std::vector<std::string> candidates_of(std::span<Expectation const> expected, Language language) {
  std::vector<std::string> candidates;
  for (Expectation const& one : expected) {
    LabelWords const* const label = words_behind(one.words);
    if (one.literal) {
      candidates.emplace_back(one.words);
    }
    if (label != nullptr) {
      std::transform(label->words.begin(), label->words.end(), std::back_inserter(candidates),
                     [&](Keyword const& word) { return std::string(word.in(language)); });
    }
  }
  std::erase(candidates, "");
  return candidates;
}

// A word, or a phrase that begins with one: `ofered` is meant as `offered in`.
std::string nearest_words(std::string_view found, std::vector<std::string> const& candidates) {
  constexpr std::size_t kShortest = 3;  // shorter words are near to too many
  std::string near = base::nearest_name(found, candidates);
  if (!near.empty() || found.size() < kShortest) {
    return near;
  }
  std::vector<std::string> first_words;
  std::transform(candidates.begin(), candidates.end(), std::back_inserter(first_words),
                 [](std::string const& words) { return words.substr(0, words.find(' ')); });
  auto const at = std::find(first_words.begin(), first_words.end(), base::nearest_name(found, first_words));
  return at == first_words.end() ? "" : candidates[static_cast<std::size_t>(at - first_words.begin())];
}

// A sign, or words for people that begin so.
bool expects(std::vector<Expectation> const& expected, std::string_view what) {
  return std::any_of(expected.begin(), expected.end(), [&](Expectation const& one) {
    return one.literal ? one.words == what : one.words.starts_with(what);
  });
}

// The word that was probably meant, else the words that a clause or line can begin with.
std::string help_for(std::vector<Expectation> const& expected, std::vector<std::string> const& candidates,
                     std::string_view found, Language language) {
  std::string listed;
  for (Expectation const& one : expected) {
    LabelWords const* const label = words_behind(one.words);
    listed =
        label != nullptr && one.words.starts_with("another") ? "these are " + list_words(*label, language) : listed;
  }
  if (found.starts_with('.')) {
    return "a number begins with a digit: write `0.5`";
  }
  if (found.starts_with('\'')) {
    return "write texts in straight double quotes";
  }
  if (found.starts_with('"') && expects(expected, "a date")) {
    return "write the date without quotes";
  }
  std::string const near = found.empty() ? "" : nearest_words(found, candidates);
  if (near.empty() && expects(expected, ",") &&
      !grammar::scan::word_at(found.data(), found.data() + found.size()).empty()) {
    return "between two of several stands a comma, and a word such as `or` or `and` before the last";
  }
  return near.empty() || near == found ? listed : "did you mean " + quoted(near) + "?";
}

// A line of the declaration begins where only a row, clause or line of its head could: what stands there is at fault,
// not the end of the line before.
bool keep_line_starts(std::vector<Expectation>& expected) {
  auto const begins_line = [](Expectation const& one) {
    return one.words.starts_with("another ") || one.words.starts_with("a row ") || one.words.starts_with("a value of ");
  };
  if (std::none_of(expected.begin(), expected.end(), begins_line)) {
    return false;
  }
  std::erase_if(expected, [&](Expectation const& one) { return !begins_line(one); });
  return true;
}

// Words that an expression of the other language begins with and that are read as a name here, so that the fault shows
// behind them only.
bool is_read_as_name(std::string_view word, Language language) {
  Language const other = language == Language::en ? Language::nb : Language::en;
  constexpr std::array<Keyword, 11> kPrefixes{"not",   "every",   "some",  "no",       "if",          "count",
                                              "total", "exactly", "least", "greatest", "undetermined"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](Keyword const& one) { return one.in(other) == word; });
}

// What begins at a place, up to the end of the text.
std::string_view rest_of(Session const& session, Iterator at) {
  return {at, static_cast<std::size_t>(session.end() - at)};
}

// Words of the other language right before the furthest place, or that begin there and go on at it: `age of`.
std::optional<Diagnostic> describe_foreign_name(Session const& session, Place const& place, bool reaching) {
  Iterator const name_end = session.end_of_token_before(session.furthest());
  Iterator const begin = grammar::scan::begin_of_name(place.text.data(), name_end);
  ForeignWords const words = foreign_words(rest_of(session, begin), session.language(), {});
  std::string_view const written(begin, words.length);
  bool const reaches = words.length > static_cast<std::size_t>(name_end - begin);
  bool const alone = !reaches && is_read_as_name(written, session.language());
  if (begin == name_end || words.length == 0 || !(reaching ? reaches : alone)) {
    return std::nullopt;
  }
  return Diagnostic{Kind::unexpected,
                    place.span(begin, begin + words.length),
                    "this file's language has other words for " + shown_token(written),
                    help_for_foreign(words.instead, session.language()),
                    {}};
}

// A word of the other language at the furthest place, or right before it.
std::optional<Diagnostic> describe_foreign_word(Session const& session, Place const& place) {
  Iterator const at = session.furthest();
  if (!session.open_at(at)) {
    return std::nullopt;
  }
  if (auto reaching = describe_foreign_name(session, place, true)) {
    return reaching;
  }
  auto const candidates = candidates_of(session.expectations(), session.language());
  ForeignWords const words = foreign_words(rest_of(session, at), session.language(), candidates);
  bool const fits = std::find(candidates.begin(), candidates.end(), words.instead) != candidates.end();
  if (!fits && !help_for_borrowed(session, place.text, distinct(session.expectations()), token_at(place, at)).empty()) {
    return std::nullopt;  // `over` is a word of bokmål, and stands here for a sign
  }
  if (words.length == 0) {
    return describe_foreign_name(session, place, false);
  }
  return Diagnostic{
      Kind::unexpected,
      place.span(at, at + words.length),
      "expected " + list_of(distinct(session.expectations())) + ", found " + shown_token({at, words.length}),
      help_for_foreign(words.instead, session.language()),
      {}};
}

// The line begins with what is almost a word of the language, and was read as a name: `otherwice`.
std::string help_for_first_word(Session const& session, Place const& place, Iterator at) {
  constexpr std::array<Keyword, 6> kFirst{"otherwise", "overrides", "disapplies", "unless", "weighing", "in force"};
  Iterator begin = at;
  while (begin != place.text.data() && begin[-1] != '\n') {
    --begin;
  }
  while (begin != at && (*begin == ' ' || *begin == '\t')) {
    ++begin;
  }
  std::string_view const word = grammar::scan::word_at(begin, session.end());
  std::vector<std::string> words;
  std::transform(kFirst.begin(), kFirst.end(), std::back_inserter(words),
                 [&](Keyword const& one) { return std::string(one.in(session.language())); });
  std::string const near = word.empty() ? "" : base::nearest_name(word, words);
  return near.empty() || near == word ? "" : "did you mean " + quoted(near) + " where " + quoted(word) + " stands?";
}

Diagnostic describe_unexpected(Session const& session, Place const& place) {
  Iterator const at = session.furthest();
  std::vector<Expectation> expected = distinct(session.expectations());
  auto candidates = candidates_of(session.expectations(), session.language());
  Iterator const last_end = session.end_of_token_before(at);
  bool const first_on_line = session.open_at(at) && session.first_on_line(at);
  bool const line_at_fault = first_on_line && keep_line_starts(expected);
  if (line_at_fault) {
    candidates = candidates_of(expected, session.language());
  }
  if (session.open_at(at) && (!first_on_line || line_at_fault)) {
    std::string_view const found = token_at(place, at);
    std::string const borrowed = help_for_borrowed(session, place.text, expected, found);
    std::string help = borrowed.empty() ? help_for(expected, candidates, found, session.language()) : borrowed;
    help = help.empty() ? help_for_first_word(session, place, at) : help;
    return {Kind::unexpected,
            place.span(at, at + found.size()),
            "expected " + list_of(expected) + ", found " + shown_token(found),
            std::move(help),
            {}};
  }
  return {Kind::unexpected,
          place.span(last_end, last_end),
          "expected " + list_of(expected) + " at the end of this line",
          help_for(expected, candidates, session.open_at(at) ? token_at(place, at) : std::string_view{},
                   session.language()),
          {}};
}

bool expects_only_names(Session const& session) {
  auto const expected = session.expectations();
  return !expected.empty() &&
         std::all_of(expected.begin(), expected.end(), [](Expectation const& one) { return one.words == "a name"; });
}

bool declares(std::string_view word, Language language) {
  auto const declarations = grammar::declaration_words();
  return std::any_of(declarations.begin(), declarations.end(),
                     [&](Keyword const& one) { return one.in(language) == word; });
}

// A word that cannot stand at the furthest place, whatever else could.
std::optional<Diagnostic> describe_misplaced_word(Session const& session, Place const& place) {
  Iterator const at = session.furthest();
  std::string_view const word = grammar::scan::word_at(at, session.end());
  source::Span const span = place.span(at, at + word.size());
  if (word.empty() || session.in_column_one(at)) {
    return std::nullopt;
  }
  if (declares(word, session.language()) && session.first_on_line(at)) {
    return Diagnostic{Kind::indented_declaration,
                      span,
                      "the declaration " + quoted(word) + " is indented",
                      "take away the blanks before it: a declaration begins in column 1",
                      {}};
  }
  if (grammar::is_reserved(word, session.language()) && expects_only_names(session)) {
    std::string const status = help_for_status(session, place.text, at);
    return Diagnostic{Kind::reserved_word,
                      span,
                      quoted(word) + " is a word of the language, not a name",
                      status.empty() ? "use another name" : status,
                      {}};
  }
  return std::nullopt;
}

}  // namespace

Diagnostic describe_failure(Session const& session, source::FileId file, std::string_view text) {
  Place const place{file, text};
  if (session.fault()) {
    grammar::Fault const& fault = *session.fault();
    return {fault.kind, place.span(fault.begin, fault.end), fault.message, fault.help, {}};
  }
  if (auto odd = describe_odd_character(file, text, place.offset(session.furthest()), expects_only_names(session))) {
    return *odd;
  }
  if (auto misplaced = describe_misplaced_word(session, place)) {
    return *misplaced;
  }
  if (auto foreign = describe_foreign_word(session, place)) {
    return *foreign;
  }
  return describe_unexpected(session, place);
}

namespace {

std::string declaration_help(Language language) {
  std::string list;
  auto const words = grammar::declaration_words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + quoted(words[i].in(language));
  }
  return "a declaration begins in column 1 with " + list + "; all that belongs to it is indented";
}

// The author may have meant another declaration, or write in the other language than the file's first words.
std::string help_for_declaration(std::string_view found, Language language) {
  Language const other = language == Language::en ? Language::nb : Language::en;
  std::vector<std::string> candidates;
  for (Keyword const& word : grammar::declaration_words()) {
    if (word.in(other) == found) {
      return help_for_foreign(word.in(language), language);
    }
    candidates.emplace_back(word.in(language));
  }
  std::string const near = base::nearest_name(found, candidates);
  return near.empty() ? declaration_help(language) : "did you mean " + quoted(near) + "?";
}

}  // namespace

Diagnostic describe_unknown_declaration(Language language, source::FileId file, std::string_view text,
                                        std::uint32_t at) {
  Place const place{file, text};
  Iterator const begin = text.data() + at;
  if (auto odd = describe_odd_character(file, text, at, false)) {
    return *odd;
  }
  std::string_view const found = token_at(place, begin);
  return {Kind::unknown_declaration,
          place.span(begin, begin + found.size()),
          shown_token(found) + " begins no declaration",
          help_for_comment(text, begin).empty() ? help_for_declaration(found, language) : help_for_comment(text, begin),
          {}};
}

}  // namespace hjemmel::syntax
