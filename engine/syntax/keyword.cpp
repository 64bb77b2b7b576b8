// Looking at a file's first words, and the words of messages.
#include "engine/syntax/keyword.h"

#include <algorithm>
#include <optional>

#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"

namespace hjemmel::syntax {
namespace {

Language other_than(Language language) { return language == Language::en ? Language::nb : Language::en; }

// The bytes of the name that the text begins with.
std::size_t word_end(std::string_view text) {
  return grammar::scan::word_at(text.data(), text.data() + text.size()).size();
}

bool begins_a_phrase(std::string_view word, Language language) {
  return std::any_of(kKeywords.begin(), kKeywords.end(), [&](KeywordPair const& pair) {
    std::string_view const phrase = Keyword::of_pair(pair).in(language);
    return phrase.substr(0, phrase.find(' ')) == word;
  });
}

// The longest phrase of the language that the text begins with; nullptr: none.
KeywordPair const* phrase_at(std::string_view text) {
  KeywordPair const* longest = nullptr;
  for (KeywordPair const& pair : kKeywords) {
    bool const ends = text.size() == pair.en.size() || (text.size() > pair.en.size() && text[pair.en.size()] == ' ');
    if (ends && text.starts_with(pair.en) && (longest == nullptr || longest->en.size() < pair.en.size())) {
      longest = &pair;
    }
  }
  return longest;
}

// `overrides a, b`: each word that stands between blanks.
std::string translated(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    KeywordPair const* const pair = phrase_at(words);
    std::size_t const taken = pair != nullptr ? pair->en.size() : std::min(words.find(' '), words.size());
    out += pair != nullptr ? pair->nb : words.substr(0, taken);
    words.remove_prefix(taken);
    std::size_t const blanks = std::min(words.find_first_not_of(' '), words.size());
    out += words.substr(0, blanks);
    words.remove_prefix(blanks);
  }
  return out;
}

}  // namespace

Language language_of(std::string_view text) {
  char const* const end = text.data() + text.size();
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::optional<Language> first;
  int others = 0;
  while (at < text.size()) {
    std::string_view const word = grammar::scan::word_at(text.data() + at, end);
    bool const english = !word.empty() && grammar::declares(word, Language::en);
    bool const bokmaal = !word.empty() && grammar::declares(word, Language::nb);
    if (english != bokmaal) {
      Language const here = bokmaal ? Language::nb : Language::en;
      if (here == first) {
        return here;
      }
      others += first ? 1 : 0;
      first = first ? first : here;
    }
    std::size_t const line_end = text.find('\n', at);
    at = line_end == std::string_view::npos ? text.size() : line_end + 1;
  }
  return first && others > 1 ? other_than(*first) : first.value_or(Language::en);
}

std::string_view language_name(Language language) { return language == Language::nb ? "bokmål" : "English"; }

ForeignWords foreign_words(std::string_view text, Language language, std::span<std::string const> expected) {
  std::string_view const first = text.substr(0, word_end(text));
  if (first.empty() || begins_a_phrase(first, language)) {
    return {};
  }
  ForeignWords found;
  for (KeywordPair const& pair : kKeywords) {
    Keyword const keyword = Keyword::of_pair(pair);
    std::string_view const written = keyword.in(other_than(language));
    std::string_view const instead = keyword.in(language);
    bool const longer = written.size() > found.length;
    bool const same_but_expected =
        written.size() == found.length && std::find(expected.begin(), expected.end(), instead) != expected.end();
    bool const stands = text.starts_with(written) && word_end(text.substr(written.size())) == 0;
    if (stands && (longer || same_but_expected)) {
      found = {written.size(), instead};
    }
  }
  return found;
}

std::string help_for_foreign(std::string_view instead, Language language) {
  return "the file is in " + std::string(language_name(language)) + ": write `" + std::string(instead) + "`";
}

std::string_view declaring_word_in_english(std::string_view word, Language language) {
  Keyword const* const kind = grammar::declared_kind_of(word, language);
  return kind != nullptr ? kind->in(Language::en) : word;
}

std::string in_language(std::string_view message, std::string_view author_words, Language language) {
  if (language == Language::en) {
    return std::string(message);
  }
  std::string out;
  while (true) {
    std::size_t const open = message.find('`');
    std::size_t const close = open == std::string_view::npos ? open : message.find('`', open + 1);
    if (close == std::string_view::npos) {
      return out.append(message);
    }
    std::string_view const words = message.substr(open + 1, close - open - 1);
    out += message.substr(0, open + 1);
    out += words == author_words ? std::string(words) : translated(words);
    out += '`';
    message.remove_prefix(close + 1);
  }
}

}  // namespace hjemmel::syntax
