// Word lists. The first letter is looked at before any comparison: these run once a word of the source.
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

bool is_reserved_in_english(std::string_view word) {
  switch (word.front()) {
    case 'a':
      return word == "and" || word == "at";
    case 'b':
      return word == "by";
    case 'e':
      return word == "else" || word == "every";
    case 'f':
      return word == "false";
    case 'h':
      return word == "has";
    case 'i':
      return word == "if" || word == "in" || word == "is";
    case 'n':
      return word == "not";
    case 'o':
      return word == "or";
    case 's':
      return word == "some";
    case 't':
      return word == "true" || word == "then";
    case 'u':
      return word == "unless";
    case 'w':
      return word == "where";
    default:
      return false;
  }
}

bool begins_clause_in_english(std::string_view word) {
  switch (word.front()) {
    case 'b':
      return word == "by";
    case 'c':
      return word == "cites";
    case 'd':
      return word == "disapplies";
    case 'f':
      return word == "for";
    case 'o':
      return word == "overrides" || word == "otherwise";
    case 't':
      return word == "then";
    case 'u':
      return word == "unless";
    case 'w':
      return word == "when" || word == "with" || word == "within" || word == "weighing";
    default:
      return false;
  }
}

bool begins_service_clause_in_english(std::string_view word) {
  return word == "criteria" || word == "excludes" || word == "gives" || word == "offered" || word == "provider" ||
         word == "may" || word == "as" || word == "nb" || word == "en";
}

bool is_effect_word_in_english(std::string_view word) {
  return is_reserved_in_english(word) || word == "may" || word == "must" || word == "normally" || word == "should" ||
         word == "decided";
}

enum class Entries { single, all };

// Does a bokmål phrase begin with `word` whose English one, or its first word, is of that class?
bool begins_in_bokmaal(std::string_view word, Entries entries, bool (*is_in_class)(std::string_view)) {
  return std::any_of(kKeywords.begin(), kKeywords.end(), [&](KeywordPair const& pair) {
    std::string_view const english = Keyword::of_pair(pair).in(Language::en);
    bool const counts = entries == Entries::all || english == first_word(english);
    return counts && first_word(pair.nb) == word && is_in_class(first_word(english));
  });
}

}  // namespace

bool is_reserved(std::string_view word, Language language) {
  return language == Language::en ? is_reserved_in_english(word)
                                  : begins_in_bokmaal(word, Entries::single, is_reserved_in_english);
}

bool begins_clause(std::string_view word, Language language) {
  return language == Language::en ? begins_clause_in_english(word)
                                  : begins_in_bokmaal(word, Entries::all, begins_clause_in_english);
}

bool begins_service_clause(std::string_view word, Language language) {
  return language == Language::en ? begins_service_clause_in_english(word)
                                  : begins_in_bokmaal(word, Entries::all, begins_service_clause_in_english);
}

bool is_effect_word(std::string_view word, Language language) {
  return language == Language::en ? is_effect_word_in_english(word)
                                  : begins_in_bokmaal(word, Entries::all, is_effect_word_in_english);
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
