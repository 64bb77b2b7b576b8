// The words of the language that are no free names in an expression, and the units people write out.
//
// A name may be any of these where no expression can stand. Tested in tests/unit/syntax/token_test.cpp and
// tests/unit/syntax/words_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/syntax/keyword.h"

namespace hjemmel::syntax::grammar {

// What a word is in a language: a bit each.
using WordClasses = std::uint8_t;
// `and`, `or`, `not`, `true`, `false`, `if`, `then`, `else`, `every`, `some`, `in`, `is`, `at`, `by`, `where`, `unless`, `has`.
// In bokmål the words that these are there, or begin with.
inline constexpr WordClasses kReserved = 1;
// Words that begin a clause or continue one: they are no units, no row's key and no variable after `total`, `count`, `no`.
inline constexpr WordClasses kBeginsClause = 2;
inline constexpr WordClasses kBeginsServiceClause = 4;
// Words that no decision behind `then` can have as its name: reserved, or the first of an effect.
inline constexpr WordClasses kEffectWord = 8;
// `package`, `rule`, …
inline constexpr WordClasses kDeclares = 16;

// All that the word is, by one look into a table.
[[nodiscard]] WordClasses classes_of(std::string_view word, Language language);

[[nodiscard]] inline bool is_reserved(std::string_view word, Language language) {
  return (classes_of(word, language) & kReserved) != 0;
}
[[nodiscard]] inline bool begins_clause(std::string_view word, Language language) {
  return (classes_of(word, language) & kBeginsClause) != 0;
}
[[nodiscard]] inline bool is_effect_word(std::string_view word, Language language) {
  return (classes_of(word, language) & kEffectWord) != 0;
}
[[nodiscard]] inline bool declares(std::string_view word, Language language) {
  return (classes_of(word, language) & kDeclares) != 0;
}
// Words that a value may begin with where it is not the name of a fact: `every`, `the`, `age`. A fact may be called that too.
[[nodiscard]] bool begins_value(std::string_view word, Language language);
// `package`, `rule`, … in the order in which a file has them.
[[nodiscard]] std::span<Keyword const> declaration_words();
// The unit that a written-out word stands for: `gram` is `g`. Empty: no such word.
[[nodiscard]] std::string_view short_unit(std::string_view word);
// The unit of time that `word` is in that language: `days`; in bokmål `dager`, and `days` too. Where the language has one
// form for one and for several, `one` chooses. nullptr: it is none.
[[nodiscard]] Keyword const* unit_of_time(std::string_view word, Language language, bool one);

// A word that begins what a package itself declares, so that an amendment can speak of it: not `package`, not `repeal`.
// nullptr: no such word.
[[nodiscard]] Keyword const* declared_kind_of(std::string_view word, Language language);

}  // namespace hjemmel::syntax::grammar
