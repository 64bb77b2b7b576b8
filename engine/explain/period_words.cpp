// Whole words are exchanged one after the other: the order of words is the same in both languages.
#include "engine/explain/period_words.h"

#include <array>

namespace hjemmel::explain {
namespace {

struct PeriodWord {
  std::string_view english;  // as the rules write it, and as it is said
  std::string_view written;  // as rules in bokmål write it
  std::string_view bokmaal;  // as it is said
};

// A phrase stands before the words that it begins with.
constexpr std::array<PeriodWord, 11> kPeriodWords{{
    {"a date the King sets", "den dagen Kongen fastsetter", "den dagen Kongen fastsetter"},
    {"from within", "fra innenfor", "fra en dag i"},
    {"from", "fra", "fra"},
    {"until", "inntil", "inntil"},
    {"for", "i", "i"},
    {"years", "år", "år"},
    {"year", "år", "år"},
    {"months", "måneder", "måneder"},
    {"month", "måned", "måned"},
    {"days", "dager", "dager"},
    {"day", "dag", "dag"},
}};

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

std::size_t next_word(std::string_view text) {
  std::size_t const blank = text.find(' ');
  return blank == std::string_view::npos ? text.size() : blank;
}

}  // namespace

std::string period_words(std::string_view period, Language language) {
  std::string words;
  while (!period.empty()) {
    std::size_t length = next_word(period);
    std::string_view said = period.substr(0, length);
    for (PeriodWord const& word : kPeriodWords) {
      bool const english = begins_with_word(period, word.english);
      if (english || begins_with_word(period, word.written)) {
        length = english ? word.english.size() : word.written.size();
        said = language == Language::english ? word.english : word.bokmaal;
        break;
      }
    }
    words += said;
    period.remove_prefix(length);
    if (!period.empty()) {
      words += ' ';
      period.remove_prefix(1);
    }
  }
  return words;
}

}  // namespace hjemmel::explain
