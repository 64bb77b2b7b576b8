// Scanners: the tokens of the language, read by hand, each with the blanks and comments behind it.
//
// In: a place where a token may begin. Out: true with the place moved past the token and the blanks (and its leaf in the
// session), or false with the miss noted and the place untouched. token.h wraps them for the grammar. Bytes are UTF-8; only
// ASCII classes and the listed letters count. Tested in tests/unit/syntax/token_test.cpp.
#pragma once

#include <string_view>

#include "engine/syntax/grammar/bytes.h"
#include "engine/syntax/grammar/session.h"
#include "engine/syntax/keyword.h"

namespace hjemmel::syntax::grammar::scan {

// ---- without a session: where things end; more in bytes.h
[[nodiscard]] Iterator skip_spaces(Iterator at, Iterator end);  // blanks of the same line
// Where the name began that ends at `end`; `end` itself where none does, or where it is a part of a path.
[[nodiscard]] Iterator begin_of_name(Iterator start, Iterator end);
[[nodiscard]] Iterator end_of_text(Iterator at,
                                   Iterator end);  // behind the closing quote; nullptr: not closed on its line
[[nodiscard]] Iterator end_of_path(Iterator at, Iterator end);
[[nodiscard]] Iterator end_of_entry_id(Iterator at, Iterator end);
[[nodiscard]] Iterator end_of_unit(Iterator at, Iterator end);      // a name, `%`, or one with µ
[[nodiscard]] std::string_view word_at(Iterator at, Iterator end);  // the name that begins there, or nothing

// ---- words and signs
bool word(Session& session, Iterator& first, Keyword keyword);
// Several words with single blanks between them, `may also be`; any blanks in the source. In the file's language, here and below.
bool words(Session& session, Iterator& first, Keyword keyword);
bool sign(Session& session, Iterator& first, std::string_view sign);
// The first word of a declaration: in column 1, with more of the declaration behind it.
bool opening(Session& session, Iterator& first, Keyword keyword);
bool kind_of_rows(Session& session, Iterator& first, Keyword kind);  // `table`, `enum`: leaves a declared_kind
// A word that is a name elsewhere too: taken only before another free word (or `(`, where `before_bracket`) on its line.
bool soft_word(Session& session, Iterator& first, Keyword keyword, bool before_bracket);
// Where a phrase ends: its last word, and the blanks behind it. Where it does not stand, how far it goes.
struct PhraseEnds {
  Iterator word = nullptr;   // none: the phrase does not stand there
  Iterator next = nullptr;   // or the place at which it stops
  std::string_view missing;  // and what it would go on with there
};
[[nodiscard]] PhraseEnds ends_of_phrase(Session const& session, Iterator at, Keyword phrase);
// The words are there, whatever blanks lie between them. Nothing is taken.
bool stands_at(Session const& session, Iterator at, Keyword keyword);

// Likewise before a number: `exactly 2`.
bool word_before_number(Session& session, Iterator& first, Keyword keyword);
// Several such words, before another free word or `(`, but not before `unless_before`.
bool soft_phrase(Session& session, Iterator& first, Keyword phrase, std::string_view unless_before);
// Likewise only before `(`.
bool phrase_before_bracket(Session& session, Iterator& first, Keyword phrase);

// `at` before the day of an age: `at most` is a comparison, and an age without its day is refused.
bool age_at(Session& session, Iterator& first);

// ---- names
bool name(Session& session, Iterator& first);
bool row_name(Session& session, Iterator& first);        // a name that begins no clause
bool criterion_name(Session& session, Iterator& first);  // a name that begins no clause of a service
bool decision_name(Session& session, Iterator& first);   // a name that is no word of an effect
bool path(Session& session, Iterator& first);            // in an expression: the first name is not reserved
bool callee(Session& session, Iterator& first);          // a name, or a path, before `(` on its line; notes no miss
bool path_of_any_words(Session& session, Iterator& first);
bool declared_kind(Session& session, Iterator& first);  // the first word of what a package can declare
bool row_key(Session& session, Iterator& first);        // all of the line before `of table` or `of enum`
bool type_word(Session& session, Iterator& first);      // `bool`, …, or the name of an enumeration or unit
bool entry_id(Session& session, Iterator& first);

// ---- literals
bool text(Session& session, Iterator& first);
bool unit(Session& session, Iterator& first);
bool date(Session& session, Iterator& first);
bool truth(Session& session, Iterator& first);    // `true`, `false`
bool numeric(Session& session, Iterator& first);  // a date, a number, or a number with a unit (on its line)

// A number without a unit, whatever stands behind it; two blanks part it from another number.
bool bare_number(Session& session, Iterator& first);

// ---- keys of a table's row: scan_key.cpp
bool first_key(Session& session, Iterator& first);     // notes no miss
bool further_keys(Session& session, Iterator& first);  // as many as the table has parameters besides the first
// Digits before `working days` or a unit of time, and `after` or `from` behind that; else it is no term, and nothing is taken.
bool number_of_term(Session& session, Iterator& first, bool working);
bool whole_number(Session& session, Iterator& first);  // digits alone: what follows them is no unit

// ---- places: nothing is taken
bool at_line_start(Session& session, Iterator first);
bool on_same_line(Session& session, Iterator first, Expectation expectation);
bool at_declaration_end(Session& session, Iterator first);
bool figure_ahead(Session& session, Iterator first);      // an expression that is more than a name; notes no miss
bool value_word_ahead(Session& session, Iterator first);  // what may be more than a fact's name; notes no miss

}  // namespace hjemmel::syntax::grammar::scan
