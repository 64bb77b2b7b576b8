// Lines whose name is a misspelled word of the language: they say something else than their author meant, and are no error.
#include <array>

#include "engine/check/workbench.h"
#include "engine/syntax/keyword.h"

namespace hjemmel::check {
namespace {

// Not those that other words are near to: `cities` and `given` are good names.
constexpr std::array<syntax::Keyword, 6> kClauses{"unless",   "overrides", "disapplies",
                                                  "excludes", "criteria",  "otherwise"};
constexpr std::size_t kShortest = 5;  // bytes

// The first word of each, as written in one language.
constexpr std::array<std::string_view, kClauses.size()> first_words(syntax::Language language) {
  std::array<std::string_view, kClauses.size()> first;
  for (std::size_t at = 0; at < first.size(); ++at) {
    std::string_view const words = kClauses[at].in(language);
    first[at] = words.substr(0, words.find(' '));
  }
  return first;
}
constexpr auto kFirstInEnglish = first_words(syntax::Language::en);
constexpr auto kFirstInBokmaal = first_words(syntax::Language::nb);

// The two letters at each end of a word. Of a word as long as these, what differs leaves those of one end as they are.
struct Ends {
  std::uint16_t front = 0;
  std::uint16_t back = 0;
};

constexpr std::uint16_t two_letters(char first, char second) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8U | static_cast<unsigned char>(second));
}

constexpr Ends ends_of(std::string_view word) {
  return {two_letters(word[0], word[1]), two_letters(word[word.size() - 2], word[word.size() - 1])};
}

// Of the words that are asked for; of a shorter one such as no name has.
constexpr std::array<Ends, kClauses.size()> all_ends(std::array<std::string_view, kClauses.size()> const& words) {
  std::array<Ends, kClauses.size()> ends;
  for (std::size_t at = 0; at < ends.size(); ++at) {
    ends[at] = words[at].size() >= kShortest ? ends_of(words[at]) : Ends{};
  }
  return ends;
}
constexpr auto kEndsInEnglish = all_ends(kFirstInEnglish);
constexpr auto kEndsInBokmaal = all_ends(kFirstInBokmaal);

// One letter more, less or other, or two swapped.
bool is_almost(std::string_view written, std::string_view word) {
  if (written.size() + 1 < word.size() || written.size() > word.size() + 1) {
    return false;
  }
  std::size_t front = 0;
  while (front < written.size() && front < word.size() && written[front] == word[front]) {
    ++front;
  }
  std::string_view const left = written.substr(front);
  std::string_view const right = word.substr(front);
  auto const same_from = [&](std::size_t one, std::size_t other) {
    return left.size() >= one && right.size() >= other && left.substr(one) == right.substr(other);
  };
  bool const swapped = left.size() > 1 && right.size() > 1 && left[0] == right[1] && left[1] == right[0];
  return same_from(1, 0) || same_from(0, 1) || same_from(1, 1) || (swapped && same_from(2, 2));
}

// Told once a file: most of its lines are asked for.
syntax::Language language_of(Workbench& bench, source::FileId file) {
  if (bench.last_language && bench.last_language->first == file) {
    return bench.last_language->second;
  }
  auto const [known, is_new] = bench.languages.try_emplace(file);
  if (is_new) {
    known->second = syntax::language_of(bench.sources.file(file).text);
  }
  bench.last_language.emplace(*known);
  return known->second;
}

}  // namespace

void warn_if_like_word(Workbench& bench, syntax::NameView name) {
  std::string_view const written = name.text();
  if (written.size() + 1 < kShortest) {
    return;
  }
  syntax::Language const language = language_of(bench, name.span().file);
  bool const in_bokmaal = language == syntax::Language::nb;
  auto const& words = in_bokmaal ? kFirstInBokmaal : kFirstInEnglish;
  auto const& ends = in_bokmaal ? kEndsInBokmaal : kEndsInEnglish;
  Ends const own = ends_of(written);
  for (std::size_t at = 0; at < ends.size(); ++at) {
    bool const asked = ends[at].front == own.front || ends[at].back == own.back;
    std::string_view const first = words[at];
    if (asked && is_almost(written, first) && written != first) {
      bench.sink.add(diag::Kind::name_like_word, name.span(),
                     "`" + std::string(name.text()) + "` is taken as the name of this line, and is almost the word `" +
                         std::string(first) + "`",
                     "write `" + std::string(kClauses[at].in(language)) +
                         "` if that is meant; otherwise give the line another name");
      return;
    }
  }
}

}  // namespace hjemmel::check
