// Keyword: a word or phrase of the rule language, in English and in bokmål.
//
// In: the English word, as the grammar writes it: `word("when")`. Out: what stands in a file of either language. The pairs are
// in keyword.def, the one table that the grammar, the formatter and the messages use; a word without a line there does not
// compile. Also here: which language a file is in, and messages with their words in it. Tested in keyword_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hjemmel::syntax {

enum class Language : std::uint8_t { en, nb };

struct KeywordPair {
  std::string_view en;  // may end in `|key`: see keyword.def
  std::string_view nb;
};

inline constexpr std::array kKeywords{
#define KEYWORD(english, bokmaal) KeywordPair{english, bokmaal},
#include "engine/syntax/keyword.def"
#undef KEYWORD
};

// As they stand in a file: without keys.
inline constexpr std::array kWritten = [] {
  std::array written = kKeywords;
  for (KeywordPair& pair : written) {
    pair.en = pair.en.substr(0, pair.en.find('|'));
  }
  return written;
}();

inline constexpr KeywordPair kNoWord{};

// The same in every language.
inline constexpr std::array kSigns = [] {
  constexpr std::array<std::string_view, 10> kTexts{"<=", "<", ">=", ">", "=", "!=", "+", "-", "*", "/"};
  std::array<KeywordPair, kTexts.size()> pairs{};
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    pairs[i] = {kTexts[i], kTexts[i]};
  }
  return pairs;
}();

// A pointer into the tables: it is handed about with each word of the source.
class Keyword {
 public:
  constexpr Keyword() = default;  // no word
  // Implicit, so that the grammar reads as the language does.
  consteval Keyword(char const* english) : pair_(written_of(english)) {}  // NOLINT(google-explicit-constructor)
  static consteval Keyword of_sign(std::string_view sign) { return Keyword(sign_of(sign)); }
  // `pair` is one of kKeywords.
  static constexpr Keyword of_pair(KeywordPair const& pair) {
    return Keyword(kWritten.data() + (&pair - kKeywords.data()));
  }

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::nb ? pair_->nb : pair_->en;
  }
  friend constexpr bool operator==(Keyword const&, Keyword const&) = default;

 private:
  constexpr explicit Keyword(KeywordPair const* pair) : pair_(pair) {}
  static void keyword_def_has_no_line_for_this_word() {}
  static void there_is_no_such_sign() {}
  static consteval KeywordPair const* written_of(std::string_view english) {
    for (std::size_t i = 0; i < kKeywords.size(); ++i) {
      if (kKeywords[i].en == english) {
        return &kWritten[i];
      }
    }
    keyword_def_has_no_line_for_this_word();  // not constexpr: the compiler stops here
    return nullptr;
  }
  static consteval KeywordPair const* sign_of(std::string_view written) {
    for (KeywordPair const& sign : kSigns) {
      if (sign.en == written) {
        return &sign;
      }
    }
    there_is_no_such_sign();  // likewise
    return nullptr;
  }

  KeywordPair const* pair_ = &kNoWord;
};

// Of a whole file: that of its first declaration word that only one of the languages has; else English. Where all the others,
// at least two, are of the other language, it is that one, and the first word is at fault.
[[nodiscard]] Language language_of(std::string_view text);

// The English word of a declaration that begins with `word` in that language; `word` itself where none does.
[[nodiscard]] std::string_view declaring_word_in_english(std::string_view word, Language language);

[[nodiscard]] std::string_view language_name(Language language);  // `bokmål`

// Some words of the other language at the beginning of `text`, which have others in this one.
struct ForeignWords {
  std::size_t length = 0;  // bytes of `text`; 0: none
  std::string_view instead;
};
// The longest; among those that may be several here (`by`), what stands in `expected`.
[[nodiscard]] ForeignWords foreign_words(std::string_view text, Language language,
                                         std::span<std::string const> expected);
// `the file is in bokmål: write …`
[[nodiscard]] std::string help_for_foreign(std::string_view instead, Language language);

// The message with the English words between back-ticks in that language. `author_words`, the marked text, stay as they are.
[[nodiscard]] std::string in_language(std::string_view message, std::string_view author_words, Language language);

}  // namespace hjemmel::syntax
