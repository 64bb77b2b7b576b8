// Bytes of a record: words of it at once, and the look-up of names in it.
//
// In: places in a text. Out: whether bytes are the same, where a quote stands, which name of a list a text is. Nothing is read
// outside of what the caller says. Tested in tests/unit/records/bytes_test.cpp.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace hjemmel::records {

template <class Word>
[[nodiscard]] inline Word load(char const* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

[[nodiscard]] inline bool same_bytes(char const* left, char const* right, std::size_t size) {
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (load<std::uint64_t>(left + at) != load<std::uint64_t>(right + at)) {
        return false;
      }
    }
    return load<std::uint64_t>(left + size - 8) == load<std::uint64_t>(right + size - 8);
  }
  if (size >= 4) {
    return load<std::uint32_t>(left) == load<std::uint32_t>(right) &&
           load<std::uint32_t>(left + size - 4) == load<std::uint32_t>(right + size - 4);
  }
  for (std::size_t at = 0; at < size; ++at) {
    if (left[at] != right[at]) {
      return false;
    }
  }
  return true;
}

// The first `"` in [at, end); `end` where there is none.
[[nodiscard]] inline char const* find_quote(char const* at, char const* end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  for (; end - at >= 8; at += 8) {
    std::uint64_t const other = load<std::uint64_t>(at) ^ (kOnes * '"');
    if (((other - kOnes) & ~other & (kOnes * 0x80)) != 0) {
      break;
    }
  }
  while (at < end && *at != '"') {
    ++at;
  }
  return at;
}

// Names by their bytes. Filled once, then read by many.
class Names {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // The number of a name is its place in the list; of the same name twice the first counts.
  explicit Names(std::vector<std::string> names);

  [[nodiscard]] std::uint32_t find(char const* text, std::size_t size) const {
    for (std::size_t at = hash(text, size) & mask_; places_[at] != kNone; at = (at + 1) & mask_) {
      std::string const& name = names_[places_[at]];
      if (name.size() == size && same_bytes(name.data(), text, size)) {
        return places_[at];
      }
    }
    return kNone;
  }

 private:
  [[nodiscard]] static std::size_t hash(char const* text, std::size_t size) {
    std::uint64_t first = size;
    std::uint64_t last = 0;
    if (size >= 8) {
      first += load<std::uint64_t>(text);
      last = load<std::uint64_t>(text + size - 8);
    } else if (size >= 4) {
      first += load<std::uint32_t>(text);
      last = load<std::uint32_t>(text + size - 4);
    } else if (size > 0) {
      first += static_cast<unsigned char>(text[0]) * 256U + static_cast<unsigned char>(text[size / 2]) * 65536U;
      last = static_cast<unsigned char>(text[size - 1]);
    }
    return static_cast<std::size_t>(((first ^ (last << 29U | last >> 35U)) * 0x9E3779B97F4A7C15U) >> 40U);
  }

  std::vector<std::string> names_;
  std::vector<std::uint32_t> places_;  // by hash: the number of a name
  std::size_t mask_ = 0;
};

// A name that stands in JSON as it is: it has no escapes and no characters that the reader of documents refuses.
[[nodiscard]] bool is_plain_name(std::string_view name);

}  // namespace hjemmel::records
