// Word lists, and the table of what each word is: it is made by the compiler and looked into once a word of the source.
#include "engine/syntax/grammar/words.h"

#include <algorithm>
#include <array>

namespace hjemmel::syntax::grammar {
namespace {

constexpr std::array<Keyword, 24> kDeclarations{
    "package",  "source", "unit",      "enum",    "condition", "table",    "define",    "assessment",
    "decision", "group",  "rule",      "service", "duty",      "property", "parameter", "reading",
    "presume",  "uses",   "amendment", "replace", "repeal",    "add",      "change",    "money"};
// Of what an amendment speaks of, where the declaration's own word is a verb.
constexpr std::array<Keyword, 2> kNouns{"definition", "presumption"};
// Of these, the words that no amendment can speak of.
constexpr std::array<Keyword, 7> kWholeFiles{"package", "uses", "amendment", "replace", "repeal", "add", "change"};

struct WrittenOut {
  std::string_view word;
  std::string_view unit;
};

constexpr std::array kWrittenOut{
    WrittenOut{"gram", "g"},        WrittenOut{"grams", "g"},        WrittenOut{"gramme", "g"},
    WrittenOut{"grammes", "g"},     WrittenOut{"gr", "g"},           WrittenOut{"milligram", "mg"},
    WrittenOut{"milligrams", "mg"}, WrittenOut{"mikrogram", "µg"},   WrittenOut{"microgram", "µg"},
    WrittenOut{"micrograms", "µg"}, WrittenOut{"kilogram", "kg"},    WrittenOut{"kilograms", "kg"},
    WrittenOut{"kilo", "kg"},       WrittenOut{"kilos", "kg"},       WrittenOut{"liter", "l"},
    WrittenOut{"litre", "l"},       WrittenOut{"liters", "l"},       WrittenOut{"litres", "l"},
    WrittenOut{"desiliter", "dl"},  WrittenOut{"decilitre", "dl"},   WrittenOut{"decilitres", "dl"},
    WrittenOut{"deciliter", "dl"},  WrittenOut{"deciliters", "dl"},  WrittenOut{"milliliter", "ml"},
    WrittenOut{"millilitre", "ml"}, WrittenOut{"millilitres", "ml"}, WrittenOut{"krone", "kr"},
    WrittenOut{"kroner", "kr"},     WrittenOut{"prosent", "%"},      WrittenOut{"percent", "%"},
    WrittenOut{"døgn", "days"},
};

// One and several, by turns.
constexpr std::array<Keyword, 10> kUnitsOfTime{"hour",  "hours", "day",    "days", "week",
                                               "weeks", "month", "months", "year", "years"};

constexpr std::array<Keyword, 28> kBeginValues{
    "true",           "false",        "every",     "some",     "no",       "exactly",       "at least",
    "at most",        "total",        "count",     "count of", "least",    "the least",     "the greatest",
    "the earliest",   "the latest",   "the first", "the last", "the only", "the lesser of", "the greater of",
    "the earlier of", "the later of", "age of",    "date of",  "month of", "year of",       "if"};

constexpr std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

// The lengths, as bits, of the first words that begin with each byte.
using Lengths = std::array<std::uint32_t, 256>;
constexpr Lengths lengths_in(Language language) {
  Lengths lengths{};
  for (Keyword const& phrase : kBeginValues) {
    std::string_view const word = first_word(phrase.in(language));
    lengths[static_cast<unsigned char>(word.front())] |= 1U << word.size();
  }
  return lengths;
}
constexpr std::array<Lengths, 2> kValueLengths{lengths_in(Language::en), lengths_in(Language::nb)};

constexpr std::array<std::string_view, 17> kReservedWords{"and",  "at",   "by",   "else",   "every", "false",
                                                          "has",  "if",   "in",   "is",     "not",   "or",
                                                          "some", "true", "then", "unless", "where"};
constexpr std::array<std::string_view, 12> kClauseWords{"by",        "cites",     "disapplies", "for",
                                                        "overrides", "otherwise", "then",       "unless",
                                                        "when",      "with",      "within",     "weighing"};
constexpr std::array<std::string_view, 9> kServiceClauseWords{"criteria", "excludes", "gives", "offered", "provider",
                                                              "may",      "as",       "nb",    "en"};
constexpr std::array<std::string_view, 5> kEffectWords{"may", "must", "normally", "should", "decided"};

template <class Words>
constexpr bool holds(Words const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr WordClasses classes_in_english(std::string_view word) {
  bool const reserved = holds(kReservedWords, word);
  auto const bit = [](bool is, WordClasses one) { return static_cast<WordClasses>(is ? one : 0); };
  return bit(reserved, kReserved) | bit(holds(kClauseWords, word), kBeginsClause) |
         bit(holds(kServiceClauseWords, word), kBeginsServiceClause) |
         bit(reserved || holds(kEffectWords, word), kEffectWord);
}

// Words that are something in a language, by their first bytes.
class WordTable {
 public:
  constexpr explicit WordTable(Language language) {
    for (KeywordPair const& pair : kKeywords) {
      Keyword const keyword = Keyword::of_pair(pair);
      std::string_view const english = keyword.in(Language::en);
      std::string_view const first = first_word(english);
      // a phrase of several words is not reserved by the first of them
      auto const left_out = static_cast<WordClasses>(english == first || language == Language::en ? 0 : kReserved);
      add(first_word(keyword.in(language)), classes_in_english(first) & static_cast<WordClasses>(~left_out));
    }
    for (Keyword const& keyword : kDeclarations) {
      add(keyword.in(language), kDeclares);
    }
    std::sort(entries_.begin(), entries_.begin() + count_,
              [](Entry const& a, Entry const& b) { return a.word < b.word; });
    for (std::size_t i = count_; i > 0; --i) {
      first_of_[byte_of(entries_[i - 1].word)] = static_cast<std::uint8_t>(i - 1);
      if (i == count_ || byte_of(entries_[i - 1].word) != byte_of(entries_[i].word)) {
        end_of_[byte_of(entries_[i - 1].word)] = static_cast<std::uint8_t>(i);
      }
      lengths_[byte_of(entries_[i - 1].word)] |= 1U << entries_[i - 1].word.size();
      last_bytes_[byte_of(entries_[i - 1].word)] |= 1U << bit_of_last(entries_[i - 1].word);
    }
  }

  [[nodiscard]] constexpr WordClasses classes_of(std::string_view word) const {
    if (word.empty() || word.size() >= kTooLong || (lengths_[byte_of(word)] >> word.size() & 1U) == 0 ||
        (last_bytes_[byte_of(word)] >> bit_of_last(word) & 1U) == 0) {
      return 0;  // most names end here
    }
    for (std::size_t i = first_of_[byte_of(word)]; i < end_of_[byte_of(word)]; ++i) {
      if (entries_[i].word == word) {
        return entries_[i].classes;
      }
    }
    return 0;
  }

 private:
  struct Entry {
    std::string_view word;
    WordClasses classes = 0;
  };
  static constexpr std::size_t kRoom = kKeywords.size() + kDeclarations.size();
  static_assert(kRoom < 256, "places are bytes");
  static constexpr std::size_t kTooLong = 32;  // bytes: no word of the language has as many

  static constexpr unsigned char byte_of(std::string_view word) { return static_cast<unsigned char>(word.front()); }
  static constexpr unsigned bit_of_last(std::string_view word) { return static_cast<unsigned char>(word.back()) % 32; }
  constexpr void add(std::string_view word, WordClasses classes) {
    std::size_t place = 0;
    while (place < count_ && entries_[place].word != word) {
      ++place;
    }
    if (classes != 0) {
      count_ = std::max(count_, place + 1);
      entries_[place].word = word;
      entries_[place].classes |= classes;
    }
  }

  std::array<Entry, kRoom> entries_{};
  std::size_t count_ = 0;
  std::array<std::uint8_t, 256> first_of_{};
  std::array<std::uint8_t, 256> end_of_{};
  // Of the words with that first byte, a bit each: their lengths, and their last bytes modulo 32.
  std::array<std::uint32_t, 256> lengths_{};
  std::array<std::uint32_t, 256> last_bytes_{};
};

constexpr WordTable kEnglish(Language::en);
constexpr WordTable kBokmaal(Language::nb);

}  // namespace

WordClasses classes_of(std::string_view word, Language language) {
  return (language == Language::en ? kEnglish : kBokmaal).classes_of(word);
}

// One of as many letters and the same first one is enough: the grammar compares the words themselves.
bool begins_value(std::string_view word, Language language) {
  if (word.empty() || word.size() > 31) {
    return false;
  }
  Lengths const& lengths = kValueLengths[language == Language::en ? 0 : 1];
  return (lengths[static_cast<unsigned char>(word.front())] >> word.size() & 1U) != 0;
}

std::span<Keyword const> declaration_words() { return kDeclarations; }

Keyword const* declared_kind_of(std::string_view word, Language language) {
  auto const is_word = [&](Keyword const& one) { return one.in(language) == word; };
  auto const noun = std::find_if(kNouns.begin(), kNouns.end(), is_word);
  if (noun != kNouns.end()) {
    return &*noun;
  }
  auto const found = std::find_if(kDeclarations.begin(), kDeclarations.end(), is_word);
  bool const whole =
      found == kDeclarations.end() || std::find(kWholeFiles.begin(), kWholeFiles.end(), *found) != kWholeFiles.end();
  return whole ? nullptr : &*found;
}

Keyword const* unit_of_time(std::string_view word, Language language, bool one) {
  if (word.size() < 3) {  // `g`, `dl`, `kr`: the shortest unit of time is `day`, or `år`, in three bytes
    return nullptr;
  }
  auto const is_word = [&](Keyword const& unit) { return unit.in(language) == word || unit.in(Language::en) == word; };
  auto const found = std::find_if(kUnitsOfTime.begin(), kUnitsOfTime.end(), is_word);
  if (found == kUnitsOfTime.end()) {
    return nullptr;
  }
  bool const next_too = found + 1 != kUnitsOfTime.end() && (found + 1)->in(language) == word;
  return next_too && !one ? &*(found + 1) : &*found;
}

std::string_view short_unit(std::string_view word) {
  auto const found =
      std::find_if(kWrittenOut.begin(), kWrittenOut.end(), [&](WrittenOut const& w) { return w.word == word; });
  return found == kWrittenOut.end() ? std::string_view{} : found->unit;
}

}  // namespace hjemmel::syntax::grammar
