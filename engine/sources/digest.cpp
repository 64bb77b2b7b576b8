// Each unit is written out without blanks, then hashed.
#include "engine/sources/digest.h"

#include <algorithm>

#include "engine/base/hash.h"
#include "engine/sources/plain_text.h"

namespace hjemmel::sources {
namespace {

constexpr std::string_view kPrefix = "sha256:";
constexpr std::size_t kDigits = 64;

std::string hashed(std::string const& plain) { return std::string(kPrefix) + base::sha256(plain); }

std::string plain_text(Paragraph const& paragraph) {
  std::string plain = without_blanks(paragraph.text);
  for (Item const& item : paragraph.items) {
    plain += "\n-" + without_blanks(item.text);
  }
  return plain;
}

}  // namespace

std::string digest_of(std::string_view text) { return hashed(without_blanks(text)); }

std::string digest_of(Item const& item) { return digest_of(item.text); }

std::string digest_of(Paragraph const& paragraph) { return hashed(plain_text(paragraph)); }

std::string digest_of(Section const& section) {
  std::string plain;
  for (Paragraph const& paragraph : section.paragraphs) {
    plain += plain_text(paragraph) + "\n";
  }
  return hashed(plain);
}

bool is_digest(std::string_view word) {
  return word.size() == kPrefix.size() + kDigits && word.starts_with(kPrefix) &&
         std::all_of(word.begin() + kPrefix.size(), word.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace hjemmel::sources
