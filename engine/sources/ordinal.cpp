// One table: a line a number, English first.
#include "engine/sources/ordinal.h"

#include <algorithm>
#include <array>
#include <span>

namespace hjemmel::sources {
namespace {

struct Words {
  std::string_view english;
  std::string_view bokmaal;
  std::string_view other;  // another bokmål or nynorsk form
};

constexpr std::array<Words, 20> kWords{{{"first", "første", "fyrste"},
                                        {"second", "annet", "andre"},
                                        {"third", "tredje", "tredje"},
                                        {"fourth", "fjerde", "fjerde"},
                                        {"fifth", "femte", "femte"},
                                        {"sixth", "sjette", "sjette"},
                                        {"seventh", "syvende", "sjuende"},
                                        {"eighth", "åttende", "åttande"},
                                        {"ninth", "niende", "niande"},
                                        {"tenth", "tiende", "tiande"},
                                        {"eleventh", "ellevte", "ellevte"},
                                        {"twelfth", "tolvte", "tolvte"},
                                        {"thirteenth", "trettende", "trettande"},
                                        {"fourteenth", "fjortende", "fjortande"},
                                        {"fifteenth", "femtende", "femtande"},
                                        {"sixteenth", "sekstende", "sekstande"},
                                        {"seventeenth", "syttende", "sjuttande"},
                                        {"eighteenth", "attende", "attande"},
                                        {"nineteenth", "nittende", "nittande"},
                                        {"twentieth", "tjuende", "tjuande"}}};

constexpr std::array<std::string_view, 3> kLastLetters{"æ", "ø", "å"};
constexpr std::array<std::string_view, 3> kLastCapitals{"Æ", "Ø", "Å"};
constexpr std::uint32_t kAscii = 26;
constexpr std::size_t kMaxDigits = 6;

std::optional<std::uint32_t> place_in(std::span<std::string_view const> letters, std::string_view word) {
  auto const at = std::find(letters.begin(), letters.end(), word);
  return at == letters.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - letters.begin()));
}

}  // namespace

std::optional<std::uint32_t> read_count(std::string_view digits) {
  bool const good = !digits.empty() && digits.size() <= kMaxDigits && digits.front() != '0' &&
                    std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!good) {
    return std::nullopt;
  }
  std::uint32_t number = 0;
  for (char const c : digits) {
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

std::optional<std::uint32_t> read_ordinal(std::string_view word) {
  for (std::size_t at = 0; at < kWords.size(); ++at) {
    Words const& words = kWords[at];
    if (word == words.english || word == words.bokmaal || word == words.other) {
      return static_cast<std::uint32_t>(at + 1);
    }
  }
  for (std::string_view const ending : {".", "st", "nd", "rd", "th"}) {
    if (word.ends_with(ending)) {
      return read_count(word.substr(0, word.size() - ending.size()));
    }
  }
  return std::nullopt;
}

std::string ordinal_word(std::uint32_t number) {
  bool const has_word = number >= 1 && number <= kWords.size();
  return has_word ? std::string(kWords[number - 1].english) : std::to_string(number) + ".";
}

std::optional<std::uint32_t> read_letter(std::string_view word) {
  if (word.size() == 1) {
    char const c = word.front();
    bool const small = c >= 'a' && c <= 'z';
    bool const capital = c >= 'A' && c <= 'Z';
    return small || capital ? std::optional(static_cast<std::uint32_t>(c - (small ? 'a' : 'A')) + 1) : std::nullopt;
  }
  auto const small = place_in(kLastLetters, word);
  auto const last = small ? small : place_in(kLastCapitals, word);
  return last ? std::optional(*last + kAscii + 1) : std::nullopt;
}

std::string letter(std::uint32_t number) {
  if (number >= 1 && number <= kAscii) {
    return {static_cast<char>('a' + (number - 1))};
  }
  bool const last = number > kAscii && number <= kAscii + kLastLetters.size();
  return last ? std::string(kLastLetters[number - kAscii - 1]) : "";
}

}  // namespace hjemmel::sources
