// A part is `§`, a number, and steps inwards: paragraph, letter or number, sentence. Each step is an ordinal and a word (`third
// paragraph`, `tredje ledd`) or a word and a count (`paragraph 3`, `bokstav j`).
#include "engine/sources/read_reference.h"

#include <algorithm>
#include <array>

#include "engine/sources/ordinal.h"
#include "engine/sources/plain_text.h"
#include "engine/sources/section_number.h"

namespace hjemmel::sources {
namespace {

constexpr std::string_view kSign = "§";

enum class Step : std::uint8_t { section, paragraph, letter, number, sentence };

struct StepWord {
  std::string_view word;
  Step step;
};

constexpr std::array<StepWord, 12> kSteps{{{"paragraph", Step::paragraph},
                                           {"ledd", Step::paragraph},
                                           {"letter", Step::letter},
                                           {"bokstav", Step::letter},
                                           {"number", Step::number},
                                           {"no.", Step::number},
                                           {"nr.", Step::number},
                                           {"nr", Step::number},
                                           {"nummer", Step::number},
                                           {"sentence", Step::sentence},
                                           {"punktum", Step::sentence},
                                           {"setning", Step::sentence}}};

std::optional<Step> step_of(std::string_view word) {
  auto const at = std::find_if(kSteps.begin(), kSteps.end(), [&](StepWord const& one) { return one.word == word; });
  return at == kSteps.end() ? std::nullopt : std::optional(at->step);
}

bool joins_places(std::string_view word) {
  constexpr std::array<std::string_view, 8> kJoints{"and", "to", "og", "til", "or", "eller", "–", "-"};
  return std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// The steps behind the section, each at most once and from the outside inwards.
class Steps {
 public:
  Steps(std::vector<std::string_view> words, Reference& reference) : words_(std::move(words)), reference_(reference) {}

  // Empty when all words were read, else why not.
  [[nodiscard]] std::string read() {
    while (at_ < words_.size()) {
      std::string_view const word = words_[at_];
      std::optional<Step> const named = step_of(word);
      std::string_view const next = at_ + 1 < words_.size() ? words_[at_ + 1] : std::string_view();
      if (joins_places(word) || joins_places(next)) {
        return "names several places in one; write each with its section, parted by commas";
      }
      bool const taken = named ? take(*named, next) : take_ordinal(word, step_of(next));
      if (!taken) {
        return reason_.empty() ? "has a word that is no part of a place, `" + std::string(word) + "`" : reason_;
      }
      at_ += 2;
    }
    return "";
  }

 private:
  // `letter j`, `nr. 3`, `ledd 2`
  bool take(Step step, std::string_view count) {
    auto const number = step == Step::letter ? read_letter(count) : read_count(count);
    return number && set(step, *number);
  }

  // `third paragraph`
  bool take_ordinal(std::string_view word, std::optional<Step> step) {
    auto const number = read_ordinal(word);
    return number && (step == Step::paragraph || step == Step::sentence) && set(*step, *number);
  }

  bool set(Step step, std::uint32_t number) {
    bool const both =
        (step == Step::number && last_ == Step::letter) || (step == Step::letter && last_ == Step::number);
    if (both) {
      reason_ = "names an item within an item, and the texts of acts do not tell these apart";
      return false;
    }
    if (step <= last_) {
      reason_ = "is not in order: the section first, then the paragraph, the letter or number, the sentence, each once";
      return false;
    }
    last_ = step;
    reference_.numbered = reference_.numbered || step == Step::number;
    std::optional<std::uint32_t>& part = step == Step::paragraph  ? reference_.paragraph
                                         : step == Step::sentence ? reference_.sentence
                                                                  : reference_.item;
    part = number;
    return true;
  }

  std::vector<std::string_view> words_;  // of the caller, for one call
  Reference& reference_;
  std::size_t at_ = 0;
  Step last_ = Step::section;
  std::string reason_;
};

CitedPart read_part(std::string_view written) {
  CitedPart part;
  std::string const text = one_blank(written);
  std::string_view rest = text;
  if (!rest.starts_with(kSign)) {
    part.reason = "does not begin with `§` and a number";
    return part;
  }
  rest.remove_prefix(kSign.size());
  if (rest.starts_with(kSign)) {
    part.reason = "names several sections in one; write each with its own `§`, parted by commas";
    return part;
  }
  rest.remove_prefix(rest.starts_with(" ") ? 1 : 0);
  auto const number = read_section_number(rest);
  rest.remove_prefix(number ? number->length : 0);
  rest.remove_prefix(rest.starts_with(".") ? 1 : 0);
  if (!number || !(rest.empty() || rest.starts_with(" "))) {
    part.reason = "does not begin with `§` and a number";
    return part;
  }
  rest.remove_prefix(rest.empty() ? 0 : 1);
  Reference reference;
  reference.section = number->text;
  part.reason = Steps(words_of(rest), reference).read();
  if (part.reason.empty()) {
    part.reference = reference;
  }
  return part;
}

}  // namespace

std::vector<CitedPart> read_references(std::string_view place) {
  std::vector<CitedPart> parts;
  for (std::size_t begin = 0; begin < place.size();) {
    bool const full = parts.size() == kMostReferences;
    std::size_t const end = full ? place.size() : std::min(place.find(',', begin), place.size());
    std::string_view written = place.substr(begin, end - begin);
    std::size_t const blanks = std::min(written.find_first_not_of(' '), written.size());
    written.remove_prefix(blanks);
    while (written.ends_with(' ')) {
      written.remove_suffix(1);
    }
    CitedPart part = full ? CitedPart{} : read_part(written);
    part.reason = full ? "stands behind " + std::to_string(kMostReferences) + " others in one citation" : part.reason;
    part.begin = begin + blanks;
    part.end = part.begin + written.size();
    parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::string to_text(Reference const& reference) {
  std::string text = "§ " + reference.section;
  text += reference.paragraph ? " " + ordinal_word(*reference.paragraph) + " paragraph" : "";
  if (reference.item) {
    std::string const name = reference.numbered ? "" : letter(*reference.item);
    text += name.empty() ? " number " + std::to_string(*reference.item) : " letter " + name;
  }
  return text + (reference.sentence ? " " + ordinal_word(*reference.sentence) + " sentence" : "");
}

}  // namespace hjemmel::sources
