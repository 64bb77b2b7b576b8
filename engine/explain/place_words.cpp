// Whole words are replaced, longest phrase first; there is no grammar in it.
#include "engine/explain/place_words.h"

#include <algorithm>
#include <array>

namespace hjemmel::explain {
namespace {

// English, bokmål. A longer phrase stands before one that it begins with.
struct PlaceWord {
  std::string_view english;
  std::string_view bokmaal;
};

constexpr std::array kPlaces{
    PlaceWord{"first paragraph", "første ledd"},
    PlaceWord{"second paragraph", "annet ledd"},
    PlaceWord{"third paragraph", "tredje ledd"},
    PlaceWord{"fourth paragraph", "fjerde ledd"},
    PlaceWord{"fifth paragraph", "femte ledd"},
    PlaceWord{"sixth paragraph", "sjette ledd"},
    PlaceWord{"seventh paragraph", "sjuende ledd"},
    PlaceWord{"first sentence", "første punktum"},
    PlaceWord{"second sentence", "annet punktum"},
    PlaceWord{"third sentence", "tredje punktum"},
    PlaceWord{"fourth sentence", "fjerde punktum"},
    PlaceWord{"proposed", "foreslått"},
    PlaceWord{"letter", "bokstav"},
    PlaceWord{"chapter", "kapittel"},
    PlaceWord{"section", "§"},
    PlaceWord{"annex", "vedlegg"},
    PlaceWord{"no.", "nr."},
    PlaceWord{"No", "nr."},
};

constexpr std::array kStatuses{
    PlaceWord{"in_force", "gjeldende rett"}, PlaceWord{"current", "gjeldende rett"},
    PlaceWord{"proposed", "foreslått"},      PlaceWord{"adopted", "vedtatt"},
    PlaceWord{"rejected", "forkastet"},      PlaceWord{"practice", "praksis"},
    PlaceWord{"historical", "opphevet"},     PlaceWord{"foreign", "utenlandsk rett"},
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool stands_at(std::string_view text, std::size_t at, std::string_view words) {
  if (text.substr(at, words.size()) != words || (at > 0 && is_letter(text[at - 1]))) {
    return false;
  }
  std::size_t const end = at + words.size();
  return end == text.size() || !is_letter(text[end]);
}

}  // namespace

std::string place_words(std::string_view place, Language language) {
  bool const to_english = language == Language::english;
  std::string text;
  for (std::size_t at = 0; at < place.size();) {
    std::string_view found;
    for (auto const& [english, bokmaal] : kPlaces) {
      std::string_view const from = to_english ? bokmaal : english;
      if (found.empty() && from != "§" && stands_at(place, at, from)) {
        text += to_english ? english : bokmaal;
        found = from;
      }
    }
    if (found.empty()) {
      text += place[at];
    }
    at += found.empty() ? 1 : found.size();
  }
  return text;
}

std::string status_words(std::string_view status, Language language) {
  for (auto const& [english, bokmaal] : kStatuses) {
    if (language == Language::english && status == bokmaal) {
      return english == "current" || english == "in_force" ? "in force" : std::string(english);
    }
    if (status == english) {
      return language == Language::bokmaal ? std::string(bokmaal)
             : english == "in_force"       ? "in force"
                                           : std::string(english);
    }
  }
  std::string plain(status);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

}  // namespace hjemmel::explain
