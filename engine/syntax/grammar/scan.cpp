// Words, signs, names and places. Literals stand in scan_literal.cpp.
#include "engine/syntax/grammar/scan.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/syntax/grammar/words.h"

namespace hjemmel::syntax::grammar::scan {
namespace {

// The bytes of the letter beyond ASCII that begins at `at`; 0: none that a name may hold.
std::uint32_t letter_length(Iterator at, Iterator end) {
  base::CodePoint const point = base::code_point_at({at, static_cast<std::size_t>(end - at)}, 0);
  return base::is_name_letter(point.value) ? point.length : 0;
}

// Shorter than a call: words and signs are a few bytes.
bool same_bytes(Iterator at, std::string_view word) {
  std::size_t i = 0;
  while (i < word.size() && at[i] == word[i]) {
    ++i;
  }
  return i == word.size();
}

// `at` is not the end.
bool matches(Iterator at, Iterator end, std::string_view word) {
  return *at == word.front() && static_cast<std::size_t>(end - at) >= word.size() && same_bytes(at, word);
}

bool ends_word(Iterator at, Iterator end) {
  return at == end || (!kNameByte[byte_of(*at)] && (byte_of(*at) < 0x80 || letter_length(at, end) == 0));
}

bool miss(Session& session, Iterator at, std::string_view words, bool literal = false) {
  session.miss(at, {words, literal});
  return false;
}

// Past more blanks of the same kind: the indentation of a line.
Iterator skip_run(Iterator at, Iterator end) {
  while (at != end && *at == ' ') {
    ++at;
  }
  return at;
}

// Past a path; most are one name, which was looked at before.
Iterator end_of_path_at(Session const& session, Iterator at) {
  std::string_view const head = session.open_at(at) ? session.word_at(at) : std::string_view{};
  Iterator const end = at + head.size();
  return !head.empty() && end != session.end() && *end == '.' ? end_of_path(at, session.end()) : end;
}

bool name_but(Session& session, Iterator& first, NodeKind kind, WordClasses refused) {
  std::string_view const word = session.open_at(first) ? session.word_at(first) : std::string_view{};
  if (word.empty() || (classes_of(word, session.language()) & refused) != 0) {
    return miss(session, first, "a name");
  }
  Iterator const end = first + word.size();
  Iterator const after = skip_blanks(end, session.end());
  session.take_leaf(kind, first, end, after);
  first = after;
  return true;
}

constexpr WordClasses kBeginsRow = kReserved | kBeginsClause;
constexpr WordClasses kBeginsCriterionRow = kBeginsRow | kBeginsServiceClause;

struct TypeWord {
  Keyword word;
  NodeKind kind;
};

constexpr std::array kTypeWords{
    TypeWord{"month", NodeKind::type_month},     TypeWord{"year", NodeKind::type_year},
    TypeWord{"ratio", NodeKind::type_ratio},     TypeWord{"bool", NodeKind::type_bool},
    TypeWord{"int", NodeKind::type_int},         TypeWord{"decimal", NodeKind::type_decimal},
    TypeWord{"text", NodeKind::type_text},       TypeWord{"date", NodeKind::type_date},
    TypeWord{"period", NodeKind::type_period},   TypeWord{"duration", NodeKind::type_duration},
    TypeWord{"mass", NodeKind::type_mass},       TypeWord{"volume", NodeKind::type_volume},
    TypeWord{"percent", NodeKind::type_percent}, TypeWord{"moment", NodeKind::type_moment},
};

}  // namespace

Iterator skip_spaces(Iterator at, Iterator end) {
  while (at != end && (*at == ' ' || *at == '\t')) {
    ++at;
  }
  return at;
}

Iterator skip_blanks_there(Iterator at, Iterator end) {
  while (at != end && byte_of(*at) <= '#') {  // what is blank, or begins a comment, is not beyond it
    if (*at == ' ') {
      at = skip_run(at + 1, end);
    } else if (*at == '\n' || *at == '\t') {
      ++at;
    } else if (*at == '\r' && at + 1 != end && at[1] == '\n') {
      at += 2;
    } else if (*at == '#') {
      while (at != end && *at != '\n') {
        ++at;
      }
    } else {
      break;
    }
  }
  return at;
}

Iterator end_of_name_beyond(Iterator at, Iterator end) {
  while (at != end) {
    std::uint32_t const length = byte_of(*at) < 0x80 ? (kNameByte[byte_of(*at)] ? 1 : 0) : letter_length(at, end);
    if (length == 0) {
      break;
    }
    at += length;
  }
  return at;
}

Iterator begin_of_name(Iterator start, Iterator end) {
  Iterator at = end;
  while (at != start && (kNameByte[byte_of(at[-1])] || byte_of(at[-1]) >= 0x80)) {
    --at;
  }
  bool const whole = at != end && end_of_name(at, end) == end && (at == start || at[-1] != '.');
  return whole ? at : end;
}

Iterator end_of_path(Iterator at, Iterator end) {
  Iterator stop = end_of_name(at, end);
  while (stop != at && stop != end && *stop == '.') {
    Iterator const next = end_of_name(stop + 1, end);
    if (next == stop + 1) {
      break;
    }
    stop = next;
  }
  return stop;
}

// A point or hyphen belongs to an id only before a letter or digit, so `A-1..A-9` is a range.
Iterator end_of_entry_id(Iterator at, Iterator end) {
  auto const letter = [&](Iterator where) -> std::uint32_t {
    if (where == end) {
      return 0;
    }
    return kNameByte[byte_of(*where)] ? 1 : (byte_of(*where) < 0x80 ? 0 : letter_length(where, end));
  };
  Iterator stop = at;
  while (true) {
    std::uint32_t const here = letter(stop);
    if (here > 0) {
      stop += here;
    } else if (stop != at && stop != end && (*stop == '.' || *stop == '-') && letter(stop + 1) > 0) {
      ++stop;
    } else {
      return stop;
    }
  }
}

std::string_view word_at(Iterator at, Iterator end) {
  return {at, static_cast<std::size_t>(end_of_name(at, end) - at)};
}

bool word(Session& session, Iterator& first, Keyword keyword) {
  return words(session, first, keyword);  // one English word may be two in bokmål
}

bool words(Session& session, Iterator& first, Keyword keyword) {
  PhraseEnds const ends = ends_of_phrase(session, first, keyword);
  if (ends.word == nullptr) {
    return miss(session, ends.next, ends.missing, true);
  }
  session.take_keyword(keyword, first, ends.word, ends.next);
  first = ends.next;
  return true;
}

PhraseEnds ends_of_phrase(Session const& session, Iterator at, Keyword phrase) {
  std::string_view rest = phrase.in(session.language());
  if (at == session.end() || *at != rest.front()) {
    return {nullptr, at, rest};
  }
  while (true) {
    std::string_view const word = session.open_at(at) ? session.word_at(at) : std::string_view{};
    bool const whole = word.size() == rest.size();
    if (word.empty() || word.size() > rest.size() || (!whole && rest[word.size()] != ' ') ||
        !same_bytes(rest.data(), word)) {
      return {nullptr, at, rest};
    }
    Iterator const end = at + word.size();
    at = skip_blanks(end, session.end());
    if (whole) {
      return {end, at, {}};
    }
    rest.remove_prefix(word.size() + 1);
  }
}

bool stands_at(Session const& session, Iterator at, Keyword keyword) {
  return ends_of_phrase(session, at, keyword).word != nullptr;
}

bool sign(Session& session, Iterator& first, std::string_view sign) {
  if (!session.open_at(first) || !matches(first, session.end(), sign)) {
    return miss(session, first, sign, true);
  }
  Iterator const end = first + sign.size();
  Iterator const after = skip_blanks(end, session.end());
  session.take(first, end, after);
  first = after;
  return true;
}

bool opening(Session& session, Iterator& first, Keyword keyword) {
  std::string_view const word = keyword.in(session.language());
  if (!matches(first, session.end(), word) || !ends_word(first + word.size(), session.end())) {
    return false;
  }
  Iterator const end = first + word.size();
  Iterator const after = skip_blanks(end, session.end());
  session.take_keyword(keyword, first, end, after);
  first = after;
  return true;
}

bool soft_word(Session& session, Iterator& first, Keyword keyword, bool before_bracket) {
  std::string_view const word = keyword.in(session.language());
  if (!session.open_at(first) || !matches(first, session.end(), word)) {
    return false;
  }
  Iterator const end = first + word.size();
  Iterator const next = skip_spaces(end, session.end());
  std::string_view const follower = session.word_at(next);
  bool const bracket = before_bracket && next != session.end() && *next == '(';
  bool const refused = follower.empty() || (classes_of(follower, session.language()) & kBeginsRow) != 0;
  if (!ends_word(end, session.end()) || (!bracket && (next == end || refused))) {
    return false;
  }
  session.take_keyword(keyword, first, end, next);
  first = next;
  return true;
}

bool word_before_number(Session& session, Iterator& first, Keyword keyword) {
  std::string_view const word = keyword.in(session.language());
  if (!session.open_at(first) || !matches(first, session.end(), word)) {
    return false;
  }
  Iterator const end = first + word.size();
  Iterator const next = skip_spaces(end, session.end());
  if (next == end || next == session.end() || !is_digit(*next)) {
    return false;
  }
  session.take_keyword(keyword, first, end, next);
  first = next;
  return true;
}

bool soft_phrase(Session& session, Iterator& first, Keyword phrase, std::string_view unless_before) {
  PhraseEnds const ends = ends_of_phrase(session, first, phrase);
  if (ends.word == nullptr) {
    return false;
  }
  bool const open = session.open_at(ends.next);
  std::string_view const follower = open ? session.word_at(ends.next) : std::string_view{};
  bool const bracket = open && *ends.next == '(';
  if (!bracket && (follower.empty() || is_reserved(follower, session.language()) || follower == unless_before)) {
    return false;
  }
  session.take_keyword(phrase, first, ends.word, ends.next);
  first = ends.next;
  return true;
}

bool phrase_before_bracket(Session& session, Iterator& first, Keyword phrase) {
  PhraseEnds const ends = ends_of_phrase(session, first, phrase);
  if (ends.word == nullptr || !session.open_at(ends.next) || *ends.next != '(') {
    return false;
  }
  session.take_keyword(phrase, first, ends.word, ends.next);
  first = ends.next;
  return true;
}

bool age_at(Session& session, Iterator& first) {
  bool const open = session.open_at(first);
  Iterator const place = open ? first : session.end_of_token_before(first);
  std::string_view const found = open ? session.word_at(first) : std::string_view{};
  bool const at = open && word(session, first, "at");
  std::string_view const follower = session.word_at(first);
  bool const compares = session.language() == Language::en && (follower == "most" || follower == "least");
  if (at && !compares) {
    return true;
  }
  session.refuse({diag::Kind::age_without_day, place, place + (open ? std::max<std::size_t>(1, found.size()) : 0),
                  "an age is counted on a day, and none is named here",
                  "write the day behind the person: `age of offender at case.act_date`"});
}

bool name(Session& session, Iterator& first) { return name_but(session, first, NodeKind::name, kReserved); }

bool row_name(Session& session, Iterator& first) { return name_but(session, first, NodeKind::name, kBeginsRow); }

bool criterion_name(Session& session, Iterator& first) {
  return name_but(session, first, NodeKind::name, kBeginsCriterionRow);
}

bool decision_name(Session& session, Iterator& first) {
  return name_but(session, first, NodeKind::decision_name, kEffectWord);
}

bool callee(Session& session, Iterator& first) {
  std::string_view const word = session.open_at(first) ? session.word_at(first) : std::string_view{};
  if (word.empty()) {
    return false;
  }
  Iterator const word_end = first + word.size();
  bool const of_jurisdiction = word_end != session.end() && *word_end == '.';
  Iterator const end = of_jurisdiction ? end_of_path(first, session.end()) : word_end;
  Iterator const after = skip_spaces(end, session.end());
  if (after == session.end() || *after != '(' || (!of_jurisdiction && is_reserved(word, session.language()))) {
    return false;
  }
  session.take_leaf(NodeKind::name, first, end, after);
  first = after;
  return true;
}

bool path(Session& session, Iterator& first) {
  std::string_view const head = session.open_at(first) ? session.word_at(first) : std::string_view{};
  if (head.empty() || is_reserved(head, session.language())) {
    return miss(session, first, "a name");
  }
  return path_of_any_words(session, first);
}

bool kind_of_rows(Session& session, Iterator& first, Keyword kind) {
  Iterator const begin = first;
  if (!word(session, first, kind)) {
    return false;
  }
  session.add_leaf(NodeKind::declared_kind, begin, begin + kind.in(session.language()).size());
  return true;
}

bool declared_kind(Session& session, Iterator& first) {
  std::string_view const found = session.open_at(first) ? session.word_at(first) : std::string_view{};
  Keyword const* const kind = declared_kind_of(found, session.language());
  if (kind == nullptr) {
    return miss(session, first, "what is spoken of, such as `rule` or `define`");
  }
  Iterator const end = first + found.size();
  Iterator const after = skip_blanks(end, session.end());
  session.take_keyword(*kind, first, end, after);
  session.add_leaf(NodeKind::declared_kind, first, end);
  first = after;
  return true;
}

bool row_key(Session& session, Iterator& first) {
  Iterator end = first;  // behind the last word of the key
  Iterator stop = first;
  for (Iterator at = first; session.open_at(at) && *at != '\n' && *at != '#';) {
    std::string_view const found = session.word_at(at);
    Iterator const behind = skip_spaces(at + std::max<std::size_t>(1, found.size()), session.end());
    std::string_view const next = session.word_at(behind);
    bool const names_kind =
        next == Keyword("table").in(session.language()) || next == Keyword("enum").in(session.language());
    if (found == Keyword("of").in(session.language()) && names_kind) {
      stop = at;
    }
    at = behind;
  }
  for (Iterator at = first; at < stop; ++at) {
    end = *at == ' ' || *at == '\t' ? end : at + 1;
  }
  if (end == first) {
    return miss(session, first, "the key of a row, and behind it `of table` or `of enum`");
  }
  session.take_leaf(NodeKind::row_key, first, end, stop);
  first = stop;
  return true;
}

bool path_of_any_words(Session& session, Iterator& first) {
  Iterator const end = end_of_path_at(session, first);
  if (end == first) {
    return miss(session, first, "a name");
  }
  Iterator const after = skip_blanks(end, session.end());
  if (end != session.end() && *end == '.') {
    Iterator const behind = skip_blanks(end + 1, session.end());
    session.take(first, end + 1, behind);
    miss(session, behind, "a name after the point");
    session.give_up(behind);
  }
  session.take_leaf(NodeKind::path, first, end, after);
  first = after;
  return true;
}

bool type_word(Session& session, Iterator& first) {
  std::string_view const word = session.open_at(first) ? session.word_at(first) : std::string_view{};
  Iterator const end = first + word.size();
  if (word.empty() || is_reserved(word, session.language())) {
    return miss(session, first, "a type");
  }
  auto const known = std::find_if(kTypeWords.begin(), kTypeWords.end(),
                                  [&](TypeWord const& type) { return type.word.in(session.language()) == word; });
  Iterator const after = skip_blanks(end, session.end());
  if (known != kTypeWords.end()) {
    session.take_keyword(known->word, first, end, after);
    session.add_leaf(known->kind, first, end);
  } else {
    session.take_leaf(NodeKind::type_name, first, end, after);
  }
  first = after;
  return true;
}

bool entry_id(Session& session, Iterator& first) {
  Iterator const end = session.open_at(first) ? end_of_entry_id(first, session.end()) : first;
  if (end == first) {
    return miss(session, first, "a catalogue id");
  }
  Iterator const after = skip_blanks(end, session.end());
  session.take_leaf(NodeKind::entry_id, first, end, after);
  first = after;
  return true;
}

bool at_line_start(Session& session, Iterator first) { return session.open_at(first) && session.first_on_line(first); }

bool on_same_line(Session& session, Iterator first, Expectation expectation) {
  if (session.open_at(first) && !session.first_on_line(first)) {
    return true;
  }
  session.miss(first, expectation);
  return false;
}

bool value_word_ahead(Session& session, Iterator first) {
  std::string_view const word = session.open_at(first) ? session.word_at(first) : std::string_view{};
  Iterator const end = first + word.size();
  bool const begins_path = end != session.end() && *end == '.';  // `no.next_working_day(…)`
  return !word.empty() && !begins_path && begins_value(word, session.language());
}

bool at_declaration_end(Session& session, Iterator first) {
  return !session.open_at(first) || miss(session, first, "the end of the declaration");
}

}  // namespace hjemmel::syntax::grammar::scan
